package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class ComplaintIcebergPropertyTest {

    @Property
    void nobodyIsCountedBeyondTheBase(
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long one,
            @ForAll @LongRange(max = 1_000_000_000_000_000L) long other,
            @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 1) double rate,
            @ForAll @Scale(4) @DoubleRange(max = 1) double silent) {
        long complaints = Math.min(one, other);
        long customers = Math.max(one, other);

        IcebergEstimate estimate =
                ComplaintIceberg.withDefaults().withRates(rate, silent).estimate(complaints, customers);

        assertThat(estimate.problems()).isBetween((double) complaints, (double) customers);
        assertThat(estimate.silentAtRisk()).isBetween(0.0, (double) (customers - complaints));
    }

    @Property
    void moreComplaintsMeanNoFewerProblems(
            @ForAll @LongRange(max = 1000) long one,
            @ForAll @LongRange(max = 1000) long other,
            @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 1) double rate) {
        ComplaintIceberg iceberg = ComplaintIceberg.withDefaults().withRates(rate, 0.5);

        assertThat(iceberg.estimate(Math.max(one, other), 1000).problems())
                .isGreaterThanOrEqualTo(
                        iceberg.estimate(Math.min(one, other), 1000).problems());
    }

    /** From 8 complaints in 100 customers on all have a problem and 69 are silent; beyond 31 so many are not left. */
    @Property
    void theSilentGrowWithTheComplaintsUntilNobodyIsLeftToBeSilent(@ForAll @LongRange(max = 999_999) long complaints) {
        ComplaintIceberg iceberg = ComplaintIceberg.withDefaults();
        double now = iceberg.estimate(complaints, 1_000_000).silentAtRisk();
        double next = iceberg.estimate(complaints + 1, 1_000_000).silentAtRisk();

        if (complaints < 310_000) {
            assertThat(next).isGreaterThanOrEqualTo(now);
        } else {
            assertThat(next).isCloseTo(now - 1, within(1e-9));
        }
    }

    @Property
    void theFewerComplainTheMoreProblemsAComplaintStandsFor(
            @ForAll @LongRange(max = 1000) long complaints,
            @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 1) double one,
            @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 1) double other) {
        ComplaintIceberg iceberg = ComplaintIceberg.withDefaults();

        assertThat(iceberg.withRates(Math.min(one, other), 0.69)
                        .estimate(complaints, 1000)
                        .problems())
                .isGreaterThanOrEqualTo(iceberg.withRates(Math.max(one, other), 0.69)
                        .estimate(complaints, 1000)
                        .problems());
    }
}
