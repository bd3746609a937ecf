package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of judgements on another scale stays on that scale. */
class ScaleSolutionTest {

    private static final PairwiseMatrix JUDGED =
            PairwiseMatrix.ofUpperTriangle(List.of("a", "b", "c", "d"), 3, 5, 9, 4, 1 / 7.0, 2);

    @ParameterizedTest
    @EnumSource(JudgementScale.class)
    void aRepairProposesWhatSomebodyCouldJudge(JudgementScale scale) {
        List<Double> ratios = new ArrayList<>();
        for (int k = 1; k <= 9; k++) {
            ratios.add(scale.apply(k));
            ratios.add(1 / scale.apply(k));
        }
        AhpSolution solution = AhpSolver.withDefaults().withLimit(0.02).solve(JUDGED.on(scale));
        JudgementRepair repair = solution.repair();
        assertThat(repair.outcome()).isSameAs(JudgementRepair.Outcome.FOUND);
        assertThat(repair.changes()).allSatisfy(change -> assertThat(ratios).contains(change.to()));
        assertThat(repair.applyTo(solution.judged()).scale()).isSameAs(scale);
    }

    @ParameterizedTest
    @EnumSource(JudgementScale.class)
    void stabilityEndsWhereTheScaleDoes(JudgementScale scale) {
        AhpSolution solution = AhpSolver.withDefaults().solve(JUDGED.on(scale));
        assertThat(solution.judgementStability()).allSatisfy(range -> {
            assertThat(range.highest()).isLessThanOrEqualTo(scale.apply(9));
            assertThat(range.lowest()).isGreaterThanOrEqualTo(1 / scale.apply(9));
        });
    }

    @ParameterizedTest
    @EnumSource(value = JudgementScale.class, mode = EnumSource.Mode.EXCLUDE, names = "LINEAR")
    void theScaleIsKnownOfTheWeightsAndTheRatioIsReadWithCare(JudgementScale scale) {
        AhpSolution solution = AhpSolver.withDefaults().solve(JUDGED.on(scale));
        assertThat(solution.weights().origin().facts()).containsEntry("scale", ConstantName.of(scale));
        assertThat(solution.consistency().note(Language.ENGLISH))
                .hasValueSatisfying(note -> assertThat(note).contains("linear scale"));
    }

    @Test
    void judgementsAreReadOnOneScaleOnly() {
        PairwiseMatrix power = JUDGED.on(JudgementScale.POWER);
        assertThat(power.on(JudgementScale.POWER)).isSameAs(power);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> power.on(JudgementScale.BALANCED))
                .withMessageContaining("are on the power scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupJudgements.of(List.of(JUDGED, power)))
                .withMessage("experts must be on the same scale, but are on [LINEAR, POWER]");
    }

    /** Saaty's house, whose judgements are not acceptable, looks so or not by the scale alone. */
    @ParameterizedTest
    @CsvSource({"LINEAR, 0.169", "BALANCED, 0.036", "LOGARITHMIC, 0.057", "POWER, 1.096"})
    void theSameJudgementsHaveAnotherRatioOnEachScale(JudgementScale scale, double ratio) {
        PairwiseMatrix house = PairwiseMatrix.ofUpperTriangle(
                JudgementTables.names(8),
                5,
                3,
                7,
                6,
                6,
                1 / 3.0,
                1 / 4.0,
                1 / 3.0,
                5,
                3,
                3,
                1 / 5.0,
                1 / 7.0,
                6,
                3,
                4,
                6,
                1 / 5.0,
                1 / 3.0,
                1 / 4.0,
                1 / 7.0,
                1 / 8.0,
                1 / 2.0,
                1 / 5.0,
                1 / 6.0,
                1 / 5.0,
                1 / 6.0,
                1 / 2.0);
        assertThat(AhpSolver.withDefaults().solve(house.on(scale)).consistency().ratio())
                .isCloseTo(ratio, within(5e-4));
    }
}
