package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutRuleTest {

    private static final double ROUNDING = 1e-15;

    static Stream<CutRule> rulesThatNeedCustomers() {
        return Stream.of(
                CutRule.median(),
                CutRule.mean(),
                CutRule.quantile(0),
                CutRule.quantile(0.8),
                CutRule.naturalBreak(),
                CutRule.paretoShare(0.8));
    }

    @Test
    void theMedianOfAnOddCountIsTheMiddleValue() {
        assertThat(CutRule.median().cut(new double[] {9, -1, 4})).isEqualTo(4);
    }

    @Test
    void theMedianOfAnEvenCountIsTheMeanOfTheMiddleTwo() {
        assertThat(CutRule.median().cut(new double[] {9, -1, 4, 7})).isEqualTo(5.5);
    }

    @Test
    void theMeanIsTheSumOverTheCount() {
        assertThat(CutRule.mean().cut(new double[] {9, -1, 4, 8})).isEqualTo(5);
    }

    /** R: {@code quantile(c(10, 20, 40, 80), q)}. */
    @ParameterizedTest
    @CsvSource({"0, 10", "0.25, 17.5", "0.5, 30", "0.8, 56", "1, 80"})
    void theQuantileIsThatOfR(double probability, double expected) {
        assertThat(CutRule.quantile(probability).cut(new double[] {80, 10, 40, 20}))
                .isCloseTo(expected, within(80 * ROUNDING));
    }

    /** In doubles 0.55 x 100 is 55.00000000000001, which would put the customer at the quantile below it. */
    @ParameterizedTest
    @ValueSource(ints = {7, 14, 28, 29, 55, 56, 57, 58})
    void aCustomerExactlyAtTheQuantileIsTheCut(int percent) {
        double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();

        assertThat(CutRule.quantile(percent / 100.0).cut(values)).isEqualTo(percent);
    }

    @Test
    void aFixedCutNeedsNoCustomers() {
        assertThat(CutRule.fixed(0.7).cut(new double[0])).isEqualTo(0.7);
        assertThat(CutRule.fixed(0.7).cut(new double[] {1, 2, 3})).isEqualTo(0.7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aFixedCutThatIsNotFiniteIsRefused(double cut) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.fixed(cut))
                .withMessage("fixed cut must be finite, but was " + cut);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aQuantileOutsideZeroToOneIsRefused(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.quantile(probability))
                .withMessage("quantile must be in [0, 1], but was " + probability);
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedCustomers")
    void anEmptyBaseCannotBeCut(CutRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.cut(new double[0]))
                .withMessage("cut must be taken from at least one customer, but there were 0");
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedCustomers")
    void aBaseWithAMissingOrInfiniteValueCannotBeCut(CutRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.cut(new double[] {1, Double.NaN, 3}))
                .withMessage("value to cut must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.cut(new double[] {1, 2, Double.NEGATIVE_INFINITY}))
                .withMessage("value to cut must be finite, but was -Infinity");
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedCustomers")
    void aCutIsNeverMinusZero(CutRule rule) {
        assertThat(Double.doubleToRawLongBits(rule.cut(new double[] {-0.0, -0.0})))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedCustomers")
    void oneCustomerIsItsOwnCut(CutRule rule) {
        assertThat(rule.cut(new double[] {0.1})).isEqualTo(0.1);
    }

    @ParameterizedTest
    @MethodSource("rulesThatNeedCustomers")
    void theBaseIsNotReordered(CutRule rule) {
        double[] values = {3, 1, 2};
        rule.cut(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void cutsOfTheLargestDoublesDoNotOverflow() {
        double[] largest = {-1.7e308, 1.7e308, 1.7e308};
        assertThat(CutRule.median().cut(new double[] {1.7e308, 1.7e308})).isEqualTo(1.7e308);
        assertThat(CutRule.mean().cut(new double[] {1.2e308, 1.2e308, 0, 0})).isCloseTo(6e307, within(1e294));
        assertThat(CutRule.mean().cut(new double[] {1.7e308, 1.7e308})).isEqualTo(1.7e308);
        assertThat(CutRule.median().cut(new double[] {-1.7e308, 1.7e308})).isZero();
        assertThat(CutRule.quantile(0.25).cut(largest)).isZero();
    }
}
