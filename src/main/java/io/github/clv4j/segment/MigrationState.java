package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands in one of two scorings: in a segment, not scored, or not there at all. Immutable and
 * thread-safe.
 */
public enum MigrationState {
    /** {@link Segment#PLATINUM}. */
    PLATINUM(Segment.PLATINUM),
    /** {@link Segment#GOLD}. */
    GOLD(Segment.GOLD),
    /** {@link Segment#LOYAL}. */
    LOYAL(Segment.LOYAL),
    /** {@link Segment#POTENTIAL}. */
    POTENTIAL(Segment.POTENTIAL),
    /** {@link Segment#CHURN_PRONE}. */
    CHURN_PRONE(Segment.CHURN_PRONE),
    /** {@link Segment#SHORT_TERM}. */
    SHORT_TERM(Segment.SHORT_TERM),
    /** {@link Segment#LEAST_VALUABLE}. */
    LEAST_VALUABLE(Segment.LEAST_VALUABLE),
    /** {@link Segment#DEVELOPABLE}. */
    DEVELOPABLE(Segment.DEVELOPABLE),
    /** In the scoring, but without a segment (无法评分). */
    UNSCORED("---", "Not scored", "无法评分"),
    /** In the new scoring only (新加入): a state one comes from. */
    JOINED("new", "Joined", "新加入"),
    /** In the old scoring only (已离开): a state one goes to. */
    LEFT("out", "Left", "已离开");

    private static final ImmutableList<MigrationState> ALL = ImmutableList.copyOf(values());

    private final @Nullable Segment segment;
    private final String code;
    private final String english;
    private final String chinese;

    MigrationState(Segment segment) {
        this.segment = segment;
        this.code = segment.code();
        this.english = segment.displayName(Language.ENGLISH);
        this.chinese = segment.displayName(Language.CHINESE);
    }

    MigrationState(String code, String english, String chinese) {
        this.segment = null;
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The state of a customer who has a segment.
     *
     * @param segment the segment
     * @return its state
     */
    public static MigrationState of(Segment segment) {
        return ALL.get(segment.index());
    }

    /**
     * The states: the eight segments in the order of {@link Segment#all()}, then {@link #UNSCORED}, {@link #JOINED} and
     * {@link #LEFT}.
     *
     * @return an immutable list
     */
    public static List<MigrationState> all() {
        return ALL;
    }

    /** The place in {@link #all()}. */
    @SuppressWarnings("EnumOrdinal") // the order is that of the segments; files have the names
    int index() {
        return ordinal();
    }

    /**
     * The segment.
     *
     * @return the segment of this state; empty for {@link #UNSCORED}, {@link #JOINED} and {@link #LEFT}
     */
    public Optional<Segment> segment() {
        return Optional.ofNullable(segment);
    }

    /**
     * The state in three characters, as in the table of {@link SegmentMigration#text(Language)}.
     *
     * @return the code of the segment, such as {@code "HLH"}, or {@code "---"} for not scored, {@code "new"} for joined,
     *     {@code "out"} for left
     */
    public String code() {
        return code;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }
}
