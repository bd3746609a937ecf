package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignMeasurementTest {

    private static final CampaignMeasurement CAMPAIGN = CampaignMeasurement.of(56, 70, 48, 80);

    /** The eight examples of Newcombe 1998, Statistics in Medicine 17, table II, method 10, printed to four places. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        " 9, 10,  3, 10,  0.1705, 0.8090",
        " 6,  7,  2,  7,  0.0582, 0.8062",
        " 5, 56,  0, 29, -0.0381, 0.1926",
        " 0, 10,  0, 20, -0.1611, 0.2775",
        " 0, 10,  0, 10, -0.2775, 0.2775",
        "10, 10,  0, 20,  0.6791, 1.0000",
        "10, 10,  0, 10,  0.6075, 1.0000"
    })
    void theIntervalOfTheLiftIsThatOfThePublishedExamples(
            long treatedKept, long treated, long controlKept, long control, double lower, double upper) {
        IntervalEstimate lift = CampaignMeasurement.of(treatedKept, treated, controlKept, control)
                .lift();

        assertThat(lift.value())
                .isCloseTo((double) treatedKept / treated - (double) controlKept / control, within(1e-15));
        assertThat(lift.lower()).isCloseTo(lower, within(0.00005));
        assertThat(lift.upper()).isCloseTo(upper, within(0.00005));
        assertThat(lift.confidence()).isEqualTo(0.95);
    }

    @Test
    void theRetentionOfBothGroupsIsReported() {
        assertThat(CAMPAIGN.treatedRetention().value()).isEqualTo(0.8);
        assertThat(CAMPAIGN.controlRetention().value()).isEqualTo(0.6);
    }

    /** 81 of 263 of the same paper's companion, Statistics in Medicine 17, 857, table I, method 3: 0.2553 to 0.3662. */
    @Test
    void theIntervalOfARateIsTheScoreInterval() {
        IntervalEstimate rate = CampaignMeasurement.of(81, 263, 1, 1).treatedRetention();

        assertThat(rate.lower()).isCloseTo(0.2553, within(0.00005));
        assertThat(rate.upper()).isCloseTo(0.3662, within(0.00005));
    }

    @Test
    void theLiftIsShownWhereTheIntervalExcludesZero() {
        assertThat(CAMPAIGN.lift().excludesZero()).isTrue();
        assertThat(CampaignMeasurement.of(48, 80, 56, 70).lift().excludesZero()).isTrue();
        assertThat(CampaignMeasurement.of(5, 56, 0, 29).lift().excludesZero()).isFalse();
        assertThat(new IntervalEstimate(0.1, 0, 0.2, 0.9).excludesZero()).isFalse();
        assertThat(new IntervalEstimate(-0.1, -0.2, 0, 0.9).excludesZero()).isFalse();
    }

    @Test
    void aHigherConfidenceWidensTheInterval() {
        IntervalEstimate lift = CAMPAIGN.withConfidence(0.999).lift();

        assertThat(lift.confidence()).isEqualTo(0.999);
        assertThat(lift.lower()).isNegative();
        assertThat(lift.excludesZero()).isFalse();
        assertThat(CAMPAIGN.withConfidence(0.5).lift().lower())
                .isGreaterThan(CAMPAIGN.lift().lower());
    }

    @Test
    void incrementalCustomersAreTheLiftOfAllTreated() {
        IntervalEstimate more = CAMPAIGN.incrementalKept();

        assertThat(more.value()).isCloseTo(14, within(1e-12));
        assertThat(more.lower()).isCloseTo(70 * 0.0524, within(70 * 0.00005));
        assertThat(more.upper()).isCloseTo(70 * 0.3339, within(70 * 0.00005));
    }

    @Test
    void aContactBringsTheLiftTimesTheValueLessTheCost() {
        IntervalEstimate profit = CAMPAIGN.profitPerContact(50, 4);

        assertThat(profit.value()).isCloseTo(6, within(1e-12));
        assertThat(profit.lower()).isCloseTo(50 * 0.0524 - 4, within(0.0025));
        assertThat(profit.upper()).isCloseTo(50 * 0.3339 - 4, within(0.0025));
        assertThat(profit.excludesZero()).isFalse();
    }

    @Test
    void keepingCustomersOfNegativeValueTurnsTheIntervalRound() {
        IntervalEstimate profit = CAMPAIGN.profitPerContact(-50, 0);

        assertThat(profit.value()).isCloseTo(-10, within(1e-12));
        assertThat(profit.lower()).isCloseTo(-50 * 0.3339, within(0.0025));
        assertThat(profit.upper()).isCloseTo(-50 * 0.0524, within(0.0025));
    }

    @Test
    void columnsAreCounted() {
        double[] treated = {1, 1, 1, 0, 0};
        double[] kept = {1, 0, 1, 0, 1};

        assertThat(CampaignMeasurement.of(treated, kept))
                .hasToString("CampaignMeasurement[treated=2/3, control=1/2, confidence=0.95]");
    }

    @Test
    void oneCustomerInEachGroupSaysAlmostNothingAndIsLegal() {
        IntervalEstimate lift = CampaignMeasurement.of(1, 1, 0, 1).lift();

        assertThat(lift.value()).isEqualTo(1);
        assertThat(lift.upper()).isEqualTo(1);
        assertThat(lift.excludesZero()).isFalse();
    }

    @Test
    void theFindingsCanBeRead() {
        assertThat(CAMPAIGN.text(Language.ENGLISH)).isEqualTo("""
                        confidence level 0.95
                          treated: 56 of 70 kept, 0.8000 (0.6918 to 0.8770)
                          control: 48 of 80 kept, 0.6000 (0.4905 to 0.7004)
                        lift in retention +0.2000 (+0.0524 to +0.3339): the interval excludes 0
                        customers kept who would have left +14.0 (+3.7 to +23.4)
                        """);
        assertThat(CAMPAIGN.withConfidence(0.999).text(Language.ENGLISH))
                .contains("confidence level 0.999\n", "holds 0, so no effect is shown");
        assertThat(CAMPAIGN.text(Language.CHINESE)).contains("实验组", "对照组", "保持率提升 +0.2000", "区间不含 0");
        assertThat(CAMPAIGN.withConfidence(0.999).text(Language.CHINESE)).contains("区间含 0,未显示效果");
    }

    @Test
    void theConfidenceLevelIsShownAsItWasGiven() {
        assertThat(CAMPAIGN.withConfidence(0.99999).text(Language.ENGLISH)).startsWith("confidence level 0.99999\n");
        assertThat(CAMPAIGN.withConfidence(0.99999).text(Language.CHINESE)).startsWith("置信水平 0.99999\n");
    }

    @Test
    void aTreatedGroupWithoutControlIsRefusedAndTheReverse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(5, 10, 0, 0))
                .withMessage("a campaign is measured by a treated group against a control group:"
                        + " control customers must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(new double[] {0, 0}, new double[] {1, 0}))
                .withMessage("a campaign is measured by a treated group against a control group:"
                        + " treated customers must be at least 1, but was 0");
    }

    @Test
    void noMoreAreKeptThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(11, 10, 5, 10))
                .withMessage("treated customers kept must be in [0, 10], but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(5, 10, -1, 10))
                .withMessage("control customers kept must be in [0, 10], but was -1");
    }

    @Test
    void columnsHoldZerosAndOnesAndHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(new double[] {1, 0.5}, new double[] {1, 1}))
                .withMessage("treated[1] must be 0 or 1, but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(new double[] {1, 0}, new double[] {Double.NaN, 1}))
                .withMessage("kept[0] must be 0 or 1, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(new double[2], new double[1]))
                .withMessage("kept must have length 2, but had 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void aConfidenceLevelIsBetweenZeroAndOne(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CAMPAIGN.withConfidence(confidence))
                .withMessage("confidence must be in (0, 1), but was " + confidence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalEstimate(0, 0, 0, confidence))
                .withMessage("confidence must be in (0, 1), but was " + confidence);
    }

    @Test
    void valueAndCostAreNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CAMPAIGN.profitPerContact(Double.NaN, 1))
                .withMessage("value must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CAMPAIGN.profitPerContact(1, -1))
                .withMessage("cost must be in [0, Inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalEstimate(3, 1, 2, 0.95))
                .withMessage("value must be in [1.0, 2.0], but was 3.0");
    }

    @Test
    void aProfitTooLargeForANumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMeasurement.of(0, 2, 2, 2).profitPerContact(1.7e308, 1.7e308))
                .withMessage("profit per contact must be finite, but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalEstimate(0, Double.NEGATIVE_INFINITY, 1, 0.95))
                .withMessage("lower must be finite, but was -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalEstimate(0, 0, Double.POSITIVE_INFINITY, 0.95))
                .withMessage("upper must be finite, but was Infinity");
    }
}
