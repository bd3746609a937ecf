package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * What a few customers add to the likelihood and its derivatives: their weighted residuals c (y - P) and weights c P (1 - P), and
 * the product of the probabilities of what happened, for each class. But for the exponentials and the products these are loops
 * without branches, of which the compiler makes vector instructions.
 */
final class LogisticTerms {

    /** Below these log-odds s of what happened, the log of its probability, {@code s - log(1 + exp(s))}, is s but for 1e-13. */
    private static final double HOPELESS = -30;

    private static final double HOPELESS_PROBABILITY = StrictMath.exp(HOPELESS);

    /** Where exp(-s) is still finite. */
    private static final double LOWEST = -700;

    final double[] residuals = new double[DesignRows.LENGTH];
    final double[] weights = new double[DesignRows.LENGTH];

    private final ClassWeights classWeights;
    private final LogProduct stayed;
    private final LogProduct left;
    private final double[] outcome = new double[DesignRows.LENGTH];
    private final double[] inverse = new double[DesignRows.LENGTH];
    private final double[] ofLeft = new double[DesignRows.LENGTH];
    private final double[] ofStayed = new double[DesignRows.LENGTH];

    /** Terms whose probabilities go into two products, of customers with outcome 0 and 1. */
    LogisticTerms(ClassWeights classWeights, LogProduct stayed, LogProduct left) {
        this.classWeights = classWeights;
        this.stayed = stayed;
        this.left = left;
    }

    /** Computes the terms of customers whose columns are combined to log-odds. */
    void compute(DesignRows rows, double[] outcomes) {
        System.arraycopy(outcomes, rows.from, outcome, 0, rows.length);
        inverseOdds(rows);
        derivatives(outcome, inverse, classWeights.stayed(), classWeights.left(), residuals, weights);
        probabilities(outcome, inverse, ofStayed, ofLeft);
        stayed.times(ofStayed, rows.length);
        left.times(ofLeft, rows.length);
        Arrays.fill(residuals, rows.length, DesignRows.LENGTH, 0);
        Arrays.fill(weights, rows.length, DesignRows.LENGTH, 0);
    }

    /** exp(-s) for the log-odds s of what happened. */
    private void inverseOdds(DesignRows rows) {
        for (int i = 0; i < rows.length; i++) {
            double odds = (2 * outcome[i] - 1) * rows.combined[i];
            if (odds < HOPELESS) {
                (outcome[i] == 1 ? left : stayed).add(odds - HOPELESS); // what is missing in the product
            }
            inverse[i] = StrictMath.exp(-Math.max(odds, LOWEST));
        }
    }

    private static void derivatives(
            double[] y, double[] inverse, double stayed, double left, double[] residuals, double[] weights) {
        for (int i = 0; i < DesignRows.LENGTH; i++) {
            double probability = 1 / (1 + inverse[i]);
            double missed = (y[i] * left + (1 - y[i]) * stayed) * (inverse[i] * probability);
            residuals[i] = (2 * y[i] - 1) * missed;
            weights[i] = missed * probability;
        }
    }

    /** The probabilities of what happened, 1 for customers of the other class. */
    private static void probabilities(double[] y, double[] inverse, double[] ofStayed, double[] ofLeft) {
        for (int i = 0; i < DesignRows.LENGTH; i++) {
            double probability = Math.max(1 / (1 + inverse[i]), HOPELESS_PROBABILITY);
            ofStayed[i] = (1 - y[i]) * probability + y[i];
            ofLeft[i] = y[i] * probability + (1 - y[i]);
        }
    }
}
