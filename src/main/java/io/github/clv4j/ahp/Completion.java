package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;

/**
 * How missing judgements are filled in from those that are there. Where these are consistent, all three fill in what they
 * imply; where they are not, the three can disagree even on which weight is the largest. Immutable and thread-safe.
 */
public enum Completion {
    /**
     * What the weights imply that minimise the squared log errors of the judgements given, {@code sum (ln a_ij - ln w_i + ln
     * w_j)^2}. The partner of the geometric mean, which gives these very weights for the completed matrix.
     *
     * <p>Source: Bozoki, Fulop and Ronyai, Mathematical and Computer Modelling 52 (2010) 318-333.
     */
    LOG_LEAST_SQUARES("log least squares", "对数最小二乘法", WeightMethod.GEOMETRIC_MEAN),
    /**
     * The completion of smallest lambda_max, that is, the most consistent one. The partner of the eigenvector.
     *
     * <p>Source: Shiraishi, Obata and Daigo, Journal of the Operations Research Society of Japan 41 (1998) 51-59; Bozoki,
     * Fulop and Ronyai (2010).
     */
    MINIMAL_LAMBDA("minimal lambda", "最小 λmax 法", WeightMethod.EIGENVECTOR),
    /**
     * What the eigenvector implies of the matrix that has 0 for each missing judgement and adds 1 to the diagonal for each of
     * the row. The eigenvector of the completed matrix is that same one.
     *
     * <p>Source: Harker, Mathematical Modelling 9 (1987) 837-848.
     */
    HARKER("Harker", "Harker 法", WeightMethod.EIGENVECTOR);

    private final String english;
    private final String chinese;
    private final WeightMethod partner;

    Completion(String english, String chinese, WeightMethod partner) {
        this.english = english;
        this.chinese = chinese;
        this.partner = partner;
    }

    /**
     * The entries of a matrix, row by row, with those missing filled in.
     *
     * @throws AhpException if the judgements fall into groups
     */
    double[] complete(PairwiseMatrix matrix) {
        ComparisonGraph graph = ComparisonGraph.connected(matrix);
        return switch (this) {
            case LOG_LEAST_SQUARES -> LogLeastSquares.complete(matrix, graph);
            case MINIMAL_LAMBDA -> MinimalLambda.complete(matrix, graph);
            case HARKER -> Harker.complete(matrix);
        };
    }

    /**
     * The method that suits this completion.
     *
     * @return the method used with it unless another is asked for
     */
    public WeightMethod partner() {
        return partner;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }
}
