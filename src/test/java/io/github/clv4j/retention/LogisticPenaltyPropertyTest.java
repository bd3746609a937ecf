package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LogisticPenaltyPropertyTest {

    private static final LogisticRegression PLAIN = LogisticRegression.withDefaults();

    @Property(tries = 100)
    void aLargerPenaltyNeverMakesLongerCoefficientsOrABetterFit(
            @ForAll @IntRange(min = 30, max = 400) int customers,
            @ForAll @LongRange(min = 1, max = 1000) long seed,
            @ForAll @DoubleRange(min = 0, max = 50) double ridge,
            @ForAll @DoubleRange(min = 0, max = 500) double more) {
        ChurnBase base = ChurnBase.madeUp(customers, seed);
        LogisticFit small = base.fit(PLAIN.withRidge(ridge + 1e-3));
        LogisticFit large = base.fit(PLAIN.withRidge(ridge + 1e-3 + more));
        assertThat(norm(base, large)).isLessThanOrEqualTo(norm(base, small) + 1e-9);
        assertThat(large.deviance()).isGreaterThanOrEqualTo(small.deviance() - 1e-8);
        assertThat(large.effectiveParameters()).isLessThanOrEqualTo(small.effectiveParameters() + 1e-9);
    }

    @Property(tries = 100)
    void aConstantAddedToAColumnChangesOnlyTheIntercept(
            @ForAll @LongRange(min = 1, max = 1000) long seed,
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double shift,
            @ForAll @DoubleRange(min = 0, max = 10) double ridge) {
        ChurnBase base = ChurnBase.madeUp(300, seed);
        LogisticRegression regression = PLAIN.withRidge(ridge).withClassWeights(1, 1.5);
        LogisticFit fit = base.fit(regression);
        LogisticFit shifted = ChurnBase.ofOutcome(base.outcome())
                .with(
                        "tenure",
                        Arrays.stream(base.column("tenure")).map(x -> x + shift).toArray())
                .with("charges", base.column("charges"))
                .fit(regression);
        for (int j = 1; j <= 2; j++) {
            Coefficient expected = fit.coefficients().get(j);
            assertThat(shifted.coefficients().get(j).estimate()).isCloseTo(expected.estimate(), within(1e-9));
            assertThat(shifted.coefficients().get(j).standardError()).isCloseTo(expected.standardError(), within(1e-9));
        }
        double[] b = fit.model().coefficients();
        assertThat(shifted.model().intercept()).isCloseTo(fit.model().intercept() - b[0] * shift, within(1e-7));
        assertThat(shifted.deviance()).isCloseTo(fit.deviance(), within(1e-7));
    }

    @Property(tries = 100)
    void aColumnInOtherUnitsHasACoefficientAndAnErrorInThoseUnits(
            @ForAll @LongRange(min = 1, max = 1000) long seed,
            @ForAll @IntRange(min = -6, max = 6) int power,
            @ForAll @DoubleRange(min = 0, max = 10) double ridge) {
        double scale = Math.pow(10, power);
        ChurnBase base = ChurnBase.madeUp(300, seed);
        LogisticFit fit = base.fit(PLAIN.withRidge(ridge));
        LogisticFit scaled = ChurnBase.ofOutcome(base.outcome())
                .with(
                        "tenure",
                        Arrays.stream(base.column("tenure")).map(x -> x * scale).toArray())
                .with("charges", base.column("charges"))
                .fit(PLAIN.withRidge(ridge));
        for (int j = 0; j <= 2; j++) {
            double unit = j == 1 ? scale : 1;
            Coefficient expected = fit.coefficients().get(j);
            assertThat(unit * scaled.coefficients().get(j).estimate()).isCloseTo(expected.estimate(), within(1e-9));
            assertThat(unit * scaled.coefficients().get(j).standardError())
                    .isCloseTo(expected.standardError(), within(1e-9));
        }
    }

    private static double norm(ChurnBase base, LogisticFit fit) {
        double[] b = fit.model().coefficients();
        return Math.hypot(b[0] * base.deviation(0), b[1] * base.deviation(1));
    }
}
