package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;

/**
 * The four stages of a customer's lifecycle (客户生命周期). {@link LifecycleRules} says which is whose, and which part of that
 * has a source. Immutable and thread-safe.
 */
public enum LifecycleStage {
    /** New, and not yet won (考察期). */
    EXPLORATION("Exploration", "考察期"),
    /** Bought a retention activity again (形成期). */
    GROWTH("Growth", "形成期"),
    /** Long with us, and steady (稳定期). */
    STABILITY("Stability", "稳定期"),
    /** Long with us, and using less (退化期). */
    DECLINE("Decline", "退化期");

    private static final ImmutableList<LifecycleStage> ALL = ImmutableList.copyOf(values());

    private final String english;
    private final String chinese;

    LifecycleStage(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The stages in their order.
     *
     * @return an immutable list; a stage's place in it is its {@link #index()}
     */
    public static List<LifecycleStage> all() {
        return ALL;
    }

    /**
     * The number that stands for this stage in a column of bytes.
     *
     * @return its place in {@link #all()}, in [0, 4)
     */
    @SuppressWarnings("EnumOrdinal") // the order is that of the lifecycle; files have the names
    public byte index() {
        return (byte) ordinal();
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
