package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JudgementDeviationTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property
    void everyJudgementIsComparedWithTheRatioOfItsWeights(
            @ForAll @IntRange(min = 2, max = 7) int order,
            @ForAll @IntRange(max = 6) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.without(random, RandomJudgements.onScale(random, order), missing);
        AhpSolution solution = SOLVER.solve(matrix);
        List<JudgementDeviation> deviations = solution.deviations();
        assertThat(deviations).hasSize(order * (order - 1) / 2 - matrix.missing());
        for (JudgementDeviation deviation : deviations) {
            int i = matrix.names().indexOf(deviation.first());
            int j = matrix.names().indexOf(deviation.second());
            assertThat(i).isLessThan(j);
            assertThat(deviation.judged()).isEqualTo(matrix.judgement(i, j));
            assertThat(deviation.implied()).isEqualTo(solution.weight(i) / solution.weight(j));
            double logError = Math.log(deviation.judged()) - Math.log(deviation.implied());
            assertThat(deviation.factor()).isCloseTo(Math.exp(Math.abs(logError)), within(1e-12 * deviation.factor()));
        }
    }

    @Property
    void theFarthestComesFirst(@ForAll @IntRange(min = 2, max = 7) int order, @ForAll Random random) {
        List<JudgementDeviation> deviations =
                SOLVER.solve(RandomJudgements.onScale(random, order)).deviations();
        for (int k = 1; k < deviations.size(); k++) {
            assertThat(deviations.get(k).factor())
                    .isLessThanOrEqualTo(deviations.get(k - 1).factor());
        }
    }

    @Example
    void consistentJudgementsDeviateByNothingWorthNoting() {
        List<JudgementDeviation> deviations = SOLVER.solve(
                        PairwiseMatrix.ofMeasures(JudgementTables.names(4), 0.1, 0.2, 0.3, 0.7))
                .deviations();
        assertThat(deviations).hasSize(6).noneMatch(JudgementDeviation::isNotable);
        assertThat(new JudgementDeviation("a", "b", 2, 2).factor()).isEqualTo(1);
        assertThat(new JudgementDeviation("a", "b", 2, 2 * (1 + 1e-8)).isNotable())
                .isTrue();
    }

    /** Saaty (1990): the judgement of neighbourhood over condition is the worst. */
    @Example
    void inTheHouseExampleNeighbourhoodAgainstConditionIsFarthest() {
        JudgementDeviation worst = SOLVER.solve(PublishedExample.BUYING_A_HOUSE.matrix)
                .deviations()
                .get(0);
        assertThat(worst.first()).isEqualTo("Neighbourhood");
        assertThat(worst.second()).isEqualTo("Condition");
        assertThat(worst.judged()).isEqualTo(6);
        assertThat(worst.implied()).isCloseTo(0.188110 / 0.166834, within(1e-4));
    }

    @Example
    void equallyFarJudgementsKeepTheOrderOfTheMatrix() {
        PairwiseMatrix allEqual = JudgementTables.upperTriangle(JudgementTables.names(4), "1 1 1 1 1 1");
        assertThat(SOLVER.withMethod(WeightMethod.GEOMETRIC_MEAN)
                        .solve(allEqual)
                        .deviations())
                .extracting(deviation -> deviation.first() + deviation.second())
                .containsExactly("ab", "ac", "ad", "bc", "bd", "cd");
    }

    /** Of three judgements each takes a third of what the triad is off by: here 2 times 4 over 2, which is 4. */
    @Example
    void inATriadAllThreeAreEquallyFarOff() {
        assertThat(SOLVER.solve(JudgementTables.upperTriangle(JudgementTables.names(3), "2 2 4"))
                        .deviations())
                .hasSize(3)
                .allSatisfy(deviation -> assertThat(deviation.factor()).isCloseTo(Math.cbrt(4), within(1e-9)));
    }
}
