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

    /** Both classes weigh half of the customers. */
    static ClassWeights balanced(int stayed, int left) {
        double half = (stayed + left) / 2.0;
        return new ClassWeights(half / stayed, half / left);
    }

    /** The weight of a customer by its outcome, 0 or 1. */
    double of(int outcome) {
        return outcome == 1 ? left : stayed;
    }

    boolean isNone() {
        return equals(NONE);
    }
}
