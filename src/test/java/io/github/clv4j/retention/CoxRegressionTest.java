package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoxRegressionTest {

    private static CoxFit remissions(TiedTimes ties) {
        return CoxRegression.withDefaults()
                .withTies(ties)
                .fit(List.of("placebo"), new double[][] {Remissions.withoutDrug()}, Remissions.all());
    }

    @Nested
    class OfThoseWithoutTheDrug extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return remissions(TiedTimes.EFRON).survival(1);
        }

        @Override
        double[] steps() {
            return new double[] {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17, 22, 23};
        }

        @Override
        double last() {
            return 35;
        }

        @Override
        boolean isKnownAtAllTimes() {
            return false;
        }
    }

    /** What coxph of R prints of these data, found in many textbooks. */
    @Test
    void theDrugDividesTheRateOfRelapsesByFive() {
        CoxFit fit = remissions(TiedTimes.EFRON);
        CoxCoefficient placebo = fit.coefficients().get(0);
        assertThat(placebo.estimate()).isCloseTo(1.5721, within(5e-5));
        assertThat(placebo.standardError()).isCloseTo(0.4124, within(5e-5));
        assertThat(placebo.z()).isCloseTo(3.812, within(5e-4));
        assertThat(placebo.test().pValue()).isCloseTo(0.000138, within(5e-7));
        assertThat(placebo.hazardRatio(0.95).value()).isCloseTo(4.817, within(5e-4));
        assertThat(placebo.hazardRatio(0.95).lower()).isCloseTo(2.147, within(5e-4));
        assertThat(placebo.hazardRatio(0.95).upper()).isCloseTo(10.81, within(5e-3));
        assertThat(fit.likelihoodRatioTest().chiSquare()).isCloseTo(16.35, within(5e-3));
        assertThat(fit.waldTest().chiSquare()).isCloseTo(14.53, within(5e-3));
        assertThat(fit.scoreTest().chiSquare()).isCloseTo(17.25, within(5e-3));
        assertThat(fit.concordance()).isCloseTo(0.69, within(5e-3));
        assertThat(fit.customers()).isEqualTo(42);
        assertThat(fit.leavers()).isEqualTo(30);
        assertThat(fit.iterations()).isBetween(3, 8);
        assertThat(fit.covariance()[0][0]).isCloseTo(placebo.standardError() * placebo.standardError(), within(1e-15));
    }

    @Test
    void byBreslowTheEffectIsSmaller() {
        CoxFit fit = remissions(TiedTimes.BRESLOW);
        assertThat(fit.ties()).isSameAs(TiedTimes.BRESLOW);
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(1.5092, within(5e-5));
        assertThat(fit.coefficients().get(0).standardError()).isCloseTo(0.4096, within(5e-5));
    }

    @Test
    void itIsPrintedAsATable() {
        assertThat(remissions(TiedTimes.EFRON).text(Language.ENGLISH)).isEqualTo("""
                        42 customers, 30 left, ties by Efron
                                   coef exp(coef) se(coef)     z       p
                        placebo 1.57213   4.81687  0.41240 3.812 1.38e-4
                        concordance 0.6900
                        likelihood ratio test 16.35 on 1 df, p = 5.26e-5
                        Wald test 14.53 on 1 df, p = 1.38e-4
                        score (log-rank) test 17.25 on 1 df, p = 3.28e-5
                        """);
        assertThat(remissions(TiedTimes.BRESLOW).text(Language.CHINESE))
                .startsWith("42 个客户,其中 30 个离开,结的处理:Breslow 法\n")
                .contains("placebo 1.50919", "Wald 检验");
        assertThat(remissions(TiedTimes.EFRON))
                .asString()
                .startsWith(
                        "CoxFit[ties=EFRON, customers=42, leavers=30, coefficients=[CoxCoefficient[feature=placebo");
    }

    @Test
    void aPValueIsReadableHoweverSmall() {
        assertThat(CoxText.p(new ChiSquareTest(3.841458820694124, 1))).isEqualTo("0.0500");
        assertThat(CoxText.p(new ChiSquareTest(2352.87253825934, 2))).isEqualTo("1.20e-511");
        double chiSquare = -2 * Math.log(9.999e-7); // with two degrees of freedom p = exp(-x / 2)
        assertThat(CoxText.p(new ChiSquareTest(chiSquare, 2))).isEqualTo("1.00e-6");
    }

    /** With no effect the baseline is the curve of Nelson and Aalen, exp(-H). */
    @Test
    void theBaselineOfNoEffectIsThatOfNelsonAndAalen() {
        double[] x = {1, -1, -1, 1, 1, -1, -1, 1};
        ObservedTenures tenures =
                ObservedTenures.of(new double[] {1, 1, 2, 2, 3, 3, 4, 4}, new double[] {1, 1, 0, 0, 1, 1, 0, 0});
        CoxFit fit =
                CoxRegression.withDefaults().withTies(TiedTimes.BRESLOW).fit(List.of("x"), new double[][] {x}, tenures);
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(0, within(1e-12));
        List<SurvivalStep> steps = KaplanMeier.of(tenures).steps();
        for (SurvivalStep step : steps) {
            assertThat(fit.baseline().survivalProbability(step.time()))
                    .isCloseTo(Math.exp(-step.cumulativeHazard()), within(1e-14));
        }
        assertThat(fit.means()).containsExactly(0);
        assertThat(fit.relativeHazard(5)).isCloseTo(1, within(1e-11));
    }

    /** Three customers by hand: leavers at 1 and 2 with x = 0 and 1, another with x = 0: exp(b)^2 = 2. */
    @Test
    void aSmallCaseHasItsRootsByHand() {
        CoxFit fit = CoxRegression.withDefaults()
                .fit(List.of("x"), new double[][] {{0, 1, 0}}, ObservedTenures.of(new double[] {1, 2, 3}, new double[] {
                    1, 1, 1
                }));
        // log-likelihood -log(2 + e) + b - log(1 + e), with e = exp(b): its derivative is 0 where e^2 = 2
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(2) / 2, within(1e-14));
        double e = Math.sqrt(2);
        assertThat(fit.logLikelihood()).isCloseTo(-Math.log(2 + e) + Math.log(2) / 2 - Math.log(1 + e), within(1e-14));
        assertThat(fit.nullLogLikelihood()).isCloseTo(-Math.log(6), within(1e-14));
        assertThat(fit.concordance()).isCloseTo(1.5 / 3, within(1e-15));
        assertThat(fit.survival(0).survivalProbability(2))
                .isCloseTo(Math.exp(-1 / (2 + e) - 1 / (1 + e)), within(1e-14));
        assertThat(fit.survival(1).survivalProbability(1)).isCloseTo(Math.exp(-e / (2 + e)), within(1e-14));
    }

    private static FitException refusal(List<String> names, double[][] columns, ObservedTenures tenures) {
        return catchThrowableOfType(
                FitException.class, () -> CoxRegression.withDefaults().fit(names, columns, tenures));
    }

    private static ObservedTenures randomTenures(int customers) {
        Random random = new Random(5);
        return ObservedTenures.of(
                random.doubles(customers, 0.1, 60).toArray(),
                random.ints(customers, 0, 2).asDoubleStream().toArray());
    }

    @Test
    void whereNobodyLeftNothingIsLearnt() {
        FitException refusal = refusal(
                List.of("x"), new double[][] {{1, 2}}, ObservedTenures.of(new double[] {1, 2}, new double[] {0, 0}));
        assertThat(refusal.reason()).isSameAs(Reason.NO_EVENTS);
        assertThat(refusal)
                .hasMessage("none of 2 customers left, so that nothing says what makes customers leave; watch them for"
                        + " longer");
    }

    @Test
    void aColumnThatNobodyWithALevelLeavesByIsNamed() {
        ObservedTenures tenures = randomTenures(300);
        Random random = new Random(6);
        double[] harmless = random.doubles(300).toArray();
        double[] neverLeaves = IntStream.range(0, 300)
                .mapToDouble(i -> !tenures.left(i) && i % 3 == 0 ? 1 : 0)
                .toArray();
        FitException refusal = refusal(List.of("harmless", "insured"), new double[][] {harmless, neverLeaves}, tenures);
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns()).startsWith("insured");
        assertThat(refusal)
                .hasMessageStartingWith("column insured")
                .hasMessageEndingWith(
                        "is highest, or lowest, for whoever leaves among all at risk then, so its coefficient"
                                + " has no finite estimate; leave it out or merge its levels");
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatFallsWithTheTimeOfLeavingIsNamed(TiedTimes ties) {
        double[] times = IntStream.range(0, 50).mapToDouble(i -> 1 + i).toArray();
        double[] left = new double[50];
        Arrays.fill(left, 1);
        double[] other = new Random(3).doubles(50).toArray();
        double[] notice = Arrays.stream(times).map(t -> 1000 - t).toArray();
        FitException refusal = catchThrowableOfType(
                FitException.class,
                () -> CoxRegression.withDefaults()
                        .withTies(ties)
                        .fit(
                                List.of("other", "notice"),
                                new double[][] {other, notice},
                                ObservedTenures.of(times, left)));
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns().get(0)).isEqualTo("notice");
    }

    @Test
    void twoColumnsThatSeparateTogetherAreNamedTogether() {
        Random random = new Random(8);
        double[] a = random.doubles(80).toArray();
        double[] b = random.doubles(80).toArray();
        double[] times =
                IntStream.range(0, 80).mapToDouble(i -> 100 - a[i] - b[i]).toArray();
        double[] left = new double[80];
        Arrays.fill(left, 1);
        FitException refusal = refusal(List.of("a", "b"), new double[][] {a, b}, ObservedTenures.of(times, left));
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aColumnThatOthersExplainIsNamedWithThem() {
        ObservedTenures tenures = randomTenures(100);
        double[] a = new Random(1).doubles(100).toArray();
        double[] b = new Random(2).doubles(100).toArray();
        double[] sum =
                IntStream.range(0, 100).mapToDouble(i -> 3 * a[i] - b[i] + 7).toArray();
        FitException refusal = refusal(List.of("a", "b", "sum"), new double[][] {a, b, sum}, tenures);
        assertThat(refusal.reason()).isSameAs(Reason.COLLINEAR_COLUMNS);
        assertThat(refusal.columns()).containsExactly("sum", "a", "b");
    }

    @Test
    void constantColumnsAreNamed() {
        ObservedTenures tenures = randomTenures(10);
        double[] same = new double[10];
        FitException refusal = refusal(List.of("same"), new double[][] {same}, tenures);
        assertThat(refusal.reason()).isSameAs(Reason.CONSTANT_COLUMN);
        assertThat(refusal).hasMessage("column same is 0.0 for every customer; leave it out");
        // who differs is gone before anybody leaves
        ObservedTenures early = ObservedTenures.of(new double[] {1, 2, 3, 4}, new double[] {0, 1, 1, 0});
        FitException silent = refusal(List.of("early"), new double[][] {{1, 0, 0, 0}}, early);
        assertThat(silent.reason()).isSameAs(Reason.CONSTANT_COLUMN);
        assertThat(silent)
                .hasMessage("column early is the same for all at risk whenever somebody leaves; leave it out");
    }

    @Test
    void badArgumentsAreNamed() {
        ObservedTenures tenures = ObservedTenures.of(new double[] {1, 2}, new double[] {1, 0});
        CoxRegression regression = CoxRegression.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.fit(List.of("fee"), new double[][] {{1, Double.NaN}}, tenures))
                .withMessage("column fee at row 1 must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.fit(List.of("fee"), new double[][] {{1}}, tenures))
                .withMessage("column fee must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.fit(List.of("fee", "fee"), new double[][] {{1, 2}, {1, 3}}, tenures))
                .withMessage("features must be distinct, but \"fee\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.fit(List.of(), new double[0][], tenures))
                .withMessage("features must be at least one, but were none; without any there is nothing to fit, and"
                        + " KaplanMeier is the curve");
        CoxFit fit = remissions(TiedTimes.EFRON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.survival(1, 2))
                .withMessage("covariates must have length 1, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.survival(Double.NaN))
                .withMessage("placebo must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.coefficients().get(0).hazardRatio(95))
                .withMessage("confidence must be in (0, 1), but was 95.0");
    }
}
