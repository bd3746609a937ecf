package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Sums of w, w z and the lower half of w z z' over some rows, w = exp(log-weight - reference). The reference follows the largest
 * weight, so that no customer far from all others makes those others vanish.
 */
final class RiskSums {

    /** A log-weight this far above the reference moves it; a little slack keeps roundings few. */
    private static final double SLACK = 32;

    /** Sums that have fallen below this part of what they were have lost too many digits to what was taken away. */
    private static final double LOST = 0.01;

    private final double[] first;
    private final double[] second;
    private double reference = Double.NEGATIVE_INFINITY;
    private double weight;
    private double largestWeight;
    private double largestSpread;

    RiskSums(int size) {
        first = new double[size];
        second = new double[size * (size + 1) / 2];
    }

    double weight() {
        return weight;
    }

    double first(int j) {
        return first[j];
    }

    /** The sum of w z_j z_k at the place of (j, k), k up to j, in the lower half. */
    double second(int place) {
        return second[place];
    }

    double reference() {
        return reference;
    }

    /** Begins anew, with weights relative to a reference. */
    void clear(double reference) {
        this.reference = reference;
        weight = 0;
        largestWeight = 0;
        largestSpread = 0;
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
    }

    void add(double[] z, double logWeight) {
        if (logWeight > reference + SLACK) {
            moveTo(logWeight);
        }
        addSums(z, StrictMath.exp(logWeight - reference));
    }

    /** Takes a row away that was added before. */
    void remove(double[] z, double logWeight) {
        addSums(z, -StrictMath.exp(logWeight - reference));
    }

    /** Notes how large the sums are, before rows are taken away. */
    void noteSize() {
        largestWeight = Math.max(largestWeight, weight);
        largestSpread = Math.max(largestSpread, spread());
    }

    /** Whether so much was taken away that what is left is to be added anew. */
    boolean isWornOut() {
        return !(weight >= LOST * largestWeight && spread() >= LOST * largestSpread);
    }

    private double spread() {
        double sum = 0;
        int place = -1;
        for (int j = 0; j < first.length; j++) {
            place += j + 1;
            sum += second[place];
        }
        return sum;
    }

    private void moveTo(double logWeight) {
        double factor = StrictMath.exp(reference - logWeight);
        reference = logWeight;
        weight *= factor;
        largestWeight *= factor;
        largestSpread *= factor;
        for (int j = 0; j < first.length; j++) {
            first[j] *= factor;
        }
        for (int place = 0; place < second.length; place++) {
            second[place] *= factor;
        }
    }

    private void addSums(double[] z, double w) {
        weight += w;
        int place = 0;
        for (int j = 0; j < z.length; j++) {
            double weighted = w * z[j];
            first[j] += weighted;
            for (int k = 0; k <= j; k++) {
                second[place++] += weighted * z[k];
            }
        }
    }
}
