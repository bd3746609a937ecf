package io.github.clv4j.ahp;

/**
 * The completion of smallest principal eigenvalue. In the logarithms x of the missing judgements the eigenvalue is convex.
 *
 * <p>By Donsker and Varadhan, {@code lambda = max_mu min_u sum_i mu_i sum_j a_ij exp(u_j - u_i)}. With mu held at its
 * present value {@code v_i w_i} the minimum over u is a lower bound of lambda(x) that touches it at the present x, and its
 * Hessian over x is that of an electrical network: {@code H = C - C B (B' C B)^-1 B' C}, C the conductances {@code p_ij +
 * p_ji} of the missing pairs, B their incidence. By Woodbury's identity {@code H^-1 = C^-1 + B L^-1 B'}, L the Laplacian of
 * the pairs that are known: an equation for each name, however many judgements are missing. These steps are Newton's but for
 * the change of mu; as the bound is less curved than lambda itself, a step is no shorter than Newton's would be, and says
 * how far off the minimum at most is.
 */
final class MinimalLambda {

    private static final double STEP_TOLERANCE = 1e-10;
    private static final double NOISE = 1 + 4 * PerronPair.TOLERANCE;
    private static final int MOST_STEPS = 500;
    private static final double SHORTEST_SHARE = 1e-6;

    private final PairwiseMatrix matrix;
    private final ComparisonGraph graph;
    private final int n;

    private MinimalLambda(PairwiseMatrix matrix, ComparisonGraph graph) {
        this.matrix = matrix;
        this.graph = graph;
        this.n = matrix.order();
    }

    /** The completed entries, row by row. */
    static double[] complete(PairwiseMatrix matrix, ComparisonGraph graph) {
        return new MinimalLambda(matrix, graph).minimise();
    }

    private double[] minimise() {
        double[] entries = LogLeastSquares.complete(matrix, graph);
        LambdaGradient gradient = LambdaGradient.of(entries, n);
        for (int k = 0; k < MOST_STEPS; k++) {
            double[] step = step(gradient);
            double share = 1;
            double[] moved = moved(entries, step, share);
            LambdaGradient next = gradient.near(moved, n);
            while (next.lambda() > gradient.lambda() * NOISE && share > SHORTEST_SHARE) {
                share /= 2;
                moved = moved(entries, step, share);
                next = gradient.near(moved, n);
            }
            entries = moved;
            gradient = next;
            if (longest(step) <= STEP_TOLERANCE) {
                return entries;
            }
        }
        throw AhpException.notConverged(
                "missing judgements must be known to a relative " + STEP_TOLERANCE + ", but were not after "
                        + MOST_STEPS + " steps",
                null);
    }

    /** By how much to lower the logarithm of each entry, row by row. */
    private double[] step(LambdaGradient gradient) {
        double[] potentials = graph.potentials(gradient.curvatures(), graph.missingSlopes(gradient));
        double[] step = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!graph.isKnown(i, j)) {
                    step[i * n + j] = gradient.slope(i, j) / gradient.curvature(i, j) + potentials[i] - potentials[j];
                }
            }
        }
        return step;
    }

    private double[] moved(double[] entries, double[] step, double share) {
        double[] moved = entries.clone();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (!graph.isKnown(i, j)) {
                    moved[i * n + j] *= StrictMath.exp(-share * step[i * n + j]);
                    moved[j * n + i] = 1 / moved[i * n + j];
                }
            }
        }
        return moved;
    }

    private static double longest(double[] step) {
        double longest = 0;
        for (double change : step) {
            longest = Math.max(longest, Math.abs(change));
        }
        return longest;
    }
}
