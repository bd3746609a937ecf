package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Objects;

/**
 * The smallest change of judgements that makes them acceptably consistent: the fewest judgements, then the least sum of
 * {@code abs(ln(to / from))} over the 17 values of the scale, ties to the smaller consistency ratio, then in the order of the
 * matrix, then to the smaller new values. It says which judgements to ask again, not what the answer should
 * be. Immutable and thread-safe.
 *
 * @param outcome what the search came to
 * @param changes the changes, one or two; none unless one was found
 * @param ratio the consistency ratio with the changes made; without changes, that of the judgements
 * @param solves how many changed matrices were solved
 */
public record JudgementRepair(Outcome outcome, List<JudgementChange> changes, double ratio, int solves) {

    /** What a search for a repair came to. Immutable and thread-safe. */
    public enum Outcome {
        /** The judgements are acceptable as they are. */
        NOT_NEEDED("not needed: the judgements are acceptable", "无需修正:判断已可接受"),
        /** A repair was found, and there is no smaller one. */
        FOUND("found", "已找到"),
        /** No change of one judgement or two is enough. */
        NONE("none: no change of one or two judgements is enough", "无:只改一两个判断不够"),
        /** The search ended before all was tried. */
        BUDGET_SPENT("not found within the budget", "在限定次数内未找到"),
        /** There is no consistency ratio to bring below a limit. */
        NO_RATIO("none: there is no consistency ratio", "无:没有一致性比率");

        private final String english;
        private final String chinese;

        Outcome(String english, String chinese) {
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
     * Creates a repair.
     *
     * @param outcome what the search came to
     * @param changes the changes, one or two; none unless one was found
     * @param ratio the consistency ratio with the changes made; without changes, that of the judgements
     * @param solves how many changed matrices were solved
     */
    public JudgementRepair {
        Objects.requireNonNull(outcome, "outcome");
        changes = ImmutableList.copyOf(changes);
    }

    /**
     * Judgements with the changes made.
     *
     * @param matrix the judgements that were to be repaired
     * @return a new matrix; the same if there are no changes
     */
    public PairwiseMatrix applyTo(PairwiseMatrix matrix) {
        PairwiseMatrix repaired = matrix;
        for (JudgementChange change : changes) {
            repaired = repaired.with(change.first(), change.second(), change.to());
        }
        return repaired;
    }
}
