package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenure regression: what it says, and what it refuses. */
class TenureRegressionTest {

    private static final double[] COUNTS = {0, 1, 2, 3, 4, 5, 6, 0, 2, 4};
    private static final double[] SEX = {1, 0, 1, 0, 0, 1, 1, 0, 0, 1};
    private static final double[] TENURE = {3, 7, 14, 14, 17, 13, 16, 2, 11, 14};
    private static final double[][] NONE = {};

    private static final TenureRegression PLAIN = TenureRegression.of("tenure", "HD");
    private static final TenureRegression FULL =
            PLAIN.quadratic().withControl("SEX").withInteraction("SEX");

    /** Speeds (mph) and stopping distances (ft), M. Ezekiel, 1930, Methods of Correlation Analysis: {@code cars} in R. */
    private static final double[] SPEED = {
        4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17,
        17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25
    };

    private static final double[] DISTANCE = {
        2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40,
        32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85
    };

    @Test
    void theTextIsThatOfRWithHowToReadIt() {
        // the numbers as in every introduction to R: summary(lm(dist ~ speed, cars))
        assertThat(TenureRegression.of("dist", "speed")
                        .fit(SPEED, NONE, DISTANCE)
                        .text(Language.ENGLISH))
                .isEqualTo("""
                        dist ~ speed

                        Residuals:
                            Min     1Q Median    3Q    Max
                        -29.069 -9.525 -2.272 9.215 43.201

                        Coefficients:
                                    Estimate Std. Error t value Pr(>|t|)
                        (Intercept) -17.5791     6.7584  -2.601   0.0123 *
                        speed         3.9324     0.4155   9.464 1.49e-12 ***
                        ---
                        Signif. codes:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1

                        Residual standard error: 15.38 on 48 degrees of freedom
                        Multiple R-squared:  0.6511,  Adjusted R-squared:  0.6438
                        F-statistic: 89.57 on 1 and 48 DF,  p-value: 1.49e-12
                        Log-likelihood: -206.58,  AIC: 419.16,  BIC: 424.89

                        This is association, not effect: those who stay longer are offered more. The tenure of customers who are still here is
                        censored: it is not how long they will stay.
                        """);
    }

    @Test
    void theTextSaysMaximumOrMinimumAndIsChineseToo() {
        TenureFit up = PLAIN.quadratic().fit(COUNTS, NONE, TENURE);
        double[] down = Arrays.stream(TENURE).map(tenure -> 20 - tenure).toArray();
        TenureFit mirrored = PLAIN.quadratic().fit(COUNTS, NONE, down);

        assertThat(up.text(Language.ENGLISH))
                .contains("\nTurning point: HD = 4.6", ": a maximum\nit lies in the observed range, 0 to 6\n")
                .contains("best whole number of activities: 5\n");
        assertThat(mirrored.text(Language.ENGLISH))
                .contains(": a minimum\n", "no best number of activities: tenure is shortest there\n");
        assertThat(up.text(Language.CHINESE))
                .contains("残差:", "系数:", "残差标准误", "拐点:HD = 4.6", ":极大值\n", "最佳活动次数(整数):5\n", "不是因果效应", "删失");
        assertThat(mirrored.text(Language.CHINESE)).contains(":极小值\n", "没有最佳活动次数");
    }

    @Test
    void aTurningPointWhereNobodyWasSeenAndASquareThatSaysNothingAreTold() {
        double[] counts = {0, 1, 2, 3, 0, 1, 2, 3};
        double[] tenure = {1, 5.2, 9.1, 12.6, 1.1, 5, 8.9, 12.7};
        assertThat(PLAIN.quadratic().fit(counts, NONE, tenure).text(Language.ENGLISH))
                .contains("it lies outside the observed range, 0 to 3: no customer was seen there\n");
        double[] noise = {1, 3, 2, 5, 4, 2, 3, 1};
        assertThat(PLAIN.quadratic().fit(counts, NONE, noise).text(Language.ENGLISH))
                .contains(
                        "note: the square is not significant, so neither the sign of the turning point nor its place");
        assertThat(PLAIN.quadratic().fit(counts, NONE, noise).text(Language.CHINESE))
                .contains("提示:平方项不显著");
    }

