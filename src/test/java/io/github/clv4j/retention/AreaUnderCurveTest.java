package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    /** Six pairs of a 1 and a 0: four in order, two level. */
    @Test
    void itIsTheShareOfPairsInOrderWithTiesCountingHalf() {
        double[] score = {3, 2, 2, 1, 2};
        double[] outcome = {1, 1, 0, 0, 0};
        assertThat(AreaUnderCurve.of(score, outcome)).isEqualTo((4 + 2 * 0.5) / 6);
    }

    @Test
    void aScoreThatSaysAllHasOneAndOneThatSaysNothingAHalf() {
        double[] outcome = {0, 1, 0, 1};
        assertThat(AreaUnderCurve.of(new double[] {-1, 5, 0, 7}, outcome)).isEqualTo(1);
        assertThat(AreaUnderCurve.of(new double[] {1, -5, 0, -7}, outcome)).isZero();
        assertThat(AreaUnderCurve.of(new double[] {4, 4, 4, 4}, outcome)).isEqualTo(0.5);
    }

    @Test
    void minusZeroIsZeroAndInfinityIsAScore() {
        assertThat(AreaUnderCurve.of(new double[] {0.0, -0.0}, new double[] {1, 0}))
                .isEqualTo(0.5);
        assertThat(AreaUnderCurve.of(new double[] {Double.POSITIVE_INFINITY, 9}, new double[] {1, 0}))
                .isEqualTo(1);
    }

    @Test
    void withoutBothOutcomesThereIsNone() {
        assertThat(AreaUnderCurve.of(new double[] {1, 2}, new double[] {1, 1})).isNaN();
        assertThat(AreaUnderCurve.of(new double[0], new double[0])).isNaN();
    }

    /** More pairs than an int can count: with as many of each at two scores a quarter of the pairs is in order, half level. */
    @Test
    void manyPairsAreCountedExactly() {
        int customers = 400_000;
        double[] outcome = IntStream.range(0, customers).mapToDouble(i -> i % 2).toArray();
        double[] score =
                IntStream.range(0, customers).mapToDouble(i -> i / 2 % 2).toArray();
        assertThat(AreaUnderCurve.of(score, outcome)).isEqualTo(0.5);
        double[] random = new Random(5).doubles(customers).toArray();
        double[] turned =
                IntStream.range(0, customers).mapToDouble(i -> -random[i]).toArray();
        assertThat(AreaUnderCurve.of(random, outcome) + AreaUnderCurve.of(turned, outcome))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotAScoreOrAnOutcomeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaUnderCurve.of(new double[] {1, Double.NaN}, new double[] {1, 0}))
                .withMessage("score[1] must be a number, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaUnderCurve.of(new double[] {1, 2}, new double[] {1, 2}))
                .withMessage("outcome[1] must be 0 or 1, but was 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaUnderCurve.of(new double[] {1, 2}, new double[] {1}))
                .withMessage("outcome must have length 2, but had 1");
    }
}
