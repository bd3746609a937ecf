package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceOfferTest {

    @Test
    void anOfferSaysHowItsProfitIsStated() {
        assertThat(ServiceOffer.perPeriod("fiber", 0.2, 10))
                .isEqualTo(new ServiceOffer("fiber", 0.2, 10, ProfitBasis.PER_PERIOD));
        assertThat(ServiceOffer.presentValue("fiber", 0.2, 10))
                .isEqualTo(new ServiceOffer("fiber", 0.2, 10, ProfitBasis.PRESENT_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aProbabilityOutsideZeroToOneIsRefusedWithTheNameOfTheService(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceOffer.perPeriod("fiber", probability, 10))
                .withMessage("probability of fiber must be in [0, 1], but was " + probability);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void aProfitThatIsNotFiniteIsRefusedWithTheNameOfTheService(double profit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceOffer.presentValue("fiber", 0.5, profit))
                .withMessage("profit of fiber must be finite, but was " + profit);
    }

    @Test
    void aServiceHasAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceOffer.perPeriod(" ", 0.5, 1))
                .withMessage("service name must not be blank, but was \" \"");
    }
}
