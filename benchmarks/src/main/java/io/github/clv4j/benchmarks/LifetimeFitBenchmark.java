package io.github.clv4j.benchmarks;

import io.github.clv4j.retention.CohortTable;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.LifetimeFit;
import io.github.clv4j.retention.LifetimeFits;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Beta;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fits of the shifted beta geometric and the beta discrete Weibull lifetime to a published retention curve, beside the simplex
 * of Nelder and Mead in Commons Math on the same likelihood, written with its beta functions.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar LifetimeFitBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LifetimeFitBenchmark {

    /** The High End cohort of Fader and Hardie 2007, percent left after 0 .. 12 years. */
    private static final double[] PERCENT = {100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4
    };

    @Param({"8", "12"})
    public int periods;

    private CohortTable table;
    private double[] survivors;

    @Setup
    public void readAndCheck() {
        survivors = Arrays.stream(Arrays.copyOf(PERCENT, periods + 1))
                .map(percent -> 10 * percent)
                .toArray();
        table = CohortTable.ofSurvivors(survivors);
        check(betaGeometric(), betaGeometricBySimplex());
        check(betaWeibull(), betaWeibullBySimplex());
    }

    private static void check(LifetimeFit<? extends LifetimeDistribution> fit, double[] simplex) {
        double[] estimates = fit.estimates();
        for (int j = 0; j < estimates.length; j++) {
            if (!(Math.abs(StrictMath.exp(simplex[j]) / estimates[j] - 1) < 1e-3)) {
                throw new IllegalStateException(fit + " is not " + Arrays.toString(simplex) + " in logarithms");
            }
        }
    }

    @Benchmark
    public LifetimeFit<?> betaGeometric() {
        return LifetimeFits.shiftedBetaGeometric(table);
    }

    @Benchmark
    public LifetimeFit<?> betaWeibull() {
        return LifetimeFits.betaDiscreteWeibull(table);
    }

    @Benchmark
    public double[] betaGeometricBySimplex() {
        return simplex(logs -> logLikelihood(Math.exp(logs[0]), Math.exp(logs[1]), 1), 2);
    }

    @Benchmark
    public double[] betaWeibullBySimplex() {
        return simplex(logs -> logLikelihood(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2])), 3);
    }

    private double[] simplex(MultivariateFunction likelihood, int parameters) {
        return new SimplexOptimizer(1e-12, 1e-12)
                .optimize(
                        new MaxEval(10_000),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(likelihood),
                        new InitialGuess(new double[parameters]),
                        new NelderMeadSimplex(parameters, 0.5))
                .getPoint();
    }

    private double logLikelihood(double alpha, double beta, double exponent) {
        double whole = Beta.logBeta(alpha, beta);
        double before = 1;
        double sum = 0;
        for (int t = 1; t <= periods; t++) {
            double now = Math.exp(Beta.logBeta(alpha, beta + Math.pow(t, exponent)) - whole);
            sum += (survivors[t - 1] - survivors[t]) * Math.log(before - now);
            before = now;
        }
        return sum + survivors[periods] * Math.log(before);
    }
}
