package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The indices of consistency against their definitions, written out as plainly as can be. */
class ConsistencyPropertyTest {

    private static final double ROUNDING = 1e-12;

    @Property
    void theConsistencyIndexIsByLambdaAndTheRatioByTheTable(
            @ForAll @IntRange(min = 3, max = 15) int order, @ForAll RandomIndex table, @ForAll Random random) {
        AhpSolution solution =
                AhpSolver.withDefaults().withRandomIndex(table).solve(RandomJudgements.onScale(random, order));
        double index = (solution.lambdaMax() - order) / (order - 1);
        assertThat(solution.consistency().index()).isCloseTo(index, within(ROUNDING));
        assertThat(solution.consistency().ratio()).isCloseTo(index / table.ofOrder(order), within(ROUNDING));
    }

    @Property
    void noIndexIsNegative(
            @ForAll @IntRange(min = 1, max = 15) int order,
            @ForAll @DoubleRange(max = 1) double sigma,
            @ForAll Random random) {
        Consistency consistency = consistency(RandomJudgements.noisy(random, order, sigma));
        assertThat(consistency.index()).isNotNegative();
        assertThat(consistency.ratio()).isNotNegative();
        assertThat(consistency.geometricIndex()).isNotNegative();
        assertThat(consistency.harmonicIndex()).isNotNegative();
        assertThat(consistency.koczkodaj()).isBetween(0.0, 1.0);
    }

    @Property
    void theGeometricIndexIsTheMeanSquareOfLogErrors(
            @ForAll @IntRange(min = 3, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double[] weights = AhpSolver.withDefaults()
                .withMethod(WeightMethod.GEOMETRIC_MEAN)
                .solve(matrix)
                .toArray();
        double sum = 0;
        for (int i = 0; i < order; i++) {
            for (int j = i + 1; j < order; j++) {
                double error = Math.log(matrix.judgement(i, j) * weights[j] / weights[i]);
                sum += error * error;
            }
        }
        assertThat(consistency(matrix).geometricIndex())
                .isCloseTo(2 * sum / ((order - 1) * (order - 2)), within(ROUNDING));
    }

    @Property
    void theHarmonicIndexIsByTheHarmonicMeanOfTheColumnSums(
            @ForAll @IntRange(min = 2, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        double inverses = 0;
        for (int j = 0; j < order; j++) {
            double columnSum = 0;
            for (int i = 0; i < order; i++) {
                columnSum += matrix.judgement(i, j);
            }
            inverses += 1 / columnSum;
        }
        double harmonicMean = order / inverses;
        assertThat(consistency(matrix).harmonicIndex())
                .isCloseTo((harmonicMean - order) * (order + 1) / (order * (order - 1)), within(ROUNDING * 10));
    }

    @Property
    void koczkodajsIndexIsThatOfTheWorstTriad(@ForAll @IntRange(min = 3, max = 9) int order, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        assertThat(consistency(matrix).koczkodaj()).isCloseTo(worstTriad(matrix), within(ROUNDING));
    }

    @Property
    void ofAnIncompleteMatrixOnlyTriadsThatWereJudgedCount(
            @ForAll @IntRange(min = 3, max = 7) int order,
            @ForAll @IntRange(max = 12) int missing,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.without(random, RandomJudgements.onScale(random, order), missing);
        double worst = worstTriad(matrix);
        if (Double.isNaN(worst)) {
            assertThat(consistency(matrix).koczkodaj()).isNaN();
        } else {
            assertThat(consistency(matrix).koczkodaj()).isCloseTo(worst, within(ROUNDING));
        }
    }

    /** Over all ordered triples, so that no shortcut by symmetry is taken; NaN if no triad was judged. */
    private static double worstTriad(PairwiseMatrix matrix) {
        double worst = Double.NaN;
        int n = matrix.order();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    if (i != j && j != k && i != k) {
                        double direct = matrix.judgement(i, k);
                        double indirect = matrix.judgement(i, j) * matrix.judgement(j, k);
                        double error = Math.min(Math.abs(1 - direct / indirect), Math.abs(1 - indirect / direct));
                        worst = Double.isNaN(error) ? worst : Double.isNaN(worst) ? error : Math.max(worst, error);
                    }
                }
            }
        }
        return worst;
    }

    @Property(tries = 300)
    void ofAnIncompleteMatrixTheOtherIndicesAreThoseOfTheCompletedOne(
            @ForAll @IntRange(min = 4, max = 7) int order,
            @ForAll @IntRange(min = 1, max = 5) int missing,
            @ForAll Completion completion,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.without(random, RandomJudgements.onScale(random, order), missing);
        AhpSolution solution =
                AhpSolver.withDefaults().withCompletion(completion).solve(matrix);
        Consistency completed = consistency(solution.completed());
        assertThat(solution.consistency().index()).isCloseTo(completed.index(), within(ROUNDING * 100));
        assertThat(solution.consistency().geometricIndex()).isCloseTo(completed.geometricIndex(), within(ROUNDING));
        assertThat(solution.consistency().harmonicIndex()).isCloseTo(completed.harmonicIndex(), within(ROUNDING * 100));
    }

    /** With each judgement missing there is less to contradict, so that the same index weighs more. */
    @Example
    void theRandomIndexFallsWithEveryJudgementMissing() {
        for (int order = 3; order <= 8; order++) {
            PairwiseMatrix matrix = RandomJudgements.noisy(new Random(order), order, 0.5);
            double before = consistency(matrix).randomIndex();
            for (int missing = 1; missing <= (order - 1) * (order - 2) / 2; missing++) {
                PairwiseMatrix incomplete = RandomJudgements.without(new Random(missing), matrix, missing);
                assertThat(incomplete.missing()).isEqualTo(missing);
                double randomIndex = consistency(incomplete).randomIndex();
                assertThat(randomIndex).isLessThan(before).isNotNegative();
                before = randomIndex;
            }
            assertThat(before).isZero();
        }
    }

    @Example
    void judgementsThatFormATreeContradictNothing() {
        PairwiseMatrix tree = JudgementTables.pairs(JudgementTables.names(4), "a-b 3, b-c 5, b-d 1/7");
        for (Completion completion : Completion.values()) {
            AhpSolution solution =
                    AhpSolver.withDefaults().withCompletion(completion).solve(tree);
            assertThat(solution.consistency().index()).isCloseTo(0, within(1e-11));
            assertThat(solution.consistency().randomIndex()).isZero();
            assertThat(solution.consistency().ratio()).isZero();
            assertThat(solution.consistency().isAcceptable()).isTrue();
            assertThat(solution.consistency().koczkodaj()).isNaN();
            assertThat(solution.consistency().note(Language.ENGLISH).orElseThrow())
                    .isEqualTo("no judgement is checked by others: the consistency ratio is 0 whatever they are");
            assertThat(solution.consistency().note(Language.CHINESE)).isPresent();
        }
    }

    private static Consistency consistency(PairwiseMatrix matrix) {
        return AhpSolver.withDefaults().solve(matrix).consistency();
    }
}
