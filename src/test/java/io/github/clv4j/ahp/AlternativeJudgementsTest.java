package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlternativeJudgementsTest {

    private static final List<String> ALTERNATIVES = List.of("A", "B", "C");
    private static final PairwiseMatrix UNDER_PRICE = PairwiseMatrix.ofUpperTriangle(ALTERNATIVES, 6, 8, 4);
    private static final PairwiseMatrix UNDER_QUALITY = PairwiseMatrix.ofUpperTriangle(ALTERNATIVES, 7, 0.2, 0.125);
    private static final HierarchySolution GOAL = AhpSolver.withDefaults()
            .solve(AhpHierarchy.of("goal", PairwiseMatrix.ofUpperTriangle(List.of("price", "quality"), 3)));

    @Test
    void areSolvedUnderEachLeafAndCountInTheConsistencyOfTheWhole() {
        AlternativeWeights judged =
                GOAL.judge(Map.of("price", UNDER_PRICE, "quality", UNDER_QUALITY), Synthesis.DISTRIBUTIVE);
        AhpSolution price = AhpSolver.withDefaults().solve(UNDER_PRICE);
        AhpSolution quality = AhpSolver.withDefaults().solve(UNDER_QUALITY);
        Weights given = GOAL.synthesise(
                        Map.of("price", price.weights(), "quality", quality.weights()), Synthesis.DISTRIBUTIVE)
                .weights();
        assertThat(judged.weights().toArray()).containsExactly(given.toArray(), within(1e-15));
        double expected = (0.75 * price.consistency().index()
                        + 0.25 * quality.consistency().index())
                / 0.58;
        assertThat(judged.consistencyRatio()).isCloseTo(expected, within(1e-12));
        assertThat(judged.weights().origin().facts())
                .containsEntry("method", "eigenvector")
                .containsEntry("synthesis", "distributive")
                .containsEntry("consistencyRatio", Double.toString(judged.consistencyRatio()));
        assertThat(judged.judgements()).containsOnlyKeys("price", "quality");
    }

    @Test
    void thatCannotBeSolvedSayUnderWhichLeaf() {
        PairwiseMatrix nothing = PairwiseMatrix.builder(ALTERNATIVES).build();
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> GOAL.judge(Map.of("price", UNDER_PRICE, "quality", nothing), Synthesis.IDEAL))
                .withMessageStartingWith("alternatives under \"quality\": judgements must connect all names");
    }
}
