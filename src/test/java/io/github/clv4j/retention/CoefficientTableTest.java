package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.LogisticFit.Penalty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoefficientTableTest {

    /** The O-ring flights of {@link LogisticRegressionTest}. */
    private static final ChurnBase FLIGHTS = ChurnBase.ofOutcome(
                    0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1)
            .with(
                    "temperature",
                    Arrays.stream("66 70 69 68 67 72 73 70 57 63 70 78 67 53 67 75 70 81 76 79 75 76 58".split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());

    private static final LogisticRegression PLAIN = LogisticRegression.withDefaults();

    /** The lines that summary(glm(distress ~ temperature, binomial)) of R prints, but for the name of the steps. */
    @Test
    void theTableIsLaidOutAsR() {
        assertThat(FLIGHTS.fit().text(Language.ENGLISH)).isEqualTo("""
                        Coefficients:
                                    Estimate Std. Error z value Pr(>|z|)
                        (Intercept)  15.0429     7.3786   2.039   0.0415 *
                        temperature  -0.2322     0.1082  -2.145   0.0320 *
                        ---
                        Signif. codes:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1

                            Null deviance: 28.267  on 22  degrees of freedom
                        Residual deviance: 20.315  on 21  degrees of freedom
                        AIC: 24.315

                        Number of Newton steps: 6
                        """);
    }

    @Test
    void inChineseTheColumnsStandInLineThoughTheirHeadsAreWide() {
        assertThat(FLIGHTS.fit().text(Language.CHINESE)).isEqualTo("""
                        系数:
                                     估计值 标准误   z 值 Pr(>|z|)
                        (Intercept) 15.0429 7.3786  2.039   0.0415 *
                        temperature -0.2322 0.1082 -2.145   0.0320 *
                        ---
                        显著性标记:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1

                        零模型偏差: 28.267  自由度 22
                          残差偏差: 20.315  自由度 21
                        AIC: 24.315

                        牛顿迭代次数: 6
                        """);
    }

    @Test
    void aPenalisedFitHasNoStarsAndSaysWhatItsErrorsAre() {
        LogisticFit fit = FLIGHTS.fit(PLAIN.withRidge(0.5));
        assertThat(fit.text(Language.ENGLISH))
                .doesNotContain("Pr(>|z|)", "Signif", "NaN")
                .contains("Ridge penalty 0.5, 1.83 effective parameters\n"
                        + "Standard errors: posterior standard deviation, the ridge penalty read as a prior\n\n");
        assertThat(fit.text(Language.CHINESE)).contains("岭惩罚 0.5,有效参数 1.83 个\n标准误:后验标准差(岭惩罚视为先验)\n\n");
    }

    @Test
    void aWeightedFitSaysSo() {
        LogisticFit fit = FLIGHTS.fit(PLAIN.withBalancedClasses());
        assertThat(fit.text(Language.ENGLISH))
                .contains("Pr(>|z|)", "Class weights: stayed 0.7188, left 1.6429\nStandard errors: sandwich");
        assertThat(fit.text(Language.CHINESE)).contains("类别权重:留存 0.7188,流失 1.6429\n标准误:稳健");
    }

    /** The decimals are those of the number that needs the most for four digits; p-values below 1e-4 in powers of ten. */
    @Test
    void smallNumbersGetMoreDecimals() {
        assertThat(table(new double[] {-3.989979, 0.002264, 0.804038, 1.5}, new double[] {1.139951, 0.001094, 0.05, 2}))
                .isEqualTo("""
                        Coefficients:
                                     Estimate Std. Error z value Pr(>|z|)
                        (Intercept) -3.989979   1.139951  -3.500 0.000465 ***
                        x0           0.002264   0.001094   2.069 0.038502 *
                        x1           0.804038   0.050000  16.081  < 2e-16 ***
                        x2           1.500000   2.000000   0.750 0.453255
                        """);
        assertThat(table(new double[] {-0.5, 4}, new double[] {0.25, 0.8})).isEqualTo("""
                        Coefficients:
                                    Estimate Std. Error z value Pr(>|z|)
                        (Intercept)    -0.50       0.25      -2   0.0455 *
                        x0              4.00       0.80       5 5.73e-07 ***
                        """);
    }

    @Test
    void tinyNumbersAreWrittenInPowersOfTen() {
        assertThat(table(new double[] {-1.5, 1.234567e-9}, new double[] {0.3, 1e-9}))
                .contains("(Intercept) -1.500e+00  3.000e-01", "x0           1.235e-09  1.000e-09");
    }

    /** 0.95 two-sided: 1.959963984540054. */
    @Test
    void waldLimitsLieAsManyErrorsAwayAsTheNormalQuantile() {
        Coefficient line = Coefficient.tested("x", 2, 0.5);
        assertThat(line.lower(0.95)).isCloseTo(2 - 0.5 * 1.959963984540054, within(1e-12));
        assertThat(line.upper(0.95)).isCloseTo(2 + 0.5 * 1.959963984540054, within(1e-12));
        assertThat(line.upper(0.99)).isCloseTo(2 + 0.5 * 2.5758293035489004, within(1e-12));
        assertThat(line.z()).isEqualTo(4);
        assertThat(line.pValue()).isCloseTo(6.334248366623996e-05, within(1e-16));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void aConfidenceLevelIsBetweenNoneAndAll(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coefficient.tested("x", 2, 0.5).upper(confidence))
                .withMessage("confidence must be in (0, 1), but was " + confidence);
    }

    @Test
    void aLineOfTheTableIsFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coefficient.tested("x", Double.NaN, 1))
                .withMessage("coefficient of x must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coefficient.tested("x", 1, 0))
                .withMessage("standard error of x must be in (0, Inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coefficient(" ", 1, 1, 1, 0.3))
                .withMessage("name of a coefficient must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coefficient("x", 1, 1, Double.POSITIVE_INFINITY, 0.3))
                .withMessage("z of x must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coefficient("x", 1, 1, 1, 1.5))
                .withMessage("p-value of x must be in [0, 1], but was 1.5");
    }

    @Test
    void whatIsHandedOutIsCopied() {
        LogisticFit fit = FLIGHTS.fit();
        fit.covariance()[0][0] = 0;
        assertThat(fit.covariance()[0][0])
                .isCloseTo(Math.pow(fit.coefficients().get(0).standardError(), 2), within(1e-12));
        assertThat(fit.toString()).startsWith("LogisticFit[model=ChurnModel[intercept=15.04");
        assertThat(fit).hasSameHashCodeAs(FLIGHTS.fit()).isNotEqualTo(FLIGHTS.fit(PLAIN.withRidge(1)));
    }

    /** The head of the text of a fit with given estimates, intercept first, and errors. */
    private static String table(double[] estimates, double[] errors) {
        int size = estimates.length;
        List<String> names = IntStream.range(0, size - 1).mapToObj(j -> "x" + j).toList();
        double[][] covariance = new double[size][size];
        for (int j = 0; j < size; j++) {
            covariance[j][j] = errors[j] * errors[j];
        }
        ChurnModel model =
                ChurnModel.of(names, estimates[0], Arrays.copyOfRange(estimates, 1, size), new double[size - 1]);
        LogisticFit fit = new LogisticFit(
                model, new Convergence(5, 0, 0, -100, -200), 1000, 300, Penalty.NONE, size, covariance, errors);
        String text = fit.text(Language.ENGLISH);
        return text.substring(0, text.indexOf("---"));
    }
}
