package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.NormalDistribution;

class CampaignMeasurementPropertyTest {

    private static final double ROUNDING = 1e-9;

    /** The roots of |p - t| = z sqrt(t (1 - t) / n) by bisection, not by the closed form. */
    @Property
    void theEndsOfARateSolveTheEquationOfTheScoreInterval(
            @ForAll @IntRange(min = 1, max = 500) int customers,
            @ForAll @Scale(4) @DoubleRange(max = 1) double share,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double confidence) {
        int kept = (int) (share * customers);
        double p = (double) kept / customers;
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        DoubleUnaryOperator beyond = t -> Math.abs(p - t) - z * Math.sqrt(t * (1 - t) / customers);

        IntervalEstimate rate = CampaignMeasurement.of(kept, customers, 1, 1)
                .withConfidence(confidence)
                .treatedRetention();

        assertThat(rate.lower()).isCloseTo(kept == 0 ? 0 : bisect(beyond, 0, p), within(ROUNDING));
        assertThat(rate.upper()).isCloseTo(kept == customers ? 1 : bisect(beyond, 1, p), within(ROUNDING));
    }

    /** From a place where the function is positive to one where it is not. */
    private static double bisect(DoubleUnaryOperator f, double outside, double inside) {
        double out = outside;
        double in = inside;
        for (int k = 0; k < 100; k++) {
            double middle = (out + in) / 2;
            if (f.applyAsDouble(middle) > 0) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return in;
    }

    @Property
    void theIntervalHoldsTheLiftAndStaysWithinItsBounds(
            @ForAll @IntRange(min = 1, max = 300) int treated,
            @ForAll @IntRange(min = 1, max = 300) int control,
            @ForAll @Scale(4) @DoubleRange(max = 1) double one,
            @ForAll @Scale(4) @DoubleRange(max = 1) double other,
            @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 0.999_999_999) double confidence) {
        IntervalEstimate lift = CampaignMeasurement.of(
                        Math.round(one * treated), treated, Math.round(other * control), control)
                .withConfidence(confidence)
                .lift();

        assertThat(lift.value()).isBetween(lift.lower(), lift.upper());
        assertThat(lift.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(lift.upper()).isLessThanOrEqualTo(1);
    }

    @Property
    void theGroupsExchangedTurnTheIntervalRound(
            @ForAll @IntRange(max = 100) int kept, @ForAll @IntRange(max = 40) int other) {
        IntervalEstimate lift = CampaignMeasurement.of(kept, 100, other, 40).lift();
        IntervalEstimate turned = CampaignMeasurement.of(other, 40, kept, 100).lift();

        assertThat(turned.lower()).isCloseTo(-lift.upper(), within(ROUNDING));
        assertThat(turned.upper()).isCloseTo(-lift.lower(), within(ROUNDING));
    }
}
