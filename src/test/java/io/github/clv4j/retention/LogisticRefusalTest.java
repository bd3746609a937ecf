package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be fitted, apart from separation. */
class LogisticRefusalTest {

    private static final int CUSTOMERS = 1500;
    private static final ChurnBase BASE = ChurnBase.madeUp(CUSTOMERS, 7);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void whereEverybodyDidTheSameThereIsNothingToLearn(double outcome) {
        double[] same = new double[CUSTOMERS];
        Arrays.fill(same, outcome);
        FitException refusal = refusal(BASE.withOutcome(same));
        assertThat(refusal.reason()).isSameAs(Reason.ONE_CLASS);
        assertThat(refusal.columns()).containsExactly("outcome");
        assertThat(refusal)
                .hasMessage("column outcome must have both 0 and 1, but all 1500 customers had " + (int) outcome);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, 1e9})
    void aConstantColumnIsNamed(double value) {
        double[] constant = new double[CUSTOMERS];
        Arrays.fill(constant, value);
        FitException refusal = refusal(BASE.with("region", constant));
        assertThat(refusal.reason()).isSameAs(Reason.CONSTANT_COLUMN);
        assertThat(refusal.columns()).containsExactly("region");
        assertThat(refusal).hasMessage("column region is " + value + " for every customer; leave it out");
    }

    @Test
    void ofAnotherOutcomeThanLeavingItSpeaksInOtherWords() {
        double[] x = {1, 2, 3, 4};
        double[] held = {0, 0, 1, 1};
        LogisticRegression regression = LogisticRegression.withDefaults()
                .withClasses("holders", "others")
                .withOutcome("has_tv");
        assertThatThrownBy(() -> regression.fit(List.of("x"), new double[][] {x}, held))
                .hasMessage(
                        "column x separates holders from others, so its coefficient has no finite estimate; leave it out"
                                + " or merge its levels, or fit with a ridge penalty");
        assertThatThrownBy(() -> regression.fit(List.of("x"), new double[][] {x}, new double[4]))
                .hasMessage("column has_tv must have both 0 and 1, but all 4 customers had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.withClasses(" ", "others"))
                .withMessage("name of ones must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.withClasses("holders", ""))
                .withMessage("name of zeros must not be blank, but was \"\"");
    }

    @Test
    void dummiesOfEveryLevelAreATrap() {
        int[] level = new Random(3).ints(CUSTOMERS, 0, 3).toArray();
        FitException refusal = refusal(BASE.with("monthly", dummy(level, 0))
                .with("one year", dummy(level, 1))
                .with("two years", dummy(level, 2)));
        assertThat(refusal.reason()).isSameAs(Reason.COLLINEAR_COLUMNS);
        assertThat(refusal.columns()).containsExactly("two years", "monthly", "one year");
        assertThat(refusal)
                .hasMessage(
                        "column two years is a linear combination of [monthly, one year]; leave one of them out, or fit"
                                + " with a ridge penalty");
    }

    @Test
    void dummiesOfARareLevelAreATrapToo() {
        int[] level =
                IntStream.range(0, CUSTOMERS).map(i -> i < 3 ? 1 : i % 2 * 2).toArray();
        FitException refusal = refusal(BASE.with("card", dummy(level, 0))
                .with("cheque", dummy(level, 1))
                .with("bank", dummy(level, 2)));
        assertThat(refusal.reason()).isSameAs(Reason.COLLINEAR_COLUMNS);
        assertThat(refusal.columns()).containsExactlyInAnyOrder("bank", "card", "cheque");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1e6, 1e9", "1e-6, 5"})
    void aColumnThatOthersExplainIsNamedWithThem(double unit, double origin) {
        double[] tenure = BASE.column("tenure");
        double[] charges = BASE.column("charges");
        double[] combined = IntStream.range(0, CUSTOMERS)
                .mapToDouble(i -> origin + unit * (2 * tenure[i] - charges[i]))
                .toArray();
        double[] other = new Random(4).doubles(CUSTOMERS).toArray();
        FitException refusal = refusal(BASE.with("other", other).with("combined", combined));
        assertThat(refusal.reason()).isSameAs(Reason.COLLINEAR_COLUMNS);
        assertThat(refusal.columns()).containsExactly("combined", "tenure", "charges");
    }

    @Test
    void aColumnGivenTwiceUnderTwoNamesIsNamedWithItsTwin() {
        FitException refusal = refusal(BASE.with("months", BASE.column("tenure")));
        assertThat(refusal.reason()).isSameAs(Reason.COLLINEAR_COLUMNS);
        assertThat(refusal.columns()).containsExactly("months", "tenure");
    }

    @Test
    void aColumnThatOthersExplainAllButAThousandthIsFitted() {
        double[] tenure = BASE.column("tenure");
        double[] noise = new Random(5).doubles(CUSTOMERS, -0.03, 0.03).toArray();
        double[] nearly = IntStream.range(0, CUSTOMERS)
                .mapToDouble(i -> tenure[i] + noise[i])
                .toArray();
        assertThat(BASE.with("nearly tenure", nearly).fit().convergence().maxAbsoluteScore())
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFeatureThatIsNotFiniteIsNamedWithItsRow(double value) {
        double[] charges = BASE.column("charges").clone();
        charges[1234] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.with("fees", charges).fit())
                .withMessage("column fees at row 1234 must be finite, but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 0.5, Double.NaN})
    void anOutcomeThatIsNeitherZeroNorOneIsNamedWithItsRow(double value) {
        double[] outcome = BASE.outcome().clone();
        outcome[17] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.withOutcome(outcome).fit())
                .withMessage("outcome at row 17 must be 0 or 1, but was " + value);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.with("tenure", new double[CUSTOMERS]).fit())
                .withMessage("features must be distinct, but \"tenure\" stands twice");
    }

    @Test
    void columnsThatDoNotFitTogetherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.with("fees", 1, 2, 3).fit())
                .withMessage("column fees must have length 1500, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.withDefaults().fit(List.of("a"), new double[0][], BASE.outcome()))
                .withMessage("columns must have length 1, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnBase.ofOutcome().fit())
                .withMessage("outcome must have at least one customer, but had 0");
    }

    private static FitException refusal(ChurnBase base) {
        return catchThrowableOfType(FitException.class, base::fit);
    }

    private static double[] dummy(int[] levels, int level) {
        return Arrays.stream(levels).mapToDouble(l -> l == level ? 1 : 0).toArray();
    }
}
