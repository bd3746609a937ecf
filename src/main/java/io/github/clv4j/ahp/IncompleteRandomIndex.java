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
 * 8, 30,000 above; standard errors are at most 0.0014. Beyond the table the line of that paper is taken, {@code (1 - 2 m / ((n -
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
                    0.1745, 0.0857),
            row(
                    1.3422, 1.2785, 1.2156, 1.1519, 1.0880, 1.0211, 0.9568, 0.8915, 0.8242, 0.7572, 0.6885, 0.6195,
                    0.5505, 0.4811, 0.4105, 0.3403, 0.2700, 0.1993, 0.1307, 0.0641),
            row(
                    1.4017, 1.3535, 1.3048, 1.2567, 1.2062, 1.1561, 1.1093, 1.0568, 1.0098, 0.9598, 0.9076, 0.8559,
                    0.8024, 0.7509, 0.7004, 0.6448, 0.5935, 0.5356, 0.4828, 0.4269, 0.3737, 0.3182, 0.2632, 0.2093,
                    0.1544, 0.1005, 0.0498),
            row(
                    1.4488, 1.4090, 1.3679, 1.3320, 1.2922, 1.2550, 1.2160, 1.1763, 1.1354, 1.0947, 1.0558, 1.0174,
                    0.9756, 0.9343, 0.8947, 0.8584, 0.8138, 0.7732, 0.7302, 0.6883, 0.6477, 0.6020, 0.5612, 0.5165,
                    0.4752, 0.4308, 0.3859, 0.3425, 0.2976, 0.2527, 0.2100, 0.1656, 0.1213, 0.0797, 0.0389));

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
