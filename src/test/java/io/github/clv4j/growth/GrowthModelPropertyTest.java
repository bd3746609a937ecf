package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class GrowthModelPropertyTest {

    private static final double ROUNDING = 1e-11;
    private static final double CUT = 30;
    private static final byte UNTOUCHED = 77;

    @Property
    void anArpuStepIsProportionalToTheGap(
            @ForAll("models") GrowthModel model,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double gap,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 10) double times) {
        double once = arpuStep(model, gap);
        double often = arpuStep(model, times * gap);
        assertThat(often).isCloseTo(times * once, within(ROUNDING * (1 + Math.abs(often))));
    }

    private static double arpuStep(GrowthModel model, double gap) {
        return model.advise(CUT, CUT - gap, 0, model.horizon().periods())
                .steps()
                .get(0)
                .worth();
    }

    @Property
    void aTenureStepIsWorthNoLessThanNothingAndMoreTheMoreTenureIsMissing(
            @ForAll("models") GrowthModel model,
            @ForAll @Scale(4) @DoubleRange(max = 500) double profit,
            @ForAll @Scale(4) @DoubleRange(max = CUT - 0.001) double one,
            @ForAll @Scale(4) @DoubleRange(max = CUT - 0.001) double other) {
        double shorter = tenureStep(model, Math.min(one, other), profit);
        double longer = tenureStep(model, Math.max(one, other), profit);
        assertThat(longer).isGreaterThanOrEqualTo(0);
        assertThat(shorter).isGreaterThanOrEqualTo(longer);
    }

    private static double tenureStep(GrowthModel model, double tenure, double profit) {
        return model.advise(tenure, CUT, profit, model.horizon().periods())
                .steps()
                .get(0)
                .worth();
    }

    /** The second route: what the value calculator says of the customer before and after the step. */
    @Property
    void aStepIsWorthWhatItAddsToTheCurrentValue(
            @ForAll @Scale(6) @DoubleRange(min = -0.02, max = 0.1) double rate,
            @ForAll("timings") CashFlowTiming timing,
            @ForAll @Scale(2) @DoubleRange(max = 120) double periods,
            @ForAll @Scale(3) @DoubleRange(max = 60) double tenure,
            @ForAll @Scale(3) @DoubleRange(min = -20, max = 60) double arpu) {
        GrowthModel model = GrowthModel.of(
                        DiscountRate.monthly(rate), Horizon.ofPeriods(periods), TierCuts.of(CUT, CUT), 0.4)
                .withTiming(timing);
        Annuity annuity = Annuity.of(DiscountRate.monthly(rate), timing);
        for (GrowthStep step : model.advise(tenure, arpu).steps()) {
            boolean byArpu = step.path().dimension() == GrowthDimension.ARPU;
            double before = CustomerLifetimeValue.currentValue(0.4 * arpu, annuity.presentValue(periods));
            double after = byArpu
                    ? CustomerLifetimeValue.currentValue(0.4 * CUT, annuity.presentValue(periods))
                    : CustomerLifetimeValue.currentValue(0.4 * arpu, annuity.presentValue(periods + CUT - tenure));
            assertThat(step.worth())
                    .isCloseTo(after - before, within(1e-10 * (1 + Math.abs(before) + Math.abs(after))));
        }
    }

    @Property
    void theAdvisedStepIsTheLargestOfThoseThatAreWorthMoreThanNothing(
            @ForAll("models") GrowthModel model,
            @ForAll @Scale(3) @DoubleRange(max = 60) double tenure,
            @ForAll @Scale(3) @DoubleRange(min = -20, max = 60) double arpu) {
        GrowthAdvice advice = model.advise(tenure, arpu);
        assertThat(advice.tier()).isSameAs(model.cuts().tier(tenure, arpu));
        double best =
                advice.steps().stream().mapToDouble(GrowthStep::worth).max().orElse(0);
        assertThat(advice.worth()).isEqualTo(Math.max(0, best));
        assertThat(advice.path().isPresent()).isEqualTo(best > 0);
        advice.path().ifPresent(path -> assertThat(path.from()).isSameAs(advice.tier()));
    }

    @Property
    void columnsGiveTheBitsOfTheScalarForm(@ForAll("models") GrowthModel model, @ForAll("customers") double[][] rows) {
        double[] tenure = AnyNumber.column(rows, 0);
        double[] arpu = AnyNumber.column(rows, 1);
        double[] profit = AnyNumber.column(rows, 2);
        double[] periods = AnyNumber.column(rows, 3);
        for (Out out : Out.values()) {
            ColumnarContract.assertSameBits(
                    rows.length,
                    row -> out.of(model.advise(tenure[row], arpu[row], profit[row], periods[row])),
                    (from, to, written) -> out.write(
                            written,
                            rows.length,
                            (tiers, paths, worth) ->
                                    model.advise(tenure, arpu, profit, periods, from, to, tiers, paths, worth)));
            ColumnarContract.assertSameBits(
                    rows.length,
                    row -> out.of(model.advise(tenure[row], arpu[row])),
                    (from, to, written) -> out.write(
                            written,
                            rows.length,
                            (tiers, paths, worth) -> model.advise(tenure, arpu, from, to, tiers, paths, worth)));
        }
        ColumnarContract.assertSameBits(
                rows.length,
                row -> model.cuts().tier(tenure[row], arpu[row]).index(),
                (from, to, written) -> Out.TIER.write(
                        written,
                        rows.length,
                        (tiers, paths, worth) -> model.cuts().tier(tenure, arpu, from, to, tiers)));
    }

    /** What a columnar form writes into. */
    private interface Columns {
        void fill(byte[] tiers, byte[] paths, double[] worth);
    }

    /** One of the three columns written, beside what the scalar form says. */
    private enum Out {
        TIER(advice -> advice.tier().index()),
        PATH(advice -> advice.path().map(GrowthPath::index).orElse(GrowthModel.NO_PATH)),
        WORTH(GrowthAdvice::worth);

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final ToDoubleFunction<GrowthAdvice> scalar;

        Out(ToDoubleFunction<GrowthAdvice> scalar) {
            this.scalar = scalar;
        }

        double of(GrowthAdvice advice) {
            return scalar.applyAsDouble(advice);
        }

        /** Widens the bytes written: no tier, and the path of who has no tier, to NaN; leaves the rest as it is. */
        void write(double[] out, int rows, Columns columns) {
            byte[] tiers = new byte[rows];
            byte[] paths = new byte[rows];
            double[] worth = out.clone();
            Arrays.fill(tiers, UNTOUCHED);
            Arrays.fill(paths, UNTOUCHED);
            columns.fill(tiers, paths, worth);
            for (int i = 0; i < rows; i++) {
                boolean failed = tiers[i] == TierCuts.NO_TIER;
                switch (this) {
                    case TIER -> out[i] = tiers[i] == UNTOUCHED ? out[i] : failed ? Double.NaN : tiers[i];
                    case PATH -> out[i] = paths[i] == UNTOUCHED ? out[i] : failed ? Double.NaN : paths[i];
                    case WORTH -> out[i] = worth[i];
                }
            }
        }
    }

    @Provide
    Arbitrary<CashFlowTiming> timings() {
        return Arbitraries.of(CashFlowTiming.class);
    }

    @Provide
    Arbitrary<GrowthModel> models() {
        Arbitrary<Double> rates = Arbitraries.oneOf(
                Arbitraries.just(0.0), Arbitraries.doubles().between(-0.02, 0.1).ofScale(6));
        Arbitrary<Double> periods = Arbitraries.doubles().between(0, 120).ofScale(2);
        Arbitrary<Double> margins = Arbitraries.doubles().between(-0.2, 1).ofScale(3);
        return Combinators.combine(rates, periods, margins, timings())
                .as((rate, n, margin, timing) -> GrowthModel.of(
                                DiscountRate.monthly(rate), Horizon.ofPeriods(n), TierCuts.of(CUT, CUT), margin)
                        .withTiming(timing))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<double[][]> customers() {
        Arbitrary<Double> around = Arbitraries.oneOf(
                Arbitraries.just(CUT), Arbitraries.doubles().between(0, 60).ofScale(3));
        return AnyNumber.rows(
                AnyNumber.mostly(around), AnyNumber.mostly(around), AnyNumber.any(), AnyNumber.mostly(around));
    }
}