    @Test
    void anExactFitIsToldToBeOne() {
        double[] exact = Arrays.stream(COUNTS).map(n -> 3 + 2 * n).toArray();
        TenureFit fit = PLAIN.fit(COUNTS, NONE, exact);

        assertThat(fit.isExact()).isTrue();
        assertThat(fit.coefficient("HD").estimate()).isCloseTo(2, within(1e-14));
        assertThat(fit.text(Language.ENGLISH)).contains("note: the fit is exact but for rounding");
        assertThat(fit.text(Language.CHINESE)).contains("提示:拟合除舍入外完全精确");
        assertThat(PLAIN.fit(COUNTS, NONE, TENURE).isExact()).isFalse();
    }

    @Test
    void theTermsAreNamedAsInR() {
        TenureRegression regression = FULL.withControl("AGE").withInteraction("AGE");
        assertThat(regression.terms())
                .containsExactly("(Intercept)", "HD", "I(HD^2)", "SEX", "AGE", "HD:SEX", "HD:AGE");
        assertThat(regression).hasToString("TenureRegression[tenure ~ HD + I(HD^2) + SEX + AGE + HD:SEX + HD:AGE]");
        assertThat(PLAIN.formula()).isEqualTo("tenure ~ HD");
        assertThat(FULL)
                .isEqualTo(PLAIN.withControl("SEX").withInteraction("SEX").quadratic())
                .hasSameHashCodeAs(
                        PLAIN.withControl("SEX").withInteraction("SEX").quadratic())
                .isNotEqualTo(PLAIN.quadratic().withControl("SEX"));
    }

    @Test
    void theGainOfTheNextActivityIsTheDifferenceOfTwoExpectedTenures() {
        TenureFit fit = FULL.fit(COUNTS, new double[][] {SEX}, TENURE);
        for (double sex = 0; sex <= 1; sex++) {
            double difference = fit.expectedTenure(3, sex) - fit.expectedTenure(2, sex);
            assertThat(fit.gainOfNext(2, sex)).isCloseTo(difference, within(1e-12));
            assertThat(fit.curve(sex).gainOfNext(2)).isCloseTo(difference, within(1e-12));
            assertThat(fit.curve(sex).turningPoint().orElseThrow())
                    .isCloseTo(fit.turningPoint(sex).orElseThrow().value(), within(1e-12));
        }
        assertThat(fit.gainInterval(0.95, 2, 1).value()).isEqualTo(fit.gainOfNext(2, 1));
        assertThat(fit.gainInterval(0.95, 2, 1).upper()).isGreaterThan(fit.gainOfNext(2, 1));
    }

    @Test
    void whoGainsMostStandsFirstAndWhoIsNotKnownNowhere() {
        TenureFit fit = PLAIN.quadratic().fit(COUNTS, NONE, TENURE); // a maximum, so the fewer so far the more to gain
        assertThat(fit.ranking(new double[] {3, 0, 5, Double.NaN, 0, -1}, NONE)).containsExactly(1, 4, 0, 2);
    }

    @Test
    void groupsAreFittedApartAndShownSideBySide() {
        double[] counts = {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5};
        double[] tenure = {3, 7, 9, 10, 9, 8, 30, 20, 18, 17, 22, 28};
        List<String> groups = List.of(
                "left", "left", "left", "left", "left", "left", "stayed", "stayed", "stayed", "stayed", "stayed",
                "stayed");
        TenureGroups both = PLAIN.quadratic().fitByGroup(counts, NONE, tenure, groups);

        assertThat(both.fits().keySet()).containsExactly("left", "stayed");
        assertThat(both.fits().get("left").coefficients())
                .isEqualTo(PLAIN.quadratic()
                        .fit(Arrays.copyOf(counts, 6), NONE, Arrays.copyOf(tenure, 6))
                        .coefficients());
        assertThat(both.text(Language.ENGLISH).lines())
                .anyMatch(line -> line.matches("turning point +3\\.\\d+ \\(0\\.\\d+\\) +2\\.\\d+ \\(0\\.\\d+\\)"))
                .anyMatch(line -> line.matches(" +maximum +minimum"))
                .anyMatch(line -> line.matches("best whole number +3 +-"))
                .anyMatch(line -> line.startsWith("This is association, not effect"));
        assertThat(both.text(Language.CHINESE)).contains("极大值", "极小值", "客户数", "相关关系");
        assertThat(both).asString().startsWith("TenureGroups{left=TenureFit[tenure ~ HD + I(HD^2), [");
    }

