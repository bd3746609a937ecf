package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LifetimeFitsPropertyTest {

    private static CohortTable expected(LifetimeDistribution lifetime, int periods) {
        double[] shares = new double[periods + 1];
        Arrays.setAll(shares, lifetime::survivalProbability);
        return CohortTable.ofShares(1e6, shares);
    }

    /** A cohort that loses just what is expected of it has the parameters of what it is expected of. */
    @Property(tries = 200)
    void anExpectedCohortRecoversTheBetaGeometricParameters(
            @ForAll @DoubleRange(min = 0.05, max = 20) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 20) double beta,
            @ForAll @IntRange(min = 3, max = 24) int periods) {
        ShiftedBetaGeometric truth = new ShiftedBetaGeometric(alpha, beta);
        LifetimeFit<ShiftedBetaGeometric> fit = LifetimeFits.shiftedBetaGeometric(expected(truth, periods));
        assertThat(fit.boundary()).isEmpty();
        assertThat(fit.distribution().alpha()).isCloseTo(alpha, withinPercentage(0.01));
        assertThat(fit.distribution().beta()).isCloseTo(beta, withinPercentage(0.01));
    }

    @Property(tries = 200)
    void anExpectedCohortRecoversTheBetaWeibullCurve(
            @ForAll @DoubleRange(min = 0.1, max = 5) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 5) double beta,
            @ForAll @DoubleRange(min = 0.5, max = 2) double exponent) {
        BetaDiscreteWeibull truth = new BetaDiscreteWeibull(alpha, beta, exponent);
        LifetimeFit<BetaDiscreteWeibull> fit = LifetimeFits.betaDiscreteWeibull(expected(truth, 12));
        assertThat(fit.boundary()).isEmpty();
        for (int t = 1; t <= 12; t++) {
            assertThat(fit.distribution().survivalProbability(t)).isCloseTo(truth.survivalProbability(t), within(1e-5));
        }
        assertThat(fit.distribution().exponent()).isCloseTo(exponent, withinPercentage(0.5));
    }

    @Property(tries = 200)
    void anExpectedCohortRecoversTheWeibullParameters(
            @ForAll @DoubleRange(min = 0.1, max = 0.95) double first,
            @ForAll @DoubleRange(min = 0.3, max = 1.8) double exponent) {
        DiscreteWeibull truth = DiscreteWeibull.ofFirstRetention(first, exponent);
        DiscreteWeibull fitted =
                LifetimeFits.discreteWeibull(expected(truth, 8)).distribution();
        assertThat(fitted.firstRetention()).isCloseTo(first, withinPercentage(0.001));
        assertThat(fitted.exponent()).isCloseTo(exponent, withinPercentage(0.001));
    }

    /** Whatever the survivors, a fit is finite and as good as that of its special case. */
    @Property(tries = 1000)
    void moreParametersNeverFitWorse(
            @ForAll @Size(min = 3, max = 10) List<@DoubleRange(min = 0.01, max = 1) Double> retention) {
        double[] survivors = new double[retention.size() + 1];
        survivors[0] = 1000;
        for (int t = 0; t < retention.size(); t++) {
            survivors[t + 1] = survivors[t] * retention.get(t);
        }
        CohortTable table = CohortTable.ofSurvivors(survivors);
        Assume.that(table.leavers() > 1e-6);
        double geometric = LifetimeFits.geometric(table).logLikelihood();
        double betaGeometric = LifetimeFits.shiftedBetaGeometric(table).logLikelihood();
        double weibull = LifetimeFits.discreteWeibull(table).logLikelihood();
        LifetimeFit<BetaDiscreteWeibull> fit = LifetimeFits.betaDiscreteWeibull(table);
        assertThat(betaGeometric).isGreaterThan(geometric - 0.01);
        assertThat(weibull).isGreaterThan(geometric - 0.01);
        assertThat(fit.logLikelihood()).isGreaterThan(Math.max(betaGeometric, weibull) - 0.01);
        if (fit.boundary().isEmpty()) {
            assertThat(Arrays.stream(fit.estimates())).allMatch(p -> p > 1e-8 && p < 1e8);
        }
    }

    /** Half the customers, the same shares: the same estimates, standard errors sqrt 2 times as large. */
    @Property(tries = 50)
    void standardErrorsShrinkWithTheRootOfTheCustomers(@ForAll @DoubleRange(min = 0.2, max = 5) double alpha) {
        double[] shares = new double[9];
        Arrays.setAll(shares, new ShiftedBetaGeometric(alpha, 2)::survivalProbability);
        LifetimeFit<ShiftedBetaGeometric> many = LifetimeFits.shiftedBetaGeometric(CohortTable.ofShares(2000, shares));
        LifetimeFit<ShiftedBetaGeometric> few = LifetimeFits.shiftedBetaGeometric(CohortTable.ofShares(1000, shares));
        assertThat(few.estimates()[0]).isCloseTo(many.estimates()[0], withinPercentage(1e-5));
        assertThat(few.standardErrors()[0]).isCloseTo(many.standardErrors()[0] * Math.sqrt(2), withinPercentage(1e-3));
    }

    /** Months for years: the scale is 12 times as large, the hazard a twelfth, the shape the same. */
    @Property(tries = 100)
    void anotherUnitOfTimeChangesOnlyTheScale(
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double unit,
            @ForAll @Size(min = 3, max = 40) List<@DoubleRange(min = 0.01, max = 50) Double> tenures) {
        double[] times = tenures.stream().mapToDouble(t -> t).toArray();
        double[] left = new double[times.length];
        Arrays.setAll(left, i -> i % 3 == 2 ? 0 : 1);
        double[] scaled = Arrays.stream(times).map(t -> t * unit).toArray();
        Assume.that(times[1] < 0.99 * times[0] || times[0] < 0.99 * times[1]);
        LifetimeFit<WeibullLifetime> one = LifetimeFits.weibull(ObservedTenures.of(times, left));
        LifetimeFit<WeibullLifetime> other = LifetimeFits.weibull(ObservedTenures.of(scaled, left));
        assertThat(other.distribution().shape()).isCloseTo(one.distribution().shape(), withinPercentage(1e-6));
        assertThat(other.distribution().scale())
                .isCloseTo(unit * one.distribution().scale(), withinPercentage(1e-6));
        assertThat(LifetimeFits.exponential(ObservedTenures.of(scaled, left))
                        .distribution()
                        .hazardRate())
                .isCloseTo(
                        LifetimeFits.exponential(ObservedTenures.of(times, left))
                                        .distribution()
                                        .hazardRate()
                                / unit,
                        withinPercentage(1e-9));
    }
}
