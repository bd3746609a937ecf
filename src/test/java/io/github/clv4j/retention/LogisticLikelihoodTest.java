package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticLikelihoodTest {

    private static final double STEP = 1e-5;

    /** Of central differences of sums over a few hundred customers. */
    private static final double DIFFERENCES = 1e-5;

    private static final double[] PLACE = {-0.8, -0.6, 0.4};

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "25, 1, 1", "3, 0.5, 4"})
    void gradientAndInformationAreTheDerivatives(double ridge, double stayed, double left) {
        LogisticLikelihood likelihood = likelihood(300, ridge, new ClassWeights(stayed, left));
        LogisticLikelihood.Point point = likelihood.at(PLACE);
        for (int j = 0; j < PLACE.length; j++) {
            LogisticLikelihood.Point above = likelihood.at(moved(PLACE, j, STEP));
            LogisticLikelihood.Point below = likelihood.at(moved(PLACE, j, -STEP));
            assertThat(point.gradient()[j])
                    .isCloseTo((above.objective() - below.objective()) / (2 * STEP), within(DIFFERENCES));
            for (int k = 0; k < PLACE.length; k++) {
                assertThat(point.information()[j][k])
                        .isCloseTo((below.gradient()[k] - above.gradient()[k]) / (2 * STEP), within(DIFFERENCES));
            }
        }
    }

    /** Numbers of customers around the borders of what is summed up at a time. */
    @ParameterizedTest
    @ValueSource(ints = {50, 127, 128, 129, 255, 256, 257, 32767, 32768, 32769, 70000})
    void everyCustomerCountsOnce(int customers) {
        ChurnBase base = ChurnBase.madeUp(customers, 3);
        LogisticLikelihood.Point point =
                likelihood(customers, 0, ClassWeights.NONE).at(PLACE);
        double[][] z = new double[2][];
        for (int j = 0; j < 2; j++) {
            double[] x = base.columns().get(j);
            double mean = Arrays.stream(x).average().orElseThrow();
            double deviation = base.deviation(j);
            z[j] = Arrays.stream(x).map(v -> (v - mean) / deviation).toArray();
        }
        double logLikelihood = 0;
        double score = 0;
        double curvature = 0;
        for (int i = 0; i < customers; i++) {
            double logOdds = PLACE[0] + PLACE[1] * z[0][i] + PLACE[2] * z[1][i];
            double probability = 1 / (1 + Math.exp(-logOdds));
            logLikelihood += base.outcome()[i] * logOdds - Math.log1p(Math.exp(logOdds));
            score += (base.outcome()[i] - probability) * z[1][i];
            curvature += probability * (1 - probability) * z[0][i] * z[1][i];
        }
        assertThat(point.logLikelihood()).isCloseTo(logLikelihood, within(1e-12 * customers));
        assertThat(point.gradient()[2]).isCloseTo(score, within(1e-12 * customers));
        assertThat(point.information()[1][2]).isCloseTo(curvature, within(1e-12 * customers));
        assertThat(point.information()[2][1]).isEqualTo(point.information()[1][2]);
    }

    /** Log-odds of thousands: probabilities too small for a double, whose logs are not. */
    @ParameterizedTest
    @ValueSource(doubles = {29.9, 30.1, 699, 701, 5000})
    void hopelessCustomersHaveAFiniteLikelihood(double logOdds) {
        double[] outcome = {1, 0, 1, 0};
        Design design = new Design(List.of("x"), new double[][] {{-1, 1, -1, 1}});
        LogisticLikelihood.Point point =
                new LogisticLikelihood(design, outcome, ClassWeights.NONE, 0).at(new double[] {0, logOdds});
        assertThat(point.logLikelihood()).isCloseTo(-4 * logOdds, within(4e-12 * logOdds));
        assertThat(point.gradient()).containsExactly(new double[] {0, -4}, within(1e-12));
        assertThat(point.information()[1][1]).isBetween(0.0, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 200_000})
    void anyNumberOfThreadsGivesTheSameBits(int customers) throws Exception {
        ChurnBase base = ChurnBase.madeUp(customers, 9);
        LogisticRegression regression =
                LogisticRegression.withDefaults().withRidge(0.5).withBalancedClasses();
        LogisticFit one = onThreads(1, base, regression);
        assertThat(onThreads(2, base, regression)).isEqualTo(one);
        assertThat(onThreads(7, base, regression)).isEqualTo(one);
    }

    private static LogisticFit onThreads(int threads, ChurnBase base, LogisticRegression regression) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> base.fit(regression)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static LogisticLikelihood likelihood(int customers, double ridge, ClassWeights weights) {
        ChurnBase base = ChurnBase.madeUp(customers, 3);
        Design design = new Design(base.names(), base.columns().toArray(double[][]::new));
        return new LogisticLikelihood(design, base.outcome(), weights, ridge);
    }

    private static double[] moved(double[] place, int j, double by) {
        double[] moved = place.clone();
        moved[j] += by;
        return moved;
    }
}
