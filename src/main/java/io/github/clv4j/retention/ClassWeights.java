package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/**
 * What a customer's log-likelihood is multiplied by.
 *
 * @param stayed for customers whose outcome is 0
 * @param left for customers whose outcome is 1
 */
record ClassWeights(double stayed, double left) {

    /** Every customer counts once. */
    static final ClassWeights NONE = new ClassWeights(1, 1);

    ClassWeights {
        Require.positive(stayed, "class weight of stayed");
        Require.positive(left, "class weight of left");
    }

    /** The most one class may weigh of the other, by convention: beyond it the lighter one is lost in the rounding. */
    static final double LARGEST_RATIO = 1e6;

    /** Weights that someone chose. */
    static ClassWeights given(double stayed, double left) {
        ClassWeights weights = new ClassWeights(stayed, left);
        double ratio = left / stayed;
        if (ratio >= 1 / LARGEST_RATIO && ratio <= LARGEST_RATIO) {
            return weights;
        }
        throw Require.outside("class weight of left divided by class weight of stayed", "in [1e-6, 1e6]", ratio);
    }

    /** Both classes weigh half of the customers. */
    static ClassWeights balanced(int stayed, int left) {
        double half = (stayed + left) / 2.0;
        return new ClassWeights(half / stayed, half / left);
    }

    /** The weight of a customer by its outcome, 0 or 1. */
    double of(int outcome) {
        return outcome == 1 ? left : stayed;
    }

    /** The mean over some customers of whom some left: exactly 1 without weights, and never too large for a double. */
    double mean(int customers, int churned) {
        return stayed + (left - stayed) * ((double) churned / customers);
    }

    /** The same weights counted in another unit. */
    ClassWeights in(double unit) {
        return new ClassWeights(stayed / unit, left / unit);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
