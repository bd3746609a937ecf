package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.base.SeededShuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the ridge penalty of a logistic regression by cross-validation: the customers are dealt into k folds, each fold is
 * predicted by fits on all others, and the penalty with the lowest mean log-loss is taken for a fit on all customers.
 *
 * <p>The folds are dealt by a shuffle of the given seed ({@link SeededShuffle}), first those who left and then those who stayed,
 * so that the sizes of the folds, and of each class in them, differ by at most 1. The mean log-loss weighs customers with the
 * class weights of the regression; its standard error is that of glmnet's {@code cv.glmnet}: the root of the weighted variance of
 * the means of the folds, divided by k - 1.
 *
 * <p>A column that is the same for all customers outside a fold has no part in the fit for that fold. A penalty without an
 * estimate for some fold is left out, as 0 often is. Immutable and thread-safe.
 */
public final class RidgeSearch {

    /** The smallest positive penalty tried by default, as an exponent of the root of 10. */
    private static final int SMALLEST = -4;

    private final int folds;
    private final long seed;
    private final double[] penalties;
    private final boolean simplest;

    private RidgeSearch(int folds, long seed, double[] penalties, boolean simplest) {
        this.folds = folds;
        this.seed = seed;
        this.penalties = penalties;
        this.simplest = simplest;
    }

    /**
     * A search over the default penalties: 0, and from 0.01 on by half powers of ten up to the number of customers.
     *
     * @param folds into how many folds the customers are dealt, at least 2; 10 and 5 are usual
     * @param seed the seed of the shuffle; the same seed gives the same choice
     * @return the search, which takes the penalty that predicts best
     * @throws IllegalArgumentException if there are fewer than 2 folds
     */
    public static RidgeSearch of(int folds, long seed) {
        if (folds < 2) {
            throw Require.outside("folds", "at least 2", folds);
        }
        return new RidgeSearch(folds, seed, new double[0], false);
    }

    /**
     * The same search over other penalties.
     *
     * @param tried the penalties, in [0, Inf), at least one; in any order, one that stands twice is tried once
     * @return a new search
     * @throws IllegalArgumentException if there is none, or one is out of range (NaN included)
     */
    public RidgeSearch withPenalties(double... tried) {
        if (tried.length == 0) {
            throw new IllegalArgumentException("penalties must have at least 1 value, but had 0");
        }
        for (double penalty : tried) {
            RidgeScore.requireNotNegative(penalty, "ridge penalty");
        }
        return new RidgeSearch(
                folds, seed, Arrays.stream(tried).distinct().sorted().toArray(), simplest);
    }

    /**
     * The same search that takes the largest penalty whose log-loss is within one standard error of the lowest.
     *
     * @return a new search
     */
    public RidgeSearch withOneStandardErrorRule() {
        return new RidgeSearch(folds, seed, penalties, true);
    }

    /**
     * Searches and fits.
     *
     * @param regression the regression; its own ridge penalty does not count
     * @param features the features of the customers, finite
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @return the penalties tried, and the fit on all customers with the one chosen
     * @throws IllegalArgumentException if a class has fewer customers than there are folds, or as
     *     {@link LogisticRegression#fit(FeatureTable, double[])}
     * @throws FitException if there is no fit, whatever the penalty
     */
    public RidgeChoice fit(LogisticRegression regression, FeatureTable features, double[] outcome) {
        return fit(regression, features.names(), features.shared(), outcome);
    }

    /**
     * Searches and fits.
     *
     * @param regression the regression; its own ridge penalty does not count
     * @param features the names of the features, distinct
     * @param columns one column for each feature in the order of the names, one finite value for each customer; read, not
     *     changed or kept
     * @param outcome 1 for each customer who left, 0 for each who stayed
     * @return the penalties tried, and the fit on all customers with the one chosen
     * @throws IllegalArgumentException as {@link #fit(LogisticRegression, FeatureTable, double[])}
     * @throws FitException as {@link #fit(LogisticRegression, FeatureTable, double[])}
     */
    public RidgeChoice fit(LogisticRegression regression, List<String> features, double[][] columns, double[] outcome) {
        regression.requireShape(features, columns, outcome);
        int left = regression.requireTwoClasses(outcome);
        int rarer = Math.min(left, outcome.length - left);
        if (folds > rarer) {
            throw Require.outside("folds", "at most " + rarer + ", the customers in the rarer class", folds);
        }
        double[] tried = penaltiesFor(outcome.length);
        // The fit with the largest penalty reports what no penalty helps against, before any fold does.
        regression.withRidge(tried[tried.length - 1]).fit(features, columns, outcome);
        ClassWeights weights = regression.weightsOf(outcome.length, left);
        int[] foldOf = deal(outcome, left);
        IntStream places = IntStream.range(0, folds);
        // Beyond a range the fits themselves are parallel, and the columns of one fold at a time are copy enough.
        List<Fold> losses = (outcome.length > CustomerRanges.LENGTH ? places : places.parallel())
                .mapToObj(fold -> Fold.of(fold, foldOf, regression, columns, outcome, weights, tried))
                .toList();
        List<RidgeScore> scores = new ArrayList<>();
        for (int p = 0; p < tried.length; p++) {
            int place = p;
            if (losses.stream().noneMatch(fold -> Double.isNaN(fold.losses()[place]))) {
                scores.add(score(tried[p], place, losses));
            }
        }
        if (scores.isEmpty()) {
            throw new FitException(
                    FitException.Reason.NO_CONVERGENCE,
                    features,
                    "none of the ridge penalties " + Arrays.toString(tried)
                            + " has an estimate in every fold; try larger ones");
        }
        RidgeScore chosen = simplest ? RidgeChoice.withinOneStandardError(scores) : RidgeChoice.best(scores);
        return new RidgeChoice(scores, regression.withRidge(chosen.penalty()).fit(features, columns, outcome));
    }

