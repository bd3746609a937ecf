package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.WeightOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupJudgementsTest {

    private static final List<String> ABC = List.of("a", "b", "c");
    private static final PairwiseMatrix FIRST = JudgementTables.upperTriangle(ABC, "2 8 4");
    private static final PairwiseMatrix SECOND = JudgementTables.upperTriangle(ABC, "1/2 2 1");
    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Test
    void theJudgementOfAGroupIsTheGeometricMean() {
        PairwiseMatrix aggregated = GroupJudgements.of(List.of(FIRST, SECOND)).aggregated();
        assertThat(aggregated.judgement("a", "b")).isCloseTo(1, within(1e-15));
        assertThat(aggregated.judgement("a", "c")).isCloseTo(4, within(1e-14));
        assertThat(aggregated.judgement("b", "c")).isCloseTo(2, within(1e-15));
        assertThat(aggregated.judgement("c", "a")).isEqualTo(1 / aggregated.judgement("a", "c"));
    }

    @Test
    void anExpertWhoCountsMorePullsTheMean() {
        GroupJudgements group = GroupJudgements.of(List.of(FIRST, SECOND), 3, 1);
        assertThat(group.expertWeights()).containsExactly(0.75, 0.25);
        assertThat(group.aggregated().judgement("a", "b")).isCloseTo(Math.sqrt(2), within(1e-14));
        assertThat(group.experts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void anExpertOfNoWeightDoesNotCount() {
        GroupSolution group = SOLVER.solve(GroupJudgements.of(List.of(FIRST, SECOND), 1, 0));
        assertThat(group.aijWeights().toArray())
                .containsExactly(SOLVER.solve(FIRST).toArray(), within(1e-12));
        assertThat(group.aipArithmeticWeights().toArray())
                .containsExactly(SOLVER.solve(FIRST).toArray(), within(1e-15));
        assertThat(group.experts()).hasSize(2);
    }

    @Test
    void aPairNobodyWhoCountsHasJudgedIsMissing() {
        PairwiseMatrix without = FIRST.without("b", "c");
        assertThat(GroupJudgements.of(List.of(without, SECOND)).aggregated().judgement("b", "c"))
                .isCloseTo(1, within(1e-15));
        assertThat(GroupJudgements.of(List.of(without, SECOND), 1, 0)
                        .aggregated()
                        .missing())
                .isEqualTo(1);
        assertThat(GroupJudgements.of(List.of(without, without)).aggregated().missing())
                .isEqualTo(1);
    }

    @Test
    void prioritiesTogetherAreMeansOfThePriorities() {
        double[] first = SOLVER.solve(FIRST).toArray();
        double[] second = SOLVER.solve(SECOND).toArray();
        GroupSolution group = SOLVER.solve(GroupJudgements.of(List.of(FIRST, SECOND), 3, 1));
        double[] geometric = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(group.aipArithmeticWeights().weight(i))
                    .isCloseTo(0.75 * first[i] + 0.25 * second[i], within(1e-14));
            geometric[i] = Math.pow(first[i], 0.75) * Math.pow(second[i], 0.25);
            sum += geometric[i];
        }
        for (int i = 0; i < 3; i++) {
            assertThat(group.aipGeometricWeights().weight(i)).isCloseTo(geometric[i] / sum, within(1e-14));
        }
        assertThat(group.aipGeometricWeights().origin().kind()).isSameAs(WeightOrigin.Kind.COMBINED);
        assertThat(group.aipGeometricWeights().origin().facts())
                .containsEntry("aggregation", "aip-geometric")
                .containsEntry("method", "eigenvector")
                .containsEntry("randomIndex", "saaty-1980")
                .containsKey("consistencyRatio");
        assertThat(group.aipArithmeticWeights().origin().facts()).containsEntry("aggregation", "aip-arithmetic");
        assertThat(group.aijWeights().origin().kind()).isSameAs(WeightOrigin.Kind.JUDGED);
    }

    @Test
    void theConsistencyOfEveryExpertIsKept() {
        GroupSolution group = SOLVER.solve(GroupJudgements.of(List.of(FIRST, SECOND)));
        assertThat(group.experts().get(0).consistency().ratio())
                .isEqualTo(SOLVER.solve(FIRST).consistency().ratio());
        assertThat(group.experts().get(1).judged()).isEqualTo(SECOND);
        assertThat(group.judgements().judged())
                .isEqualTo(GroupJudgements.of(List.of(FIRST, SECOND)).aggregated());
    }

    @Test
    void aGroupWithoutExpertsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of()))
                .withMessage("group must have an expert, but is empty");
    }

    @Test
    void expertsMustCompareTheSameThings() {
        PairwiseMatrix larger = JudgementTables.upperTriangle(List.of("a", "b", "c", "d"), "1 1 1 1 1 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, SECOND, larger)))
                .withMessage("experts must compare the same things in the same order, but expert 3 compares 4, "
                        + "[a, b, c, d], and expert 1 3, [a, b, c]");
        PairwiseMatrix otherOrder = JudgementTables.upperTriangle(List.of("b", "a", "c"), "1 1 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, otherOrder)))
                .withMessageContaining("expert 2 compares 3, [b, a, c]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void weightsOfExpertsOutOfRangeAreRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, SECOND), 1, weight))
                .withMessage("weight of expert 2 must be in [0, Inf), but was " + weight);
    }

    /** Each is in range, and only their ratios matter. */
    @Test
    void weightsOfExpertsMayBeAsLargeAsNumbersGo() {
        assertThat(GroupJudgements.of(List.of(FIRST, SECOND), 1e308, 1e308).expertWeights())
                .containsExactly(0.5, 0.5);
    }

    @Test
    void weightsOfExpertsThatAreAllZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, SECOND), 0, 0))
                .withMessage("sum of the weights of the experts must be above 0, but was 0.0");
    }

    @Test
    void tooFewOrTooManyWeightsOfExpertsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, SECOND), 1))
                .withMessage("weights of the experts must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(FIRST, SECOND), 1, 2, 3))
                .withMessage("weights of the experts must have length 2, but had 3");
    }

    @Test
    void judgementsThatCannotBeSolvedAreRefusedByTheirExpert() {
        PairwiseMatrix groups = JudgementTables.pairs(ABC, "a-c 3");
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> SOLVER.solve(GroupJudgements.of(List.of(FIRST, groups))))
                .withMessageStartingWith("expert 2: judgements must connect all names")
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.DISCONNECTED))
                .satisfies(e -> assertThat(e.culprits()).containsExactly(List.of("a", "c"), List.of("b")));
    }

    @Test
    void whatIsHandedOutIsACopy() {
        GroupJudgements group = GroupJudgements.of(List.of(FIRST, SECOND));
        group.expertWeights()[0] = 7;
        assertThat(group.expertWeights()).containsExactly(0.5, 0.5);
    }
}
