package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.base.BilingualText;
import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaybookTest {

    private static final PlaybookEntry OWN = new PlaybookEntry(
            Segment.GOLD,
            ResourcePriority.SOME,
            BilingualText.of("keep quiet", "少打扰"),
            List.of(BilingualText.of("save money", "省钱"), BilingualText.of("save time", "省时")),
            List.of(BilingualText.of("do nothing", "静观其变"), BilingualText.of("wait", "等待")));

    @ParameterizedTest
    @EnumSource
    void theStanceOfASegmentIsThatOfTheStandardPlaybook(Segment segment) {
        for (Language language : Language.values()) {
            assertThat(Playbook.standard().of(segment).stance().in(language)).isEqualTo(segment.stance(language));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySegmentHasAimsAndMeasuresInBothLanguages(Segment segment) {
        PlaybookEntry entry = Playbook.standard().of(segment);

        assertThat(entry.segment()).isSameAs(segment);
        assertThat(entry.aims()).hasSizeBetween(2, 3);
        assertThat(entry.measures()).hasSizeBetween(2, 4);
        assertThat(Stream.concat(entry.aims().stream(), entry.measures().stream()))
                .allSatisfy(text -> {
                    assertThat(text.english()).matches("[ -~]+");
                    assertThat(text.chinese()).containsPattern("\\p{IsHan}");
                });
    }

    @Test
    void noTwoSegmentsAreTreatedTheSame() {
        for (Language language : Language.values()) {
            assertThat(Playbook.standard().all().stream()
                            .flatMap(entry -> Stream.concat(entry.aims().stream(), entry.measures().stream())
                                    .map(text -> text.in(language))))
                    .doesNotHaveDuplicates();
        }
    }

    /** The table of the sources: who gets first call, in whom to invest, whom to keep as they are, whom to let go. */
    @ParameterizedTest
    @CsvSource({
        "PLATINUM, FIRST_CALL",
        "GOLD, ENOUGH",
        "LOYAL, BASIC",
        "POTENTIAL, INVEST",
        "CHURN_PRONE, INVEST",
        "SHORT_TERM, BASIC",
        "LEAST_VALUABLE, NONE",
        "DEVELOPABLE, SOME"
    })
    void theStandardPrioritiesFollowTheStances(Segment segment, ResourcePriority priority) {
        assertThat(Playbook.standard().of(segment).priority()).isSameAs(priority);
    }

    @Test
    void aPlaybookHasTheSegmentsInTheirOrder() {
        assertThat(Playbook.standard().all())
                .extracting(PlaybookEntry::segment)
                .containsExactlyElementsOf(Segment.all());
    }

    @Test
    void anEntryOfYourOwnReplacesTheOneOfItsSegmentOnly() {
        Playbook changed = Playbook.standard().with(OWN);

        assertThat(changed.of(Segment.GOLD)).isEqualTo(OWN);
        for (Segment segment : Segment.all()) {
            if (segment != Segment.GOLD) {
                assertThat(changed.of(segment)).isSameAs(Playbook.standard().of(segment));
            }
        }
        assertThat(changed).isNotEqualTo(Playbook.standard());
        assertThat(Playbook.standard().of(Segment.GOLD)).isNotEqualTo(OWN);
        PlaybookEntry standard = Playbook.standard().of(Segment.GOLD);
        assertThat(changed.with(standard)).isEqualTo(Playbook.standard()).hasSameHashCodeAs(Playbook.standard());
    }

    @Test
    void theFirstMeasureIsTheFirstStep() {
        assertThat(OWN.firstStep(Language.ENGLISH)).isEqualTo("do nothing");
        assertThat(OWN.firstStep(Language.CHINESE)).isEqualTo("静观其变");
    }

    @Test
    void anEntryReadsInBothLanguages() {
        assertThat(OWN.text(Language.ENGLISH)).isEqualTo("""
                        Gold customers (HLH): keep quiet
                          resources: some
                          aim: save money
                          aim: save time
                          first step: do nothing
                          then: wait
                        """);
        assertThat(OWN.text(Language.CHINESE)).isEqualTo("""
                        黄金客户 (HLH): 少打扰
                          资源投入:适度投入
                          目标:省钱
                          目标:省时
                          第一步:静观其变
                          其后:等待
                        """);
    }

    @Test
    void anEntryKeepsItsOwnCopyOfTheLists() {
        List<BilingualText> aims = new ArrayList<>(OWN.aims());
        PlaybookEntry entry = entry(aims, OWN.measures());

        aims.clear();

        assertThat(entry.aims()).isEqualTo(OWN.aims());
        assertThatThrownBy(() -> entry.measures().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEntryWithoutAimsOrMeasuresIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(List.of(), OWN.measures()))
                .withMessage("aims of GOLD must be at least one, but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(OWN.aims(), List.of()))
                .withMessage("measures of GOLD must be at least one, but were none");
    }

    @Test
    void aMeasureThatStandsTwiceIsRefused() {
        List<BilingualText> twice =
                List.of(OWN.measures().get(0), OWN.measures().get(0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(OWN.aims(), twice))
                .withMessageStartingWith("measures of GOLD must be distinct, but ")
                .withMessageContaining("do nothing");
    }

    @Test
    void aTextOfSeveralLinesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(List.of(BilingualText.of("one", "一\n二")), OWN.measures()))
                .withMessage(
                        "aims of GOLD must be one line, without characters that cannot be seen, but was 一\\u000a二");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaybookEntry(
                        Segment.GOLD, OWN.priority(), BilingualText.of("a\tb", "一"), OWN.aims(), OWN.measures()))
                .withMessageStartingWith("stance of GOLD must be one line");
    }

    private static PlaybookEntry entry(List<BilingualText> aims, List<BilingualText> measures) {
        return new PlaybookEntry(Segment.GOLD, OWN.priority(), OWN.stance(), aims, measures);
    }
}
