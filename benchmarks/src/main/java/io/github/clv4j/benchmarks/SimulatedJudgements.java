package io.github.clv4j.benchmarks;

import io.github.clv4j.ahp.PairwiseMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judgements as a careful person makes them: ratios of true weights, off by some 40 %, rounded to the scale. */
final class SimulatedJudgements {

    private static final double SPREAD = 2;
    private static final double NOISE = 0.4;

    private SimulatedJudgements() {}

    static List<PairwiseMatrix> of(int order, int matrices) {
        SplittableRandom random = new SplittableRandom(1977);
        List<String> names =
                IntStream.rangeClosed(1, order).mapToObj(i -> "criterion " + i).toList();
        return Stream.generate(() -> PairwiseMatrix.ofUpperTriangle(names, judgements(order, random)))
                .limit(matrices)
                .toList();
    }

    private static double[] judgements(int order, SplittableRandom random) {
        double[] logWeights = random.doubles(order).map(share -> SPREAD * share).toArray();
        double[] judgements = new double[order * (order - 1) / 2];
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = i + 1; j < order; j++) {
                double log = logWeights[i] - logWeights[j] + NOISE * gaussian(random);
                double strength = Math.min(9, Math.max(1, Math.rint(Math.exp(Math.abs(log)))));
                judgements[k++] = log < 0 ? 1 / strength : strength;
            }
        }
        return judgements;
    }

    private static double gaussian(SplittableRandom random) {
        return random.doubles(12).sum() - 6;
    }
}
