package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BilingualTextTest {

    @Test
    void aTextIsReadInEitherLanguage() {
        BilingualText text = BilingualText.of("keep them", "留住客户");

        assertThat(text.in(Language.ENGLISH)).isEqualTo("keep them");
        assertThat(text.in(Language.CHINESE)).isEqualTo("留住客户");
        assertThat(text).isEqualTo(new BilingualText("keep them", "留住客户"));
    }

    @Test
    void aBlankTextIsRefusedByItsLanguage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BilingualText.of(" ", "留住客户"))
                .withMessage("English text must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BilingualText.of("keep them", ""))
                .withMessage("Chinese text must not be blank, but was \"\"");
    }
}