    @Test
    void aGroupThatCannotBeFittedIsNamed() {
        FitException refusal = catchThrowableOfType(
                FitException.class,
                () -> PLAIN.fitByGroup(
                        new double[] {1, 2, 3, 1}, NONE, new double[] {1, 5, 3, 2}, List.of("a", "a", "a", "b")));
        assertThat(refusal)
                .hasMessage("b: customers must be at least 3 for 2 coefficients, but were 1; leave terms out");
        assertThat(refusal.reason()).isSameAs(Reason.TOO_FEW_CUSTOMERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fitByGroup(new double[0], NONE, new double[0], List.of()))
                .withMessage("groups must have at least one customer, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fitByGroup(COUNTS, NONE, TENURE, List.of("a")))
                .withMessage("groups must have length 10, but had 1");
    }

    @Test
    void collinearColumnsAreNamed() {
        double[] twice = Arrays.stream(SEX).map(sex -> 3 - 2 * sex).toArray();
        refused(
                PLAIN.withControl("SEX").withControl("MALE"),
                COUNTS,
                Reason.COLLINEAR_COLUMNS,
                "column MALE is a linear combination of [SEX]; leave one of them out",
                SEX,
                twice);
        refused(
                PLAIN.withControl("A").withControl("B"),
                COUNTS,
                Reason.COLLINEAR_COLUMNS,
                "column B is a linear combination of [HD, A]; leave one of them out",
                SEX,
                sum(COUNTS, SEX));
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> 1e6 * (one[i] + other[i]) - 5);
        return sum;
    }

