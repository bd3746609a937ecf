package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void aLineHidesNothingAndIsNoLongerThanPeopleRead() {
        assertThat(VisibleText.line("é\u4e2d\ud83d\ude00")).isEqualTo("é\u4e2d\ud83d\ude00");
        assertThat(VisibleText.line("a\nb\0c\u2028d\uFEFFe\ud83d\u202E\u001b[31m"))
                .isEqualTo("a\\u000ab\\u0000c\\u2028d\\ufeffe\\ud83d\\u202e\\u001b[31m");
        assertThat(VisibleText.line("x".repeat(400))).isEqualTo("x".repeat(400));
        assertThat(VisibleText.line("\ud83d\ude00".repeat(10_000) + "z"))
                .isEqualTo("\ud83d\ude00".repeat(300) + " ... " + "\ud83d\ude00".repeat(99) + "z");
    }

    @Test
    void lettersMayBeJoinedAsPersianDoes() {
        assertThat(VisibleText.line("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
        assertThat(VisibleText.isLine("می\u200cخواهم")).isTrue();
    }

    @Test
    void whatCannotBeSeenIsNoLine() {
        for (String hidden : new String[] {"\n", "\u001b[2J", "\u202E", "\ud83d", "\0", "\u2029"}) {
            assertThat(VisibleText.isLine("name" + hidden)).isFalse();
        }
    }
}
