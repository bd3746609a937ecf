package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers far from all others. */
class CoxOutlierTest {

    private static final int CUSTOMERS = 1000;

    private static final double[] X =
            new Random(7).doubles(CUSTOMERS, -2, 2).map(x -> x * Math.abs(x)).toArray();
    private static final double[] TIMES = times();
    private static final double[] LEFT =
            IntStream.range(0, CUSTOMERS).mapToDouble(i -> i % 4 == 0 ? 0 : 1).toArray();

    private static double[] times() {
        Random random = new Random(8);
        return IntStream.range(0, CUSTOMERS)
                .mapToDouble(i -> 1 - Math.log(1 - random.nextDouble()) / Math.exp(X[i]))
                .toArray();
    }

    private static double[] with(double[] values, double one) {
        return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(one)).toArray();
    }

    private static CoxFit fit(double[] x, ObservedTenures tenures) {
        return CoxRegression.withDefaults().fit(List.of("x"), new double[][] {x}, tenures);
    }

    private static void assertSame(CoxFit actual, CoxFit expected) {
        CoxCoefficient b = expected.coefficients().get(0);
        assertThat(actual.coefficients().get(0).estimate()).isCloseTo(b.estimate(), within(1e-10));
        assertThat(actual.coefficients().get(0).standardError()).isCloseTo(b.standardError(), within(1e-10));
        assertThat(actual.logLikelihood()).isCloseTo(expected.logLikelihood(), within(1e-8));
        assertThat(actual.concordance()).isCloseTo(expected.concordance(), within(1e-14));
    }

    private static CoxFit usual() {
        return fit(X, ObservedTenures.of(TIMES, LEFT));
    }

    /** Nobody else's estimate depends on it, nor the hazard, whatever customer it is counted from. */
    @ParameterizedTest
    @ValueSource(doubles = {-1e9, 15, 700, 2000, 1e6, 1e12})
    void whoIsGoneBeforeAnybodyLeavesHasNoSay(double x) {
        CoxFit fit = fit(with(X, x), ObservedTenures.of(with(TIMES, 0.5), with(LEFT, 0)));
        assertSame(fit, usual());
        assertThat(fit.customers()).isEqualTo(CUSTOMERS + 1);
        assertThat(fit.means()[0])
                .isCloseTo((Arrays.stream(X).sum() + x) / (CUSTOMERS + 1), within(1e-9 * Math.abs(x)));
        if (Math.abs(x) <= 1e6) {
            double digits = 1e-12 * Math.max(1, Math.abs(x));
            assertThat(fit.survival(0.3).survivalProbability(1.5))
                    .isCloseTo(usual().survival(0.3).survivalProbability(1.5), within(digits));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e9, 15, 20, 700, 1e12})
    void whoComesAfterTheLastWhoLeavesHasNoSay(double x) {
        double last = Arrays.stream(TIMES).max().orElseThrow();
        ObservedTenures tenures = ObservedTenures.of(with(TIMES, last + 2), with(LEFT, 0))
                .withEntries(with(new double[CUSTOMERS], last + 1));
        CoxFit fit = fit(with(X, x), tenures);
        assertSame(fit, usual());
        assertThat(fit.survival(0.3).survivalProbability(last + 2)).isFinite();
        assertThat(fit.baseline().survivalProbability(last + 2)).isBetween(0.0, 1.0);
    }

    /** He was all but certain to, so that it says next to nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {50, 700, 800, 2000})
    void whoLeavesFirstAsExpectedChangesNothing(double x) {
        CoxFit fit = fit(with(X, x), ObservedTenures.of(with(TIMES, 0.5), with(LEFT, 1)));
        assertThat(fit.coefficients().get(0).estimate())
                .isCloseTo(usual().coefficients().get(0).estimate(), within(1e-9));
        assertThat(fit.logLikelihood()).isCloseTo(usual().logLikelihood(), within(1e-8));
    }

    /** Watched for a short while in which he is the one who leaves; the others are compared before and after. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 700})
    void whoComesAndLeavesAsExpectedChangesNothing(double x) {
        double middle =
                Arrays.stream(TIMES).sorted().skip(CUSTOMERS / 2).findFirst().orElseThrow() + 1e-9;
        ObservedTenures tenures = ObservedTenures.of(with(TIMES, middle), with(LEFT, 1))
                .withEntries(with(new double[CUSTOMERS], middle - 1e-10));
        CoxFit fit = fit(with(X, x), tenures);
        assertThat(fit.coefficients().get(0).estimate())
                .isCloseTo(usual().coefficients().get(0).estimate(), within(x < 30 ? 1e-4 : 1e-9));
    }

    @Test
    void aColumnThatVariesOnlyAmongThoseWithoutASayIsNamed() {
        double[] flag = with(new double[CUSTOMERS], 1);
        ObservedTenures tenures = ObservedTenures.of(with(TIMES, 0.5), with(LEFT, 0));
        assertThatThrownBy(() -> CoxRegression.withDefaults()
                        .fit(List.of("x", "flag"), new double[][] {with(X, 0), flag}, tenures))
                .isInstanceOf(FitException.class)
                .hasMessage("column flag is the same for all at risk whenever somebody leaves; leave it out");
    }
}
