package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tiers of the IBM telco customers: tenure and MonthlyCharges cut at their medians; 24 months, 1 % a month and a margin of
 * 0.3 are assumed. The sums were added up by a Python program of its own, month by month, with exactly rounded sums (fsum).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoGrowthTest {

    /** Relative; the same sums in another order. */
    private static final double ROUNDING = 1e-11;

    private double[] tenure = {};
    private double[] charges = {};
    private GrowthModel model =
            GrowthModel.of(DiscountRate.monthly(0.01), Horizon.ofPeriods(24), TierCuts.of(0, 0), 0.3);
    private TierPortfolio now = model.portfolio(GrowthCustomers.of(tenure, charges));

    @BeforeAll
    void readTheFile() {
        CsvTable file = SharedData.csv("data/ibm-telco-customer-churn.csv");
        tenure = file.numbers("tenure");
        charges = file.numbers("MonthlyCharges");
        TierCuts cuts = TierCuts.of(median(tenure), median(charges));
        assertThat(cuts).isEqualTo(TierCuts.of(29, 70.35));
        model = GrowthModel.of(DiscountRate.monthly(0.01), Horizon.ofPeriods(24), cuts, 0.3);
        now = model.portfolio(GrowthCustomers.of(tenure, charges));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2]; // of 7043
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH, 2078, 1246467.643638178",
        "LATENT, 1468, 363060.8534450427",
        "SECONDARY, 1446, 787556.3082359097",
        "LOW, 2051, 509753.6652106305"
    })
    void theTiersHoldWhatTheReferenceCounts(ValueTier tier, int customers, double value) {
        assertThat(now.of(tier).customers()).isEqualTo(customers);
        assertThat(now.of(tier).value()).isCloseTo(value, within(ROUNDING * value));
    }

    @ParameterizedTest
    @CsvSource({
        "LOW_TO_SECONDARY, 1194, 334457.16358732816",
        "LOW_TO_LATENT, 857, 218679.64018101234",
        "SECONDARY_TO_HIGH, 1446, 451946.4413843844",
        "LATENT_TO_HIGH, 1468, 295104.7446449992"
    })
    void thePathsAreWorthWhatTheReferenceAddsUp(GrowthPath path, int customers, double worth) {
        assertThat(now.of(path).customers()).isEqualTo(customers);
        assertThat(now.of(path).worth()).isCloseTo(worth, within(ROUNDING * worth));
    }

    @Test
    void everyCustomerIsWorthWhatMonthByMonthSumsSay() {
        byte[] tiers = new byte[tenure.length];
        byte[] paths = new byte[tenure.length];
        double[] worth = new double[tenure.length];
        model.advise(tenure, charges, 0, tenure.length, tiers, paths, worth);
        for (int i = 0; i < tenure.length; i++) {
            double arpuStep = sum(1, 24, 0.3 * Math.max(0, 70.35 - charges[i]));
            double tenureStep = sum(25, 24 + (int) Math.max(0, 29 - tenure[i]), 0.3 * charges[i]);
            double expected = Math.max(arpuStep, tenureStep);
            assertThat(worth[i]).isCloseTo(expected, within(1e-12 * (1 + expected)));
            if (worth[i] > 0) {
                assertThat(GrowthPath.all().get(paths[i]).dimension())
                        .isSameAs(arpuStep >= tenureStep ? GrowthDimension.ARPU : GrowthDimension.TENURE);
            } else {
                assertThat(tiers[i]).isEqualTo(ValueTier.HIGH.index());
            }
        }
    }

    private static double sum(int first, int last, double profit) {
        double sum = 0;
        for (int month = first; month <= last; month++) {
            sum += profit / Math.pow(1.01, month);
        }
        return sum;
    }

    @Test
    void aFifthOfThoseOnEachPathMakeABetterStructure() {
        PortfolioChange change = model.improve(
                GrowthCustomers.of(tenure, charges), Improvement.none().withShareOfAllPaths(0.2));

        assertThat(now.openWorth()).isCloseTo(1300187.989797724, within(ROUNDING * 1.3e6));
        assertThat(change.gain()).isCloseTo(0.2 * 1300187.989797724, within(ROUNDING * 3e6));
        assertThat(change.after().of(ValueTier.HIGH).customers())
                .isCloseTo(2078 + 0.2 * (1446 + 1468), within(1e-9 * 7043));
        assertThat(change.after().of(ValueTier.LOW).customers()).isCloseTo(0.8 * 2051, within(1e-9 * 7043));
        assertThat(change.after().of(ValueTier.SECONDARY).customers())
                .isCloseTo(0.8 * 1446 + 0.2 * 1194, within(1e-9 * 7043));
        assertThat(change.after().of(ValueTier.LATENT).customers())
                .isCloseTo(0.8 * 1468 + 0.2 * 857, within(1e-9 * 7043));
    }
}
