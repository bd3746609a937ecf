package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The search that proves its result the smallest, against a search that tries everything. */
class JudgementRepairPropertyTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property(tries = 40)
    void theRepairIsTheSmallestOfAllChangesOfOneJudgementOrTwo(
            @ForAll @IntRange(min = 3, max = 5) int order, @ForAll Random random) {
        assertSmallest(SOLVER, RandomJudgements.onScale(random, order));
    }

    /** Judgements nobody's scale has, so that no two changes are of the same size. */
    @Property(tries = 20)
    void theRepairIsTheSmallestAlsoOfJudgementsBetweenTheValuesOfTheScale(
            @ForAll @IntRange(min = 3, max = 5) int order, @ForAll Random random) {
        assertSmallest(SOLVER, RandomJudgements.noisy(random, order, 0.8));
    }

    /** Where judgements are alike, many repairs are of the same size. */
    @Property(tries = 40)
    void amongRepairsOfTheSameSizeTheMostConsistentAndThenTheFirstIsTaken(
            @ForAll @IntRange(min = 3, max = 5) int order, @ForAll Random random) {
        double[] few = {1 / 3.0, 1, 3, 5};
        double[] judgements = random.ints(order * (order - 1) / 2, 0, few.length)
                .mapToDouble(k -> few[k])
                .toArray();
        assertSmallest(SOLVER, PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements));
    }

    @Property(tries = 12)
    void theRepairIsTheSmallestByAnyTableAndLimit(@ForAll RandomIndex table, @ForAll Random random) {
        AhpSolver solver = SOLVER.withRandomIndex(table).withLimit(0.02 + 0.2 * random.nextDouble());
        assertSmallest(solver, RandomJudgements.onScale(random, 4));
    }

    @Property(tries = 10)
    void theRepairIsTheSmallestAlsoWhereJudgementsAreMissing(
            @ForAll @IntRange(min = 4, max = 5) int order,
            @ForAll @IntRange(min = 1, max = 3) int missing,
            @ForAll Completion completion,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.without(random, RandomJudgements.onScale(random, order), missing);
        assertSmallest(SOLVER.withCompletion(completion), matrix);
    }

    private static void assertSmallest(AhpSolver solver, PairwiseMatrix matrix) {
        AhpSolution solution = solver.solve(matrix);
        Consistency consistency = solution.consistency();
        JudgementRepair repair = solution.repair();
        if (consistency.isAcceptable()) {
            assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NOT_NEEDED);
            return;
        }
        List<RepairReference.Try> expected = new RepairReference(solver, matrix, consistency.limit()).smallest();
        if (expected.isEmpty()) {
            assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NONE);
            assertThat(repair.changes()).isEmpty();
            assertThat(repair.ratio()).isEqualTo(consistency.ratio());
        } else {
            assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.FOUND);
            assertThat(repair.changes())
                    .as("repair of%n%s", matrix)
                    .isEqualTo(expected.get(0).changes());
            assertThat(repair.ratio()).isCloseTo(expected.get(0).ratio(), within(1e-9));
            assertThat(solver.solve(repair.applyTo(matrix)).consistency().isAcceptable())
                    .isTrue();
        }
    }
}
