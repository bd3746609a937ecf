package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far judgements and local weights can move before two ranks swap. What is ranked are weighted sums over the leaves: the
 * leaves themselves, or alternatives. Two that tie at the outset have no ranks to swap.
 *
 * <p>A judgement is moved over the scale in small steps, each solved; where the order has changed, the place is found by
 * bisection. In a local weight the sums are linear, so the place is the solution of an equation.
 */
final class RankStability {

    private static final double TIE = 1e-12;
    private static final double TIE_AT_THE_END = 1e-9;
    private static final int STEPS = 16;
    private static final double PRECISION = 1e-10;

    private final HierarchySolution solved;
    private final List<String> names;
    private final double[][] scores;
    private final double[] leaves;
    private final double[] totals;

    /** Ranks what has the given names and, for each of them, scores by leaf. */
    RankStability(HierarchySolution solved, List<String> names, double[][] scores) {
        this.solved = solved;
        this.names = names;
        this.scores = scores;
        this.leaves = solved.globalWeights().toArray();
        this.totals = totals(leaves);
    }

    static RankStability ofLeaves(HierarchySolution solved) {
        int n = solved.globalWeights().size();
        double[][] identity = new double[n][n];
        for (int k = 0; k < n; k++) {
            identity[k][k] = 1;
        }
        return new RankStability(solved, solved.globalWeights().names(), identity);
    }

    private double[] totals(double[] leafWeights) {
        double[] sums = new double[scores.length];
        for (int k = 0; k < sums.length; k++) {
            for (int leaf = 0; leaf < leafWeights.length; leaf++) {
                sums[k] += scores[k][leaf] * leafWeights[leaf];
            }
        }
        return sums;
    }

    List<JudgementStability> judgements() {
        List<JudgementStability> all = new ArrayList<>();
        for (NodeSolution node : solved.nodes()) {
            PairwiseMatrix matrix = node.solution().judged();
            for (int i = 0; i < matrix.order(); i++) {
                for (int j = i + 1; j < matrix.order(); j++) {
                    if (!Double.isNaN(matrix.judgement(i, j))) {
                        all.add(judgement(node, matrix, i, j));
                    }
                }
            }
        }
        return ImmutableList.copyOf(all);
    }

    private JudgementStability judgement(NodeSolution node, PairwiseMatrix matrix, int i, int j) {
        String first = matrix.names().get(i);
        String second = matrix.names().get(j);
        double judged = matrix.judgement(i, j);
        double log = StrictMath.log(judged);
        double largest = matrix.scale().largest();
        double logLargest = StrictMath.log(largest);
        DoubleFunction<double[]> moved = by -> totals(leaves(
                node,
                solved.solver()
                        .solve(matrix.with(first, second, StrictMath.exp(log + by)))
                        .toArray()));
        Move down = move(moved, Math.min(0, -logLargest - log));
        Move up = move(moved, Math.max(0, logLargest - log));
        return new JudgementStability(
                node.path(),
                first,
                second,
                judged,
                down.swap == null ? Math.min(1 / largest, judged) : StrictMath.exp(log + down.by),
                up.swap == null ? Math.max(largest, judged) : StrictMath.exp(log + up.by),
                Optional.ofNullable(down.swap),
                Optional.ofNullable(up.swap));
    }

    /** The first swap on the way to a farthest move, or that move. */
    private Move move(DoubleFunction<double[]> moved, double farthest) {
        double before = 0;
        for (int step = 1; step <= STEPS && farthest != 0; step++) {
            double after = farthest * step / STEPS;
            if (swap(moved.apply(after)) != null) {
                return between(moved, before, after);
            }
            before = after;
        }
        return new Move(farthest, null);
    }

