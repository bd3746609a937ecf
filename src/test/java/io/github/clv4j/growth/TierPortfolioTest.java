package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TierPortfolioTest {

    /** No discounting, ten periods, half of the revenue is profit: sums that can be done in the head. */
    private static final GrowthModel MODEL =
            GrowthModel.of(DiscountRate.monthly(0), Horizon.ofPeriods(10), TierCuts.of(24, 50), 0.5);

    /** High, latent, secondary, low (ARPU first: 150 against 12 x 10), low (tenure first: 50 against 2 x 20). */
    private static final GrowthCustomers FIVE =
            GrowthCustomers.of(new double[] {30, 36, 12, 12, 4}, new double[] {80, 40, 60, 20, 40});

    @Test
    void theStructureNowIsCountedByTierAndByPath() {
        TierPortfolio now = MODEL.portfolio(FIVE);

        assertThat(now.of(ValueTier.HIGH)).isEqualTo(new TierProfile(ValueTier.HIGH, 1, 0.2, 400));
        assertThat(now.of(ValueTier.LATENT)).isEqualTo(new TierProfile(ValueTier.LATENT, 1, 0.2, 200));
        assertThat(now.of(ValueTier.SECONDARY)).isEqualTo(new TierProfile(ValueTier.SECONDARY, 1, 0.2, 300));
        assertThat(now.of(ValueTier.LOW)).isEqualTo(new TierProfile(ValueTier.LOW, 2, 0.4, 300));
        assertThat(now.paths())
                .containsExactly(
                        new PathProfile(GrowthPath.LOW_TO_SECONDARY, 1, 0.5 * 30 * 10),
                        new PathProfile(GrowthPath.LOW_TO_LATENT, 1, 20 * 20),
                        new PathProfile(GrowthPath.SECONDARY_TO_HIGH, 1, 30 * 12),
                        new PathProfile(GrowthPath.LATENT_TO_HIGH, 1, 0.5 * 10 * 10));
        assertThat(now.of(GrowthPath.SECONDARY_TO_HIGH).worth()).isEqualTo(360);
        assertThat(now.tiers()).extracting(TierProfile::tier).containsExactlyElementsOf(ValueTier.all());
        assertThat(now.customers()).isEqualTo(5);
        assertThat(now.value()).isEqualTo(1200);
        assertThat(now.openWorth()).isEqualTo(150 + 400 + 360 + 50);
        assertThat(now.leftOut()).isZero();
    }

    @Test
    void aShareOfThoseOnAPathCountsInTheNextTierWithItsValue() {
        PortfolioChange change = MODEL.improve(
                FIVE,
                Improvement.none()
                        .withShare(GrowthPath.LOW_TO_SECONDARY, 0.25)
                        .withShare(GrowthPath.SECONDARY_TO_HIGH, 1));

        assertThat(change.moved(ValueTier.LOW, ValueTier.SECONDARY)).isEqualTo(0.25);
        assertThat(change.moved(ValueTier.LOW, ValueTier.LOW)).isEqualTo(1.75);
        assertThat(change.moved(ValueTier.SECONDARY, ValueTier.HIGH)).isEqualTo(1);
        assertThat(change.moved(ValueTier.HIGH, ValueTier.HIGH)).isEqualTo(1);
        TierPortfolio after = change.after();
        assertThat(after.of(ValueTier.HIGH)).isEqualTo(new TierProfile(ValueTier.HIGH, 2, 0.4, 400 + 300 + 360));
        assertThat(after.of(ValueTier.SECONDARY).customers()).isEqualTo(0.25);
        assertThat(after.of(ValueTier.SECONDARY).value()).isEqualTo(0.25 * (100 + 150));
        assertThat(change.gain()).isEqualTo(0.25 * 150 + 360);
        assertThat(after.of(GrowthPath.SECONDARY_TO_HIGH))
                .as("a quarter of a customer at the cut of ARPU could now stay longer")
                .isEqualTo(new PathProfile(GrowthPath.SECONDARY_TO_HIGH, 0.25, 0.25 * 25 * 12));
        assertThat(change.now().value()).isEqualTo(1200);
    }

    @Test
    void aRiseInArpuAndALongerStayHoldForAllCustomers() {
        PortfolioChange change =
                MODEL.improve(FIVE, Improvement.none().withArpuRise(0.25).withTenureExtension(12));

        assertThat(change.moved(ValueTier.LATENT, ValueTier.HIGH))
                .as("40 becomes 50")
                .isEqualTo(1);
        assertThat(change.moved(ValueTier.SECONDARY, ValueTier.HIGH))
                .as("12 becomes 24")
                .isEqualTo(1);
        assertThat(change.moved(ValueTier.LOW, ValueTier.LATENT))
                .as("20 becomes 25")
                .isEqualTo(1);
        assertThat(change.moved(ValueTier.LOW, ValueTier.SECONDARY))
                .as("4 becomes 16")
                .isEqualTo(1);
        assertThat(change.after().value()).isEqualTo(1.25 * 0.5 * (80 + 40 + 60 + 20 + 40) * 22);
    }

    @Test
    void aProfitOfItsOwnRisesByTheMarginOnTheRiseInArpu() {
        GrowthCustomers one =
                GrowthCustomers.of(new double[] {30}, new double[] {80}).withProfit(new double[] {7});
        assertThat(MODEL.improve(one, Improvement.none().withArpuRise(0.1)).gain())
                .isCloseTo(0.5 * 8 * 10, within(1e-12));
    }

    @Test
    void aNegativeArpuDoesNotChange() {
        GrowthCustomers one = GrowthCustomers.of(new double[] {30}, new double[] {-8});
        assertThat(MODEL.improve(one, Improvement.none().withArpuRise(1)).gain())
                .isZero();
    }

    @Test
    void profitAndHorizonOfEachCustomerAreUsedWhereTheyAreKnown() {
        GrowthCustomers known = FIVE.withPeriods(new double[] {0, 1, 2, 3, 4}).withProfit(new double[] {1, 2, 3, 4, 5});
        assertThat(MODEL.portfolio(known).value()).isEqualTo(2 + 6 + 12 + 20);
        assertThat(MODEL.portfolio(FIVE.withPeriods(new double[] {0, 1, 2, 3, 4}))
                        .value())
                .isEqualTo(0.5 * (40 + 2 * 60 + 3 * 20 + 4 * 40));
    }

    @Test
    void whoStaysWithoutLimitGainsNothingByStayingLonger() {
        GrowthModel unlimited =
                GrowthModel.of(DiscountRate.monthly(0.01), Horizon.unlimited(), TierCuts.of(24, 50), 0.5);
        PortfolioChange change = unlimited.improve(
                FIVE, Improvement.none().withTenureExtension(12).withShare(GrowthPath.SECONDARY_TO_HIGH, 1));
        assertThat(change.gain()).isZero();
        assertThat(change.moved(ValueTier.SECONDARY, ValueTier.HIGH))
                .as("though the structure is better")
                .isEqualTo(1);
        assertThat(change.now().of(GrowthPath.SECONDARY_TO_HIGH).customers()).isZero();
    }

    @Test
    void withoutAnImprovementNothingChanges() {
        PortfolioChange change = MODEL.improve(FIVE, Improvement.none());
        assertThat(change.after().tiers()).isEqualTo(change.now().tiers());
        assertThat(change.after().paths()).isEqualTo(change.now().paths());
        assertThat(change.gain()).isZero();
        assertThat(change.text(Language.ENGLISH)).startsWith("stated: no improvement\n");
        assertThat(change.text(Language.CHINESE)).startsWith("设定:无改进\n");
    }

    @Test
    void aBaseOfNobodyHasCountsOfZeroAndNoShares() {
        PortfolioChange change = MODEL.improve(
                GrowthCustomers.of(new double[0], new double[0]),
                Improvement.none().withArpuRise(0.1).withShareOfAllPaths(0.5));
        assertThat(change.now().customers()).isZero();
        assertThat(change.after().value()).isZero();
        assertThat(change.now().of(ValueTier.LOW).share()).isNaN();
        assertThat(change.text(Language.ENGLISH))
                .contains("Low value: customers 0.0 -> 0.0, share - -> -, value 0.00 -> 0.00");
    }

    @Test
    void oneCustomerIsAWholeStructure() {
        TierPortfolio one = MODEL.portfolio(GrowthCustomers.of(new double[] {12}, new double[] {20}));
        assertThat(one.of(ValueTier.LOW)).isEqualTo(new TierProfile(ValueTier.LOW, 1, 1, 100));
    }

    @Test
    void customersWhoAreAllTiedMoveTogether() {
        double[] tenure = new double[3000];
        double[] arpu = new double[3000];
        Arrays.fill(tenure, 12);
        Arrays.fill(arpu, 20);
        PortfolioChange change = MODEL.improve(
                GrowthCustomers.of(tenure, arpu), Improvement.none().withShareOfAllPaths(0.5));
        assertThat(change.now().of(ValueTier.LOW).customers()).isEqualTo(3000);
        assertThat(change.after().of(ValueTier.LOW).customers()).isEqualTo(1500);
        assertThat(change.after().of(ValueTier.SECONDARY).customers()).isEqualTo(1500);
        assertThat(change.gain()).isEqualTo(1500 * 150);
    }

    @Test
    void whoCannotBeEvaluatedIsLeftOutAndCounted() {
        TierPortfolio portfolio = MODEL.portfolio(
                GrowthCustomers.of(new double[] {30, Double.NaN, -1, 30}, new double[] {80, 80, 80, Double.NaN}));
        assertThat(portfolio.leftOut()).isEqualTo(3);
        assertThat(portfolio.customers()).isEqualTo(1);
        assertThat(portfolio.text(Language.ENGLISH)).endsWith("left out: 3\n");
        assertThat(portfolio.text(Language.CHINESE)).endsWith("未计入客户数:3\n");
    }

    @Test
    void whoCannotBeEvaluatedAfterTheImprovementIsLeftOutOfBoth() {
        PortfolioChange change = MODEL.improve(
                GrowthCustomers.of(new double[] {30, 30}, new double[] {80, 1e307}),
                Improvement.none().withArpuRise(1e3));
        assertThat(change.now().leftOut()).isEqualTo(1);
        assertThat(change.after().leftOut()).isEqualTo(1);
        assertThat(change.now().customers()).isEqualTo(1);
        assertThat(change.text(Language.ENGLISH)).endsWith("left out: 1\n");
    }

    @Test
    void columnsHandedInAreCopied() {
        double[] arpu = {80};
        GrowthCustomers customers = GrowthCustomers.of(new double[] {30}, arpu);
        arpu[0] = 0;
        assertThat(MODEL.portfolio(customers).of(ValueTier.HIGH).customers()).isEqualTo(1);
        assertThat(customers.size()).isEqualTo(1);
    }

    @Test
    void columnsOfOtherLengthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthCustomers.of(new double[2], new double[3]))
                .withMessage("ARPU must have length 2, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.withPeriods(new double[4]))
                .withMessage("periods must have length 5, but had 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.withProfit(new double[6]))
                .withMessage("profit must have length 5, but had 6");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutsideZeroToOneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Improvement.none().withShare(GrowthPath.LOW_TO_LATENT, share))
                .withMessage("share of LOW_TO_LATENT must be in [0, 1], but was " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Improvement.none().withShareOfAllPaths(share))
                .withMessage("share of all paths must be in [0, 1], but was " + share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void anImprovementThatMakesThingsWorseIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Improvement.none().withArpuRise(value))
                .withMessage("ARPU rise must be in [0, Inf), but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Improvement.none().withTenureExtension(value))
                .withMessage("tenure extension must be in [0, Inf), but was " + value);
    }

    @Test
    void anImprovementTellsWhatWasStated() {
        Improvement improvement = Improvement.none()
                .withShareOfAllPaths(0.1)
                .withShare(GrowthPath.LATENT_TO_HIGH, 0.2)
                .withArpuRise(0.05)
                .withTenureExtension(6);
        assertThat(improvement.share(GrowthPath.LOW_TO_LATENT)).isEqualTo(0.1);
        assertThat(improvement.share(GrowthPath.LATENT_TO_HIGH)).isEqualTo(0.2);
        assertThat(improvement.arpuRise()).isEqualTo(0.05);
        assertThat(improvement.tenureExtension()).isEqualTo(6);
        assertThat(MODEL.improve(FIVE, improvement).improvement()).isSameAs(improvement);
    }

    @Test
    void aChangeReadsInBothLanguages() {
        PortfolioChange change = MODEL.improve(
                FIVE,
                Improvement.none()
                        .withArpuRise(0.25)
                        .withTenureExtension(2)
                        .withShare(GrowthPath.SECONDARY_TO_HIGH, 0.5));
        assertThat(change.text(Language.ENGLISH)).isEqualTo("""
                        stated: ARPU up by 25.0 %; stays longer by 2.0 periods; Secondary value to high value by tenure taken by 50.0 % of those on it
                          High value: customers 1.0 -> 3.0, share 20.0 % -> 60.0 %, value 400.00 -> 1687.50
                          Latent value: customers 1.0 -> 0.0, share 20.0 % -> 0.0 %, value 200.00 -> 0.00
                          Secondary value: customers 1.0 -> 1.0, share 20.0 % -> 20.0 %, value 300.00 -> 375.00
                          Low value: customers 2.0 -> 1.0, share 40.0 % -> 20.0 %, value 300.00 -> 150.00
                          all: value 1200.00 -> 2212.50 (+1012.50), first steps still open 960.00 -> 562.50
                        """);
        assertThat(change.text(Language.CHINESE))
                .startsWith("设定:ARPU 提升 25.0%;在网时长延长 2.0 期;次价值升至高价值(在网时长):其客户的 50.0% 完成\n")
                .contains("  高价值:客户数 1.0 → 3.0,占比 20.0% → 60.0%,价值 400.00 → 1687.50\n")
                .endsWith("  合计:价值 1200.00 → 2212.50(+1012.50),尚可增值 960.00 → 562.50\n");
    }

    @Test
    void oneShareForAllPathsIsStatedOnce() {
        PortfolioChange change = MODEL.improve(FIVE, Improvement.none().withShareOfAllPaths(0.2));
        assertThat(change.text(Language.ENGLISH)).startsWith("stated: each path taken by 20.0 % of those on it\n");
        assertThat(change.text(Language.CHINESE)).startsWith("设定:每条路径:其客户的 20.0% 完成\n");
    }

    @Test
    void aPortfolioReadsInBothLanguages() {
        assertThat(MODEL.portfolio(FIVE).text(Language.ENGLISH)).isEqualTo("""
                        High value: 1.0 customers (20.0 %), value 400.00
                        Latent value: 1.0 customers (20.0 %), value 200.00
                        Secondary value: 1.0 customers (20.0 %), value 300.00
                        Low value: 2.0 customers (40.0 %), value 300.00
                          Low value to secondary value by ARPU: 1.0 customers, worth +150.00
                          Low value to latent value by tenure: 1.0 customers, worth +400.00
                          Secondary value to high value by tenure: 1.0 customers, worth +360.00
                          Latent value to high value by ARPU: 1.0 customers, worth +50.00
                        """);
        assertThat(MODEL.portfolio(FIVE).text(Language.CHINESE))
                .startsWith("高价值:1.0 户(20.0%),价值 400.00\n")
                .endsWith("  潜价值升至高价值(每用户平均收入(ARPU)):1.0 户,可增值 +50.00\n");
    }
}
