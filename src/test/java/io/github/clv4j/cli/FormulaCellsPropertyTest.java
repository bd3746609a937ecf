package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaCellsPropertyTest {

    private static final String FIRST = "[=+\\-@＝＋－＠\\t\\r\\n\\x00]";
    private static final String NUMBER = "[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    @Property
    void takingOneApostropheOffGivesTheTextBack(@ForAll("texts") String text) {
        String cell = FormulaCells.NEUTRALISED.cell(text);
        assertThat(cell.matches("(?s)'+" + FIRST + ".*") ? cell.substring(1) : cell)
                .isEqualTo(text);
    }

    @Property
    void aTextReadBackIsTheTextThatWasWritten(@ForAll("texts") String text) {
        for (FormulaCells formulas : FormulaCells.values()) {
            assertThat(formulas.text(formulas.cell(text))).isEqualTo(text);
        }
    }

    @Property
    void distinctIdsStayDistinct(@ForAll("texts") String a, @ForAll("texts") String b) {
        Assume.that(!a.equals(b));
        assertThat(FormulaCells.NEUTRALISED.cell(a)).isNotEqualTo(FormulaCells.NEUTRALISED.cell(b));
    }

    @Property
    void noCellButANumberStartsAsAFormulaDoes(@ForAll("texts") String text) {
        String cell = FormulaCells.NEUTRALISED.cell(text);
        assertThat(!cell.matches("(?s)" + FIRST + ".*") || cell.matches(NUMBER)).isTrue();
    }

    @Property
    void numbersAndTextsThatStartLikeNoFormulaStayAsTheyAre(@ForAll("texts") String text) {
        Assume.that(text.matches(NUMBER) || !text.matches("(?s)'*" + FIRST + ".*"));
        assertThat(FormulaCells.NEUTRALISED.cell(text)).isEqualTo(text);
    }

    @Property
    void keptIsAsItWas(@ForAll("texts") String text) {
        assertThat(FormulaCells.KEPT.cell(text)).isEqualTo(text);
    }

    /** Any texts, and those made of the characters that matter here. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> telling =
                Arbitraries.strings().withChars("'=+-@＝＋－＠\t\r\n\0 059.eEx\",").ofMaxLength(6);
        return Arbitraries.oneOf(
                telling, telling, Arbitraries.strings(), Arbitraries.doubles().map(String::valueOf));
    }
}
