package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import io.github.clv4j.testing.ExactAnnuity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class AnnuityPropertyTest {

    private static final double ROUNDING_PERCENT = 1e-11;

    @Property
    void columnsGiveTheBitsOfTheScalarForm(
            @ForAll("rates") double rate, @ForAll CashFlowTiming timing, @ForAll("periods") double[] periods) {
        Annuity annuity = Annuity.of(DiscountRate.monthly(rate), timing);
        ColumnarContract.assertSameBits(
                periods.length,
                row -> annuity.presentValue(periods[row]),
                (from, to, out) -> annuity.presentValue(periods, from, to, out));
    }

    @Property
    void aFractionalNumberOfPeriodsHasTheValueOfTheClosedForm(
            @ForAll @Scale(12) @DoubleRange(min = -0.5, max = 3) double rate,
            @ForAll @IntRange(max = 400) int quarters) {
        Assume.that(rate != 0);
        assertThat(annuity(rate).presentValue(quarters / 4.0))
                .isCloseTo(ExactAnnuity.closedForm(rate, quarters), withinPercentage(ROUNDING_PERCENT));
    }

    @Property
    void aLongerHorizonIsNeverWorthLess(
            @ForAll("rates") double rate,
            @ForAll @Scale(12) @DoubleRange(max = 300) double periods,
            @ForAll @Scale(12) @DoubleRange(max = 50) double more) {
        Assume.that(rate > -0.85); // 0.15^-350 is a double, 0.1^-350 is none
        assertThat(annuity(rate).presentValue(periods + more))
                .isGreaterThanOrEqualTo(annuity(rate).presentValue(periods));
    }

    @Property
    void aHigherRateIsNeverWorthMore(
            @ForAll @Scale(12) @DoubleRange(min = -0.5, max = 2) double rate,
            @ForAll @Scale(12) @DoubleRange(min = 0.001, max = 2) double more,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 200) double periods) {
        assertThat(annuity(rate + more).presentValue(periods))
                .isLessThan(annuity(rate).presentValue(periods));
    }

    @Property
    void aHorizonInTwoPartsIsTheFirstPlusTheDiscountedSecond(
            @ForAll @Scale(12) @DoubleRange(min = -0.3, max = 1) double rate,
            @ForAll @Scale(12) @DoubleRange(max = 60) double first,
            @ForAll @Scale(12) @DoubleRange(max = 60) double second) {
        Annuity annuity = annuity(rate);
        double parts =
                annuity.presentValue(first) + annuity.rate().discountFactor(first) * annuity.presentValue(second);
        assertThat(annuity.presentValue(first + second)).isCloseTo(parts, withinPercentage(ROUNDING_PERCENT));
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.oneOf(
                Arbitraries.of(-0.999, -1e-15, -0.0, 0.0, 1e-15, 1e-300, 1e300),
                Arbitraries.doubles().between(-0.9, true, 0, false).ofScale(15),
                Arbitraries.doubles().between(0, 5).ofScale(15));
    }

    @Provide
    Arbitrary<double[]> periods() {
        return AnyNumber.mostly(Arbitraries.doubles().between(-1, 500).ofScale(6))
                .list()
                .ofMaxSize(24)
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Annuity annuity(double rate) {
        return Annuity.of(DiscountRate.monthly(rate), CashFlowTiming.END_OF_PERIOD);
    }
}
