package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierCutsTest {

    private static final TierCuts CUTS = TierCuts.of(24, 50);

    @ParameterizedTest
    @CsvSource({
        "24, 50, HIGH",
        "24, 49.99, LATENT",
        "23.99, 50, SECONDARY",
        "23.99, 49.99, LOW",
        "0, -20, LOW",
        "300, 500, HIGH"
    })
    void equalToTheCutIsLongAndHigh(double tenure, double arpu, ValueTier tier) {
        assertThat(CUTS.tier(tenure, arpu)).isSameAs(tier);
    }

    @Test
    void customersWhoAreAllEqualToTheCutsAreAllOfHighValue() {
        byte[] tiers = new byte[3];
        TierCuts.of(7, 20).tier(new double[] {7, 7, 7}, new double[] {20, 20, 20}, 0, 3, tiers);
        assertThat(tiers).containsOnly(ValueTier.HIGH.index());
    }

    @Test
    void inColumnsWhoHasNoTierIsMarkedAndWhoIsNotAskedForIsLeftAlone() {
        double[] tenure = {30, Double.NaN, -1, 30, Double.POSITIVE_INFINITY, 30};
        double[] arpu = {60, 60, 60, Double.NaN, 60, 10};
        byte[] tiers = {9, 9, 9, 9, 9, 9};
        CUTS.tier(tenure, arpu, 1, 6, tiers);
        assertThat(tiers).containsExactly(9, -1, -1, -1, -1, ValueTier.LATENT.index());
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 1, 'tenure must be in [0, Inf), but was NaN'",
        "-0.5, 1, 'tenure must be in [0, Inf), but was -0.5'",
        "Infinity, 1, 'tenure must be in [0, Inf), but was Infinity'",
        "1, NaN, 'ARPU must be finite, but was NaN'",
        "1, -Infinity, 'ARPU must be finite, but was -Infinity'"
    })
    void aCustomerWithoutAPlaceIsRefused(double tenure, double arpu, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CUTS.tier(tenure, arpu))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 1, 'cut of tenure must be in [0, Inf), but was NaN'",
        "-1, 1, 'cut of tenure must be in [0, Inf), but was -1.0'",
        "1, NaN, 'cut of ARPU must be finite, but was NaN'",
        "1, Infinity, 'cut of ARPU must be finite, but was Infinity'"
    })
    void aCutOutOfRangeIsRefused(double tenure, double arpu, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TierCuts.of(tenure, arpu))
                .withMessage(message);
    }
}
