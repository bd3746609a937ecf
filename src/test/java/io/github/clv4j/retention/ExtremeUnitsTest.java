package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit of a column changes a coefficient and its standard error by its factor, also where squares of it are no numbers. */
class ExtremeUnitsTest {

    private static final double[] X = new Random(3).doubles(200, -1, 2).toArray();
    private static final double[] OUTCOME = {0, 1, 1, 0, 1, 0, 0, 1, 1, 1};

    private static double[] times() {
        Random random = new Random(4);
        return Arrays.stream(X)
                .map(x -> -Math.log(1 - random.nextDouble()) / Math.exp(x))
                .toArray();
    }

    private static double[] outcome() {
        double[] outcome = new double[X.length];
        Arrays.setAll(outcome, i -> OUTCOME[i % OUTCOME.length]);
        return outcome;
    }

    private static double[] inUnits(double unit) {
        return Arrays.stream(X).map(x -> x * unit).toArray();
    }

    private static CoxFit cox(double unit) {
        return CoxRegression.withDefaults()
                .fit(List.of("x"), new double[][] {inUnits(unit)}, ObservedTenures.of(times(), outcome()));
    }

    private static LogisticFit logistic(double unit) {
        return LogisticRegression.withDefaults()
                .fit(FeatureTable.builder().number("x", inUnits(unit)).build(), outcome());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-280, 1e-160, 1e-155, 1e-100, 1e100, 1e153, 1e160, 1e280})
    void ofACoxRegression(double unit) {
        CoxCoefficient usual = cox(1).coefficients().get(0);
        CoxFit fit = cox(unit);
        CoxCoefficient other = fit.coefficients().get(0);
        assertThat(other.estimate() * unit).isCloseTo(usual.estimate(), within(1e-12));
        assertThat(other.standardError() * unit).isCloseTo(usual.standardError(), within(1e-12));
        assertThat(fit.waldTest().chiSquare()).isCloseTo(cox(1).waldTest().chiSquare(), within(1e-9));
        assertThat(fit.survival(0.5 * unit).survivalProbability(1))
                .isCloseTo(cox(1).survival(0.5).survivalProbability(1), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-280, 1e-160, 1e-155, 1e-100, 1e100, 1e153, 1e160, 1e280})
    void ofALogisticRegression(double unit) {
        LogisticFit fit = logistic(unit);
        for (int j = 0; j < 2; j++) {
            double factor = j == 0 ? 1 : unit;
            Coefficient usual = logistic(1).coefficients().get(j);
            Coefficient other = fit.coefficients().get(j);
            assertThat(other.estimate() * factor).isCloseTo(usual.estimate(), within(1e-12));
            assertThat(other.standardError() * factor).isCloseTo(usual.standardError(), within(1e-12));
        }
    }

    @Test
    void unitsWithoutARoomForACoefficientAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cox(1e-300))
                .withMessageStartingWith("standard deviation of column x must be in (1.0E-290, 1.0E290), but was 8.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cox(1e300))
                .withMessageStartingWith("standard deviation of column x must be in (1.0E-290, 1.0E290), but was 8.");
    }
}
