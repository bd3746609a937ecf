package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Just inside a reported range no rank has changed, just outside it the reported pair has: for judgements and local weights,
 * in single matrices, hierarchies and alternatives in both modes. Everything is solved or summed anew here.
 */
class RankStabilityPropertyTest {

    /** How far inside and outside a judgement is tried, relative; a place is known to 1e-10. */
    private static final double STEP = 1e-6;

    /** How far inside and outside a weight is tried, as a share of the way to its bound. */
    private static final double SHARE = 1e-5;

    private static final double TIE = 1e-12;
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property(tries = 60)
    void aJudgementOfAMatrixCanMoveWithinItsRange(
            @ForAll @IntRange(min = 2, max = 5) int order, @ForAll WeightMethod method, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.noisy(random, order, 0.5);
        AhpSolver solver = SOLVER.withMethod(method);
        AhpSolution solution = solver.solve(matrix);
        List<JudgementStability> ranges = solution.judgementStability();
        assertThat(ranges).hasSize(order * (order - 1) / 2);
        for (JudgementStability range : ranges) {
            assertThat(range.path()).containsExactly("goal");
            assertThat(range.judged()).isEqualTo(matrix.judgement(range.first(), range.second()));
            assertHolds(
                    range,
                    byName(solution.weights()),
                    judgement -> byName(solver.solve(matrix.with(range.first(), range.second(), judgement))
                            .weights()));
        }
    }

    @Property(tries = 12)
    void aJudgementOfAnIncompleteMatrixCanMoveWithinItsRange(@ForAll Completion completion, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.without(random, RandomJudgements.noisy(random, 4, 0.5), 2);
        AhpSolver solver = SOLVER.withCompletion(completion);
        AhpSolution solution = solver.solve(matrix);
        assertThat(solution.judgementStability()).hasSize(4);
        for (JudgementStability range : solution.judgementStability()) {
            assertHolds(
                    range,
                    byName(solution.weights()),
                    judgement -> byName(solver.solve(matrix.with(range.first(), range.second(), judgement))
                            .weights()));
        }
    }

    @Property(tries = 20)
    void aJudgementOfAHierarchyCanMoveWithinItsRange(@ForAll Random random) {
        RandomHierarchy hierarchy = new RandomHierarchy(random);
        List<JudgementStability> ranges = hierarchy.solved.judgementStability();
        assertThat(ranges).hasSize(3 + 3 + 1 + 1);
        for (JudgementStability range : ranges) {
            assertHolds(
                    range, hierarchy.ranked(null), judgement -> hierarchy.rankedWithJudgement(null, range, judgement));
        }
    }

    @Property(tries = 20)
    void aJudgementAboveAlternativesCanMoveWithinItsRange(@ForAll Synthesis mode, @ForAll Random random) {
        RandomHierarchy hierarchy = new RandomHierarchy(random);
        for (JudgementStability range : hierarchy.synthesised(mode).judgementStability()) {
            assertHolds(
                    range, hierarchy.ranked(mode), judgement -> hierarchy.rankedWithJudgement(mode, range, judgement));
        }
    }

    private static void assertHolds(
            JudgementStability range, Map<String, Double> start, DoubleFunction<Map<String, Double>> moved) {
        assertThat(range.lowest()).isLessThanOrEqualTo(range.judged() * (1 + 1e-15));
        assertThat(range.highest()).isGreaterThanOrEqualTo(range.judged() * (1 - 1e-15));
        assertThat(swaps(start, moved.apply(range.lowest() * (1 + STEP))))
                .as("inside %s", range)
                .isEmpty();
        assertThat(swaps(start, moved.apply(range.highest() * (1 - STEP))))
                .as("inside %s", range)
                .isEmpty();
        assertSwap(range.below(), start, moved.apply(range.lowest() * (1 - STEP)), range);
        assertSwap(range.above(), start, moved.apply(range.highest() * (1 + STEP)), range);
        if (range.below().isEmpty()) {
            assertThat(range.lowest()).isCloseTo(Math.min(1 / 9.0, range.judged()), within(1e-12));
        }
        if (range.above().isEmpty()) {
            assertThat(range.highest()).isCloseTo(Math.max(9, range.judged()), within(1e-10));
        }
    }

    @Property(tries = 200)
    void aWeightOfAMatrixCanMoveWithinItsRange(
            @ForAll @IntRange(min = 2, max = 6) int order, @ForAll WeightMethod method, @ForAll Random random) {
        AhpSolution solution = SOLVER.withMethod(method).solve(RandomJudgements.noisy(random, order, 0.5));
        List<WeightStability> ranges = solution.weightStability();
        assertThat(ranges)
                .extracting(WeightStability::child)
                .isEqualTo(solution.weights().names());
        for (WeightStability range : ranges) {
            Weights weights = solution.weights();
            assertThat(range.weight()).isEqualTo(weights.weight(range.child()));
            assertHolds(
                    range,
                    byName(weights),
                    weight -> byName(weights.names(), RandomHierarchy.movedWeights(weights, range.child(), weight)));
        }
    }

