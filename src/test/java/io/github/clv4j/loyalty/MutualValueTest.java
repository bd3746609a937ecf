package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutualValueTest {

    /** Lifetime value in money against an answer from 1 to 5. */
    private static final MutualValueSquare SQUARE = new MutualValueSquare(1000, 4);

    @ParameterizedTest
    @CsvSource({
        "2500, 5, BOTH, 互利共赢",
        "2500, 2, FIRM_ONLY, 企业单方受益",
        "-300, 5, CUSTOMER_ONLY, 客户单方受益",
        "-300, 2, NEITHER, 双方均不受益"
    })
    void theSquareSaysWhoGains(double firmValue, double perceivedValue, MutualValue place, String chinese) {
        assertThat(SQUARE.place(firmValue, perceivedValue)).isSameAs(place);
        assertThat(place.displayName(Language.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void aValueEqualToItsCutIsAGain() {
        assertThat(SQUARE.place(1000, 4)).isSameAs(MutualValue.BOTH);
        assertThat(SQUARE.place(1000, 3.99)).isSameAs(MutualValue.FIRM_ONLY);
        assertThat(SQUARE.place(999.99, 4)).isSameAs(MutualValue.CUSTOMER_ONLY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsMissingOrInfiniteIsRefusedByName(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SQUARE.place(value, 4))
                .withMessage("firm value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SQUARE.place(1000, value))
                .withMessage("perceived value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MutualValueSquare(value, 4))
                .withMessage("cut of firm value must be finite, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MutualValueSquare(1000, value))
                .withMessage("cut of perceived value must be finite, but was " + value);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceHasItsNameAndMeaningInBothLanguages(MutualValue place) {
        assertThat(place.displayName(Language.ENGLISH)).contains("gain").doesNotContainPattern("\\p{IsHan}");
        assertThat(place.meaning(Language.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(place.meaning(Language.CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void theCustomerOfAFirmThatGainsAloneHasReasonToLeave() {
        assertThat(MutualValue.FIRM_ONLY.meaning(Language.ENGLISH)).contains("reason to leave");
        assertThat(MutualValue.FIRM_ONLY.meaning(Language.CHINESE)).contains("离开");
    }
}