    private double[] penaltiesFor(int customers) {
        if (penalties.length > 0) {
            return penalties;
        }
        return IntStream.iterate(SMALLEST - 1, k -> StrictMath.pow(10, k / 2.0) <= customers, k -> k + 1)
                .mapToDouble(k -> k < SMALLEST ? 0 : StrictMath.pow(10, k / 2.0))
                .toArray();
    }

    /** The fold of each customer. */
    private int[] deal(double[] outcome, int left) {
        int[] next = {left, 0}; // those who stayed are dealt after those who left
        int[] foldOf = new int[outcome.length];
        for (int customer : SeededShuffle.permutation(outcome.length, seed)) {
            foldOf[customer] = next[(int) outcome[customer]]++ % folds;
        }
        return foldOf;
    }

    private static RidgeScore score(double penalty, int place, List<Fold> folds) {
        double weight = 0;
        double sum = 0;
        for (Fold fold : folds) {
            weight += fold.weight();
            sum += fold.weight() * fold.losses()[place];
        }
        double mean = sum / weight;
        double squares = 0;
        for (Fold fold : folds) {
            double distance = fold.losses()[place] - mean;
            squares += fold.weight() * distance * distance;
        }
        return new RidgeScore(penalty, mean, StrictMath.sqrt(squares / weight / (folds.size() - 1)));
    }

    /** A fold: what it weighs, and its mean log-loss for each penalty, NaN where there is no fit for it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Fold(double weight, double[] losses) {

        static Fold of(
                int fold,
                int[] foldOf,
                LogisticRegression regression,
                double[][] columns,
                double[] outcome,
                ClassWeights weights,
                double[] penalties) {
            int[] inside = rows(foldOf, fold, true);
            int[] outside = rows(foldOf, fold, false);
            double[][] seen = Arrays.stream(columns)
                    .map(column -> FeatureTable.selected(column, outside))
                    .toArray(double[][]::new);
            int[] varied = IntStream.range(0, seen.length)
                    .filter(j -> Design.isVaried(seen[j]))
                    .toArray();
            List<String> names =
                    Arrays.stream(varied).mapToObj(j -> "column " + j).toList();
            double[][] train = Arrays.stream(varied).mapToObj(j -> seen[j]).toArray(double[][]::new);
            double[][] test = Arrays.stream(varied)
                    .mapToObj(j -> FeatureTable.selected(columns[j], inside))
                    .toArray(double[][]::new);
            double[] known = FeatureTable.selected(outcome, outside);
            double[] unknown = FeatureTable.selected(outcome, inside);
            double[] losses = new double[penalties.length];
            Design design = new Design(names, train);
            int left = regression.requireTwoClasses(known);
            Optional<ChurnModel> model = Optional.empty();
            for (int p = penalties.length - 1; p >= 0; p--) { // from the largest, each from where the last one ended
                model = model(regression.withRidge(penalties[p]), design, known, left, model);
                losses[p] = model.map(fitted -> meanLoss(fitted, test, unknown, weights))
                        .orElse(Double.NaN); // an estimate that does not exist predicts nothing
            }
            double weight = Arrays.stream(unknown).map(y -> weights.of((int) y)).sum();
            return new Fold(weight, losses);
        }

        private static int[] rows(int[] foldOf, int fold, boolean inside) {
            return IntStream.range(0, foldOf.length)
                    .filter(i -> (foldOf[i] == fold) == inside)
                    .toArray();
        }

        private static Optional<ChurnModel> model(
                LogisticRegression regression,
                Design design,
                double[] known,
                int left,
                Optional<ChurnModel> neighbour) {
            try {
                return Optional.of(
                        regression.fit(design, known, left, neighbour).model());
            } catch (FitException e) {
                return Optional.empty();
            }
        }

        private static double meanLoss(ChurnModel model, double[][] columns, double[] outcome, ClassWeights weights) {
            double[] coefficients = model.coefficients();
            double loss = 0;
            double weight = 0;
            for (int i = 0; i < outcome.length; i++) {
                double logOdds = model.intercept();
                for (int j = 0; j < columns.length; j++) {
                    logOdds += coefficients[j] * columns[j][i];
                }
                double against = outcome[i] == 1 ? -logOdds : logOdds;
                double own = weights.of((int) outcome[i]);
                loss += own * (Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against))));
                weight += own;
            }
            return loss / weight;
        }
    }
}
