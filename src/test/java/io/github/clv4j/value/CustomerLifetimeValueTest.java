package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.ExactAnnuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.SurvivalCurve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerLifetimeValueTest {

    private static final double ROUNDING_PERCENT = 1e-12;
    private static final double RATE = 0.01;
    private static final int MONTHS = 24;
    private static final double RETENTION = 0.95;
    private static final SurvivalCurve SURVIVAL = time -> StrictMath.pow(RETENTION, time);

    private static final CustomerLifetimeValue TWO_YEARS =
            CustomerLifetimeValue.of(DiscountRate.monthly(RATE), Horizon.ofPeriods(MONTHS));
    private static final ServiceOffer MONTHLY_OFFER = ServiceOffer.perPeriod("roaming", 0.3, 8);
    private static final ServiceOffer ONE_OFF_OFFER = ServiceOffer.presentValue("handset", 0.25, 60);

    @ParameterizedTest
    @CsvSource({"0.01, 24, 20", "0.1, 5, 1000", "0, 36, 12.5", "-0.02, 12, 7", "0.01, 24, -3", "0.01, 0, 50"})
    void currentValueIsTheProfitOfTheLatestPeriodContinuedAndDiscounted(double rate, int periods, double profit) {
        CustomerLifetimeValue clv = CustomerLifetimeValue.of(DiscountRate.monthly(rate), Horizon.ofPeriods(periods));
        assertThat(clv.lifetimeValue(profit).current())
                .isCloseTo(profit * ExactAnnuity.sum(rate, periods), withinPercentage(ROUNDING_PERCENT));
        assertThat(clv.lifetimeValue(profit).potential()).isZero();
    }

    @Test
    void potentialValueIsProbabilityTimesProfitOverTheServices() {
        LifetimeValue value = TWO_YEARS.lifetimeValue(20, MONTHLY_OFFER, ONE_OFF_OFFER);
        double expected = 0.3 * 8 * ExactAnnuity.sum(RATE, MONTHS) + 0.25 * 60;
        assertThat(value.potential()).isCloseTo(expected, withinPercentage(ROUNDING_PERCENT));
        assertThat(value.total()).isEqualTo(value.current() + value.potential());
    }

    @Test
    void survivalWeighsProfitsPerPeriodAndLeavesPresentValuesAsTheyStand() {
        CustomerLifetimeValue clv = TWO_YEARS.withSurvival(SURVIVAL);
        double annuity = ExactAnnuity.weightedSum(RATE, RETENTION, MONTHS);
        LifetimeValue value = clv.lifetimeValue(20, MONTHLY_OFFER, ONE_OFF_OFFER);
        assertThat(clv.annuity()).isCloseTo(annuity, withinPercentage(ROUNDING_PERCENT));
        assertThat(value.current()).isCloseTo(20 * annuity, withinPercentage(ROUNDING_PERCENT));
        assertThat(value.potential()).isCloseTo(0.3 * 8 * annuity + 0.25 * 60, withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void aPresentValueIsCountedEvenWhereNothingElseIs() {
        CustomerLifetimeValue nothing =
                TWO_YEARS.withHorizon(Horizon.ofPeriods(0)).withSurvival(time -> 0);
        LifetimeValue value = nothing.lifetimeValue(20, MONTHLY_OFFER, ONE_OFF_OFFER);
        assertThat(value.current()).isZero();
        assertThat(value.potential()).isEqualTo(0.25 * 60);
    }

    @Test
    void timingHorizonAndSurvivalCanBeChangedInAnyOrder() {
        double annuity = ExactAnnuity.weightedSum(RATE, RETENTION, 12) * (1 + RATE) / RETENTION;
        assertThat(TWO_YEARS
                        .withTiming(CashFlowTiming.START_OF_PERIOD)
                        .withSurvival(SURVIVAL)
                        .withHorizon(Horizon.ofPeriods(12))
                        .annuity())
                .isCloseTo(annuity, withinPercentage(ROUNDING_PERCENT));
        assertThat(TWO_YEARS
                        .withHorizon(Horizon.ofPeriods(12))
                        .withSurvival(SURVIVAL)
                        .withTiming(CashFlowTiming.START_OF_PERIOD)
                        .annuity())
                .isCloseTo(annuity, withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void withoutLimitTheAnnuityIsOneOverTheRate() {
        assertThat(TWO_YEARS.withHorizon(Horizon.unlimited()).annuity()).isEqualTo(1 / RATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerLifetimeValue.of(DiscountRate.monthly(0), Horizon.unlimited()))
                .withMessageContaining("horizon");
    }

    @Test
    void aLossIsALegalProfit() {
        LifetimeValue value = TWO_YEARS.lifetimeValue(-5, ServiceOffer.presentValue("refund", 0.5, -30));
        assertThat(value.current()).isCloseTo(-5 * ExactAnnuity.sum(RATE, MONTHS), withinPercentage(ROUNDING_PERCENT));
        assertThat(value.potential()).isEqualTo(-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e308})
    void aCurrentValueThatIsNotFiniteIsRefusedWithTheProfit(double profit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_YEARS.lifetimeValue(profit))
                .withMessageContaining("current value must be finite")
                .withMessageContaining("profit " + profit);
    }

    @Test
    void aPotentialValueThatOverflowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_YEARS.lifetimeValue(1, ServiceOffer.perPeriod("gold mine", 1, 1e308)))
                .withMessageContaining("offer value must be finite")
                .withMessageContaining("1.0E308");
        ServiceOffer huge = ServiceOffer.presentValue("huge", 1, 1.2e308);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO_YEARS.lifetimeValue(1, huge, huge))
                .withMessage("potential value must be finite, but was Infinity");
    }

    @Test
    void aServiceTheCustomerHasAddsNothing() {
        assertThat(CustomerLifetimeValue.offerValue(1, 0.9, 1000, 20)).isZero();
        assertThat(CustomerLifetimeValue.offerValue(0, 0.9, 1000, 20)).isEqualTo(0.9 * (1000 * 20.0));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.1, held", "NaN, 0.1, held", "0, 1.5, probability", "1, -0.5, probability", "0, NaN, probability"
    })
    void aFlagOrProbabilityOutOfBoundsIsRefusedByName(double held, double probability, String culprit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerLifetimeValue.offerValue(held, probability, 10, 20))
                .withMessageStartingWith(culprit + " must be ");
    }

    @Test
    void theExplanationHasOnePartForEachServiceInTheirOrder() {
        ValueExplanation explanation = TWO_YEARS.explain(20, List.of(MONTHLY_OFFER, ONE_OFF_OFFER));
        assertThat(explanation.value()).isEqualTo(TWO_YEARS.lifetimeValue(20, MONTHLY_OFFER, ONE_OFF_OFFER));
        assertThat(explanation.services()).extracting("name").containsExactly("roaming", "handset");
        assertThat(explanation.services().get(1).amount()).isEqualTo(15);
        assertThat(explanation.profit() * explanation.annuity())
                .isEqualTo(explanation.value().current());
    }
}
