package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentTest {

    /** The table of the source: current value, potential value, loyalty; the order is its numbering. */
    @ParameterizedTest
    @CsvSource({
        "0, HHH, PLATINUM, 白金客户",
        "1, HLH, GOLD, 黄金客户",
        "2, LLH, LOYAL, 忠诚客户",
        "3, LHH, POTENTIAL, 潜力客户",
        "4, HHL, CHURN_PRONE, 易流失客户",
        "5, HLL, SHORT_TERM, 短期型客户",
        "6, LLL, LEAST_VALUABLE, 最无价值客户",
        "7, LHL, DEVELOPABLE, 可发展型客户"
    })
    void everyCornerOfTheCubeHasItsSegment(int place, String code, Segment segment, String chinese) {
        assertThat(cornerOf(code)).isSameAs(segment);
        assertThat(segment.code()).isEqualTo(code);
        assertThat(segment.displayName(Language.CHINESE)).isEqualTo(chinese);
        assertThat(segment.index()).isEqualTo((byte) place);
        assertThat(Segment.all().get(place)).isSameAs(segment);
    }

    @Test
    void codesAndNamesAreDistinct() {
        List<Segment> all = Segment.all();
        assertThat(all).containsExactly(Segment.values()).hasSize(8);
        assertThat(all).extracting(Segment::code).doesNotHaveDuplicates();
        for (Language language : Language.values()) {
            assertThat(all)
                    .extracting(segment -> segment.displayName(language))
                    .doesNotHaveDuplicates()
                    .allMatch(name -> !name.isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySegmentSaysWhatToDoInBothLanguages(Segment segment) {
        assertThat(segment.stance(Language.ENGLISH)).isNotBlank().isNotEqualTo(segment.stance(Language.CHINESE));
        assertThat(segment.stance(Language.CHINESE)).isNotBlank().containsPattern("\\p{IsHan}");
        assertThat(segment.displayName(Language.ENGLISH)).endsWith(" customers");
    }

    @Test
    void everyAxisHasANameInBothLanguages() {
        assertThat(Arrays.stream(Axis.values()).map(axis -> axis.displayName(Language.ENGLISH)))
                .containsExactly("current value", "potential value", "loyalty");
        assertThat(Arrays.stream(Axis.values()).map(axis -> axis.displayName(Language.CHINESE)))
                .containsExactly("当前价值", "潜在价值", "忠诚度");
    }

    private static Segment cornerOf(String code) {
        return Segment.of(code.charAt(0) == 'H', code.charAt(1) == 'H', code.charAt(2) == 'H');
    }
}
