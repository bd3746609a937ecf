package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctIdsTest {

    private static final int MANY = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {16, 1000, 9_999, 10_000, 20_000})
    void distinctIdsAreFoundToBeSoHoweverManyAreHeldInMemory(int inMemory) {
        try (DistinctIds ids = new DistinctIds(inMemory)) {
            IntStream.range(0, MANY).forEach(i -> ids.add("C" + i));
            assertThat(ids.repeated()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 1000, 10_001, 20_000})
    void thoseThatComeAgainAreFoundWhereverTheyStand(int inMemory) {
        try (DistinctIds ids = new DistinctIds(inMemory)) {
            IntStream.range(0, MANY).forEach(i -> ids.add("C" + i));
            ids.add("C0");
            ids.add("C5000");
            ids.add("C9999");
            ids.add("C9999");
            assertThat(ids.repeated())
                    .containsExactlyInAnyOrder(
                            DistinctIds.hash("C0"), DistinctIds.hash("C5000"), DistinctIds.hash("C9999"));
        }
    }

    @Test
    void oneIdForAllDoesNotFillTheMemory() {
        try (DistinctIds ids = new DistinctIds(100)) {
            IntStream.range(0, MANY).forEach(i -> ids.add("same"));
            assertThat(ids.repeated()).containsExactly(DistinctIds.hash("same"));
        }
    }
}
