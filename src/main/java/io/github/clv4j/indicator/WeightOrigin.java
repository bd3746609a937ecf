package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Language;
import java.util.Map;
import java.util.Objects;

/**
 * Where weights come from, as plain data, so that whoever uses them need not know whatever made them. Immutable and
 * thread-safe.
 *
 * @param kind how the weights came about
 * @param facts what else is known of it, by name, such as the method and the consistency ratio; in a fixed order
 */
public record WeightOrigin(Kind kind, Map<String, String> facts) {

    /** How weights came about. Immutable and thread-safe. */
    public enum Kind {
        /** Stated by the caller. */
        GIVEN("given", "给定"),
        /** All the same. */
        EQUAL("equal", "等权"),
        /** Derived from pairwise judgements. */
        JUDGED("judged", "判断矩阵"),
        /** In proportion to measured values. */
        MEASURED("measured", "实测"),
        /** Put together from the weights of the levels of a hierarchy, or of several experts. */
        COMBINED("combined", "合成");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
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

    /**
     * Creates an origin.
     *
     * @param kind how the weights came about
     * @param facts what else is known of it, by name
     */
    public WeightOrigin {
        Objects.requireNonNull(kind, "kind");
        facts = ImmutableMap.copyOf(facts);
    }

    /**
     * An origin of which nothing more is known than its kind.
     *
     * @param kind how the weights came about
     * @return the origin
     */
    public static WeightOrigin of(Kind kind) {
        return new WeightOrigin(kind, Map.of());
    }
}
