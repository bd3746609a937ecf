package io.github.clv4j.ahp;

import java.util.Optional;

/** How the principal eigenvalue changes with the logarithms of the judgements given, those missing following suit. */
final class LambdaSlopes {

    private final LambdaGradient gradient;
    private final double[] potentials;

    private LambdaSlopes(LambdaGradient gradient, double[] potentials) {
        this.gradient = gradient;
        this.potentials = potentials;
    }

    static LambdaSlopes of(PairwiseMatrix matrix, Optional<Completion> completion) {
        int n = matrix.order();
        if (completion.isEmpty()) {
            return new LambdaSlopes(LambdaGradient.of(matrix.raw(), n), new double[n]);
        }
        return switch (completion.get()) {
            case LOG_LEAST_SQUARES -> leastSquares(matrix);
            // at the minimum the missing ones have no slope of their own
            case MINIMAL_LAMBDA ->
                new LambdaSlopes(LambdaGradient.of(completion.get().complete(matrix), n), new double[n]);
            case HARKER -> new LambdaSlopes(LambdaGradient.of(Harker.standIn(matrix), n), new double[n]);
        };
    }

    /** A missing judgement is the difference of two potentials, which the judgements given drive. */
    private static LambdaSlopes leastSquares(PairwiseMatrix matrix) {
        int n = matrix.order();
        ComparisonGraph graph = ComparisonGraph.connected(matrix);
        LambdaGradient gradient = LambdaGradient.of(LogLeastSquares.complete(matrix, graph), n);
        return new LambdaSlopes(gradient, graph.potentials(graph.missingSlopes(gradient)));
    }

    double lambda() {
        return gradient.lambda();
    }

    /** The derivative by the logarithm of a judgement that was given. */
    double slope(int i, int j) {
        return gradient.slope(i, j) + potentials[i] - potentials[j];
    }
}
