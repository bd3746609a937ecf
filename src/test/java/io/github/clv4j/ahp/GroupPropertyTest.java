package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class GroupPropertyTest {

    private static final Offset<Double> ROUNDING = within(1e-13);
    private static final Offset<Double> EIGENVECTOR_ERROR = within(1e-11);
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();
    private static final AhpSolver GEOMETRIC_MEAN = SOLVER.withMethod(WeightMethod.GEOMETRIC_MEAN);

    @Property(tries = 300)
    void withGeometricMeansJudgementsAndPrioritiesTogetherAreTheSame(
            @ForAll @IntRange(min = 1, max = 7) int order,
            @ForAll @IntRange(min = 1, max = 6) int experts,
            @ForAll Random random) {
        GroupSolution equal = GEOMETRIC_MEAN.solve(GroupJudgements.of(matrices(random, order, experts)));
        assertThat(equal.aijWeights().toArray())
                .containsExactly(equal.aipGeometricWeights().toArray(), ROUNDING);

        double[] weights = random.doubles(experts, 0.01, 5).toArray();
        GroupSolution weighted = GEOMETRIC_MEAN.solve(GroupJudgements.of(matrices(random, order, experts), weights));
        assertThat(weighted.aijWeights().toArray())
                .containsExactly(weighted.aipGeometricWeights().toArray(), ROUNDING);
    }

    @Property(tries = 300)
    void aGroupOfOneIsItsExpert(
            @ForAll @IntRange(min = 1, max = 7) int order, @ForAll WeightMethod method, @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        AhpSolver solver = SOLVER.withMethod(method);
        GroupSolution group = solver.solve(GroupJudgements.of(List.of(matrix)));
        double[] expected = solver.solve(matrix).toArray();
        assertThat(group.aijWeights().toArray()).containsExactly(expected, EIGENVECTOR_ERROR);
        assertThat(group.aipGeometricWeights().toArray()).containsExactly(expected, ROUNDING);
        assertThat(group.aipArithmeticWeights().toArray()).containsExactly(expected, ROUNDING);
        assertThat(group.consensus()).isNaN();
    }

    @Property(tries = 300)
    void expertsWhoSayTheSameAgreeEntirely(
            @ForAll @IntRange(min = 2, max = 7) int order,
            @ForAll @IntRange(min = 2, max = 6) int experts,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        GroupSolution group = SOLVER.solve(GroupJudgements.of(Collections.nCopies(experts, matrix)));
        assertThat(group.consensus()).isCloseTo(1, ROUNDING);
        assertThat(group.aijWeights().toArray())
                .containsExactly(SOLVER.solve(matrix).toArray(), EIGENVECTOR_ERROR);
    }

    @Property(tries = 300)
    void theJudgementsOfAGroupAreWeightedGeometricMeansOfThoseWhoJudged(
            @ForAll @IntRange(min = 2, max = 6) int order,
            @ForAll @IntRange(min = 1, max = 5) int experts,
            @ForAll @IntRange(max = 8) int missing,
            @ForAll Random random) {
        List<PairwiseMatrix> matrices = new ArrayList<>();
        for (PairwiseMatrix matrix : matrices(random, order, experts)) {
            matrices.add(RandomJudgements.without(random, matrix, missing));
        }
        double[] weights = random.doubles(experts, 0.01, 5).toArray();
        PairwiseMatrix aggregated = GroupJudgements.of(matrices, weights).aggregated();
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double expected = geometricMean(matrices, weights, i, j);
                if (Double.isNaN(expected)) {
                    assertThat(aggregated.judgement(i, j)).isNaN();
                } else {
                    assertThat(aggregated.judgement(i, j)).isCloseTo(expected, within(1e-13 * expected));
                }
            }
        }
    }

    /** By products of powers; NaN if nobody judged. */
    private static double geometricMean(List<PairwiseMatrix> matrices, double[] weights, int i, int j) {
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            total += Double.isNaN(matrices.get(k).judgement(i, j)) ? 0 : weights[k];
        }
        double product = total == 0 ? Double.NaN : 1;
        for (int k = 0; k < weights.length; k++) {
            double judgement = matrices.get(k).judgement(i, j);
            product *= Double.isNaN(judgement) ? 1 : Math.pow(judgement, weights[k] / total);
        }
        return product;
    }

    @Property(tries = 300)
    void onlyTheRatiosOfTheExpertsWeightsMatter(
            @ForAll @IntRange(min = 2, max = 5) int order,
            @ForAll @IntRange(min = 2, max = 5) int experts,
            @ForAll Random random) {
        List<PairwiseMatrix> matrices = matrices(random, order, experts);
        double[] weights = random.doubles(experts, 0.01, 5).toArray();
        double[] tenfold = Arrays.stream(weights).map(weight -> 10 * weight).toArray();
        GroupSolution one = SOLVER.solve(GroupJudgements.of(matrices, weights));
        GroupSolution other = SOLVER.solve(GroupJudgements.of(matrices, tenfold));
        assertThat(other.aijWeights().toArray())
                .containsExactly(one.aijWeights().toArray(), EIGENVECTOR_ERROR);
        assertThat(other.aipArithmeticWeights().toArray())
                .containsExactly(one.aipArithmeticWeights().toArray(), ROUNDING);
        assertThat(other.consensus()).isEqualTo(one.consensus());
    }

    /** A group in which one expert counts twice is the group in which two say what that one says. */
    @Property(tries = 300)
    void toCountTwiceIsToBeTwo(@ForAll @IntRange(min = 2, max = 5) int order, @ForAll Random random) {
        PairwiseMatrix first = RandomJudgements.onScale(random, order);
        PairwiseMatrix second = RandomJudgements.onScale(random, order);
        GroupSolution weighted = SOLVER.solve(GroupJudgements.of(List.of(first, second), 2, 1));
        GroupSolution three = SOLVER.solve(GroupJudgements.of(List.of(first, first, second)));
        assertThat(weighted.aijWeights().toArray())
                .containsExactly(three.aijWeights().toArray(), EIGENVECTOR_ERROR);
        assertThat(weighted.aipGeometricWeights().toArray())
                .containsExactly(three.aipGeometricWeights().toArray(), ROUNDING);
        assertThat(weighted.aipArithmeticWeights().toArray())
                .containsExactly(three.aipArithmeticWeights().toArray(), ROUNDING);
    }

    @Property(tries = 300)
    void consensusIsOneAtMostAndDoesNotDependOnTheOrderOfTheExperts(
            @ForAll @IntRange(min = 2, max = 7) int order,
            @ForAll @IntRange(min = 2, max = 6) int experts,
            @ForAll Random random) {
        List<PairwiseMatrix> matrices = matrices(random, order, experts);
        double consensus = SOLVER.solve(GroupJudgements.of(matrices)).consensus();
        assertThat(consensus).isLessThanOrEqualTo(1);
        Collections.reverse(matrices);
        assertThat(SOLVER.solve(GroupJudgements.of(matrices)).consensus()).isCloseTo(consensus, within(1e-12));
    }

    private static List<PairwiseMatrix> matrices(Random random, int order, int experts) {
        List<PairwiseMatrix> matrices = new ArrayList<>();
        for (int k = 0; k < experts; k++) {
            matrices.add(RandomJudgements.onScale(random, order));
        }
        return matrices;
    }
}
