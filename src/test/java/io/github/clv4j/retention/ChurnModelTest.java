package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnModelTest {

    private static final double ROUNDING_PERCENT = 1e-13;
    private static final List<String> FEATURES = List.of("tenure", "charges");
    private static final ChurnModel MODEL =
            ChurnModel.of(FEATURES, 0.5, new double[] {-0.25, 0.125}, new double[] {10, 4});

    /** 1 / (1 + exp(-x)) to 20 digits (decimal module of Python, 60 digits). */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.73105857863000487925", "-1, 0.26894142136999512075", "-30, 9.3576229688392989538e-14"})
    void theProbabilityIsTheInverseOfTheLogit(double logOdds, BigDecimal expected) {
        ChurnModel constant = ChurnModel.of(List.of(), logOdds, new double[0], new double[0]);
        assertThat(constant.churnProbability()).isCloseTo(expected.doubleValue(), withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void logOddsAreLinearInTheFeatures() {
        double expected = 1 / (1 + Math.exp(-(0.5 - 0.25 * 6 + 0.125 * 16)));
        assertThat(MODEL.churnProbability(6, 16)).isCloseTo(expected, withinPercentage(ROUNDING_PERCENT));
        assertThat(MODEL.retentionProbability(6, 16)).isEqualTo(1 - MODEL.churnProbability(6, 16));
    }

    @Test
    void farOutTheProbabilityIsExactlyZeroOrOne() {
        assertThat(MODEL.churnProbability(4000, 0)).isZero();
        assertThat(MODEL.churnProbability(0, 4000)).isEqualTo(1);
        assertThat(MODEL.retentionProbability(4000, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFeatureThatIsNotFiniteIsNamed(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.churnProbability(1, value))
                .withMessage("charges must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.retentionProbability(value, 1))
                .withMessage("tenure must be finite, but was " + value);
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.explain(value, 1));
    }

    @Test
    void logOddsThatOverflowAreRefused() {
        ChurnModel steep = ChurnModel.of(FEATURES, 0, new double[] {1e200, 0}, new double[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steep.churnProbability(1e200, 0))
                .withMessage("log-odds of churn must be finite, but was Infinity");
    }

    @Test
    void aFeatureTooManyOrTooFewIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.churnProbability(1))
                .withMessage("features must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.churnProbability(new double[3][5], 0, 5, new double[5]))
                .withMessage("features must have length 2, but had 3");
    }

    @Test
    void aModelThatDoesNotFitTogetherIsRefused() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(FEATURES, Double.NaN, two, two))
                .withMessage("intercept must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(FEATURES, 0, new double[] {1, Double.NaN}, two))
                .withMessage("coefficient of charges must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(FEATURES, 0, two, new double[] {Double.POSITIVE_INFINITY, 1}))
                .withMessage("mean of tenure must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(List.of("tenure", "tenure"), 0, two, two))
                .withMessage("features must be distinct, but \"tenure\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(FEATURES, 0, new double[1], two))
                .withMessage("coefficients must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnModel.of(FEATURES, 0, two, new double[1]))
                .withMessage("means must have length 2, but had 1");
    }

    @Test
    void theMeanCustomerHasTheBaseline() {
        ChurnExplanation mean = MODEL.explain(MODEL.means());
        assertThat(mean.logOdds()).isEqualTo(mean.baseline()).isEqualTo(0.5 - 0.25 * 10 + 0.125 * 4);
        assertThat(mean.contributions())
                .extracting(FeatureContribution::name, FeatureContribution::amount)
                .containsExactly(tuple("tenure", -0.0), tuple("charges", 0.0));
    }

    @Test
    void anExplanationMeasuresEachFeatureFromItsMean() {
        ChurnExplanation explanation = MODEL.explain(6, 16);
        assertThat(explanation.contributions())
                .containsExactly(
                        new FeatureContribution("tenure", 6, 10, -0.25),
                        new FeatureContribution("charges", 16, 4, 0.125))
                .extracting(FeatureContribution::amount)
                .containsExactly(1.0, 1.5);
        assertThat(explanation.baseline()).isEqualTo(-1.5);
        assertThat(explanation.logOdds()).isEqualTo(1);
        assertThat(explanation.probability()).isEqualTo(MODEL.churnProbability(6, 16));
    }

    @Test
    void anExplanationReadsInBothLanguagesStrongestFirst() {
        ChurnExplanation explanation = MODEL.explain(6, 16);
        assertThat(explanation.text(Language.ENGLISH)).isEqualTo("""
                        churn probability 0.7311: log-odds 1.0000, the mean customer has -1.5000
                          charges 16.0000 (mean 4.0000): +1.5000
                          tenure 6.0000 (mean 10.0000): +1.0000
                        """);
        assertThat(explanation.text(Language.CHINESE)).startsWith("流失概率 0.7311:对数优势 1.0000,平均客户为 -1.5000\n");
    }

    @Test
    void nobodyCanChangeAModel() {
        List<String> features = new ArrayList<>(FEATURES);
        double[] coefficients = {-0.25, 0.125};
        double[] means = {10, 4};
        ChurnModel model = ChurnModel.of(features, 0.5, coefficients, means);
        features.set(0, "age");
        coefficients[0] = 9;
        means[0] = 9;
        model.coefficients()[1] = 9;
        model.means()[1] = 9;
        assertThat(model).isEqualTo(MODEL).hasSameHashCodeAs(MODEL);
    }

    @Test
    void modelsDifferInAnyOfTheirParts() {
        double[] coefficients = MODEL.coefficients();
        double[] means = MODEL.means();
        assertThat(MODEL)
                .isNotEqualTo(ChurnModel.of(List.of("tenure", "fees"), 0.5, coefficients, means))
                .isNotEqualTo(ChurnModel.of(FEATURES, 0.25, coefficients, means))
                .isNotEqualTo(ChurnModel.of(FEATURES, 0.5, means, means))
                .isNotEqualTo(ChurnModel.of(FEATURES, 0.5, coefficients, coefficients))
                .hasToString("ChurnModel[intercept=0.5, features=[tenure, charges], coefficients=[-0.25, 0.125]]");
    }

    @Test
    void aTableOfOtherFeaturesIsRefused() {
        ChurnModel model = ChurnModel.of(List.of("a", "b"), 0, new double[2], new double[2]);
        FeatureTable turned = FeatureTable.builder()
                .number("b", new double[1])
                .number("a", new double[1])
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.churnProbability(turned))
                .withMessage("columns of the table must be [a, b], but were [b, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.logOdds(turned))
                .withMessage("columns of the table must be [a, b], but were [b, a]");
    }
}
