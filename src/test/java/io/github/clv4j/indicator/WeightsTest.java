package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

    private static final List<String> NAMES = List.of("spend", "tenure", "trend");
    private static final Weights WEIGHTS = Weights.of(NAMES, 0.3, 0.5, 0.2);

    @Test
    void weightsKeepTheOrderOfTheirNames() {
        assertThat(WEIGHTS.names()).containsExactly("spend", "tenure", "trend");
        assertThat(WEIGHTS.toArray()).containsExactly(0.3, 0.5, 0.2);
        assertThat(WEIGHTS.size()).isEqualTo(3);
        assertThat(WEIGHTS.weight(1)).isEqualTo(0.5);
        assertThat(WEIGHTS.weight("trend")).isEqualTo(0.2);
        assertThat(WEIGHTS.origin()).isEqualTo(WeightOrigin.of(WeightOrigin.Kind.GIVEN));
    }

    @Test
    void theWeightiestRanksFirst() {
        assertThat(WEIGHTS.ranking()).containsExactly("tenure", "spend", "trend");
    }

    @Test
    void equalWeightsRankInTheirOrder() {
        assertThat(Weights.equal(List.of("d", "a", "c", "b")).ranking()).containsExactly("d", "a", "c", "b");
        assertThat(Weights.of(List.of("d", "a", "c", "b"), 0.2, 0.3, 0.2, 0.3).ranking())
                .containsExactly("a", "b", "d", "c");
    }

    @Test
    void oneNameHasAllTheWeight() {
        assertThat(Weights.of(List.of("all"), 1).weight("all")).isEqualTo(1);
        assertThat(Weights.equal(List.of("all")).weight("all")).isEqualTo(1);
        assertThat(Weights.proportionalTo(List.of("all"), 1e308).weight("all")).isEqualTo(1);
    }

    @Test
    void equalWeightsSumToOneHoweverManyThereAre() {
        for (int n = 1; n <= 200; n++) {
            List<String> names = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                names.add("x" + k);
            }
            Weights weights = Weights.equal(names);
            assertThat(weights.toArray()).containsOnly(1.0 / n);
            assertThat(weights.origin().kind()).isSameAs(WeightOrigin.Kind.EQUAL);
        }
    }

    @Test
    void measuresBecomeTheirShares() {
        Weights weights = Weights.proportionalTo(NAMES, 30, 50, 20);
        assertThat(weights.toArray()).containsExactly(new double[] {0.3, 0.5, 0.2}, within(1e-15));
        assertThat(weights.origin().kind()).isSameAs(WeightOrigin.Kind.MEASURED);
    }

    @Test
    void measuresMayBeAsLargeOrSmallAsNumbersGo() {
        assertThat(Weights.proportionalTo(NAMES, 1e308, 1e308, 1e308).toArray())
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(Weights.proportionalTo(NAMES, Double.MAX_VALUE, Double.MAX_VALUE, 1)
                        .weight("spend"))
                .isCloseTo(0.5, within(1e-15));
        assertThat(Weights.proportionalTo(NAMES, 4e-308, 2e-308, 2e-308).toArray())
                .containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-15));
        assertThat(Weights.proportionalTo(NAMES, Double.MIN_VALUE, Double.MIN_VALUE, Double.MIN_VALUE)
                        .weight("trend"))
                .isCloseTo(1 / 3.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aMeasureThatIsNotPositiveAndFiniteIsRefusedByItsName(double measure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.proportionalTo(NAMES, 1, measure, 2))
                .withMessage("measure of tenure must be in (0, Inf), but was " + measure);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aWeightOutOfRangeIsRefusedByItsName(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(NAMES, 0.5, weight, 0.5))
                .withMessage("weight of tenure must be in (0, 1], but was " + weight);
    }

    @Test
    void weightsThatDoNotSumToOneAreRefusedNotScaled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(NAMES, 0.25, 0.25, 0.25))
                .withMessage("sum of the weights must be 1, but was 0.75");
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(NAMES, 0.5, 0.5, 1.1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(NAMES, 0.5, 0.4, 0.1 - 1.1e-9));
        assertThat(Weights.of(NAMES, 0.5, 0.4, 0.1 - 0.9e-9).weight("trend")).isEqualTo(0.1 - 0.9e-9);
    }

    @Test
    void namesAndWeightsMustBeAsMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(NAMES, 0.5, 0.5))
                .withMessage("weights must have length 3, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.proportionalTo(NAMES, 1, 2, 3, 4))
                .withMessage("measures must have length 3, but had 4");
    }

    @Test
    void weightsOfNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(List.of()))
                .withMessage("weights must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.equal(List.of()))
                .withMessage("weights must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.proportionalTo(List.of()))
                .withMessage("weights must not be empty");
    }

    @Test
    void namesThatStandTwiceOrAreBlankAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(List.of("a", "b", "a"), 0.5, 0.25, 0.25))
                .withMessage("names of weights must be distinct, but \"a\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.equal(List.of("a", "\t")))
                .withMessage("name of a weight must not be blank, but was \"\t\"");
    }

    @Test
    void aNameOrPlaceThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEIGHTS.weight("price"))
                .withMessage("there is no weight of \"price\"; known are [spend, tenure, trend]");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> WEIGHTS.weight(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> WEIGHTS.weight(-1));
    }

    @Test
    void nobodyCanChangeThem() {
        double[] values = {0.3, 0.5, 0.2};
        List<String> names = new ArrayList<>(NAMES);
        Weights weights = Weights.of(names, values);
        values[0] = 7;
        names.set(0, "other");
        weights.toArray()[1] = 7;
        assertThat(weights).isEqualTo(WEIGHTS);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Collections.reverse(weights.names()));
    }

    @Test
    void twoAreEqualIfNamesOrderValuesAndOriginAre() {
        WeightOrigin other = WeightOrigin.of(WeightOrigin.Kind.MEASURED);
        assertThat(WEIGHTS)
                .isEqualTo(Weights.of(NAMES, 0.3, 0.5, 0.2))
                .hasSameHashCodeAs(Weights.of(NAMES, 0.3, 0.5, 0.2))
                .isNotEqualTo(Weights.of(NAMES, 0.3, 0.2, 0.5))
                .isNotEqualTo(Weights.of(List.of("tenure", "spend", "trend"), 0.5, 0.3, 0.2))
                .isNotEqualTo(Weights.of(NAMES, other, 0.3, 0.5, 0.2))
                .isNotEqualTo(Arrays.asList(0.3, 0.5, 0.2));
    }

    @Test
    void anOriginIsKeptAndMustBeThere() {
        WeightOrigin origin = new WeightOrigin(WeightOrigin.Kind.JUDGED, Map.of("method", "eigenvector"));
        assertThat(Weights.of(NAMES, origin, 0.3, 0.5, 0.2).origin()).isEqualTo(origin);
        assertThatNullPointerException()
                .isThrownBy(() -> Weights.of(NAMES, (WeightOrigin) null, 0.3, 0.5, 0.2))
                .withMessage("origin");
    }

    @Test
    void theyReadToFourDigitsWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(WEIGHTS).hasToString("Weights[spend=0.3000, tenure=0.5000, trend=0.2000]");
        } finally {
            Locale.setDefault(before);
        }
    }
}
