package io.github.clv4j.indicator;

import io.github.clv4j.base.Language;

/**
 * A part of an index: one {@link Indicator}, or an {@link IndexGroup} of parts. Implementations are immutable and
 * thread-safe.
 */
public sealed interface IndexNode permits Indicator, IndexGroup {

    /**
     * The name, by which the part is known.
     *
     * @return the name, not blank, distinct from all others in an index
     */
    String name();

    /**
     * The Chinese name, for people.
     *
     * @return the name, not blank
     */
    String chineseName();

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    default String displayName(Language language) {
        return language.pick(name(), chineseName());
    }
}
