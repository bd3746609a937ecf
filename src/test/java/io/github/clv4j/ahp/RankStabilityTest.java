package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankStabilityTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    /** Of two things the judgement can fall to 1, where they tie. */
    @Test
    void ofTwoThingsTheFirstIsOvertakenBelowOne() {
        AhpSolution solution = SOLVER.solve(JudgementTables.upperTriangle(JudgementTables.names(2), "3"));
        assertThat(solution.judgementStability()).hasSize(1);
        JudgementStability range = solution.judgementStability().get(0);
        assertThat(range.lowest()).isCloseTo(1, within(1e-9));
        assertThat(range.highest()).isCloseTo(9, within(1e-12));
        assertThat(range.below()).contains(new RankSwap("a", "b"));
        assertThat(range.above()).isEmpty();
        WeightStability first = solution.weightStability().get(0);
        assertThat(first.lowest()).isCloseTo(0.5, within(1e-12));
        assertThat(first.below()).contains(new RankSwap("a", "b"));
        assertThat(first.highest()).isEqualTo(1);
        assertThat(first.above()).isEmpty();
        WeightStability second = solution.weightStability().get(1);
        assertThat(second.highest()).isCloseTo(0.5, within(1e-12));
        assertThat(second.above()).contains(new RankSwap("a", "b"));
        assertThat(second.lowest()).isZero();
    }

    /** Weights 4/7, 2/7, 1/7: the second overtakes at 4/9 of the whole, and so on, worked out by hand. */
    @Test
    void rangesOfWeightsAreThoseWorkedOutByHand() {
        List<WeightStability> ranges = SOLVER.solve(PairwiseMatrix.ofMeasures(JudgementTables.names(3), 4, 2, 1))
                .weightStability();
        assertThat(ranges.get(0).lowest()).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(ranges.get(0).below()).contains(new RankSwap("a", "b"));
        assertThat(ranges.get(1).lowest()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(ranges.get(1).below()).contains(new RankSwap("b", "c"));
        assertThat(ranges.get(1).highest()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(ranges.get(1).above()).contains(new RankSwap("a", "b"));
        assertThat(ranges.get(2).highest()).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(ranges.get(2).above()).contains(new RankSwap("b", "c"));
        assertThat(ranges.get(2).lowest()).isZero();
        assertThat(ranges.get(2).below()).isEmpty();
    }

    @Test
    void aWeightThatLeadsCanGrowToOne() {
        WeightStability leader = SOLVER.solve(PairwiseMatrix.ofMeasures(JudgementTables.names(3), 4, 2, 1))
                .weightStability()
                .get(0);
        assertThat(leader.highest()).isEqualTo(1);
        assertThat(leader.above()).isEmpty();
    }

    /** A scale leaves no room above 9, but a judgement that is there already is in its own range. */
    @Test
    void aJudgementAtTheEndOfTheScaleCanStayWhereItIs() {
        for (JudgementStability range : SOLVER.solve(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(3), 9, 20, 3))
                .judgementStability()) {
            assertThat(range.lowest()).isLessThanOrEqualTo(range.judged());
            assertThat(range.highest()).isGreaterThanOrEqualTo(range.judged());
        }
    }

    @Test
    void aJudgementBeyondTheScaleDoesNotGoFurther() {
        JudgementStability range = SOLVER.solve(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(2), 20))
                .judgementStability()
                .get(0);
        assertThat(range.highest()).isCloseTo(20, within(1e-12));
        assertThat(range.above()).isEmpty();
        assertThat(range.lowest()).isCloseTo(1, within(1e-9));
    }

    /** The weight of the first is 1 to the last digit, but it is overtaken below one half all the same. */
    @Test
    void howeverFarAheadOneOfTwoIsOvertakenBelowOneHalf() {
        List<WeightStability> ranges = SOLVER.solve(PairwiseMatrix.ofUpperTriangle(JudgementTables.names(2), 1e17))
                .weightStability();
        assertThat(ranges.get(0).weight()).isEqualTo(1);
        assertThat(ranges.get(0).lowest()).isCloseTo(0.5, within(1e-12));
        assertThat(ranges.get(1).highest()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatTiesAtTheOutsetHasNoRanksToSwap() {
        AhpSolution solution = SOLVER.solve(JudgementTables.upperTriangle(JudgementTables.names(3), "1 1 1"));
        assertThat(solution.judgementStability())
                .allSatisfy(range -> assertThat(range.below()).isEmpty())
                .allSatisfy(range -> assertThat(range.above()).isEmpty());
        assertThat(solution.weightStability())
                .allSatisfy(range -> assertThat(range.lowest()).isZero())
                .allSatisfy(range -> assertThat(range.highest()).isEqualTo(1));
    }

    @Test
    void oneThingHasTheWholeRange() {
        AhpSolution solution = SOLVER.solve(PairwiseMatrix.of(new double[][] {{1}}));
        assertThat(solution.judgementStability()).isEmpty();
        assertThat(solution.weightStability())
                .singleElement()
                .satisfies(range -> assertThat(range.lowest()).isZero())
                .satisfies(range -> assertThat(range.highest()).isEqualTo(1))
                .satisfies(range -> assertThat(range.below()).isEmpty());
    }

    @Test
    void onlyJudgementsThatWereMadeHaveARange() {
        PairwiseMatrix matrix = JudgementTables.pairs(JudgementTables.names(4), "a-b 3, b-c 2, c-d 5, a-d 9");
        assertThat(SOLVER.solve(matrix).judgementStability())
                .extracting(range -> range.first() + range.second())
                .containsExactly("ab", "ad", "bc", "cd");
    }
}
