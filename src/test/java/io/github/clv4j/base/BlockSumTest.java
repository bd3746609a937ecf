package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSumTest {

    /** Half a unit in the last place, relative. */
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, BlockSum.BLOCK - 1, BlockSum.BLOCK})
    void withinOneBlockItIsAPlainSum(int count) {
        double[] values = values(count);
        double plain = 0;
        for (double value : values) {
            plain += value;
        }
        assertThat(BlockSum.of(values)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {BlockSum.BLOCK + 1, 3 * BlockSum.BLOCK, 100_000})
    void blocksAreSummedFirstAndThenAddedInTheirOrder(int count) {
        double[] values = values(count);
        double expected = 0;
        for (int from = 0; from < count; from += 1024) {
            expected +=
                    Arrays.stream(values, from, Math.min(from + 1024, count)).reduce(0, Double::sum);
        }
        assertThat(BlockSum.of(values)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 5000, 300_000})
    void theErrorGrowsWithBlockLengthPlusNumberOfBlocksOnly(int count) {
        double[] values = values(count);
        BigDecimal exact = BigDecimal.ZERO;
        double magnitude = 0;
        for (double value : values) {
            exact = exact.add(new BigDecimal(value));
            magnitude += Math.abs(value);
        }
        int roundings = BlockSum.BLOCK + count / BlockSum.BLOCK + 1;
        assertThat(BlockSum.of(values)).isCloseTo(exact.doubleValue(), within(roundings * UNIT_ROUNDOFF * magnitude));
    }

    @Test
    void theMeanIsTheSumOverTheCount() {
        assertThat(BlockSum.mean(new double[] {1, 2, 6})).isEqualTo(3);
        assertThat(BlockSum.mean(new double[0])).isNaN();
    }

    @Test
    void oneMissingValueMakesTheSumMissing() {
        double[] values = values(2 * BlockSum.BLOCK);
        values[BlockSum.BLOCK + 3] = Double.NaN;
        assertThat(BlockSum.of(values)).isNaN();
    }

    private static double[] values(int count) {
        Random random = new Random(count);
        return random.doubles(count, -1, 3).map(x -> x * x * x).toArray();
    }
}
