package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.testing.SharedData;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits on the retention curves of Fader and Hardie 2007, recomputed elsewhere from the same numbers. */
class LifetimeFitsTest {

    /** Survivors in percent of two published cohorts, years 0 to 7. */
    private static final double[] REGULAR = {100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1};

    private static final double[] HIGH_END = {100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1};

    private static CohortTable regular(int years) {
        return CohortTable.ofShares(1000, Arrays.copyOf(REGULAR, years + 1));
    }

    private static CohortTable highEnd(int years) {
        return CohortTable.ofShares(1000, Arrays.copyOf(HIGH_END, years + 1));
    }

    private static void assertFit(LifetimeFit<?> fit, double logLikelihood, double... estimates) {
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(6e-7));
        assertThat(fit.boundary()).isEmpty();
        assertThat(fit.largestGradient()).isLessThan(1e-8);
        for (int j = 0; j < estimates.length; j++) {
            assertThat(fit.estimates()[j]).as(fit.parameterNames().get(j)).isCloseTo(estimates[j], within(2e-6));
        }
    }

    @Test
    void estimatesAreThoseRecomputed() {
        assertFit(LifetimeFits.shiftedBetaGeometric(regular(7)), -1680.265188, .704077, 1.182043);
        assertFit(LifetimeFits.shiftedBetaGeometric(highEnd(7)), -1611.158147, .668088, 3.806095);
        assertFit(LifetimeFits.betaDiscreteWeibull(regular(7)), -1679.602833, .455614, .779325, 1.283451);
        assertFit(LifetimeFits.betaDiscreteWeibull(highEnd(7)), -1605.314213, .214253, 1.426575, 1.723565);
        assertFit(LifetimeFits.shiftedBetaGeometric(regular(4)), -1401.559424, .763665, 1.295830);
        assertFit(LifetimeFits.betaDiscreteWeibull(regular(4)), -1401.383052, .523029, .894283, 1.196399);
        assertFit(LifetimeFits.shiftedBetaGeometric(highEnd(4)), -1225.134907, 1.280976, 7.790383);
        assertFit(LifetimeFits.betaDiscreteWeibull(highEnd(4)), -1222.749318, .259336, 1.722552, 1.584361);
    }

    /** The same from the file. */
    @Test
    void theSharedCurvesGiveThePublishedEstimates() {
        SharedData.CsvTable curves = SharedData.csv("data/subscription_survival_regular_highend.csv");
        CohortTable regular =
                CohortTable.ofShares(1000, curves.numbers("regular")).firstPeriods(7);
        CohortTable highEnd =
                CohortTable.ofShares(1000, curves.numbers("high_end")).firstPeriods(7);
        ShiftedBetaGeometric one = LifetimeFits.shiftedBetaGeometric(regular).distribution();
        ShiftedBetaGeometric two = LifetimeFits.shiftedBetaGeometric(highEnd).distribution();
        assertThat(one.alpha()).isCloseTo(0.704, within(5e-4));
        assertThat(one.beta()).isCloseTo(1.182, within(5e-4));
        assertThat(two.alpha()).isCloseTo(0.668, within(5e-4));
        assertThat(two.beta()).isCloseTo(3.806, within(5e-4));
    }

    /** The example of Hardie's note 017 on several cohorts; published: alpha 3.80, beta 15.19. */
    @Test
    void cohortsWatchedForDifferentTimesHaveOneFit() {
        CohortTable table = CohortTable.ofSurvivors(
                new double[] {10000, 8000, 6480, 5307, 4391},
                new double[] {10000, 8000, 6480, 5307},
                new double[] {10000, 8000, 6480},
                new double[] {10000, 8000});
        ShiftedBetaGeometric lifetime = LifetimeFits.shiftedBetaGeometric(table).distribution();
        assertThat(lifetime.alpha()).isCloseTo(3.80, within(0.005));
        assertThat(lifetime.beta()).isCloseTo(15.19, within(0.005));
    }

    /** High End, years 0 to 4 fitted and six more foretold. */
    @Test
    void aProjectionFromFiveYearsIsThatRecomputed() {
        double[] percent = {
            100, 86.914708, 74.192863, 65.478471, 59.293325, 54.661083, 51.036941, 48.104475, 45.668881, 43.603730,
            41.823234
        };
        BetaDiscreteWeibull lifetime =
                LifetimeFits.betaDiscreteWeibull(highEnd(4)).distribution();
        for (int t = 0; t <= 10; t++) {
            assertThat(100 * lifetime.survivalProbability(t)).isCloseTo(percent[t], withinPercentage(2e-5));
        }
    }

    @Test
    void theGeometricEstimateIsTheShareKept() {
        LifetimeFit<GeometricLifetime> fit =
                LifetimeFits.geometric(CohortTable.ofSurvivors(new double[] {100, 80, 60}));
        assertThat(fit.distribution().retentionRate()).isEqualTo(140.0 / 180);
        assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(140.0 / 180 * 40 / 180 / 180), within(1e-15));
        assertThat(fit.logLikelihood())
                .isCloseTo(140 * Math.log(140.0 / 180) + 40 * Math.log(40.0 / 180), within(1e-11));
        assertThat(LifetimeFits.geometric(CohortTable.ofSurvivors(new double[] {100, 0}))
                        .distribution()
                        .retentionRate())
                .isZero();
    }

    /** The likelihood written out with beta functions of Commons Math, climbed without derivatives. */
    @Test
    void aSecondOptimiserFindsTheSameBetaGeometricMaximum() {
        double[] best =
                simplex(logs -> logLikelihood(HIGH_END, t -> beta(Math.exp(logs[0]), Math.exp(logs[1]), t)), 0, 0);
        ShiftedBetaGeometric fitted =
                LifetimeFits.shiftedBetaGeometric(highEnd(7)).distribution();
        assertThat(fitted.alpha()).isCloseTo(Math.exp(best[0]), withinPercentage(1e-4));
        assertThat(fitted.beta()).isCloseTo(Math.exp(best[1]), withinPercentage(1e-4));
    }

    @Test
    void aSecondOptimiserFindsTheSameBetaWeibullMaximum() {
        double[] best = simplex(
                logs -> logLikelihood(
                        HIGH_END, t -> beta(Math.exp(logs[0]), Math.exp(logs[1]), Math.pow(t, Math.exp(logs[2])))),
                -1,
                0,
                0);
        BetaDiscreteWeibull fitted =
                LifetimeFits.betaDiscreteWeibull(highEnd(7)).distribution();
        assertThat(fitted.alpha()).isCloseTo(Math.exp(best[0]), withinPercentage(1e-3));
        assertThat(fitted.beta()).isCloseTo(Math.exp(best[1]), withinPercentage(1e-3));
        assertThat(fitted.exponent()).isCloseTo(Math.exp(best[2]), withinPercentage(1e-3));
    }

    @Test
    void aSecondOptimiserFindsTheSameWeibullMaximum() {
        double[] best = simplex(
                logs -> logLikelihood(REGULAR, t -> Math.exp(-Math.exp(logs[0]) * Math.pow(t, Math.exp(logs[1])))),
                0,
                0);
        DiscreteWeibull fitted = LifetimeFits.discreteWeibull(regular(7)).distribution();
        assertThat(fitted.firstRetention()).isCloseTo(Math.exp(-Math.exp(best[0])), withinPercentage(1e-4));
        assertThat(fitted.exponent()).isCloseTo(Math.exp(best[1]), withinPercentage(1e-4));
    }

    /** The hazard of the first period is 1e-8 and less, so that q is 1 but for rounding. */
    @ParameterizedTest
    @CsvSource({"20, 8", "40, 5", "40, 8", "40, 12", "70, 5", "70, 12"})
    void steepWeibullsAreFoundToo(double scale, double exponent) {
        double[] shares = new double[37];
        Arrays.setAll(shares, t -> Math.exp(-Math.pow(t / scale, exponent)));
        double[] seen = Arrays.stream(shares).filter(share -> share > 1e-9).toArray();
        LifetimeFit<DiscreteWeibull> fit = LifetimeFits.discreteWeibull(CohortTable.ofShares(1e6, seen));
        assertThat(fit.boundary()).isEmpty();
        assertThat(fit.distribution().exponent()).isCloseTo(exponent, withinPercentage(0.01));
        assertThat(Math.pow(fit.distribution().rate(), -1 / fit.distribution().exponent()))
                .isCloseTo(scale, withinPercentage(0.01));
    }

    private static double beta(double alpha, double beta, double power) {
        return Math.exp(Beta.logBeta(alpha, beta + power) - Beta.logBeta(alpha, beta));
    }

    private interface Survival {
        double at(int time);
    }

    private static double logLikelihood(double[] percent, Survival survival) {
        double sum = 0;
        for (int t = 1; t < percent.length; t++) {
            sum += (percent[t - 1] - percent[t]) * Math.log(survival.at(t - 1) - survival.at(t));
        }
        return sum + percent[percent.length - 1] * Math.log(survival.at(percent.length - 1));
    }

    private static double[] simplex(
            org.apache.commons.math3.analysis.MultivariateFunction likelihood, double... start) {
        return new SimplexOptimizer(1e-15, 1e-15)
                .optimize(
                        new MaxEval(20_000),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(likelihood),
                        new InitialGuess(start),
                        new NelderMeadSimplex(start.length, 0.3))
                .getPoint();
    }

    @Test
    void derivativesAreThoseOfDifferences() {
        assertDerivatives(new PeriodLikelihood(highEnd(7), BetaGeometricRetention::new), -0.3, 1.2);
        assertDerivatives(new PeriodLikelihood(highEnd(7), () -> new WeibullRetention(7)), -0.5, -0.4);
        assertDerivatives(new PeriodLikelihood(highEnd(7), BetaWeibullRetention::new), -1.2, 0.6, 0.3);
        assertDerivatives(new PeriodLikelihood(regular(7), BetaWeibullRetention::new), 7, 8, -0.4);
        assertDerivatives(
                new TenureLikelihood(ObservedTenures.of(new double[] {3, 5, 8, 13, 2}, new double[] {1, 0, 1, 1, 1})
                        .withEntries(new double[] {0, 1, 4, 2, 0.5})),
                0.4,
                -0.2);
    }

    private static void assertDerivatives(LikelihoodAscent.Likelihood likelihood, double... logs) {
        double step = 1e-4;
        LikelihoodAscent.Place place = LikelihoodAscent.at(logs, likelihood, 0, false);
        for (int j = 0; j < logs.length; j++) {
            double[] up = logs.clone();
            double[] down = logs.clone();
            up[j] += step;
            down[j] -= step;
            LikelihoodAscent.Place above = LikelihoodAscent.at(up, likelihood, 0, false);
            LikelihoodAscent.Place below = LikelihoodAscent.at(down, likelihood, 0, false);
            assertThat(place.gradient()[j])
                    .as("gradient %d", j)
                    .isCloseTo((above.value() - below.value()) / (2 * step), within(2e-4));
            for (int k = 0; k < logs.length; k++) {
                assertThat(place.hessian()[j][k])
                        .as("hessian %d %d", j, k)
                        .isCloseTo((above.gradient()[k] - below.gradient()[k]) / (2 * step), within(2e-4));
            }
        }
    }

    /** The inverse of minus the second differences of the log-likelihood by the parameters themselves. */
    @Test
    void standardErrorsAreThoseOfTheCurvature() {
        LifetimeFit<ShiftedBetaGeometric> fit = LifetimeFits.shiftedBetaGeometric(highEnd(7));
        double a = fit.estimates()[0];
        double b = fit.estimates()[1];
        double step = 1e-3;
        double here = at(a, b);
        double aa = (at(a + step, b) - 2 * here + at(a - step, b)) / (step * step);
        double bb = (at(a, b + step) - 2 * here + at(a, b - step)) / (step * step);
        double ab = (at(a + step, b + step) - at(a + step, b - step) - at(a - step, b + step) + at(a - step, b - step))
                / (4 * step * step);
        double determinant = aa * bb - ab * ab;
        assertThat(fit.covariance()[0][0]).isCloseTo(-bb / determinant, withinPercentage(0.01));
        assertThat(fit.covariance()[1][1]).isCloseTo(-aa / determinant, withinPercentage(0.01));
        assertThat(fit.covariance()[0][1]).isCloseTo(ab / determinant, withinPercentage(0.01));
        assertThat(fit.standardErrors()[1]).isEqualTo(Math.sqrt(fit.covariance()[1][1]));
    }

    private static double at(double alpha, double beta) {
        return PeriodLikelihood.of(highEnd(7), new ShiftedBetaGeometric(alpha, beta), 0);
    }

    @Test
    void theStandardErrorOfTheRateIsThatOfTheCurvature() {
        LifetimeFit<DiscreteWeibull> fit = LifetimeFits.discreteWeibull(regular(7));
        double q = fit.estimates()[0]; // the rate
        double c = fit.estimates()[1];
        double step = 1e-4;
        double here = weibullAt(q, c);
        double qq = (weibullAt(q + step, c) - 2 * here + weibullAt(q - step, c)) / (step * step);
        double cc = (weibullAt(q, c + step) - 2 * here + weibullAt(q, c - step)) / (step * step);
        double qc = (weibullAt(q + step, c + step)
                        - weibullAt(q + step, c - step)
                        - weibullAt(q - step, c + step)
                        + weibullAt(q - step, c - step))
                / (4 * step * step);
        assertThat(fit.covariance()[0][0]).isCloseTo(-cc / (qq * cc - qc * qc), withinPercentage(0.01));
        assertThat(fit.covariance()[0][1]).isCloseTo(qc / (qq * cc - qc * qc), withinPercentage(0.01));
    }

    private static double weibullAt(double rate, double exponent) {
        return PeriodLikelihood.of(regular(7), new DiscreteWeibull(rate, exponent), 0);
    }

    @Test
    void criteriaCountParametersAndCustomers() {
        LifetimeFit<BetaDiscreteWeibull> fit = LifetimeFits.betaDiscreteWeibull(regular(7));
        assertThat(fit.aic()).isCloseTo(6 + 2 * 1679.602833, within(1e-5));
        assertThat(fit.bic()).isCloseTo(3 * Math.log(1000) + 2 * 1679.602833, within(1e-5));
        assertThat(fit.customers()).isEqualTo(1000);
        assertThat(fit.leavers()).isCloseTo(759, within(1e-9));
        assertThat(fit.iterations()).isBetween(2, 12);
        assertThat(fit.parameterNames()).containsExactly("alpha", "beta", "exponent");
    }

    @Test
    void customersAllAlikeAreSaidToBe() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {1000, 800, 640, 512, 409.6});
        LifetimeFit<ShiftedBetaGeometric> fit = LifetimeFits.shiftedBetaGeometric(table);
        assertThat(fit.boundary()).contains(LifetimeBoundary.HOMOGENEOUS);
        assertThat(fit.standardErrors()).containsExactly(Double.NaN, Double.NaN);
        assertThat(fit.distribution().retentionRate(3)).isCloseTo(0.8, within(1e-7));
        assertThat(fit.logLikelihood()).isCloseTo(LifetimeFits.geometric(table).logLikelihood(), within(1e-4));
        assertThat(fit.text(Language.ENGLISH))
                .contains("no maximum at finite parameters (customers alike): nothing shows that customers differ");
        assertThat(fit.text(Language.CHINESE)).contains("客户同质");
        LifetimeFit<BetaDiscreteWeibull> weibull = LifetimeFits.betaDiscreteWeibull(table);
        assertThat(weibull.boundary()).contains(LifetimeBoundary.HOMOGENEOUS);
        assertThat(weibull.distribution().exponent()).isCloseTo(1, within(1e-9));
    }

    @Test
    void customersWhoTireTogetherAreAlike() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {1000, 900, 780, 600, 300});
        assertThat(LifetimeFits.shiftedBetaGeometric(table).boundary()).contains(LifetimeBoundary.HOMOGENEOUS);
        LifetimeFit<BetaDiscreteWeibull> fit = LifetimeFits.betaDiscreteWeibull(table);
        LifetimeFit<DiscreteWeibull> limit = LifetimeFits.discreteWeibull(table);
        assertThat(fit.boundary()).contains(LifetimeBoundary.HOMOGENEOUS);
        assertThat(limit.boundary()).isEmpty();
        assertThat(fit.distribution().survivalProbability(6))
                .isCloseTo(limit.distribution().survivalProbability(6), within(1e-6));
    }

    @Test
    void lossesInTheFirstPeriodOnlySayNothingOfLaterOnes() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {1000, 600, 600, 600});
        for (LifetimeFit<?> fit : new LifetimeFit<?>[] {
            LifetimeFits.shiftedBetaGeometric(table),
            LifetimeFits.discreteWeibull(table),
            LifetimeFits.betaDiscreteWeibull(table)
        }) {
            assertThat(fit.boundary()).contains(LifetimeBoundary.FIRST_PERIOD_ONLY);
            assertThat(fit.distribution().survivalProbability(10)).isCloseTo(0.6, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000, 1000, 0", "1000, 400, 0, 0", "1000, 1000, 1000, 700"})
    void lossesInTheLastPeriodAreThoseOfAContractThatEnds(double start, double one, double two, double three) {
        CohortTable table = CohortTable.ofSurvivors(new double[] {start, one, two, three});
        LifetimeFit<DiscreteWeibull> fit = LifetimeFits.discreteWeibull(table);
        assertThat(fit.boundary()).contains(LifetimeBoundary.LAST_PERIOD);
        assertThat(fit.distribution().survivalProbability(1)).isCloseTo(one / start, within(1e-3));
        assertThat(fit.distribution().survivalProbability(3)).isCloseTo(three / start, within(1e-3));
    }

    @Test
    void theBetaWeibullLimitOfAContractThatEndsIsTheSame() {
        LifetimeFit<BetaDiscreteWeibull> fit =
                LifetimeFits.betaDiscreteWeibull(CohortTable.ofSurvivors(new double[] {1000, 1000, 1000, 0}));
        assertThat(fit.boundary()).contains(LifetimeBoundary.LAST_PERIOD);
        assertThat(fit.distribution().survivalProbability(2)).isCloseTo(1, within(0.01));
        assertThat(fit.distribution().survivalProbability(3)).isCloseTo(0, within(1e-3));
    }

    @Test
    void aPowerOfTimeHasNoFiniteParameters() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {1000, 1000, 900, 800, 790, 780});
        LifetimeFit<BetaDiscreteWeibull> fit = LifetimeFits.betaDiscreteWeibull(table);
        assertThat(fit.boundary()).contains(LifetimeBoundary.POWER_TAIL);
        assertThat(fit.logLikelihood())
                .isGreaterThan(LifetimeFits.discreteWeibull(table).logLikelihood());
    }

    @Test
    void withoutLossesThereIsNoEstimate() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {10, 10, 10, 10});
        for (Supplier<?> fit : Arrays.<Supplier<?>>asList(
                () -> LifetimeFits.geometric(table),
                () -> LifetimeFits.shiftedBetaGeometric(table),
                () -> LifetimeFits.discreteWeibull(table),
                () -> LifetimeFits.betaDiscreteWeibull(table))) {
            assertThatThrownBy(fit::get)
                    .isInstanceOfSatisfying(
                            FitException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_EVENTS))
                    .hasMessage("none of the 10.0 customers was lost within 3 periods, so nothing says when customers"
                            + " leave; wait for more periods or add older cohorts");
        }
    }

    @Test
    void aFirstPeriodThatNobodyPassedHasNoFit() {
        CohortTable table =
                CohortTable.ofTenures(ObservedTenures.of(new double[] {1, 1, 8, 8}, new double[] {1, 1, 0, 0})
                        .withEntries(new double[] {0, 0, 5, 5}));
        for (LifetimeModel model : new LifetimeModel[] {
            LifetimeModel.SHIFTED_BETA_GEOMETRIC, LifetimeModel.DISCRETE_WEIBULL, LifetimeModel.BETA_DISCRETE_WEIBULL
        }) {
            assertThatThrownBy(() -> model.fit(ObservedTenures.of(new double[] {1, 1, 8, 8}, new double[] {1, 1, 0, 0})
                            .withEntries(new double[] {0, 0, 5, 5})))
                    .isInstanceOf(FitException.class)
                    .hasMessageStartingWith("everybody watched in period 1 was lost in it");
        }
        assertThat(LifetimeFits.geometric(table).distribution().retentionRate()).isEqualTo(0.75);
    }

    @Test
    void asManyPeriodsAsParametersAreNeeded() {
        CohortTable table = CohortTable.ofSurvivors(new double[] {10, 9});
        assertThatThrownBy(() -> LifetimeFits.shiftedBetaGeometric(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must be watched in at least 2 periods for 2 parameters, but were in 1; use a"
                        + " distribution with fewer parameters or wait for more periods");
        assertThatThrownBy(() -> LifetimeFits.betaDiscreteWeibull(CohortTable.ofSurvivors(new double[] {10, 9, 8})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("customers must be watched in at least 3 periods for 3 parameters");
    }

    @Test
    void theExponentialEstimateIsLeaversByTimeWatched() {
        ObservedTenures tenures = ObservedTenures.of(new double[] {2, 3.5, 5, 0}, new double[] {1, 0, 1, 0});
        LifetimeFit<ExponentialLifetime> fit = LifetimeFits.exponential(tenures);
        assertThat(fit.distribution().hazardRate()).isCloseTo(2 / 10.5, within(1e-15));
        assertThat(fit.standardErrors()[0]).isCloseTo(Math.sqrt(2) / 10.5, within(1e-15));
        assertThat(fit.logLikelihood()).isCloseTo(2 * Math.log(2 / 10.5) - 2, within(1e-14));
        LifetimeFit<ExponentialLifetime> truncated =
                LifetimeFits.exponential(tenures.select(0, 1, 2).withEntries(new double[] {1, 0, 0}));
        assertThat(truncated.distribution().hazardRate()).isCloseTo(2 / 9.5, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 3})
    void aGridOfWeibullTenuresRecoversTheParametersCensoredOrNot(double shape) {
        WeibullLifetime truth = new WeibullLifetime(shape, 20);
        int n = 4000;
        double[] times = new double[n];
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            double time = truth.scale() * Math.pow(-Math.log((i + 0.5) / n), 1 / shape);
            times[i] = Math.min(time, 25);
            left[i] = time <= 25 ? 1 : 0;
        }
        LifetimeFit<WeibullLifetime> fit = LifetimeFits.weibull(ObservedTenures.of(times, left));
        assertThat(fit.distribution().shape()).isCloseTo(shape, withinPercentage(0.2));
        assertThat(fit.distribution().scale()).isCloseTo(20, withinPercentage(0.2));
        double[] best = simplex(logs -> density(times, left, Math.exp(logs[0]), Math.exp(logs[1])), 0, 2);
        assertThat(fit.distribution().shape()).isCloseTo(Math.exp(best[0]), withinPercentage(1e-3));
        assertThat(fit.distribution().scale()).isCloseTo(Math.exp(best[1]), withinPercentage(1e-3));
        assertThat(fit.logLikelihood())
                .isCloseTo(density(times, left, fit.estimates()[0], fit.estimates()[1]), within(1e-7));
    }

    private static double density(double[] times, double[] left, double shape, double scale) {
        WeibullLifetime lifetime = new WeibullLifetime(shape, scale);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += Math.log(lifetime.survivalProbability(times[i])) + left[i] * Math.log(lifetime.hazardRate(times[i]));
        }
        return sum;
    }

    /** Customers who left before they could be seen are no loss to the estimate where entry times are given. */
    @Test
    void leftTruncatedTenuresRecoverTheParametersToo() {
        WeibullLifetime truth = new WeibullLifetime(1.5, 20);
        int n = 6000;
        double[] times = new double[n];
        double[] entries = new double[n];
        int seen = 0;
        for (int i = 0; i < n; i++) {
            double time = 20 * Math.pow(-Math.log((i + 0.5) / n), 1 / 1.5);
            double entry = i % 4 * 6; // a quarter each seen from 0, 6, 12 and 18 on
            if (time > entry) {
                times[seen] = time;
                entries[seen++] = entry;
            }
        }
        double[] left = new double[seen];
        Arrays.fill(left, 1);
        ObservedTenures tenures = ObservedTenures.of(Arrays.copyOf(times, seen), left);
        WeibullLifetime fitted = LifetimeFits.weibull(tenures.withEntries(Arrays.copyOf(entries, seen)))
                .distribution();
        assertThat(fitted.shape()).isCloseTo(truth.shape(), withinPercentage(0.5));
        assertThat(fitted.scale()).isCloseTo(truth.scale(), withinPercentage(0.5));
        assertThat(LifetimeFits.weibull(tenures).distribution().scale()).isGreaterThan(24);
    }

    @Test
    void tenuresThatHaveNoFitAreRefused() {
        ObservedTenures atOnce = ObservedTenures.of(new double[] {2, 0}, new double[] {1, 1});
        assertThatThrownBy(() -> LifetimeFits.weibull(atOnce))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("time at row 1 must be above 0 for a customer who left")
                .hasMessageEndingWith("such as 0.5, or count whole periods from 1 in a CohortTable, but was 0.0");
        assertThatThrownBy(() -> LifetimeFits.exponential(atOnce))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("time at row 1 must be above 0 for a customer who left");
        assertThatThrownBy(() -> LifetimeFits.weibull(ObservedTenures.of(new double[] {2}, new double[] {0})))
                .isInstanceOfSatisfying(
                        FitException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_EVENTS))
                .hasMessage(
                        "none of the 1 customers left, so nothing says when customers leave; watch them for longer");
        assertThatThrownBy(() ->
                        LifetimeFits.weibull(ObservedTenures.of(new double[] {12, 12, 3}, new double[] {1, 1, 0})))
                .isInstanceOfSatisfying(
                        FitException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONSTANT_COLUMN))
                .hasMessageStartingWith("all 2 customers who left did so at the latest time 12.0");
    }

    @Test
    void theFitIsToldInBothLanguages() {
        assertThat(LifetimeFits.shiftedBetaGeometric(highEnd(7)).text(Language.ENGLISH))
                .isEqualTo("""
                        shifted beta geometric: 1000 customers, 509 left
                          alpha              0.668088  standard error 0.1037
                          beta                3.80609  standard error 0.7855
                          log-likelihood -1611.158147, AIC 3226.316, BIC 3236.132
                        """);
        assertThat(LifetimeFits.exponential(ObservedTenures.of(new double[] {2, 3}, new double[] {1, 0}))
                        .text(Language.CHINESE))
                .startsWith("指数:客户 2 名,流失 1 名\n  hazardRate");
    }
}
