package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * How far one judgement can move, all others staying, before two ranks swap. Immutable and thread-safe.
 *
 * @param path the names from the goal down to the node of the judgement
 * @param first the name of the one, which stands before the other in the matrix
 * @param second the name of the other
 * @param judged how many times as important as the second the first was judged
 * @param lowest the judgement below which two ranks swap; where none do, the end of the scale, or the judgement where that is
 *     beyond
 * @param highest the judgement above which two ranks swap; where none do, the end of the scale, or the judgement where that
 *     is beyond
 * @param below the swap just below the lowest; empty where there is none on the scale
 * @param above the swap just above the highest; empty where there is none on the scale
 */
public record JudgementStability(
        List<String> path,
        String first,
        String second,
        double judged,
        double lowest,
        double highest,
        Optional<RankSwap> below,
        Optional<RankSwap> above) {

    /**
     * Creates a range.
     *
     * @param path the names from the goal down to the node of the judgement
     * @param first the name of the one
     * @param second the name of the other
     * @param judged how many times as important as the second the first was judged
     * @param lowest the judgement below which two ranks swap
     * @param highest the judgement above which two ranks swap
     * @param below the swap just below the lowest
     * @param above the swap just above the highest
     */
    public JudgementStability {
        path = ImmutableList.copyOf(path);
    }
}
