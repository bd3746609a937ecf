package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Goepel, Proceedings of the International Symposium on the Analytic Hierarchy Process (2013). */
class ConsensusTest {

    private static final Offset<Double> ROUNDING = within(1e-10);
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    /** With diversities as effective numbers: beta is gamma over alpha, all three exponentials of entropies. */
    @Property(tries = 300)
    void consensusIsOneOverBetaScaledToTheDiversityTheScaleAllows(
            @ForAll @IntRange(min = 2, max = 9) int order,
            @ForAll @IntRange(min = 2, max = 6) int experts,
            @ForAll Random random) {
        List<PairwiseMatrix> matrices = new ArrayList<>();
        for (int k = 0; k < experts; k++) {
            matrices.add(RandomJudgements.onScale(random, order));
        }
        double[] mean = new double[order];
        double logAlpha = 0;
        for (PairwiseMatrix matrix : matrices) {
            double[] weights = SOLVER.solve(matrix).toArray();
            logAlpha += entropy(weights) / experts;
            Arrays.setAll(mean, i -> mean[i] + weights[i] / experts);
        }
        double alpha = Math.exp(logAlpha);
        double gamma = Math.exp(entropy(mean));
        double beta = gamma / alpha;
        double[] mostUneven = new double[order];
        Arrays.fill(mostUneven, 1.0 / (order + 8));
        mostUneven[0] = 9.0 / (order + 8);
        double largestBeta = order / Math.exp(entropy(mostUneven));
        double expected = (1 / beta - 1 / largestBeta) / (1 - 1 / largestBeta);
        assertThat(SOLVER.solve(GroupJudgements.of(matrices)).consensus()).isCloseTo(expected, ROUNDING);
    }

    private static double entropy(double[] weights) {
        double entropy = 0;
        for (double weight : weights) {
            entropy -= weight * Math.log(weight);
        }
        return entropy;
    }

    /** For (9, 1) and (1, 9) over 10 the mean is even, gamma 2 and alpha that of the most uneven weights: exactly no consensus. */
    @Example
    void twoWhoContradictEachOtherAtTheEndsOfTheScaleAgreeOnNothing() {
        List<String> names = List.of("a", "b");
        GroupJudgements opposed = GroupJudgements.of(
                List.of(PairwiseMatrix.ofUpperTriangle(names, 9), PairwiseMatrix.ofUpperTriangle(names, 1 / 9.0)));
        assertThat(SOLVER.solve(opposed).consensus()).isCloseTo(0, ROUNDING);
    }

    /** As many experts as things, each putting another first: the mean is even again. */
    @Example
    void expertsWhoEachPutAnotherFirstAgreeOnNothing() {
        for (int n = 2; n <= 6; n++) {
            List<PairwiseMatrix> experts = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                double[] measures = new double[n];
                Arrays.fill(measures, 1);
                measures[k] = 9;
                experts.add(PairwiseMatrix.ofMeasures(JudgementTables.names(n), measures));
            }
            assertThat(SOLVER.solve(GroupJudgements.of(experts)).consensus()).isCloseTo(0, ROUNDING);
        }
    }

    @Example
    void expertsWhoSayTheSameAgreeEntirely() {
        PairwiseMatrix matrix = PublishedExample.BUYING_A_HOUSE.matrix;
        assertThat(SOLVER.solve(GroupJudgements.of(List.of(matrix, matrix))).consensus())
                .isCloseTo(1, ROUNDING);
    }

    @Example
    void disagreementBeyondTheScaleIsBelowZero() {
        List<String> names = List.of("a", "b");
        GroupJudgements opposed = GroupJudgements.of(
                List.of(PairwiseMatrix.ofUpperTriangle(names, 99), PairwiseMatrix.ofUpperTriangle(names, 1 / 99.0)));
        assertThat(SOLVER.solve(opposed).consensus()).isNegative();
    }

    @Example
    void oneExpertAloneOrOneThingAloneHasNoConsensus() {
        PairwiseMatrix matrix = PublishedExample.FOUR_BY_FOUR.matrix;
        assertThat(SOLVER.solve(GroupJudgements.of(List.of(matrix))).consensus())
                .isNaN();
        PairwiseMatrix one = PairwiseMatrix.of(new double[][] {{1}});
        assertThat(SOLVER.solve(GroupJudgements.of(List.of(one, one))).consensus())
                .isNaN();
    }

    /** Experts count the same, and by eigenvector, whatever the weights of the group are. */
    @Example
    void consensusDoesNotDependOnMethodNorWeightsOfExperts() {
        List<PairwiseMatrix> experts = List.of(
                PublishedExample.OPTICS_FIRST_TRIAL.matrix,
                PublishedExample.OPTICS_SECOND_TRIAL.matrix.with("C1", "C2", 1 / 5.0));
        double expected = SOLVER.solve(GroupJudgements.of(experts)).consensus();
        for (WeightMethod method : WeightMethod.values()) {
            assertThat(SOLVER.withMethod(method)
                            .solve(GroupJudgements.of(experts, 5, 1))
                            .consensus())
                    .isCloseTo(expected, ROUNDING);
        }
        assertThat(expected).isBetween(0.0, 0.9);
    }
}
