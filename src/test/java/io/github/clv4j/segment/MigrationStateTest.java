package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationStateTest {

    @ParameterizedTest
    @EnumSource
    void everySegmentIsAStateWithItsNameAndCode(Segment segment) {
        MigrationState state = MigrationState.of(segment);

        assertThat(state.name()).isEqualTo(segment.name());
        assertThat(state.segment()).contains(segment);
        assertThat(state.code()).isEqualTo(segment.code());
        for (Language language : Language.values()) {
            assertThat(state.displayName(language)).isEqualTo(segment.displayName(language));
        }
    }

    @Test
    void threeStatesAreNoSegment() {
        assertThat(MigrationState.all())
                .filteredOn(state -> state.segment().isEmpty())
                .containsExactly(MigrationState.UNSCORED, MigrationState.JOINED, MigrationState.LEFT)
                .extracting(state -> state.displayName(Language.CHINESE))
                .containsExactly("无法评分", "新加入", "已离开");
        assertThat(MigrationState.all()).extracting(MigrationState::code).doesNotHaveDuplicates();
        assertThat(MigrationState.LEFT.displayName(Language.ENGLISH)).isEqualTo("Left");
    }
}
