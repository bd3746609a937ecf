package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

class CoxPropertyTest {

    /** Rows of customers with two columns; with entries or without, with ties or without. */
    private record Base(double[] entries, double[] times, double[] left, double[][] columns, boolean late) {

        static Base madeUp(long seed, int customers, boolean late, boolean tied) {
            Random random = new Random(seed);
            double[] a = random.doubles(customers).toArray();
            double[] b = IntStream.range(0, customers)
                    .mapToDouble(i -> random.nextInt(2))
                    .toArray();
            double[] entries = new double[customers];
            double[] times = new double[customers];
            for (int i = 0; i < customers; i++) {
                double tenure = -10 * Math.log(random.nextDouble()) / Math.exp(a[i] - b[i]);
                entries[i] = late ? 4 * random.nextDouble() : 0;
                times[i] = entries[i] + tenure;
                if (tied) {
                    entries[i] = Math.floor(entries[i]);
                    times[i] = Math.floor(times[i]) + 1;
                }
            }
            double[] left = random.doubles(customers).map(u -> u < 0.7 ? 1 : 0).toArray();
            return new Base(entries, times, left, new double[][] {a, b}, late);
        }

        ObservedTenures tenures() {
            ObservedTenures tenures = ObservedTenures.of(times, left);
            return late ? tenures.withEntries(entries) : tenures;
        }

        CoxFit fit(TiedTimes ties) {
            return CoxRegression.withDefaults().withTies(ties).fit(List.of("a", "b"), columns, tenures());
        }

        boolean atRisk(int row, double time) {
            return times[row] >= time && (!late || entries[row] < time);
        }

        double weight(int row, double[] b) {
            return Math.exp(b[0] * columns[0][row] + b[1] * columns[1][row]);
        }

        /** The definition, one time of leaving after the other, everybody looked at for each. */
        double logLikelihood(double[] b, TiedTimes ties) {
            double sum = 0;
            double[] leaving = IntStream.range(0, times.length)
                    .filter(i -> left[i] == 1)
                    .mapToDouble(i -> times[i])
                    .distinct()
                    .toArray();
            for (double time : leaving) {
                double atRisk = 0;
                double gone = 0;
                int d = 0;
                for (int i = 0; i < times.length; i++) {
                    atRisk += atRisk(i, time) ? weight(i, b) : 0;
                    if (times[i] == time && left[i] == 1) {
                        gone += weight(i, b);
                        sum += Math.log(weight(i, b));
                        d++;
                    }
                }
                for (int l = 0; l < d; l++) {
                    sum -= Math.log(atRisk - (ties == TiedTimes.EFRON ? gone * l / d : 0));
                }
            }
            return sum;
        }

        double concordance(double[] b) {
            double ordered = 0;
            double pairs = 0;
            for (int i = 0; i < times.length; i++) {
                for (int j = 0; j < times.length && left[i] == 1; j++) {
                    boolean later = times[j] > times[i] || (times[j] == times[i] && left[j] == 0);
                    if (later && atRisk(j, times[i])) {
                        pairs++;
                        ordered += (1 + Math.signum(Math.log(weight(i, b)) - Math.log(weight(j, b)))) / 2;
                    }
                }
            }
            return ordered / pairs;
        }
    }

    private static double[] estimates(CoxFit fit) {
        return fit.coefficients().stream().mapToDouble(CoxCoefficient::estimate).toArray();
    }

    private static void assertSame(CoxFit actual, CoxFit expected, double tolerance) {
        for (int j = 0; j < 2; j++) {
            CoxCoefficient theirs = expected.coefficients().get(j);
            CoxCoefficient ours = actual.coefficients().get(j);
            assertThat(ours.estimate())
                    .isCloseTo(theirs.estimate(), within(tolerance * Math.max(theirs.standardError(), 1e-3)));
            assertThat(ours.standardError()).isCloseTo(theirs.standardError(), within(1e-7 * theirs.standardError()));
        }
    }

    @Property(tries = 30)
    void aSecondOptimiserFindsTheSameMaximumOfTheDefinition(
            @ForAll long seed, @ForAll TiedTimes ties, @ForAll boolean late, @ForAll boolean tied) {
        Base base = Base.madeUp(seed, 60, late, tied);
        CoxFit fit = base.fit(ties);
        var found = new SimplexOptimizer(new SimpleValueChecker(-1, 1e-13))
                .optimize(
                        new MaxEval(5000),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(b -> base.logLikelihood(b, ties)),
                        new InitialGuess(new double[2]),
                        new NelderMeadSimplex(2, 0.5));
        assertThat(fit.logLikelihood()).isCloseTo(base.logLikelihood(estimates(fit), ties), within(1e-9));
        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(found.getValue() - 1e-9);
        for (int j = 0; j < 2; j++) {
            assertThat(estimates(fit)[j]).isCloseTo(found.getPoint()[j], within(1e-4));
        }
        assertThat(fit.nullLogLikelihood()).isCloseTo(base.logLikelihood(new double[2], ties), within(1e-9));
    }

