package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+1-800-555",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "-",
                "-.5",
                "+5 ",
                "-5\n",
                "-Infinity",
                "-٣" // a digit, but not one of a decimal number here
            })
    void aFormulaGetsAnApostrophe(String text) {
        assertThat(FormulaCells.NEUTRALISED.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "C1",
                "-5",
                "+8613800138000",
                "-0.25",
                "+1e-7",
                "-1.5E+300",
                "a=b",
                " =1",
                "'",
                "'x",
                "白金客户"
            })
    void whatIsNoneStaysAsItIs(String text) {
        assertThat(FormulaCells.NEUTRALISED.cell(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1+1", "''@x", "'-5"})
    void whatLooksNeutralisedGetsOneMoreApostrophe(String text) {
        assertThat(FormulaCells.NEUTRALISED.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void aLongRowOfDigitsIsReadWithoutRecursion() {
        String digits = "-" + "1".repeat(1_000_000);
        assertThat(FormulaCells.NEUTRALISED.cell(digits)).isEqualTo(digits);
        assertThat(FormulaCells.NEUTRALISED.cell(digits + "x")).isEqualTo("'" + digits + "x");
    }
}
