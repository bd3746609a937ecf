package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {

    private static final double PRINTED_4_DIGITS = 5e-5;
    private static final double PRINTED_3_DIGITS = 5e-4;
    private static final double CLOSED_FORM = 1e-9;
    private static final double DERIVATIVE_FREE_SEARCH = 1e-5;

    /** Of a sum of a few thousand parts. */
    private static final double ZERO_SCORE = 1e-8;

    /**
     * O-ring distress by temperature over the 23 flights before Challenger: Dalal, Fowlkes and Hoadley, Risk Analysis
     * of the Space Shuttle, JASA 84 (1989) 945-957; glm of R prints 15.0429, -0.2322, deviances 20.315 and 28.267.
     */
    @Test
    void theChallengerFlightsGiveThePublishedFit() {
        LogisticFit fit = ChurnBase.ofOutcome(0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1)
                .with(
                        "temperature",
                        66,
                        70,
                        69,
                        68,
                        67,
                        72,
                        73,
                        70,
                        57,
                        63,
                        70,
                        78,
                        67,
                        53,
                        67,
                        75,
                        70,
                        81,
                        76,
                        79,
                        75,
                        76,
                        58)
                .fit();
        assertThat(fit.model().intercept()).isCloseTo(15.0429, within(PRINTED_4_DIGITS));
        assertThat(fit.model().coefficients()[0]).isCloseTo(-0.2322, within(PRINTED_4_DIGITS));
        assertThat(fit.convergence().deviance()).isCloseTo(20.315, within(PRINTED_3_DIGITS));
        assertThat(-2 * fit.convergence().nullLogLikelihood()).isCloseTo(28.267, within(PRINTED_3_DIGITS));
    }

    @ParameterizedTest
    @CsvSource({"10, 30, 20, 5", "1, 1, 1, 2", "400, 3000, 2, 900", "1, 4999, 2500, 2500"})
    void oneYesOrNoFeatureGivesTheLogOddsRatioOfItsTable(
            int leftWithout, int stayedWithout, int leftWith, int stayedWith) {
        int without = leftWithout + stayedWithout;
        double[] feature = new double[without + leftWith + stayedWith];
        double[] outcome = new double[feature.length];
        Arrays.fill(feature, without, feature.length, 1);
        Arrays.fill(outcome, 0, leftWithout, 1);
        Arrays.fill(outcome, without, without + leftWith, 1);
        ChurnModel model =
                ChurnBase.ofOutcome(outcome).with("fiber", feature).fit().model();
        double oddsWithout = (double) leftWithout / stayedWithout;
        double oddsWith = (double) leftWith / stayedWith;
        assertThat(model.intercept()).isCloseTo(Math.log(oddsWithout), within(CLOSED_FORM));
        assertThat(model.coefficients()[0]).isCloseTo(Math.log(oddsWith / oddsWithout), within(CLOSED_FORM));
    }

    @Test
    void withoutFeaturesEveryCustomerHasTheChurnRate() {
        LogisticFit fit = ChurnBase.ofOutcome(1, 0, 0, 0, 1).fit();
        assertThat(fit.model().churnProbability()).isCloseTo(0.4, within(CLOSED_FORM));
        assertThat(fit.model().features()).isEmpty();
        assertThat(fit.convergence().mcFaddenRSquared()).isCloseTo(0, within(CLOSED_FORM));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1500})
    void aSearchWithoutDerivativesEndsAtTheSameMaximum(int customers) {
        ChurnBase made = ChurnBase.madeUp(customers, 5);
        double[] tenureYears =
                Arrays.stream(made.column("tenure")).map(x -> x / 12 - 3).toArray();
        double[] charges =
                Arrays.stream(made.column("charges")).map(x -> x / 30 - 2).toArray();
        ChurnBase base =
                ChurnBase.ofOutcome(made.outcome()).with("years", tenureYears).with("charges", charges);
        double[] found = new BOBYQAOptimizer(9, 1, 1e-10)
                .optimize(
                        new MaxEval(20_000),
                        new ObjectiveFunction(b -> logLikelihood(base, b)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[3]),
                        SimpleBounds.unbounded(3))
                .getPoint();
        LogisticFit fit = base.fit();
        double[] fitted = {
            fit.model().intercept(), fit.model().coefficients()[0], fit.model().coefficients()[1]
        };
        assertThat(fitted).containsExactly(found, within(DERIVATIVE_FREE_SEARCH));
        assertThat(fit.convergence().logLikelihood())
                .isCloseTo(logLikelihood(base, fitted), within(ZERO_SCORE))
                .isGreaterThanOrEqualTo(logLikelihood(base, found) - ZERO_SCORE);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1024, 5000})
    void atTheSolutionTheScoreOfEveryColumnIsZero(int customers) {
        ChurnBase base = ChurnBase.madeUp(customers, customers);
        LogisticFit fit = base.fit();
        double[] ones = new double[customers];
        Arrays.fill(ones, 1);
        assertThat(base.score(fit.model(), ones)).isCloseTo(0, within(ZERO_SCORE));
        for (double[] column : base.columns()) {
            assertThat(base.score(fit.model(), column)).isCloseTo(0, within(100 * ZERO_SCORE));
        }
        assertThat(fit.convergence().maxAbsoluteScore()).isLessThan(ZERO_SCORE);
    }

    @Test
    void theFitReportsWhomItSawAndHowItEnded() {
        ChurnBase base = ChurnBase.madeUp(400, 1);
        LogisticFit fit = base.fit();
        assertThat(fit.customers()).isEqualTo(400);
        assertThat(fit.churned()).isEqualTo((int) Arrays.stream(base.outcome()).sum());
        assertThat(fit.convergence().iterations()).isBetween(3, 10);
        assertThat(fit.convergence().lastStep()).isLessThan(1e-8);
        assertThat(fit.convergence().logLikelihood())
                .isGreaterThan(fit.convergence().nullLogLikelihood());
        assertThat(fit.model().features()).containsExactly("tenure", "charges");
        assertThat(fit.model().means()[0])
                .isCloseTo(Arrays.stream(base.column("tenure")).average().orElseThrow(), within(CLOSED_FORM));
    }

    @Test
    void theSameCustomersGiveTheSameBits() {
        assertThat(ChurnBase.madeUp(3000, 2).fit())
                .isEqualTo(ChurnBase.madeUp(3000, 2).fit());
    }

    @Test
    void theColumnsHandedInAreNotChanged() {
        ChurnBase base = ChurnBase.madeUp(100, 3);
        base.fit();
        ChurnBase again = ChurnBase.madeUp(100, 3);
        assertThat(base.column("tenure")).isEqualTo(again.column("tenure"));
        assertThat(base.outcome()).isEqualTo(again.outcome());
    }

    private static double logLikelihood(ChurnBase base, double[] b) {
        double sum = 0;
        for (int i = 0; i < base.customers(); i++) {
            double logOdds = b[0]
                    + b[1] * base.columns().get(0)[i]
                    + b[2] * base.columns().get(1)[i];
            sum += base.outcome()[i] * logOdds - Math.log1p(Math.exp(logOdds));
        }
        return sum;
    }
}
