package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttitudeBehaviourSquareTest {

    private static final AttitudeBehaviourSquare SQUARE = new AttitudeBehaviourSquare(0.5, 0.6);

    /** Dick and Basu 1994, the square of relative attitude and repeat patronage. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.9, TRUE, 真正忠诚", "0.9, 0.1, LATENT, 潜在忠诚", "0.1, 0.9, SPURIOUS, 虚假忠诚", "0.1, 0.1, NONE, 无忠诚"})
    void everyCornerOfTheSquareHasItsForm(double attitude, double behaviour, LoyaltyForm form, String chinese) {
        assertThat(SQUARE.form(attitude, behaviour)).isSameAs(form);
        assertThat(form.displayName(Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void aValueEqualToItsCutIsHigh() {
        assertThat(SQUARE.form(0.5, 0.6)).isSameAs(LoyaltyForm.TRUE);
        assertThat(SQUARE.form(0.5, Math.nextDown(0.6))).isSameAs(LoyaltyForm.LATENT);
        assertThat(SQUARE.form(Math.nextDown(0.5), 0.6)).isSameAs(LoyaltyForm.SPURIOUS);
    }

    @Test
    void measuresNeedNotBeShares() {
        assertThat(new AttitudeBehaviourSquare(-2, 300).form(-1.5, 299)).isSameAs(LoyaltyForm.LATENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsMissingOrInfiniteIsRefusedByName(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SQUARE.form(value, 0.1))
                .withMessage("attitude must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SQUARE.form(0.1, value))
                .withMessage("behaviour must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttitudeBehaviourSquare(value, 0.1))
                .withMessage("cut of attitude must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttitudeBehaviourSquare(0.1, value))
                .withMessage("cut of behaviour must be finite, but was " + value);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormSaysWhatToDoInBothLanguages(LoyaltyForm form) {
        assertThat(form.displayName(Language.ENGLISH)).endsWith(" loyalty");
        assertThat(form.advice(Language.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(form.advice(Language.CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void noTwoFormsGiveTheSameAdvice() {
        for (Language language : Language.values()) {
            assertThat(LoyaltyForm.values())
                    .extracting(form -> form.advice(language))
                    .doesNotHaveDuplicates();
        }
    }
}
