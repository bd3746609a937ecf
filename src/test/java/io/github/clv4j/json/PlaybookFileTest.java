package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.base.BilingualText;
import io.github.clv4j.segment.Playbook;
import io.github.clv4j.segment.PlaybookEntry;
import io.github.clv4j.segment.ResourcePriority;
import io.github.clv4j.segment.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookFileTest {

    private static final String OWN = """
            {
              "format": "clv4j-playbook/1",
              "segments": {
                "churn-prone": {
                  "priority": "first-call",
                  "stance": {"en": "call them today", "zh": "当天回访"},
                  "aims": [{"en": "keep them", "zh": "留住客户"}],
                  "measures": [{"en": "call", "zh": "打电话"}, {"en": "visit", "zh": "上门"}]
                }
              }
            }
            """;

    private static final PlaybookEntry ENTRY = new PlaybookEntry(
            Segment.CHURN_PRONE,
            ResourcePriority.FIRST_CALL,
            BilingualText.of("call them today", "当天回访"),
            List.of(BilingualText.of("keep them", "留住客户")),
            List.of(BilingualText.of("call", "打电话"), BilingualText.of("visit", "上门")));

    @Test
    void aFileReplacesTheSegmentsItNamesAndNoOthers() {
        assertThat(PlaybookFile.parse("playbook.json", OWN))
                .isEqualTo(Playbook.standard().with(ENTRY));
    }

    @Test
    void aFileWithoutSegmentsIsTheStandardPlaybook() {
        assertThat(PlaybookFile.parse("playbook.json", "{\"format\": \"clv4j-playbook/1\", \"segments\": {}}"))
                .isEqualTo(Playbook.standard());
    }

    @Test
    void whatIsWrittenIsReadAgainAndWrittenInTheSameBytes() {
        for (Playbook playbook :
                List.of(Playbook.standard(), Playbook.standard().with(ENTRY))) {
            String json = PlaybookFile.write(playbook);

            assertThat(PlaybookFile.parse("playbook.json", json)).isEqualTo(playbook);
            assertThat(PlaybookFile.write(PlaybookFile.parse("playbook.json", json)))
                    .isEqualTo(json);
        }
    }

    @Test
    void theStandardPlaybookIsWrittenForPeopleToEdit() {
        String json = PlaybookFile.write(Playbook.standard());

        assertThat(json).startsWith("""
                        {
                          "format" : "clv4j-playbook/1",
                          "segments" : {
                            "platinum" : {
                              "priority" : "first-call",
                              "stance" : {
                                "en" : "first call on resources: relationship marketing, VIP service, personal care",
                                "zh" : "优先投入资源:关系营销、贵宾服务、个性化关怀"
                              },
                              "aims" : [ {
                                "en" : "keep for good the customers on whom the profit rests",
                        """).endsWith("}\n").doesNotContain("\r", "\\u");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clv4j-playbook/1              | clv4j-playbook/2       | /format must be "clv4j-playbook/1", but was "clv4j-playbook/2"
            "segments"                    | "segment"              | the playbook has the unknown field "segment"; known are [format, segments]
            "churn-prone"                 | "churners"             | /segments has the unknown field "churners"; known are [platinum, gold, loyal, potential, churn-prone
            "churn-prone"                 | "CHURN_PRONE"          | /segments has the unknown field "CHURN_PRONE"
            "first-call"                  | "all"                  | /segments/churn-prone/priority must be one of [first-call, invest, enough, some, basic, none], but was "all"
            "priority": "first-call",     |                        | /segments/churn-prone lacks the field "priority"
            "priority"                    | "prio"                 | /segments/churn-prone has the unknown field "prio"
            , "zh": "当天回访"             |                        | /segments/churn-prone/stance lacks the field "zh"
            "zh": "当天回访"               | "zh": "当天回访", "fr": "appeler" | /segments/churn-prone/stance has the unknown field "fr"; known are [en, zh]
            {"en": "visit", "zh": "上门"}  | {"zh": "上门"}          | /segments/churn-prone/measures/1 lacks the field "en"
            {"en": "visit", "zh": "上门"}  | "visit"                | /segments/churn-prone/measures/1 must be an object, but was "visit"
            "上门"                         | " "                    | /segments/churn-prone/measures/1/zh must not be blank
            "上门"                         | "上\\n门"               | /segments/churn-prone/measures/1/zh must be one line, without characters that cannot be seen
            "上门"                         | 3                      | /segments/churn-prone/measures/1/zh must be a text, but was 3
            [{"en": "keep them", "zh": "留住客户"}] | []             | /segments/churn-prone is refused: aims of CHURN_PRONE must be at least one, but were none
            {"en": "visit", "zh": "上门"}  | {"en": "call", "zh": "打电话"} | /segments/churn-prone is refused: measures of CHURN_PRONE must be distinct
            [{"en": "keep them", "zh": "留住客户"}] | {}             | /segments/churn-prone/aims must be a list, but was an object
            """)
    void whatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String json = OWN.replace(right, wrong == null ? "" : wrong);
        assertThat(json).isNotEqualTo(OWN);

        assertThatThrownBy(() -> PlaybookFile.parse("playbook.json", json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("playbook.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoPlaybookIsRefused() {
        for (String text : List.of("", "[]", "3", "{", OWN + "{}", "null", "{}", OWN.replace("[{\"en\": \"k", "{{"))) {
            assertThat(Strictness.read(PlaybookFile::parse, text)).isEmpty();
        }
    }
}
