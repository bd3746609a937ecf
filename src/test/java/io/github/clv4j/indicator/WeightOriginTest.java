package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.clv4j.base.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightOriginTest {

    @Test
    void factsKeepTheirOrder() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", "eigenvector");
        facts.put("consistencyRatio", "0.03");
        facts.put("completion", "harker");
        facts.put("another", "fact");
        WeightOrigin origin = new WeightOrigin(WeightOrigin.Kind.JUDGED, facts);
        assertThat(origin.facts().keySet()).containsExactly("method", "consistencyRatio", "completion", "another");
    }

    @Test
    void factsCannotBeChanged() {
        Map<String, String> facts = new LinkedHashMap<>(Map.of("method", "eigenvector"));
        WeightOrigin origin = new WeightOrigin(WeightOrigin.Kind.JUDGED, facts);
        facts.put("method", "other");
        assertThat(origin.facts()).containsEntry("method", "eigenvector");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> origin.facts().put("a", "b"));
    }

    @Test
    void anOriginMayBeAKindAlone() {
        WeightOrigin origin = WeightOrigin.of(WeightOrigin.Kind.MEASURED);
        assertThat(origin.kind()).isSameAs(WeightOrigin.Kind.MEASURED);
        assertThat(origin.facts()).isEmpty();
        assertThat(origin).isEqualTo(new WeightOrigin(WeightOrigin.Kind.MEASURED, Map.of()));
    }

    @Test
    void anOriginNeedsAKind() {
        assertThatNullPointerException().isThrownBy(() -> WeightOrigin.of(null)).withMessage("kind");
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, given, 给定",
        "EQUAL, equal, 等权",
        "JUDGED, judged, 判断矩阵",
        "MEASURED, measured, 实测",
        "COMBINED, combined, 合成"
    })
    void everyKindHasANameInBothLanguages(WeightOrigin.Kind kind, String english, String chinese) {
        assertThat(kind.displayName(Language.ENGLISH)).isEqualTo(english);
        assertThat(kind.displayName(Language.CHINESE)).isEqualTo(chinese);
    }
}
