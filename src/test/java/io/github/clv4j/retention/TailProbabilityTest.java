package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailProbabilityTest {

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.5, 2", "0.9, 3", "0.95, 12", "0.99, 400", "0.999, 7000"})
    void quantilesAreThoseOfTheDistribution(double confidence, double degreesOfFreedom) {
        assertThat(TailProbability.quantileOfT(confidence, degreesOfFreedom))
                .isCloseTo(
                        new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2),
                        within(1e-8));
        assertThat(TailProbability.quantileOfNormal(confidence))
                .isCloseTo(
                        new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2),
                        within(1e-12));
    }

    /** With 1 degree of freedom t is a tangent, with 2 it is {@code c sqrt(2 / (1 - c^2))}. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "0.95", "0.999999", "0.999999999999", "0.9999999999999999"})
    void quantilesOfOneAndTwoDegreesOfFreedomHaveAFormula(double confidence) {
        double outside = 1 - confidence;
        double one = 1 / Math.tan(Math.PI / 2 * outside);
        double two = confidence * Math.sqrt(2 / (outside * (1 + confidence)));
        assertThat(TailProbability.quantileOfT(confidence, 1)).isCloseTo(one, within(1e-13 + 1e-12 * one));
        assertThat(TailProbability.quantileOfT(confidence, 2)).isCloseTo(two, within(1e-13 + 1e-12 * two));
    }

    @Test
    void theLargestConfidenceStillHasAnInterval() {
        TenureFit fit = TenureRegression.of("tenure", "HD")
                .fit(new double[] {1, 2, 3, 4, 5, 6}, new double[0][], new double[] {2, 5, 5, 9, 8, 13});
        IntervalEstimate interval = fit.interval("HD", Math.nextDown(1.0));
        assertThat(interval.lower())
                .isFinite()
                .isLessThan(fit.interval("HD", 0.999999).lower());
        assertThat(interval.upper()).isFinite();
    }
}
