package io.github.clv4j.growth;

import static io.github.clv4j.growth.GrowthDimension.ARPU;
import static io.github.clv4j.growth.GrowthDimension.TENURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptionTest {

    private static final PerceptionLeverage LEVERAGE = PerceptionLeverage.withDefaults();
    private static final PerceptionScores CUSTOMER = PerceptionScores.none()
            .with(PerceptionPoint.NETWORK_QUALITY, 0.9)
            .with(PerceptionPoint.BRAND_IMAGE, 0.3)
            .with("service-innovation", 0.25)
            .with(PerceptionPoint.MARKETING, 0.5);

    @Test
    void whatHasMuchLeverageAndMuchRoomComesFirst() {
        PerceptionRanking ranking = LEVERAGE.rank(TENURE, CUSTOMER);

        assertThat(ranking.dimension()).isSameAs(TENURE);
        assertThat(ranking.ranked())
                .containsExactly(
                        new PerceptionPriority(PerceptionPoint.BRAND_IMAGE, 6 / 7.0, 0.3, 6 / 7.0 * (1 - 0.3)),
                        new PerceptionPriority(PerceptionPoint.SERVICE_INNOVATION, 4 / 7.0, 0.25, 4 / 7.0 * 0.75),
                        new PerceptionPriority(PerceptionPoint.NETWORK_QUALITY, 1, 0.9, 1 - 0.9),
                        new PerceptionPriority(PerceptionPoint.MARKETING, 0, 0.5, 0));
        assertThat(LEVERAGE.rank(ARPU, CUSTOMER).ranked())
                .extracting(PerceptionPriority::point)
                .containsExactly(
                        PerceptionPoint.MARKETING,
                        PerceptionPoint.SERVICE_INNOVATION,
                        PerceptionPoint.BRAND_IMAGE,
                        PerceptionPoint.NETWORK_QUALITY);
    }

    @Test
    void aPointWhoseScoreIsNotKnownIsListedApartAndNotRankedAsZero() {
        PerceptionRanking ranking = LEVERAGE.rank(
                ARPU,
                CUSTOMER.with(PerceptionPoint.BUSINESS_INNOVATION, 0).with(PerceptionPoint.MARKETING, Double.NaN));
        assertThat(ranking.ranked().get(0).point()).isSameAs(PerceptionPoint.BUSINESS_INNOVATION);
        assertThat(ranking.ranked()).hasSize(4);
        assertThat(ranking.unknown())
                .containsExactly(
                        PerceptionPoint.COMMUNICATION_TECHNOLOGY,
                        PerceptionPoint.SERVICE_TOUCHPOINTS,
                        PerceptionPoint.BUSINESS_CONVERGENCE,
                        PerceptionPoint.MARKETING);
        assertThat(LEVERAGE.rank(TENURE, PerceptionScores.none()).ranked()).isEmpty();
        assertThat(LEVERAGE.rank(TENURE, PerceptionScores.none()).unknown()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void equallyPerceivedPointsFollowTheSourceOnTenureAndRunAgainstItOnArpu(double score) {
        PerceptionScores equal = PerceptionScores.none();
        for (PerceptionPoint point : PerceptionPoint.all()) {
            equal = equal.with(point, score);
        }
        assertThat(LEVERAGE.rank(TENURE, equal).ranked())
                .extracting(PerceptionPriority::point)
                .containsExactlyElementsOf(PerceptionPoint.all());
        PerceptionPoint first = LEVERAGE.rank(ARPU, equal).ranked().get(0).point();
        assertThat(first)
                .as("where all priorities are 0, ties stand in the order of the source")
                .isSameAs(score == 1 ? PerceptionPoint.NETWORK_QUALITY : PerceptionPoint.MARKETING);
    }

    @Test
    void leveragesCanBeSet() {
        PerceptionLeverage own = LEVERAGE.with(PerceptionPoint.MARKETING, TENURE, 0.95);
        assertThat(own.of(PerceptionPoint.MARKETING, TENURE)).isEqualTo(0.95);
        assertThat(own.of(PerceptionPoint.MARKETING, ARPU)).isEqualTo(1);
        assertThat(LEVERAGE.of(PerceptionPoint.MARKETING, TENURE)).isZero();
        assertThat(LEVERAGE.with(PerceptionPoint.MARKETING, ARPU, 0.1).of(PerceptionPoint.MARKETING, ARPU))
                .isEqualTo(0.1);
        assertThat(own.rank(TENURE, CUSTOMER).ranked().get(1).point()).isSameAs(PerceptionPoint.MARKETING);
    }

    @Test
    void tiesStandInTheOrderOfTheSourceEvenWithALeverageOfMinusZero() {
        PerceptionLeverage none = LEVERAGE;
        for (PerceptionPoint point : PerceptionPoint.all()) {
            none = none.with(point, TENURE, point.number() % 2 == 0 ? 0.0 : -0.0);
        }
        assertThat(none.rank(TENURE, CUSTOMER).ranked())
                .extracting(PerceptionPriority::point)
                .containsExactly(
                        PerceptionPoint.NETWORK_QUALITY,
                        PerceptionPoint.BRAND_IMAGE,
                        PerceptionPoint.SERVICE_INNOVATION,
                        PerceptionPoint.MARKETING);
    }

    @Test
    void scoresCanBeGivenAsAMap() {
        PerceptionScores scores =
                PerceptionScores.of(Map.of(PerceptionPoint.BRAND_IMAGE, 0.3, PerceptionPoint.MARKETING, Double.NaN));
        assertThat(scores.of(PerceptionPoint.BRAND_IMAGE)).isEqualTo(0.3);
        assertThat(scores.isKnown(PerceptionPoint.BRAND_IMAGE)).isTrue();
        assertThat(scores.isKnown(PerceptionPoint.MARKETING)).isFalse();
        assertThat(scores.of(PerceptionPoint.NETWORK_QUALITY)).isNaN();
    }

    @Test
    void theMeanOfASegmentIsTakenOverThoseWhoAnswered() {
        double[][] columns = new double[8][];
        Arrays.fill(columns, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        columns[0] = new double[] {0.2, 0.4, Double.NaN, 1};
        columns[7] = new double[] {Double.NaN, 0.5, Double.NaN, Double.NaN};
        byte[] tiers = {ValueTier.LOW.index(), ValueTier.LOW.index(), ValueTier.LOW.index(), ValueTier.HIGH.index()};

        PerceptionScores all = PerceptionScores.mean(columns);
        assertThat(all.of(PerceptionPoint.NETWORK_QUALITY)).isCloseTo(1.6 / 3, within(1e-15));
        assertThat(all.of(PerceptionPoint.MARKETING)).isEqualTo(0.5);
        assertThat(all.isKnown(PerceptionPoint.BRAND_IMAGE)).isFalse();
        PerceptionScores low = PerceptionScores.mean(ValueTier.LOW, tiers, columns);
        assertThat(low.of(PerceptionPoint.NETWORK_QUALITY)).isCloseTo(0.3, within(1e-15));
        PerceptionScores high = PerceptionScores.mean(ValueTier.HIGH, tiers, columns);
        assertThat(high.of(PerceptionPoint.NETWORK_QUALITY)).isEqualTo(1);
        assertThat(high.isKnown(PerceptionPoint.MARKETING)).isFalse();
        assertThat(PerceptionScores.mean(ValueTier.LATENT, tiers, columns).isKnown(PerceptionPoint.NETWORK_QUALITY))
                .as("nobody is of latent value")
                .isFalse();
    }

    @Test
    void theMeanOfNobodyIsNotKnown() {
        assertThat(LEVERAGE.rank(TENURE, PerceptionScores.mean(new double[8][0]))
                        .unknown())
                .hasSize(8);
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.mean(new double[7][3]))
                .withMessage("columns of scores must have length 8, but had 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.mean())
                .withMessage("columns of scores must have length 8, but had 0");
        double[][] ragged = new double[8][3];
        ragged[1] = new double[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.mean(ragged))
                .withMessage("scores of BRAND_IMAGE must have length 3, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.mean(ValueTier.LOW, new byte[4], new double[8][3]))
                .withMessage("scores of NETWORK_QUALITY must have length 4, but had 3");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.01", "Infinity"})
    void aScoreOutsideZeroToOneIsRefused(double score) {
        String message = "score of BRAND_IMAGE must be in [0, 1], but was " + score;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CUSTOMER.with(PerceptionPoint.BRAND_IMAGE, score))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.of(Map.of(PerceptionPoint.BRAND_IMAGE, score)))
                .withMessage(message);
        double[][] columns = new double[8][1];
        columns[1][0] = score;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionScores.mean(columns))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionPriority.of(PerceptionPoint.BRAND_IMAGE, 1, score))
                .withMessage(message);
    }

    @Test
    void aNameNobodyKnowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CUSTOMER.with("coverage", 0.5))
                .withMessageStartingWith("there is no perception point \"coverage\"; known are [network-quality, ");
    }

    @Test
    void aLeverageOutsideZeroToOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEVERAGE.with(PerceptionPoint.MARKETING, ARPU, Double.NaN))
                .withMessage("leverage of MARKETING on ARPU must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionPriority.of(PerceptionPoint.MARKETING, 2, 0.5))
                .withMessage("leverage of MARKETING must be in [0, 1], but was 2.0");
    }

    @Test
    void aPriorityIsItsLeverageTimesItsRoom() {
        assertThat(PerceptionPriority.of(PerceptionPoint.MARKETING, 0.5, 0.5).priority())
                .isEqualTo(0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PerceptionPriority(PerceptionPoint.MARKETING, 0.5, 0.5, 0.3))
                .withMessage("priority of MARKETING must be leverage x (1 - score), but was 0.3");
    }

    @Test
    void aRankingReadsInBothLanguages() {
        PerceptionScores all = CUSTOMER;
        for (PerceptionPoint point : PerceptionPoint.all().subList(4, 7)) {
            all = all.with(point, 1);
        }
        assertThat(LEVERAGE.rank(TENURE, all).text(Language.ENGLISH)).isEqualTo("""
                        to raise tenure
                          1. Brand image: priority 0.600 = leverage 0.86 x (1 - score 0.30)
                          2. Service innovation: priority 0.429 = leverage 0.57 x (1 - score 0.25)
                          3. Network quality: priority 0.100 = leverage 1.00 x (1 - score 0.90)
                          4. Service touchpoints: priority 0.000 = leverage 0.43 x (1 - score 1.00)
                          5. Business convergence: priority 0.000 = leverage 0.29 x (1 - score 1.00)
                          6. Business innovation: priority 0.000 = leverage 0.14 x (1 - score 1.00)
                          7. Marketing: priority 0.000 = leverage 0.00 x (1 - score 0.50)
                          not known: Communication technology
                        """);
        assertThat(LEVERAGE.rank(ARPU, CUSTOMER).text(Language.CHINESE))
                .startsWith("提升每用户平均收入(ARPU)\n  1. 市场营销:优先度 0.500 = 影响力 1.00 ×(1 − 得分 0.50)\n")
                .endsWith("  得分未知:通信技术、服务触点、业务融合、业务创新\n");
    }
}
