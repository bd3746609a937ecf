package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Few judgements on many things: the eigenvalues of Harker's stand-in then lie close together. */
class SparseJudgementsTest {

    private static final int ORDER = 60;

    private static PairwiseMatrixBuilder chain() {
        List<String> names =
                IntStream.range(0, ORDER).mapToObj(Integer::toString).toList();
        PairwiseMatrixBuilder chain = PairwiseMatrix.builder(names);
        for (int i = 0; i + 1 < ORDER; i++) {
            chain.judge(i, i + 1, 2);
        }
        return chain;
    }

    @ParameterizedTest
    @EnumSource(Completion.class)
    void aChainGivesTheRatiosItStates(Completion completion) {
        AhpSolution solution =
                AhpSolver.withDefaults().withCompletion(completion).solve(chain().build());
        for (int i = 0; i + 1 < ORDER; i++) {
            assertThat(solution.weight(i) / solution.weight(i + 1)).isCloseTo(2, within(1e-9));
        }
        assertThat(solution.consistency().ratio()).isZero();
    }

    /** What goes round a ring of twos without coming back to 1 is shared out evenly among its judgements. */
    @ParameterizedTest
    @EnumSource(Completion.class)
    void aRingSharesItsContradictionOutEvenly(Completion completion) {
        AhpSolution solution = AhpSolver.withDefaults()
                .withCompletion(completion)
                .solve(chain().judge(ORDER - 1, 0, 2).build());
        for (int i = 0; i < ORDER; i++) {
            assertThat(solution.weight(i)).isCloseTo(1.0 / ORDER, within(1e-11));
        }
        assertThat(solution.lambdaInterval().relativeGap()).isLessThanOrEqualTo(1e-12);
    }
}
