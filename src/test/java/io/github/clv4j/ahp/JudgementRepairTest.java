package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementRepairTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    /** One judgement the wrong way round: a over b 3, b over c 3, but a over c 1/9 for 9. */
    private static final PairwiseMatrix ONE_SLIP =
            JudgementTables.upperTriangle(JudgementTables.names(4), "3 1/9 3 3 1 1/3");

    @ParameterizedTest
    @EnumSource(names = {"OPTICS_FIRST_TRIAL", "BUYING_A_HOUSE"})
    void theExampleOfTheLiteratureIsRepaired(PublishedExample example) {
        JudgementRepair repair = SOLVER.solve(example.matrix).repair();
        RepairReference.Try expected =
                new RepairReference(SOLVER, example.matrix, 0.10).smallest().get(0);
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.FOUND);
        assertThat(repair.changes()).isEqualTo(expected.changes());
        assertThat(repair.ratio()).isLessThan(0.10).isCloseTo(expected.ratio(), within(1e-9));
        assertThat(repair.solves()).isBetween(1, 10_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"SELECTING_A_SCHOOL", "HOUSEHOLD_ELECTRICITY"})
    void theExampleOfTheLiteratureIsBeyondRepairByTwoChanges(PublishedExample example) {
        JudgementRepair repair = SOLVER.solve(example.matrix).repair();
        assertThat(new RepairReference(SOLVER, example.matrix, 0.10).smallest()).isEmpty();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NONE);
    }

    /** Saaty (1990) has the judgement of neighbourhood over condition in mind. */
    @Test
    void inTheHouseExampleNeighbourhoodAgainstConditionIsToBeAskedAgain() {
        JudgementRepair repair =
                SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix).repair();
        assertThat(repair.changes()).hasSize(1);
        assertThat(repair.changes().get(0).first()).isEqualTo("Neighbourhood");
        assertThat(repair.changes().get(0).second()).isEqualTo("Condition");
        assertThat(repair.changes().get(0).from()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPTICS_FIRST_TRIAL", "BUYING_A_HOUSE"})
    void aRepairReallyRepairs(PublishedExample example) {
        JudgementRepair repair = SOLVER.solve(example.matrix).repair();
        PairwiseMatrix repaired = repair.applyTo(example.matrix);
        AhpSolution solution = SOLVER.solve(repaired);
        assertThat(solution.consistency().isAcceptable()).isTrue();
        assertThat(solution.consistency().ratio()).isCloseTo(repair.ratio(), within(1e-12));
        assertThat(solution.repair().outcome()).isSameAs(JudgementRepair.Outcome.NOT_NEEDED);
        for (JudgementChange change : repair.changes()) {
            assertThat(change.from()).isEqualTo(example.matrix.judgement(change.first(), change.second()));
            assertThat(change.to()).isEqualTo(repaired.judgement(change.first(), change.second()));
        }
    }

    /** In each the two smallest changes are of the same size, and by symmetry lead to the same ratio. */
    @ParameterizedTest
    @CsvSource({"3, 9 1/9 2, 9, 1/7", "4, 1/3 1 3 1 1 1, 1/3, 1"})
    void amongEqualRepairsTheFirstInTheMatrixIsTaken(int order, String judgements, String from, String to) {
        PairwiseMatrix matrix = JudgementTables.upperTriangle(JudgementTables.names(order), judgements);
        assertThat(SOLVER.solve(matrix).repair().changes())
                .containsExactly(new JudgementChange("a", "b", Ratio.parse(from, "from"), Ratio.parse(to, "to")));
    }

    @Test
    void aSlipOfThePenIsFound() {
        JudgementRepair repair = SOLVER.solve(ONE_SLIP).repair();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.FOUND);
        assertThat(repair.changes()).hasSize(1);
        assertThat(repair.changes().get(0).first()).isEqualTo("a");
        assertThat(repair.changes().get(0).second()).isEqualTo("c");
        assertThat(repair.changes().get(0).from()).isEqualTo(1 / 9.0);
        assertThat(repair.changes().get(0).to()).isGreaterThan(1);
    }

    @Test
    void theSizeOfAChangeIsTheSameUpAndDown() {
        assertThat(new JudgementChange("a", "b", 2, 6).size()).isCloseTo(Math.log(3), within(1e-15));
        assertThat(new JudgementChange("a", "b", 6, 2).size()).isCloseTo(Math.log(3), within(1e-15));
    }

    @Test
    void whatIsAcceptableNeedsNoRepair() {
        PairwiseMatrix matrix = PublishedExample.WEALTH_OF_NATIONS.matrix;
        AhpSolution solution = SOLVER.solve(matrix);
        JudgementRepair repair = solution.repair();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NOT_NEEDED);
        assertThat(repair.changes()).isEmpty();
        assertThat(repair.ratio()).isEqualTo(solution.consistency().ratio());
        assertThat(repair.solves()).isZero();
        assertThat(repair.applyTo(matrix)).isEqualTo(matrix);
    }

    @Test
    void aStricterLimitMakesARepairNecessary() {
        AhpSolver strict = SOLVER.withLimit(0.07);
        JudgementRepair repair =
                strict.solve(PublishedExample.WEALTH_OF_NATIONS.matrix).repair();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.FOUND);
        assertThat(repair.ratio()).isLessThan(0.07);
    }

    @Test
    void noTwoChangesMendRandomJudgementsOfOrderNine() {
        PairwiseMatrix matrix = RandomJudgements.onScale(new Random(9), 9);
        AhpSolution solution = SOLVER.solve(matrix);
        JudgementRepair repair = solution.repair();
        assertThat(solution.consistency().ratio()).isGreaterThan(0.5);
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NONE);
        assertThat(repair.changes()).isEmpty();
        assertThat(repair.ratio()).isEqualTo(solution.consistency().ratio());
        assertThat(repair.applyTo(matrix)).isEqualTo(matrix);
    }

    @Test
    void aboveTheEndOfATableThereIsNoRatioToRepair() {
        JudgementRepair repair =
                SOLVER.solve(RandomJudgements.onScale(new Random(16), 16)).repair();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.NO_RATIO);
        assertThat(repair.ratio()).isNaN();
        assertThat(repair.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSearchThatRunsOutOfBudgetSaysSo(int budget) {
        AhpSolution solution = SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix);
        JudgementRepair repair = solution.repair(budget);
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.BUDGET_SPENT);
        assertThat(repair.changes()).isEmpty();
        assertThat(repair.ratio()).isEqualTo(solution.consistency().ratio());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50})
    void noMoreMatricesAreSolvedThanTheBudgetAllows(int budget) {
        assertThat(SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix)
                        .repair(budget)
                        .solves())
                .isLessThanOrEqualTo(budget);
    }

    /** Asking for exactly as many solves as a search took must not change what it comes to. */
    @ParameterizedTest
    @EnumSource(names = {"OPTICS_FIRST_TRIAL", "BUYING_A_HOUSE", "SELECTING_A_SCHOOL", "HOUSEHOLD_ELECTRICITY"})
    void theBudgetThatASearchTookIsEnoughForIt(PublishedExample example) {
        AhpSolution solution = SOLVER.solve(example.matrix);
        JudgementRepair repair = solution.repair();
        assertThat(solution.repair(repair.solves())).isEqualTo(repair);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aBudgetBelowOneIsRefused(int budget) {
        AhpSolution solution = SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.repair(budget))
                .withMessageStartingWith("budget of the repair must be at least 1, but was ");
    }

    @Test
    void oneJudgementIsChangedWhereOneIsEnough() {
        for (int seed = 0; seed < 20; seed++) {
            PairwiseMatrix matrix = RandomJudgements.noisy(new Random(seed), 4, 0.5);
            JudgementRepair repair = SOLVER.solve(matrix).repair();
            if (repair.changes().size() == 2) {
                assertThat(new RepairReference(SOLVER, matrix, 0.10).smallestSingles())
                        .isEmpty();
            }
        }
    }
}
