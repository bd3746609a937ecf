package io.github.clv4j.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The least there is to do: every value read once, every result written once. The results mean nothing: the first column, the
 * sum of those of the services, the sum of the others.
 *
 * <p>Six columns a loop in blocks of 1,024 customers was the fastest of what was tried: 1, 2, 3, 5, 6, 8, 10 or 16 columns a
 * loop, or all in one; blocks of 512 to 16,384 customers, or none.
 */
final class StreamingPass {

    private static final int BLOCK = 1024;

    private final double[][] columns;
    private final int services;
    private final ScoreArrays out;

    /** A score has one number more: the coverage of the index, or the churn probability. */
    private final double[] fourth;

    StreamingPass(double[][] columns, int services) {
        this.columns = columns;
        this.services = services;
        this.out = ScoreArrays.of(columns[0].length);
        this.fourth = new double[columns[0].length];
    }

    ScoreArrays run() {
        for (int from = 0; from < columns[0].length; from += BLOCK) {
            block(from);
        }
        return out;
    }

    ScoreArrays runOnAllCores() {
        int blocks = (columns[0].length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> block(block * BLOCK));
        return out;
    }

    private void block(int from) {
        int to = Math.min(from + BLOCK, columns[0].length);
        System.arraycopy(columns[0], from, out.current(), from, to - from);
        sum(1, 1 + services, from, to, out.potential());
        sum(1 + services, columns.length, from, to, out.loyalty());
        Arrays.fill(fourth, from, to, 1);
        Arrays.fill(out.segments(), from, to, (byte) 1);
    }

    /** Sums of 0, 6, 10 or 16 columns. */
    private void sum(int first, int end, int from, int to, double[] sums) {
        double[][] x = columns;
        int j = first;
        if (j == end) {
            Arrays.fill(sums, from, to, 0);
        } else {
            setSum(x[j], x[j + 1], x[j + 2], x[j + 3], x[j + 4], x[j + 5], from, to, sums);
            j += 6;
        }
        if (j + 6 <= end) {
            addSum(x[j], x[j + 1], x[j + 2], x[j + 3], x[j + 4], x[j + 5], from, to, sums);
            j += 6;
        }
        if (j < end) {
            addSum(x[j], x[j + 1], x[j + 2], x[j + 3], from, to, sums);
        }
    }

    private static void setSum(
            double[] a, double[] b, double[] c, double[] d, double[] e, double[] f, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            sums[i] = (a[i] + b[i] + c[i]) + (d[i] + e[i] + f[i]);
        }
    }

    private static void addSum(
            double[] a, double[] b, double[] c, double[] d, double[] e, double[] f, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            sums[i] += (a[i] + b[i] + c[i]) + (d[i] + e[i] + f[i]);
        }
    }

    private static void addSum(double[] a, double[] b, double[] c, double[] d, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            sums[i] += (a[i] + b[i]) + (c[i] + d[i]);
        }
    }

    /** Throws unless every column has been read for every customer. */
    static void check(SimulatedCustomers base, int services, ScoreArrays found) {
        for (int i = 0; i < base.customers; i++) {
            double[] values = base.values(i);
            double profit = values[0];
            double first = Arrays.stream(values, 1, 1 + services).sum();
            double rest = Arrays.stream(values, 1 + services, values.length).sum();
            if (found.current()[i] != profit
                    || !(Math.abs(found.potential()[i] - first) < 1e-9)
                    || !(Math.abs(found.loyalty()[i] - rest) < 1e-9)) {
                throw new IllegalStateException("the streaming pass has not read all of customer " + i);
            }
        }
    }
}