    @Test
    void ofTwoCountsThereIsNoSquare() {
        double[] uneven = {0, 1, 0, 1, 0, 1, 0, 1, 1, 1};
        refused(
                PLAIN.quadratic(),
                uneven,
                Reason.COLLINEAR_COLUMNS,
                "column I(HD^2) is a linear combination of [HD]; leave one of them out");
        double[] even = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        refused(
                PLAIN.quadratic(),
                even,
                Reason.COLLINEAR_COLUMNS,
                "column I(HD^2) is a linear combination of the terms before it; leave one of them out");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, 1e9})
    void constantColumnsAreNamedWithTheirValue(double value) {
        double[] constant = new double[COUNTS.length];
        Arrays.fill(constant, value);
        refused(
                PLAIN.withControl("region"),
                COUNTS,
                Reason.CONSTANT_COLUMN,
                "column region is " + value + " for every customer; leave it out",
                constant);
        refused(PLAIN, constant, Reason.CONSTANT_COLUMN, "column HD is " + value + " for every customer; leave it out");
        FitException refusal = catchThrowableOfType(FitException.class, () -> PLAIN.fit(COUNTS, NONE, constant));
        assertThat(refusal)
                .hasMessage("column tenure is " + value + " for every customer, so that there is nothing to explain");
    }

    private static void refused(
            TenureRegression regression, double[] counts, Reason reason, String message, double[]... controls) {
        FitException refusal = catchThrowableOfType(FitException.class, () -> regression.fit(counts, controls, TENURE));
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.reason()).isSameAs(reason);
        assertThat(message).contains("column " + refusal.columns().get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void asManyCustomersAsCoefficientsAreTooFew(int customers) {
        FitException refusal = catchThrowableOfType(
                FitException.class,
                () -> PLAIN.fit(Arrays.copyOf(COUNTS, customers), NONE, Arrays.copyOf(TENURE, customers)));
        assertThat(refusal)
                .hasMessage(
                        "customers must be at least 3 for 2 coefficients, but were " + customers + "; leave terms out");
        assertThat(PLAIN.fit(Arrays.copyOf(COUNTS, 3), NONE, Arrays.copyOf(TENURE, 3))
                        .degreesOfFreedom())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void valuesThatCannotBeAreNamedByColumnAndRow(double value) {
        double[] bad = TENURE.clone();
        bad[3] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(COUNTS, NONE, bad))
                .withMessage("tenure at row 3 must be in [0, Inf), but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(bad, NONE, TENURE))
                .withMessage("HD at row 3 must be in [0, Inf), but was " + value);
        if (value != -1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PLAIN.withControl("AGE").fit(COUNTS, new double[][] {bad}, TENURE))
                    .withMessage("AGE at row 3 must be finite, but was " + value);
        }
        TenureFit fit = FULL.fit(COUNTS, new double[][] {SEX}, TENURE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.gainOfNext(value, 0))
                .withMessage("HD must be in [0, Inf), but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.gainStandardError(1))
                .withMessage("controls must have length 1, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.curve(Double.NaN))
                .withMessage("SEX must be finite, but was NaN");
    }

    @Test
    void lengthsThatDifferAreNamed() {
        double[] nine = Arrays.copyOf(COUNTS, 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(nine, NONE, TENURE))
                .withMessage("column HD must have length 10, but had 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withControl("AGE").fit(COUNTS, new double[][] {nine}, TENURE))
                .withMessage("column AGE must have length 10, but had 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withControl("AGE").fit(COUNTS, NONE, TENURE))
                .withMessage("controls must have length 1, but had 0");
        TenureFit fit = FULL.fit(COUNTS, new double[][] {SEX}, TENURE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.ranking(COUNTS, new double[][] {nine}))
                .withMessage("column of controls must have length 10, but had 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.gainOfNext(COUNTS, NONE, 0, 10, new double[10]))
                .withMessage("controls must have length 1, but had 0");
    }

    @Test
    void numbersTooLargeForTheirSquaresAreRefused() {
        double[] large = Arrays.stream(COUNTS).map(n -> n * 1e200).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.quadratic().fit(large, NONE, TENURE))
                .withMessageStartingWith("largest distance from the mean in column I(HD^2) must be finite, but was");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(COUNTS, NONE, large))
                .withMessageStartingWith("sum of squared residuals must be finite, but was");
    }

    @Test
    void namesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenureRegression.of(" ", "HD"))
                .withMessage("name of the response must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenureRegression.of("tenure", ""))
                .withMessage("name of the activities must not be blank, but was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenureRegression.of("HD", "HD"))
                .withMessage("columns must be distinct, but \"HD\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withControl("tenure"))
                .withMessage("columns must be distinct, but \"tenure\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withControl(""))
                .withMessage("name of a control must not be blank, but was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FULL.withInteraction("AGE"))
                .withMessage("an interaction must be with one of the controls [SEX], but was with AGE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FULL.withInteraction("SEX"))
                .withMessage("interactions must be distinct, but \"SEX\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.fit(COUNTS, NONE, TENURE).coefficient("AGE"))
                .withMessage("term must be one of [(Intercept), HD], but was AGE");
    }

    @Test
    void modelsThatAreNotNestedAreNotCompared() {
        TenureFit small = PLAIN.fit(COUNTS, NONE, TENURE);
        TenureFit large = PLAIN.quadratic().fit(COUNTS, NONE, TENURE);
        TenureFit other = PLAIN.quadratic().fit(COUNTS, NONE, COUNTS.clone());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NestedTests.of(small))
                .withMessage("nested models must be at least 2, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NestedTests.of(large, small))
                .withMessage("each model must have all terms of the one before and more, but tenure ~ HD comes after"
                        + " tenure ~ HD + I(HD^2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NestedTests.of(small, other))
                .withMessage("nested models must be fitted to the same customers, but tenure ~ HD and tenure ~ HD +"
                        + " I(HD^2) are not");
    }

    @Test
    void nestedTestsArePrintedAsATable() {
        NestedTests tests = NestedTests.of(
                PLAIN.fit(COUNTS, NONE, TENURE),
                PLAIN.quadratic().fit(COUNTS, NONE, TENURE),
                FULL.fit(COUNTS, new double[][] {SEX}, TENURE));

        assertThat(tests.text(Language.ENGLISH))
                .startsWith("Model 1: tenure ~ HD\nModel 2: tenure ~ HD + I(HD^2)\nModel 3: ")
                .containsPattern("\n {2}Res\\.Df +RSS Df Sum of Sq +F +Pr\\(>F\\)\n1 +8 +[0-9.]+\n2 +7 +[0-9.]+ +1 ");
        assertThat(tests.text(Language.CHINESE))
                .startsWith("模型 1:tenure ~ HD\n")
                .contains("残差平方和");
        assertThat(tests).asString().startsWith("NestedTests[NestedTest[terms=1, ");
    }
}
