package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionModelTest {

    private static final double ROUNDING_PERCENT = 1e-13;
    private static final List<String> FEATURES = List.of("tenure", "charges");
    private static final AdoptionModel MODEL =
            AdoptionModel.of(FEATURES, 0.5, new double[] {-0.25, 0.125}, new double[] {10, 4});

    /** 1 / (1 + exp(-x)) to 20 digits (decimal module of Python, 60 digits). */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.73105857863000487925", "-1, 0.26894142136999512075", "-30, 9.3576229688392989538e-14"})
    void theProbabilityOfAnEligibleCustomerIsTheInverseOfTheLogit(double logOdds, BigDecimal expected) {
        AdoptionModel constant = AdoptionModel.of(List.of(), logOdds, new double[0], new double[0]);
        assertThat(constant.adoptionProbability(1))
                .isCloseTo(expected.doubleValue(), withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void logOddsAreLinearInTheFeatures() {
        // 0.5 - 0.25 x 6 + 0.125 x 16 = 1
        assertThat(MODEL.adoptionProbability(1, 6, 16))
                .isCloseTo(0.73105857863000487925, withinPercentage(ROUNDING_PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void whoIsNotEligibleHasExactlyNoProbability(double eligible) {
        AdoptionModel certain = AdoptionModel.of(FEATURES, 1000, new double[2], new double[2]);
        assertThat(certain.adoptionProbability(1, 6, 16)).isEqualTo(1);
        assertThat(Double.doubleToRawLongBits(certain.adoptionProbability(eligible, 6, 16)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -1, 2, Double.NaN, Double.POSITIVE_INFINITY})
    void eligibleIsYesOrNo(double eligible) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.adoptionProbability(eligible, 6, 16))
                .withMessage("eligible must be 0 or 1, but was " + eligible);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFeatureThatIsNotFiniteIsNamedEligibleOrNot(double value) {
        for (double eligible : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MODEL.adoptionProbability(eligible, 1, value))
                    .withMessage("charges must be finite, but was " + value);
        }
    }

    @Test
    void logOddsThatOverflowAreRefusedEligibleOrNot() {
        AdoptionModel steep = AdoptionModel.of(FEATURES, 0, new double[] {1e200, 0}, new double[2]);
        for (double eligible : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> steep.adoptionProbability(eligible, 1e200, 0))
                    .withMessage("log-odds of adoption must be finite, but was Infinity");
        }
    }

    @Test
    void aFeatureTooManyOrTooFewIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.adoptionProbability(1, 6))
                .withMessage("features must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.adoptionProbability(new double[5], new double[3][5], 0, 5, new double[5]))
                .withMessage("features must have length 2, but had 3");
    }

    @Test
    void aModelThatDoesNotFitTogetherIsRefused() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(FEATURES, Double.NaN, two, two))
                .withMessage("intercept must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(FEATURES, 0, new double[] {1, Double.NaN}, two))
                .withMessage("coefficient of charges must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(FEATURES, 0, two, new double[] {Double.POSITIVE_INFINITY, 1}))
                .withMessage("mean of tenure must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(List.of("tenure", "tenure"), 0, two, two))
                .withMessage("features must be distinct, but \"tenure\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(FEATURES, 0, new double[1], two))
                .withMessage("coefficients must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionModel.of(FEATURES, 0, two, new double[1]))
                .withMessage("means must have length 2, but had 1");
    }

    @Test
    void theBaselineIsThatOfTheMeanCustomer() {
        assertThat(MODEL.baseline()).isEqualTo(0.5 - 0.25 * 10 + 0.125 * 4);
    }

    @Test
    void nobodyCanChangeAModel() {
        List<String> features = new ArrayList<>(FEATURES);
        double[] coefficients = {-0.25, 0.125};
        double[] means = {10, 4};
        AdoptionModel model = AdoptionModel.of(features, 0.5, coefficients, means);
        features.set(0, "age");
        coefficients[0] = 9;
        means[0] = 9;
        model.coefficients()[1] = 9;
        model.means()[1] = 9;
        assertThat(model).isEqualTo(MODEL).hasSameHashCodeAs(MODEL);
        assertThat(model.features()).isEqualTo(FEATURES);
        assertThat(model.intercept()).isEqualTo(0.5);
        assertThat(model.means()).containsExactly(10, 4);
    }

    @Test
    void modelsDifferInAnyOfTheirParts() {
        double[] coefficients = MODEL.coefficients();
        double[] means = MODEL.means();
        assertThat(MODEL)
                .isNotEqualTo(AdoptionModel.of(List.of("tenure", "fees"), 0.5, coefficients, means))
                .isNotEqualTo(AdoptionModel.of(FEATURES, 0.25, coefficients, means))
                .isNotEqualTo(AdoptionModel.of(FEATURES, 0.5, means, means))
                .isNotEqualTo(AdoptionModel.of(FEATURES, 0.5, coefficients, coefficients))
                .hasToString("AdoptionModel[intercept=0.5, features=[tenure, charges], coefficients=[-0.25, 0.125]]");
    }
}
