package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncompleteRandomIndexTest {

    /** The standard error of the figures in the table. */
    private static final double STANDARD_ERROR = 0.0012;

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    /**
     * With two of six judgements missing, what is left is a triangle with a tail (12 of 15 ways) or a square (3 of 15). All
     * that matters is the product around the only cycle, and its distribution can be counted.
     */
    @Test
    void ofOrderFourWithTwoMissingIsWhatCountingGives() {
        double triangle = meanIndex(products(3), List.of("ab", "bc", "ca"), "cd");
        double square = meanIndex(products(4), List.of("ab", "bc", "cd", "da"), null);
        assertThat(IncompleteRandomIndex.of(4, 2, RandomIndex.SAATY_1980))
                .isCloseTo((12 * triangle + 3 * square) / 15, within(3 * STANDARD_ERROR));
    }

    /** The mean consistency index when the product of judgements around a cycle is distributed as given. */
    private static double meanIndex(Map<Double, Double> products, List<String> cycle, String tail) {
        double mean = 0;
        for (Map.Entry<Double, Double> product : products.entrySet()) {
            PairwiseMatrixBuilder builder = PairwiseMatrix.builder(NAMES);
            double share = Math.exp(product.getKey() / cycle.size());
            cycle.forEach(pair -> builder.judge(pair.substring(0, 1), pair.substring(1), share));
            if (tail != null) {
                builder.judge(tail.substring(0, 1), tail.substring(1), 1);
            }
            mean += product.getValue()
                    * AhpSolver.withDefaults()
                            .solve(builder.build())
                            .consistency()
                            .index();
        }
        return mean;
    }

    /** The distribution of the logarithm of the product of some judgements, each uniform on the 17 values. */
    private static Map<Double, Double> products(int judgements) {
        Map<Double, Double> products = Map.of(0.0, 1.0);
        for (int k = 0; k < judgements; k++) {
            Map<Double, Double> next = new TreeMap<>();
            products.forEach((log, probability) -> {
                for (int value = -9; value <= 9; value++) {
                    if (Math.abs(value) >= 2 || value == 1) {
                        double step = Math.signum(value) * Math.log(Math.abs(value));
                        next.merge(Math.rint((log + step) * 1e9) / 1e9, probability / 17, Double::sum);
                    }
                }
            });
            products = next;
        }
        return products;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void fallsAlmostLinearlyToZeroWhereTheJudgementsFormATree(int order) {
        int tree = (order - 1) * (order - 2) / 2;
        double complete = RandomIndex.ALONSO_LAMATA.ofOrder(order);
        double before = Double.POSITIVE_INFINITY;
        for (int missing = 1; missing <= tree; missing++) {
            double index = IncompleteRandomIndex.of(order, missing, RandomIndex.SAATY_1980);
            assertThat(index).isLessThan(before).isCloseTo(complete * (tree - missing) / tree, within(0.06));
            before = index;
        }
        assertThat(before).isZero();
    }

    @Test
    void aboveItsTableItFollowsTheIndexOfCompleteMatricesWhereThereIsOne() {
        assertThat(IncompleteRandomIndex.of(16, 5, RandomIndex.SAATY_1980)).isNaN();
        assertThat(IncompleteRandomIndex.of(16, 21, RandomIndex.ALONSO_LAMATA))
                .isCloseTo(0.8 * RandomIndex.ALONSO_LAMATA.ofOrder(16), within(1e-15));
    }
}