    @Property(tries = 100)
    void aLocalWeightOfAHierarchyCanMoveWithinItsRange(@ForAll Random random) {
        RandomHierarchy hierarchy = new RandomHierarchy(random);
        List<WeightStability> ranges = hierarchy.solved.weightStability();
        assertThat(ranges)
                .extracting(WeightStability::child)
                .containsExactly("p", "q", "r", "p1", "p2", "p3", "r1", "r2", "r21", "r22");
        for (WeightStability range : ranges) {
            assertHolds(
                    range,
                    hierarchy.ranked(null),
                    weight -> hierarchy.rankedWithWeights(null, range.path(), hierarchy.localWeights(range, weight)));
        }
    }

    @Property(tries = 100)
    void aLocalWeightAboveAlternativesCanMoveWithinItsRange(@ForAll Synthesis mode, @ForAll Random random) {
        RandomHierarchy hierarchy = new RandomHierarchy(random);
        for (WeightStability range : hierarchy.synthesised(mode).weightStability()) {
            assertHolds(
                    range,
                    hierarchy.ranked(mode),
                    weight -> hierarchy.rankedWithWeights(mode, range.path(), hierarchy.localWeights(range, weight)));
        }
    }

    /** In a weight everything is linear, so what holds near the ends of the range holds in all of it. */
    private static void assertHolds(
            WeightStability range, Map<String, Double> start, DoubleFunction<Map<String, Double>> moved) {
        double down = range.weight() - range.lowest();
        double up = range.highest() - range.weight();
        assertThat(down).isNotNegative();
        assertThat(up).isNotNegative();
        assertThat(swaps(start, moved.apply(range.lowest() + SHARE * down)))
                .as("inside %s", range)
                .isEmpty();
        assertThat(swaps(start, moved.apply(range.highest() - SHARE * up)))
                .as("inside %s", range)
                .isEmpty();
        if (range.below().isEmpty()) {
            assertThat(range.lowest()).isZero();
        } else {
            assertSwap(range.below(), start, moved.apply(range.lowest() * (1 - SHARE)), range);
        }
        if (range.above().isEmpty()) {
            assertThat(range.highest()).isEqualTo(1);
        } else {
            double outside = range.highest() + SHARE * (1 - range.highest());
            assertSwap(range.above(), start, moved.apply(outside), range);
        }
    }

    /** Siblings keep their proportions, so that one weight never makes two others change places. */
    @Property
    void aWeightSwapsOnlyItselfWithOthers(
            @ForAll @IntRange(min = 2, max = 7) int order, @ForAll WeightMethod method, @ForAll Random random) {
        AhpSolution solution = SOLVER.withMethod(method).solve(RandomJudgements.noisy(random, order, 0.5));
        for (WeightStability range : solution.weightStability()) {
            range.above()
                    .ifPresent(swap ->
                            assertThat(swap.overtaking()).as(range.toString()).isEqualTo(range.child()));
            range.below()
                    .ifPresent(swap ->
                            assertThat(swap.overtaken()).as(range.toString()).isEqualTo(range.child()));
        }
    }

    private static void assertSwap(
            Optional<RankSwap> swap, Map<String, Double> start, Map<String, Double> moved, Object range) {
        swap.ifPresent(pair -> {
            assertThat(start.get(pair.overtaken())).isGreaterThan(start.get(pair.overtaking()));
            assertThat(moved.get(pair.overtaken())).as("outside %s", range).isLessThan(moved.get(pair.overtaking()));
        });
    }

    /** The pairs that have changed places, those aside that tied at the outset. */
    private static List<RankSwap> swaps(Map<String, Double> start, Map<String, Double> moved) {
        List<RankSwap> swaps = new ArrayList<>();
        start.forEach((name, ahead) -> start.forEach((other, behind) -> {
            if (ahead > behind * (1 + TIE) && moved.get(name) < moved.get(other)) {
                swaps.add(new RankSwap(name, other));
            }
        }));
        return swaps;
    }

    private static Map<String, Double> byName(Weights weights) {
        return byName(weights.names(), weights.toArray());
    }

    private static Map<String, Double> byName(List<String> names, double[] values) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int k = 0; k < values.length; k++) {
            byName.put(names.get(k), values[k]);
        }
        return byName;
    }
}
