package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutTest {

    private static final double[] LEFT = {0, 1, 0, 1, 0, 1, 0, 0};

    @ParameterizedTest
    @CsvSource({"0.3, 60, 30", "0.5, 100, 50", "0.0125, 3, 1"})
    void aShareIsDrawnOfThoseWhoLeftAndOfThoseWhoStayed(double share, int stayed, int left) {
        double[] outcome = outcomes(300, 200, 100);
        Holdout holdout = Holdout.byShare(outcome, share, 7);
        assertThat(count(outcome, holdout.testRows(), 1)).isEqualTo(left);
        assertThat(count(outcome, holdout.testRows(), 0)).isEqualTo(stayed);
    }

    @Test
    void everybodyIsOnOneSide() {
        Holdout holdout = Holdout.byShare(outcomes(300, 200, 100), 0.3, -1);
        int[] both = IntStream.concat(IntStream.of(holdout.trainingRows()), IntStream.of(holdout.testRows()))
                .sorted()
                .toArray();
        assertThat(both).isEqualTo(IntStream.range(0, 300).toArray());
        assertThat(holdout.testRows()).isSorted();
        assertThat(holdout.trainingRows()).isSorted();
        assertThat(holdout).hasToString("Holdout[training=210, test=90]");
    }

    @Test
    void theSeedSaysWhoIsDrawn() {
        double[] outcome = outcomes(300, 200, 100);
        int[] rows = Holdout.byShare(outcome, 0.3, 7).testRows();
        assertThat(Holdout.byShare(outcome, 0.3, 7).testRows()).isEqualTo(rows);
        assertThat(Holdout.byShare(outcome, 0.3, 8).testRows()).isNotEqualTo(rows);
    }

    /** Over many seeds each customer is drawn about as often as the share says: within five standard deviations. */
    @Test
    void eachCustomerIsDrawnWithTheSameProbability() {
        double[] outcome = outcomes(20, 10, 10);
        int seeds = 4000;
        int[] drawn = new int[20];
        for (int seed = 0; seed < seeds; seed++) {
            IntStream.of(Holdout.byShare(outcome, 0.3, seed).testRows()).forEach(row -> drawn[row]++);
        }
        double deviation = Math.sqrt(seeds * 0.3 * 0.7);
        for (int times : drawn) {
            assertThat((double) times).isBetween(seeds * 0.3 - 5 * deviation, seeds * 0.3 + 5 * deviation);
        }
    }

    @Test
    void aColumnNamesThoseHeldOut() {
        Holdout holdout = Holdout.byFlag(LEFT, new double[] {1, 1, 0, 0, 0, 0, 1, 0});
        assertThat(holdout.testRows()).containsExactly(0, 1, 6);
        assertThat(holdout.trainingRows()).containsExactly(2, 3, 4, 5, 7);
        holdout.testRows()[0] = 9;
        assertThat(holdout.testRows()[0]).isZero();
    }

    @Test
    void customersOfALaterTimeAreHeldOutFromTheFirstOn() {
        double[] month = {1, 3, 2, 1, 3, 2, 4, 1};
        assertThat(Holdout.outOfTime(LEFT, month, 3).testRows()).containsExactly(1, 4, 6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void aShareThatIsNoneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byShare(LEFT, share, 1))
                .withMessage("share held out must be in (0, 1), but was " + share);
    }

    @Test
    void bothSidesMustHaveBothClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byShare(LEFT, 0.1, 1))
                .withMessage(
                        "customers held out must be some who left and some who stayed, but of 1 there were 0 who left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byShare(LEFT, 0.99, 1))
                .withMessage(
                        "customers not held out must be some who left and some who stayed, but of 0 there were 0 who"
                                + " left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byFlag(LEFT, new double[8]))
                .withMessage(
                        "customers held out must be some who left and some who stayed, but of 0 there were 0 who left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.outOfTime(LEFT, new double[] {0, 1, 1, 1, 1, 1, 1, 1}, 1))
                .withMessage(
                        "customers not held out must be some who left and some who stayed, but of 1 there were 0 who"
                                + " left");
    }

    @Test
    void whatIsNoOutcomeFlagOrTimeIsNamed() {
        double[] bad = LEFT.clone();
        bad[3] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byShare(bad, 0.5, 1))
                .withMessage("outcome[3] must be 0 or 1, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byFlag(LEFT, bad))
                .withMessage("held out[3] must be 0 or 1, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.outOfTime(LEFT, bad, 1))
                .withMessage("time[3] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.outOfTime(LEFT, LEFT, Double.NaN))
                .withMessage("first time held out must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.byFlag(LEFT, new double[3]))
                .withMessage("held out must have length 8, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holdout.outOfTime(LEFT, new double[3], 0))
                .withMessage("time must have length 8, but had 3");
    }

    /** A model fitted to noise is right about half the customers it has not seen, and looks better in-sample. */
    @Test
    void whatIsLearnedOfNoiseIsNotThereOnOtherCustomers() {
        Random random = new Random(3);
        int customers = 400;
        ChurnBase base = ChurnBase.ofOutcome(
                random.doubles(customers).map(u -> u < 0.3 ? 1 : 0).toArray());
        for (int j = 0; j < 25; j++) {
            base = base.with("noise " + j, random.doubles(customers).toArray());
        }
        double[][] columns = base.columns().toArray(double[][]::new);
        Holdout holdout = Holdout.byShare(base.outcome(), 0.5, 1);
        ChurnModel model = LogisticRegression.withDefaults()
                .fit(
                        base.names(),
                        picked(columns, holdout.trainingRows()),
                        pick(base.outcome(), holdout.trainingRows()))
                .model();
        assertThat(auc(model, columns, base.outcome(), holdout.trainingRows())).isGreaterThan(0.65);
        assertThat(auc(model, columns, base.outcome(), holdout.testRows())).isBetween(0.35, 0.62);
    }

    private static double auc(ChurnModel model, double[][] columns, double[] outcome, int[] rows) {
        double[] probability = new double[rows.length];
        model.churnProbability(picked(columns, rows), 0, rows.length, probability);
        return AreaUnderCurve.of(probability, pick(outcome, rows));
    }

    private static double[][] picked(double[][] columns, int[] rows) {
        return Arrays.stream(columns).map(column -> pick(column, rows)).toArray(double[][]::new);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] outcomes(int customers, int stayed, int left) {
        assertThat(stayed + left).isEqualTo(customers);
        return IntStream.range(0, customers)
                .mapToDouble(i -> i < stayed ? 0 : 1)
                .toArray();
    }

    private static int count(double[] outcome, int[] rows, int group) {
        return (int) IntStream.of(rows).filter(row -> outcome[row] == group).count();
    }
}