    /** Central differences of the definition: the gradient is 0 there, and the second derivatives are the covariance's inverse. */
    @Property(tries = 30)
    void derivativesAreThoseOfTheDefinition(
            @ForAll long seed, @ForAll TiedTimes ties, @ForAll boolean late, @ForAll boolean tied) {
        Base base = Base.madeUp(seed, 60, late, tied);
        CoxFit fit = base.fit(ties);
        double[] b = estimates(fit);
        double h = 1e-4;
        double[][] second = new double[2][2];
        for (int j = 0; j < 2; j++) {
            double[] up = b.clone();
            double[] down = b.clone();
            up[j] += h;
            down[j] -= h;
            assertThat((base.logLikelihood(up, ties) - base.logLikelihood(down, ties)) / (2 * h))
                    .isCloseTo(0, within(1e-5));
            for (int k = 0; k < 2; k++) {
                second[j][k] = mixed(base, ties, b, j, k, h);
            }
        }
        double[][] covariance = fit.covariance();
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 2; k++) {
                double product = -second[j][0] * covariance[0][k] - second[j][1] * covariance[1][k];
                assertThat(product).isCloseTo(j == k ? 1 : 0, within(1e-3));
            }
        }
    }

    private static double mixed(Base base, TiedTimes ties, double[] b, int j, int k, double h) {
        double sum = 0;
        for (int s = -1; s <= 1; s += 2) {
            for (int t = -1; t <= 1; t += 2) {
                double[] at = b.clone();
                at[j] += s * h;
                at[k] += t * h;
                sum += s * t * base.logLikelihood(at, ties);
            }
        }
        return sum / (4 * h * h);
    }

    @Property(tries = 50)
    void theConcordanceCountsPairs(@ForAll long seed, @ForAll boolean late, @ForAll boolean tied) {
        Base base = Base.madeUp(seed, 60, late, tied);
        CoxFit fit = base.fit(TiedTimes.EFRON);
        assertThat(fit.concordance()).isCloseTo(base.concordance(estimates(fit)), within(1e-12));
    }

    /** Squares of times keep their order, and the order is all that counts. */
    @Property(tries = 50)
    void anotherScaleOfTimeChangesNothing(@ForAll long seed, @ForAll boolean late, @ForAll boolean tied) {
        Base base = Base.madeUp(seed, 80, late, tied);
        Base squared = new Base(
                Arrays.stream(base.entries).map(t -> t * t).toArray(),
                Arrays.stream(base.times).map(t -> t * t).toArray(),
                base.left,
                base.columns,
                late);
        assertSame(squared.fit(TiedTimes.EFRON), base.fit(TiedTimes.EFRON), 1e-9);
    }

    @Property(tries = 50)
    void aShiftedColumnHasTheSameEffect(@ForAll long seed, @ForAll boolean late) {
        Base base = Base.madeUp(seed, 80, late, true);
        double[] shifted = Arrays.stream(base.columns[0]).map(x -> x + 2000).toArray();
        Base other = new Base(base.entries, base.times, base.left, new double[][] {shifted, base.columns[1]}, late);
        assertSame(other.fit(TiedTimes.EFRON), base.fit(TiedTimes.EFRON), 1e-7);
    }

    @Property(tries = 50)
    void aRowSplitInTwoIsTheSameCustomer(@ForAll long seed, @ForAll TiedTimes ties, @ForAll boolean late) {
        Base base = Base.madeUp(seed, 60, late, true);
        Random random = new Random(seed + 1);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < base.times.length; i++) {
            double from = base.entries[i];
            double middle = Math.floor((from + base.times[i]) / 2);
            boolean split = middle > from && middle < base.times[i] && random.nextBoolean();
            if (split) {
                rows.add(new double[] {from, middle, 0, base.columns[0][i], base.columns[1][i]});
            }
            rows.add(new double[] {
                split ? middle : from, base.times[i], base.left[i], base.columns[0][i], base.columns[1][i]
            });
        }
        double[][] columns = IntStream.range(0, 5)
                .mapToObj(c -> rows.stream().mapToDouble(row -> row[c]).toArray())
                .toArray(double[][]::new);
        CoxFit pieces =
                new Base(columns[0], columns[1], columns[2], new double[][] {columns[3], columns[4]}, true).fit(ties);
        CoxFit whole = base.fit(ties);
        assertSame(pieces, whole, 1e-9);
        assertThat(pieces.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-9));
        assertThat(pieces.survival(0.5, 0).survivalProbability(5))
                .isCloseTo(whole.survival(0.5, 0).survivalProbability(5), within(1e-9));
    }

    @Property(tries = 50)
    void theScoreTestOfTwoGroupsIsTheLogRankTest(@ForAll long seed) {
        Base base = Base.madeUp(seed, 50, false, false);
        CoxFit fit = CoxRegression.withDefaults().fit(List.of("b"), new double[][] {base.columns[1]}, base.tenures());
        List<String> groups = Arrays.stream(base.columns[1])
                .mapToObj(x -> x == 1 ? "one" : "zero")
                .toList();
        ChiSquareTest logRank = LogRank.of(base.tenures().byGroup(groups)).test();
        assertThat(fit.scoreTest().chiSquare())
                .isCloseTo(logRank.chiSquare(), within(1e-9 * Math.max(1, logRank.chiSquare())));
    }
}