    private Move between(DoubleFunction<double[]> moved, double before, double after) {
        double low = before;
        double high = after;
        while (Math.abs(high - low) > PRECISION) {
            double middle = (low + high) / 2;
            if (swap(moved.apply(middle)) == null) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Move(low, swap(moved.apply(high)));
    }

    /** The first pair, in the order of the names, that has changed places. */
    private @Nullable RankSwap swap(double[] moved) {
        for (int k = 0; k < totals.length; k++) {
            for (int l = 0; l < totals.length; l++) {
                if (totals[k] > totals[l] * (1 + TIE) && moved[k] < moved[l]) {
                    return new RankSwap(names.get(k), names.get(l));
                }
            }
        }
        return null;
    }

    /** The weights of all leaves when the children of one node have other weights. */
    private double[] leaves(NodeSolution changed, double[] local) {
        double[] moved = leaves.clone();
        AhpHierarchy node = nodeAt(changed.path());
        int leaf = solved.hierarchy().leaves().indexOf(node.leaves().get(0));
        List<AhpHierarchy> children = node.children();
        for (int k = 0; k < children.size(); k++) {
            double factor = local[k] / changed.solution().weight(k);
            int end = leaf + children.get(k).leaves().size();
            for (; leaf < end; leaf++) {
                moved[leaf] *= factor;
            }
        }
        return moved;
    }

    private AhpHierarchy nodeAt(List<String> path) {
        AhpHierarchy node = solved.hierarchy();
        for (String name : path.subList(1, path.size())) {
            node = node.children().stream()
                    .filter(child -> child.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
        return node;
    }

    List<WeightStability> weights() {
        List<WeightStability> all = new ArrayList<>();
        for (NodeSolution node : solved.nodes()) {
            for (int child = 0; child < node.solution().judged().order(); child++) {
                all.add(weight(node, child));
            }
        }
        return ImmutableList.copyOf(all);
    }

    private WeightStability weight(NodeSolution node, int child) {
        double weight = node.solution().weight(child);
        double[] slopes = slopes(node, child);
        // at 0 and 1 all that share the rest tie, which is no swap
        Move down = new Move(-weight * (1 - TIE_AT_THE_END), null);
        Move up = new Move((1 - weight) * (1 - TIE_AT_THE_END), null);
        for (int k = 0; k < totals.length; k++) {
            for (int l = 0; l < totals.length; l++) {
                double lead = totals[k] - totals[l];
                double closing = slopes[l] - slopes[k];
                if (totals[k] > totals[l] * (1 + TIE)) {
                    double by = lead / closing;
                    if (by > 0 && by < up.by) {
                        up = new Move(by, new RankSwap(names.get(k), names.get(l)));
                    } else if (by < 0 && by > down.by) {
                        down = new Move(by, new RankSwap(names.get(k), names.get(l)));
                    }
                }
            }
        }
        return new WeightStability(
                node.path(),
                node.solution().judged().names().get(child),
                weight,
                down.swap == null ? 0 : weight + down.by,
                up.swap == null ? 1 : weight + up.by,
                Optional.ofNullable(down.swap),
                Optional.ofNullable(up.swap));
    }

    /** How fast the sums grow with a local weight: its own leaves gain in proportion, its siblings' lose. */
    private double[] slopes(NodeSolution node, int child) {
        double[] weights = node.solution().toArray();
        if (weights.length == 1) {
            return new double[scores.length];
        }
        double siblings = 0; // not 1 less the weight, which may round to 1
        for (int k = 0; k < weights.length; k++) {
            siblings += k == child ? 0 : weights[k];
        }
        double far = weights[child] < 0.5 ? (1 + weights[child]) / 2 : weights[child] / 2;
        double[] moved = weights.clone();
        for (int k = 0; k < weights.length; k++) {
            moved[k] = k == child ? far : weights[k] * (1 - far) / siblings;
        }
        double[] at = totals(leaves(node, moved));
        double[] slopes = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            slopes[k] = (at[k] - totals[k]) / (far - weights[child]);
        }
        return slopes;
    }

    /** A move, and the swap it leads to. */
    private record Move(double by, @Nullable RankSwap swap) {}
}
