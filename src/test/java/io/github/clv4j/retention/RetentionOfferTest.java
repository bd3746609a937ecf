package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionOfferTest {

    private static final RetentionOffer OFFER = RetentionOffer.of(0.2, 3);

    @Test
    void theBreakEvenSpendIsTheValueOfTheChurnAvoided() {
        assertThat(OFFER.breakEvenSpend(0.5, 100)).isEqualTo(10);
        assertThat(OFFER.gain(0.5, 100)).isEqualTo(7);
    }

    /** The value expected with the offer, churn (1 - E) P, less the value expected without. */
    @Test
    void theBreakEvenSpendIsTheDifferenceOfTwoExpectedValues() {
        double churn = 0.35;
        double value = 240;
        double with = (1 - (1 - 0.2) * churn) * value;
        double without = (1 - churn) * value;

        assertThat(OFFER.breakEvenSpend(churn, value)).isCloseTo(with - without, within(1e-12));
    }

    @Test
    void aCustomerWhoStaysAnywayIsWorthNoOffer() {
        assertThat(OFFER.breakEvenSpend(0, 1000)).isZero();
        assertThat(OFFER.gain(0, 1000)).isEqualTo(-3);
    }

    @Test
    void anOfferThatDoesHarmAndACustomerWhoCostsMoneyAreWorthLessThanNothing() {
        assertThat(RetentionOffer.of(-0.5, 0).breakEvenSpend(0.5, 100)).isEqualTo(-25);
        assertThat(OFFER.breakEvenSpend(0.5, -100)).isEqualTo(-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theEffectIsAShare(double effect) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionOffer.of(effect, 1))
                .withMessage("effect must be in [-1, 1], but was " + effect);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aContactCostsNothingOrMore(double cost) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionOffer.of(0.1, cost))
                .withMessage("cost must be in [0, Inf), but was " + cost);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void churnIsAProbability(double churn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFER.breakEvenSpend(churn, 1))
                .withMessage("churn must be in [0, 1], but was " + churn);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFER.gain(churn, 1))
                .withMessage("churn must be in [0, 1], but was " + churn);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void theValueIsFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFER.breakEvenSpend(0.5, value))
                .withMessage("value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFER.gain(0.5, value))
                .withMessage("value must be finite, but was " + value);
    }

    @Test
    void aLossTooLargeForADoubleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionOffer.of(-1, Double.MAX_VALUE).gain(1, Double.MAX_VALUE))
                .withMessage("gain must be finite, but was -Infinity");
    }
}
