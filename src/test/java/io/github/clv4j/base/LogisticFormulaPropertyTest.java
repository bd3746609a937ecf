package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The columnar forms against the scalar ones, bit for bit. */
class LogisticFormulaPropertyTest {

    private static final double UNTOUCHED = -7;
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    @Property(tries = 300)
    void aProbabilityInAColumnHasTheBitsOfTheOneOfTheCustomerAlone(
            @ForAll @IntRange(max = 18) int features,
            @ForAll @IntRange(max = 5000) int customers,
            @ForAll Kind kind,
            @ForAll Random random) {
        LogisticFormula formula = formula(features, kind, random);
        double[][] columns = columns(features, customers, kind, random);
        int from = random.nextInt(customers + 1);
        int to = from + random.nextInt(customers + 1 - from);
        double[] out = new double[customers];
        Arrays.fill(out, UNTOUCHED);

        formula.probability(columns, from, to, out);

        for (int i = 0; i < customers; i++) {
            double expected = from <= i && i < to ? probability(formula, row(columns, i)) : UNTOUCHED;
            requireSameBits(i, out[i], expected);
        }
    }

    @Property(tries = 100)
    void logOddsInAColumnHaveTheBitsOfThoseOfTheCustomerAlone(
            @ForAll @IntRange(max = 9) int features,
            @ForAll @IntRange(max = 5000) int customers,
            @ForAll Kind kind,
            @ForAll Random random) {
        LogisticFormula formula = formula(features, kind, random);
        double[][] columns = columns(features, customers, kind, random);
        int from = random.nextInt(customers + 1);
        int to = from + random.nextInt(customers + 1 - from);
        double[] out = new double[customers];
        Arrays.fill(out, UNTOUCHED);

        formula.logOdds(columns, from, to, out);

        for (int i = 0; i < customers; i++) {
            double alone = formula.logOdds(row(columns, i));
            double finite = Double.isFinite(alone) ? alone : Double.NaN;
            requireSameBits(i, out[i], from <= i && i < to ? finite : UNTOUCHED);
        }
    }

    /** What the features are like. */
    enum Kind {
        ORDINARY,
        LARGE,
        SMALL,
        AT_A_BORDER,
        SPARSE,
        SPOILT,
        ANY_BITS
    }

    private static DoubleSupplier values(Kind kind, Random random) {
        return switch (kind) {
            case ORDINARY -> () -> random.nextGaussian();
            case LARGE -> () -> 200 * random.nextGaussian();
            case SMALL -> () -> Math.scalb(random.nextGaussian(), -random.nextInt(60));
            case AT_A_BORDER -> () -> (random.nextInt(300) - 150) * (LN2 / 2) * (1 + 0x1p-52 * (random.nextInt(9) - 4));
            case SPARSE -> () -> random.nextInt(3) - 1;
            case SPOILT -> () -> spoilt(random);
            case ANY_BITS -> () -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static double spoilt(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> Double.MAX_VALUE;
            case 4 -> -0.0;
            default -> random.nextGaussian();
        };
    }

    /** At a border every feature but the first is weighed by 0, so that the log-odds are the border and not a sum. */
    private static LogisticFormula formula(int features, Kind kind, Random random) {
        List<String> names = IntStream.range(0, features).mapToObj(j -> "x" + j).toList();
        boolean plain = kind == Kind.AT_A_BORDER || kind == Kind.SMALL;
        double[] coefficients = new double[features];
        Arrays.setAll(coefficients, j -> plain ? (j == 0 ? 1 : 0) : random.nextGaussian());
        return LogisticFormula.of(names, plain ? 0 : random.nextGaussian(), coefficients, new double[features]);
    }

    private static double[][] columns(int features, int customers, Kind kind, Random random) {
        DoubleSupplier values = values(kind, random);
        double[][] columns = new double[features][customers];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> values.getAsDouble());
        }
        return columns;
    }

    private static double[] row(double[][] columns, int i) {
        return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
    }

    private static double probability(LogisticFormula formula, double[] x) {
        double logOdds = formula.logOdds(x);
        return Double.isFinite(logOdds) ? 1 / (1 + StrictMath.exp(-logOdds)) : Double.NaN;
    }

    private static void requireSameBits(int customer, double found, double expected) {
        if (Double.doubleToRawLongBits(found) != Double.doubleToRawLongBits(expected)) {
            assertThat(found).as("customer %d", customer).isEqualTo(expected);
            throw new AssertionError("customer " + customer + " has other bits in " + found);
        }
    }
}
