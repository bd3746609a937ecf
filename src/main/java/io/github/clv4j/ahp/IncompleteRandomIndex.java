package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * The random index of incomplete matrices: the mean consistency index of random judgements of which some are missing and
 * completed to the smallest lambda_max. It falls almost linearly with their number, and is 0 where the judgements left form a
 * tree.
 *
 * <p>Definition: Agoston and Csato, Inconsistency thresholds for incomplete pairwise comparison matrices, Omega 108 (2022). The
 * figures are ours, by {@code RandomIndexSimulation} in the tests with its seed of 2022: 300,000 matrices an entry up to order
 * 8, 30,000 above; standard errors are at most 0.0011. Beyond the table the line of that paper is taken, {@code (1 - 2 m / ((n -
 * 1)(n - 2))) RI(n)}, from the index of complete matrices where that is known.
 */
final class IncompleteRandomIndex {

    private static final int FIRST_ORDER = 4;

    /** By order from 4, and by the number of missing judgements from 1. */
    private static final ImmutableList<ImmutableDoubleArray> TABLE = ImmutableList.of(
            row(0.5783, 0.2846),
            row(0.9232, 0.7363, 0.5484, 0.3593, 0.1769),
            row(1.1279, 1.0062, 0.8808, 0.7563, 0.6284, 0.5011, 0.3722, 0.2442, 0.1192),
            row(
                    1.2567, 1.1703, 1.0846, 0.9960, 0.9078, 0.8193, 0.7292, 0.6370, 0.5462, 0.4522, 0.3602, 0.2672,
                    0.1745, 0.0857));

    private IncompleteRandomIndex() {}

    private static ImmutableDoubleArray row(double... indices) {
        return ImmutableDoubleArray.copyOf(indices);
    }

    /** The index of an order from 3 with at least one judgement missing; NaN where none is known. */
    static double of(int order, int missing, RandomIndex complete) {
        double mostMissing = (order - 1.0) * (order - 2) / 2;
        if (missing >= mostMissing) {
            return 0;
        }
        if (order - FIRST_ORDER < TABLE.size()) {
            return TABLE.get(order - FIRST_ORDER).get(missing - 1);
        }
        return (1 - missing / mostMissing) * complete.of(order);
    }
}
