package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @Test
    void theCodesAreThoseOfIso639() {
        assertThat(Language.ENGLISH.code()).isEqualTo("en");
        assertThat(Language.CHINESE.code()).isEqualTo("zh");
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageIsFoundByItsCode(Language language) {
        assertThat(Language.ofCode(language.code())).isSameAs(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "EN", "zh-CN", ""})
    void anyOtherCodeIsRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.ofCode(code))
                .withMessage("language must be en or zh, but was " + code);
    }

    @Test
    void eachLanguagePicksItsOwnText() {
        assertThat(Language.ENGLISH.pick("high", "高")).isEqualTo("high");
        assertThat(Language.CHINESE.pick("high", "高")).isEqualTo("高");
    }
}
