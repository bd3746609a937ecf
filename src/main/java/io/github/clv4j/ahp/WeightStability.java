package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * How far one local weight can move, its siblings sharing the rest in their proportions, before two ranks swap. Immutable and
 * thread-safe.
 *
 * @param path the names from the goal down to the node whose children are weighted
 * @param child the name of the child
 * @param weight its local weight
 * @param lowest the weight below which two ranks swap, 0 where none do
 * @param highest the weight above which two ranks swap, 1 where none do
 * @param below the swap just below the lowest; empty where there is none
 * @param above the swap just above the highest; empty where there is none
 */
public record WeightStability(
        List<String> path,
        String child,
        double weight,
        double lowest,
        double highest,
        Optional<RankSwap> below,
        Optional<RankSwap> above) {

    /**
     * Creates a range.
     *
     * @param path the names from the goal down to the node whose children are weighted
     * @param child the name of the child
     * @param weight its local weight
     * @param lowest the weight below which two ranks swap
     * @param highest the weight above which two ranks swap
     * @param below the swap just below the lowest
     * @param above the swap just above the highest
     */
    public WeightStability {
        path = ImmutableList.copyOf(path);
    }
}
