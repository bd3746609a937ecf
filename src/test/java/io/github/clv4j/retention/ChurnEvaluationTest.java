package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChurnEvaluationTest {

    private static final Offset<Double> ROUNDING = within(1e-15);

    /** Ten customers whose figures can be worked out by hand. */
    private static final double[] PROBABILITY = {0.95, 0.1, 0.6, 0.6, 0.3, 0.25, 0.8, 0.05, 0.3, 0.5};

    private static final double[] LEFT = {1, 0, 1, 0, 0, 0, 1, 0, 1, 0};
    private static final ChurnEvaluation TEN = ChurnEvaluation.heldOut(PROBABILITY, LEFT);

    @Test
    void theFiguresAreThoseWorkedOutByHand() {
        assertThat(TEN.customers()).isEqualTo(10);
        assertThat(TEN.churned()).isEqualTo(4);
        assertThat(TEN.churnRate()).isEqualTo(0.4);
        assertThat(TEN.meanProbability()).isCloseTo(4.45 / 10, ROUNDING);
        // of 24 pairs, those of 0.95 and 0.8: 6 each; of 0.6: 5 and one level; of 0.3: 3 and one level
        assertThat(TEN.auc()).isEqualTo((6 + 6 + 5.5 + 3.5) / 24);
        assertThat(TEN.brier())
                .isCloseTo((0.0025 + 0.01 + 0.16 + 0.36 + 0.09 + 0.0625 + 0.04 + 0.0025 + 0.49 + 0.25) / 10, ROUNDING);
        double product = 0.95 * 0.9 * 0.6 * 0.4 * 0.7 * 0.75 * 0.8 * 0.95 * 0.3 * 0.5;
        assertThat(TEN.logLoss()).isCloseTo(-Math.log(product) / 10, ROUNDING);
    }

    @Test
    void whoeverReachesTheThresholdIsTakenToLeave() {
        ConfusionMatrix half = TEN.confusion(0.5);
        assertThat(half).isEqualTo(new ConfusionMatrix(0.5, 3, 2, 1, 4));
        assertThat(half.sensitivity()).isEqualTo(0.75);
        assertThat(half.specificity()).isEqualTo(4 / 6.0);
        assertThat(half.precision()).isEqualTo(0.6);
        assertThat(TEN.confusion(0)).isEqualTo(new ConfusionMatrix(0, 4, 6, 0, 0));
        assertThat(TEN.confusion(1).precision()).isNaN();
        assertThat(TEN.confusion(1).specificity()).isEqualTo(1);
    }

    @Test
    void customersOfTheSameProbabilityKeepTheirOrderInTheDeciles() {
        assertThat(TEN.deciles()).extracting(RiskDecile::churned).containsExactly(1, 1, 1, 0, 0, 0, 1, 0, 0, 0);
        assertThat(TEN.deciles().get(2)).isEqualTo(new RiskDecile(3, 1, 1, 0.6, 0.6, 0.6, 2.5, 3, 0.75, 2.5));
    }

    @Test
    void fewerThanTenCustomersLeaveDecilesEmpty() {
        ChurnEvaluation three = ChurnEvaluation.heldOut(new double[] {0.1, 0.2, 0.3}, new double[] {0, 0, 1});
        assertThat(three.deciles()).extracting(RiskDecile::customers).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 0);
        RiskDecile empty = three.deciles().get(1);
        assertThat(empty.meanProbability()).isNaN();
        assertThat(empty.churnRate()).isNaN();
        assertThat(empty.cumulativeCapture()).isEqualTo(1);
        assertThat(three.hosmerLemeshow().degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void aBinHasItsLowerEndAndTheLastBothEnds() {
        double[] edges = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, Math.nextDown(0.7)};
        double[] left = new double[edges.length];
        left[10] = 1;
        ChurnEvaluation evaluation = ChurnEvaluation.heldOut(edges, left);
        assertThat(evaluation.calibration())
                .extracting(CalibrationBin::customers)
                .containsExactly(1, 1, 1, 1, 1, 1, 2, 1, 1, 2);
        assertThat(TEN.calibration().get(4)).isEqualTo(new CalibrationBin(0.4, 0.5, 0, 0, Double.NaN));
        assertThat(TEN.calibration().get(4).churnRate()).isNaN();
    }

    @Test
    void theCalibrationErrorIsTheMeanDistanceOfProbabilityAndRate() {
        double expected = (0.05 + 0.1 + 0.25 + Math.abs(0.6 - 1) + Math.abs(1.2 - 1) + 0.5 + 0.2 + 0.05) / 10;
        assertThat(TEN.calibrationError()).isCloseTo(expected, ROUNDING);
    }

    /** Four customers a decile, so that the sums are simple; the p-value by the distribution of commons-math. */
    @Test
    void theTestOfHosmerAndLemeshowComparesTheDeciles() {
        double[] probability =
                IntStream.range(0, 40).mapToDouble(i -> (i / 4 + 0.5) / 10).toArray();
        double[] left =
                IntStream.range(0, 40).mapToDouble(i -> i % 4 < 2 ? 1 : 0).toArray();
        double expected = 0;
        for (int g = 0; g < 10; g++) {
            double p = (g + 0.5) / 10;
            expected += (2 - 4 * p) * (2 - 4 * p) / (4 * p * (1 - p));
        }
        HosmerLemeshow heldOut = ChurnEvaluation.heldOut(probability, left).hosmerLemeshow();
        assertThat(heldOut.statistic()).isCloseTo(expected, within(1e-12));
        assertThat(heldOut.degreesOfFreedom()).isEqualTo(10);
        assertThat(heldOut.pValue())
                .isCloseTo(
                        1 - new ChiSquaredDistribution(null, 10).cumulativeProbability(heldOut.statistic()),
                        within(1e-12));
        assertThat(ChurnEvaluation.inSample(probability, left).hosmerLemeshow().degreesOfFreedom())
                .isEqualTo(8);
    }

    @Test
    void theTestOfHosmerAndLemeshowDoesNotDependOnTheOrderOfCustomersOfTheSameProbability() {
        double[] same = new double[1000];
        Arrays.fill(same, 0.3);
        double[] sorted =
                IntStream.range(0, 1000).mapToDouble(i -> i < 300 ? 1 : 0).toArray();
        double[] mixed =
                IntStream.range(0, 1000).mapToDouble(i -> i % 10 < 3 ? 1 : 0).toArray();
        HosmerLemeshow test = ChurnEvaluation.heldOut(same, sorted).hosmerLemeshow();
        assertThat(test.statistic()).isCloseTo(0, within(1e-20));
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(ChurnEvaluation.heldOut(same, mixed).hosmerLemeshow()).isEqualTo(test);
        assertThat(ChurnEvaluation.heldOut(same, sorted).deciles())
                .extracting(RiskDecile::churned)
                .containsExactly(100, 100, 100, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The 0.6 of TEN fill deciles 3 and 4 and one of the two left; the 0.3 fill 6 and 7 likewise. */
    @Test
    void whoeverHasTheSameProbabilitySharesWhatTheyDidInTheTest() {
        double expected = 2 * 0.0025 / 0.0475
                + 0.04 / 0.16
                + 2 * 0.01 / 0.24
                + 1
                + 2 * 0.04 / 0.21
                + 0.0625 / 0.1875
                + 0.01 / 0.09;
        assertThat(TEN.hosmerLemeshow().statistic()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void thePValueOfTheTestHasALogarithmWhereItIsTooSmall() {
        assertThat(new HosmerLemeshow(4000, 10).pValue()).isZero();
        // of 2 degrees of freedom it is exp(-statistic / 2)
        assertThat(new HosmerLemeshow(4000, 2).log10PValue()).isCloseTo(-2000 / Math.log(10), within(1e-9));
        assertThat(new HosmerLemeshow(Double.POSITIVE_INFINITY, 2).log10PValue())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new HosmerLemeshow(3, 0).log10PValue()).isNaN();
    }

    @Test
    void theLogLossOfTinyProbabilitiesIsNotLost() {
        ChurnEvaluation evaluation = ChurnEvaluation.heldOut(new double[] {0, 0, 1e-17, 1}, new double[] {0, 0, 0, 1});
        assertThat(evaluation.logLoss()).isCloseTo(2.5e-18, within(1e-32));
    }

    @Test
    void aCertaintyThatFailsIsInfinitelyWrongAndSaidToBe() {
        ChurnEvaluation wrong = ChurnEvaluation.heldOut(new double[] {0, 0.5}, new double[] {1, 0});
        assertThat(wrong.logLoss()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(wrong.hosmerLemeshow().statistic()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(wrong.hosmerLemeshow().pValue()).isZero();
        assertThat(wrong.text(Language.ENGLISH)).contains("log-loss infinite (somebody did what had probability 0)");
        assertThat(wrong.text(Language.CHINESE)).contains("无穷大");
        ChurnEvaluation right = ChurnEvaluation.heldOut(new double[] {1, -0.0}, new double[] {1, 0});
        assertThat(right.logLoss()).isZero();
        assertThat(right.brier()).isZero();
        assertThat(right.hosmerLemeshow().statistic()).isZero();
    }

    @Test
    void twoCustomersHaveNoDegreeOfFreedomInSample() {
        HosmerLemeshow test = ChurnEvaluation.inSample(new double[] {0.2, 0.5}, new double[] {1, 0})
                .hosmerLemeshow();
        assertThat(test.degreesOfFreedom()).isZero();
        assertThat(test.pValue()).isNaN();
    }

    @Test
    void theTextSaysWhoseFiguresTheyAre() {
        assertThat(TEN.text(Language.ENGLISH)).isEqualTo("""
                on 10 customers held out of the fit, 4 of them left: rate 0.4000, mean probability 0.4450
                AUC 0.8750, log-loss 0.4400, Brier score 0.1468
                from 0.5 on taken to leave: sensitivity 0.7500, specificity 0.6667, precision 0.6000
                calibration error 0.1750; Hosmer-Lemeshow 2.26 on 10 degrees of freedom, p 0.994
                """ + tables());
        assertThat(ChurnEvaluation.inSample(PROBABILITY, LEFT).text(Language.ENGLISH))
                .startsWith("on the 10 customers of the fit itself, 4 of them left")
                .contains("figures in-sample flatter a model");
        assertThat(TEN.text(Language.CHINESE)).startsWith("在未参与拟合的 10 个客户上,其中 4 个流失");
        assertThat(TEN)
                .hasToString(
                        "ChurnEvaluation[heldOut, customers=10, churned=4, auc=0.875, logLoss=" + TEN.logLoss() + "]");
    }

    private static String tables() {
        String text = TEN.text(Language.ENGLISH);
        return text.substring(text.indexOf("decile customers"));
    }

    @Test
    void theTablesHaveALineForEachDecileAndBin() {
        assertThat(tables().lines().toList())
                .hasSize(22)
                .contains(
                        "     3         1      1  0.6000 1.0000   2.50   0.7500            2.50",
                        " 0.4 to 0.5         0      0       -      -");
    }

    @Test
    void theFirstCustomersHoldTheMostLeavers() {
        GainsCurve gains = TEN.gains();
        assertThat(gains.shares()).containsExactly(0, 0.1, 0.2, 0.4, 0.5, 0.7, 0.8, 0.9, 1);
        assertThat(gains.captured()).containsExactly(0, 0.25, 0.5, 0.75, 0.75, 1, 1, 1, 1);
        assertThat(gains.at(0.3)).isCloseTo(0.625, ROUNDING);
        assertThat(gains.at(1)).isEqualTo(1);
        assertThat(gains.at(-0.0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gains.at(1.5))
                .withMessage("share must be in [0, 1], but was 1.5");
    }

    @Test
    void whatIsNotAProbabilityOrAnOutcomeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnEvaluation.heldOut(new double[] {0.5, 1.5}, new double[] {1, 0}))
                .withMessage("probability[1] must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnEvaluation.heldOut(new double[] {0.5, 0.5}, new double[] {1, Double.NaN}))
                .withMessage("outcome[1] must be 0 or 1, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnEvaluation.inSample(new double[2], new double[3]))
                .withMessage("outcome must have length 2, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.confusion(Double.NaN))
                .withMessage("threshold must be in [0, 1], but was NaN");
    }

    @Test
    void customersOfOneClassShowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnEvaluation.heldOut(new double[3], new double[3]))
                .withMessage(
                        "customers a churn model is evaluated on must be some who left and some who stayed, but of 3"
                                + " there were 0 who left");
    }

    @Test
    void nobodyCanChangeAnEvaluation() {
        double[] probability = PROBABILITY.clone();
        double[] left = LEFT.clone();
        ChurnEvaluation evaluation = ChurnEvaluation.heldOut(probability, left);
        Arrays.fill(probability, 0.5);
        Arrays.fill(left, 0);
        evaluation.gains().captured()[1] = 9;
        assertThat(evaluation.text(Language.ENGLISH)).isEqualTo(TEN.text(Language.ENGLISH));
    }
}
