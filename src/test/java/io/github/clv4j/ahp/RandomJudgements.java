package io.github.clv4j.ahp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Random matrices of judgements, complete and incomplete. */
final class RandomJudgements {

    private RandomJudgements() {}

    /** Each judgement uniform on the 17 values 1/9, ..., 1, ..., 9. */
    static PairwiseMatrix onScale(Random random, int n) {
        double[] judgements = new double[n * (n - 1) / 2];
        Arrays.setAll(judgements, k -> scaleValue(random.nextInt(17)));
        return PairwiseMatrix.ofUpperTriangle(JudgementTables.names(n), judgements);
    }

    /** The values 1/9, ..., 1/2, 1, 2, ..., 9 by their place from 0 to 16. */
    static double scaleValue(int place) {
        return place < 8 ? 1.0 / (9 - place) : place - 7;
    }

    /** Ratios of random weights, up to about a factor of 9 apart, each times lognormal noise. */
    static PairwiseMatrix noisy(Random random, int n, double sigma) {
        double[] weights = weights(random, n);
        double[] judgements = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                judgements[k++] = weights[i] / weights[j] * StrictMath.exp(sigma * random.nextGaussian());
            }
        }
        return PairwiseMatrix.ofUpperTriangle(JudgementTables.names(n), judgements);
    }

    /** Weights that sum to 1. */
    static double[] weights(Random random, int n) {
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> StrictMath.exp(2 * random.nextDouble()));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }

    /** A matrix without some of its judgements, at random among those whose loss leaves all names connected. */
    static PairwiseMatrix without(Random random, PairwiseMatrix matrix, int missing) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < matrix.order(); i++) {
            for (int j = i + 1; j < matrix.order(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        Collections.shuffle(pairs, random);
        double[][] left = matrix.toArray();
        int gone = 0;
        for (int[] pair : pairs) {
            if (gone < missing) {
                double judgement = left[pair[0]][pair[1]];
                left[pair[0]][pair[1]] = Double.NaN;
                left[pair[1]][pair[0]] = Double.NaN;
                gone++;
                if (groupOf(left, 0).size() < matrix.order()) {
                    left[pair[0]][pair[1]] = judgement;
                    left[pair[1]][pair[0]] = 1 / judgement;
                    gone--;
                }
            }
        }
        return ofKnown(matrix.names(), left);
    }

    /** A matrix of rows, NaN where nothing was judged; only what stands above the diagonal is read. */
    static PairwiseMatrix ofKnown(List<String> names, double[][] rows) {
        PairwiseMatrixBuilder builder = PairwiseMatrix.builder(names);
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                if (!Double.isNaN(rows[i][j])) {
                    builder.judge(names.get(i), names.get(j), rows[i][j]);
                }
            }
        }
        return builder.build();
    }

    /** Everyone who can be reached from a start by way of judgements, in the order of the matrix: breadth first. */
    static List<Integer> groupOf(double[][] rows, int start) {
        boolean[] seen = new boolean[rows.length];
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        List<Integer> group = new ArrayList<>();
        while (!next.isEmpty()) {
            int i = next.remove();
            group.add(i);
            for (int j = 0; j < rows.length; j++) {
                if (!seen[j] && !Double.isNaN(rows[i][j])) {
                    seen[j] = true;
                    next.add(j);
                }
            }
        }
        Collections.sort(group);
        return group;
    }
}
