package io.github.clv4j.ahp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The mean consistency index of random incomplete matrices, as Agoston and Csato (2022) define it: judgements uniform on the
 * 17 values of the scale, the missing pairs uniform among those that leave all names connected, completed to the smallest
 * principal eigenvalue. The numbers in {@link IncompleteRandomIndex} come from {@link #main}.
 */
final class RandomIndexSimulation {

    private static final long SEED = 2022;

    private RandomIndexSimulation() {}

    /** A mean and its standard error. */
    record Estimate(double mean, double standardError) {}

    /**
     * Prints the table for the orders given, one line an entry: order, missing, mean, standard error.
     *
     * @param args the first order, the last order, the number of matrices an entry
     */
    public static void main(String[] args) {
        int first = Integer.parseInt(args[0]);
        int last = Integer.parseInt(args[1]);
        int samples = Integer.parseInt(args[2]);
        for (int n = first; n <= last; n++) {
            for (int missing = 0; missing < mostMissing(n); missing++) {
                Estimate estimate = simulate(n, missing, samples);
                System.out.printf(Locale.ROOT, "%d %d %.6f %.6f%n", n, missing, estimate.mean, estimate.standardError);
            }
        }
    }

    /** How many judgements can be missing before nothing checks anything. */
    static int mostMissing(int n) {
        return (n - 1) * (n - 2) / 2;
    }

    static Estimate simulate(int n, int missing, int samples) {
        SplittableRandom random = new SplittableRandom(SEED + 1000L * n + missing);
        List<String> names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < samples; k++) {
            double index = consistencyIndex(names, random, missing);
            sum += index;
            squares += index * index;
        }
        double mean = sum / samples;
        return new Estimate(mean, Math.sqrt((squares / samples - mean * mean) / samples));
    }

    private static double consistencyIndex(List<String> names, SplittableRandom random, int missing) {
        while (true) {
            PairwiseMatrix matrix = randomMatrix(names, random, missing);
            try {
                return AhpSolver.withDefaults().solve(matrix).consistency().index();
            } catch (AhpException e) {
                if (e.reason() != AhpException.Reason.DISCONNECTED) {
                    throw e;
                }
            }
        }
    }

    private static PairwiseMatrix randomMatrix(List<String> names, SplittableRandom random, int missing) {
        int pairs = names.size() * (names.size() - 1) / 2;
        int[] places = IntStream.range(0, pairs).toArray();
        double[] judgements = new double[pairs];
        for (int p = 0; p < pairs; p++) {
            int k = random.nextInt(-8, 9);
            judgements[p] = k < 0 ? 1.0 / (1 - k) : 1 + k;
            int swap = random.nextInt(p + 1);
            places[p] = places[swap];
            places[swap] = p;
        }
        Arrays.stream(places, 0, missing).forEach(place -> judgements[place] = Double.NaN);
        return ofUpperTriangle(names, judgements);
    }

    private static PairwiseMatrix ofUpperTriangle(List<String> names, double[] judgements) {
        PairwiseMatrixBuilder builder = PairwiseMatrix.builder(names);
        int p = 0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++, p++) {
                if (!Double.isNaN(judgements[p])) {
                    builder.judge(names.get(i), names.get(j), judgements[p]);
                }
            }
        }
        return builder.build();
    }
}
