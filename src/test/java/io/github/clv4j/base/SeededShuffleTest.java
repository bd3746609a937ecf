package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeededShuffleTest {

    /** The generator of the JDK of that name is SplitMix64 too. */
    @ParameterizedTest
    @CsvSource({"2, 0", "10, 1", "1000, -7", "100000, 1234567"})
    void theOrderIsThatOfFisherAndYatesWithTheNumbersOfTheJdk(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] expected = IntStream.range(0, n).toArray();
        for (int last = n - 1; last > 0; last--) {
            // no number of these is left over: that happens once in 2^31 / n
            int place = (int) ((random.nextLong() >>> 33) % (last + 1));
            int swapped = expected[last];
            expected[last] = expected[place];
            expected[place] = swapped;
        }
        assertThat(SeededShuffle.permutation(n, seed)).isEqualTo(expected);
    }

    @Test
    void everyPlaceOccursOnce() {
        assertThat(SeededShuffle.permutation(5000, 3))
                .containsExactlyInAnyOrder(IntStream.range(0, 5000).toArray());
        assertThat(SeededShuffle.permutation(1, 3)).containsExactly(0);
        assertThat(SeededShuffle.permutation(0, 3)).isEmpty();
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertThat(SeededShuffle.permutation(100, 1)).isNotEqualTo(SeededShuffle.permutation(100, 2));
    }

    /** Each of 6 orders in 60,000 draws: 10,000 expected, with a standard deviation of 91. */
    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[1000];
        for (int seed = 0; seed < 60_000; seed++) {
            int[] order = SeededShuffle.permutation(3, seed);
            counts[100 * order[0] + 10 * order[1] + order[2]]++;
        }
        for (int order : new int[] {12, 21, 102, 120, 201, 210}) {
            assertThat(counts[order]).as("order %03d", order).isBetween(9_500, 10_500);
        }
    }

    @Test
    void lessThanNobodyCannotBeShuffled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeededShuffle.permutation(-1, 0))
                .withMessage("number to shuffle must be 0 or more, but was -1");
    }
}
