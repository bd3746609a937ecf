package io.github.clv4j.retention;

import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a regression with their means and standard deviations. Fits work on standardised columns: the Newton
 * steps are the same in exact arithmetic, and the matrices stay well conditioned when a column counts in thousands or
 * sits far from 0.
 */
final class Design {

    /** A column with less than this part of the weight of the strongest has no say in a combination. */
    private static final double SAY = 0.01;

    private final List<String> names;
    private final double[][] columns;
    private final double[] means;
    private final double[] deviations;

    Design(List<String> names, double[][] columns) {
        this.names = names;
        this.columns = columns;
        this.means = new double[columns.length];
        this.deviations = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            requireFinite(j);
            requireVaried(j);
            means[j] = BlockSum.mean(columns[j]);
            deviations[j] = deviation(j);
        }
    }

    int size() {
        return columns.length;
    }

    String name(int j) {
        return names.get(j);
    }

    List<String> names() {
        return names;
    }

    /** The columns with a say in a combination of the standardised ones, intercept first; the strongest first. */
    List<String> strongest(double[] weights) {
        double[] sizes = new double[columns.length];
        Arrays.setAll(sizes, j -> Math.abs(weights[j + 1]));
        double limit = SAY * Arrays.stream(sizes).max().orElse(0);
        return IntStream.range(0, columns.length)
                .filter(j -> sizes[j] >= limit)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -sizes[j]))
                .map(names::get)
                .toList();
    }

    /** Writes rows from..to of the standardised columns to the start of {@code z}, behind a column of ones. */
    void standardised(int from, int to, double[][] z) {
        Arrays.fill(z[0], 0, to - from, 1);
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double mean = means[j];
            double deviation = deviations[j];
            double[] out = z[j + 1];
            for (int i = from; i < to; i++) {
                out[i - from] = (column[i] - mean) / deviation;
            }
        }
    }

    /** The model in the units of the columns for coefficients of the standardised ones, intercept first. */
    ChurnModel model(double[] standardised) {
        double intercept = standardised[0];
        double[] coefficients = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            coefficients[j] = standardised[j + 1] / deviations[j];
            intercept -= coefficients[j] * means[j];
        }
        return ChurnModel.of(names, intercept, coefficients, means);
    }

    private void requireFinite(int j) {
        for (int i = 0; i < columns[j].length; i++) {
            if (!Double.isFinite(columns[j][i])) {
                throw Require.outside("column " + names.get(j) + " at row " + i, "finite", columns[j][i]);
            }
        }
    }

    private void requireVaried(int j) {
        double first = columns[j][0];
        for (double value : columns[j]) {
            if (value != first) {
                return;
            }
        }
        throw new FitException(
                Reason.CONSTANT_COLUMN,
                List.of(names.get(j)),
                "column " + names.get(j) + " is " + first + " for every customer; leave it out");
    }

    private double deviation(int j) {
        double[] squares = new double[columns[j].length];
        for (int i = 0; i < squares.length; i++) {
            double distance = columns[j][i] - means[j];
            squares[i] = distance * distance;
        }
        double deviation = StrictMath.sqrt(BlockSum.mean(squares));
        if (deviation > 0 && deviation < Double.POSITIVE_INFINITY) {
            return deviation;
        }
        throw Require.outside("standard deviation of column " + names.get(j), "in (0, Inf)", deviation);
    }
}
