package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintHandlingTest {

    private static final double UNKNOWN = Double.NaN;
    private static final ComplaintHandling HANDLING = ComplaintHandling.withDefaults();
    private static final Scale RETELLINGS = Scale.linear(10, 0);
    private static final Complaint PERFECT = complaint(true, 0, 5, 0);
    private static final Complaint HOPELESS = complaint(false, 30, 1, 10);
    private static final Complaint FAIR = complaint(true, 6, 4, 2);

    @Test
    void theScoreRunsFromTheWorstHandlingToTheBest() {
        assertThat(HANDLING.score(PERFECT)).isEqualTo(1);
        assertThat(HANDLING.score(HOPELESS)).isZero();
    }

    /** Weights by numpy.linalg.eig of the shipped judgements; scores 1, 24/30, 3/4, 8/10. */
    @Test
    void theScoreIsTheWeightedMeanOfTheFourAnswers() {
        double expected = 0.44879438 * 1 + 0.23462981 * 0.8 + 0.23462981 * 0.75 + 0.081946 * 0.8;

        assertThat(HANDLING.score(FAIR)).isCloseTo(expected, within(1e-7));
        assertThat(HANDLING.index().weights().weight("resolved")).isCloseTo(0.44879438, within(1e-8));
    }

    @Test
    void theShippedJudgementsAreConsistentAndPutResolutionFirst() {
        AhpSolution solution = AhpSolver.withDefaults().solve(ComplaintHandling.judgements());

        assertThat(solution.consistency().ratio()).isLessThan(0.1).isCloseTo(0.00154, within(1e-5));
        assertThat(solution.weights().ranking()).first().isEqualTo("resolved");
        assertThat(solution.weights().ranking()).last().isEqualTo("retellings");
    }

    @Test
    void waitingBeyondAMonthAndTellingMoreThanTenChangesNothing() {
        assertThat(HANDLING.score(complaint(true, 400, 3, 50))).isEqualTo(HANDLING.score(complaint(true, 30, 3, 10)));
    }

    @Test
    void anOpenComplaintScoresLessTheLongerItIsOpen() {
        assertThat(HANDLING.score(complaint(false, 20, 3, 0))).isLessThan(HANDLING.score(complaint(false, 2, 3, 0)));
    }

    @Test
    void whatIsUnknownNeitherHelpsNorHurts() {
        assertThat(HANDLING.score(complaint(true, 0, UNKNOWN, UNKNOWN))).isEqualTo(1);
        assertThat(HANDLING.score(complaint(false, UNKNOWN, 1, UNKNOWN))).isZero();
    }

    @Test
    void thatItWasResolvedIsByItselfTooLittleForAScore() {
        assertThat(HANDLING.score(complaint(true, UNKNOWN, UNKNOWN, UNKNOWN))).isNaN();
        assertThat(HANDLING.score(complaint(true, UNKNOWN, UNKNOWN, 0))).isEqualTo(1);
    }

    @Test
    void theComplaintsOfACustomerCountAlike() {
        assertThat(HANDLING.score(List.of(PERFECT, HOPELESS, HOPELESS, PERFECT)))
                .isEqualTo(0.5);
        assertThat(HANDLING.score(List.of(FAIR))).isEqualTo(HANDLING.score(FAIR));
    }

    @Test
    void aComplaintOfWhichTooLittleIsKnownIsLeftOutOfTheMean() {
        Complaint unknown = complaint(false, UNKNOWN, UNKNOWN, UNKNOWN);

        assertThat(HANDLING.score(List.of(unknown, PERFECT, HOPELESS))).isEqualTo(0.5);
        assertThat(HANDLING.score(List.of(unknown))).isNaN();
    }

    @Test
    void aCustomerWhoNeverComplainedIsMissingNotPerfect() {
        assertThat(HANDLING.score(List.of())).isNaN();
    }

    @Test
    void theExplanationAddsUpToTheScore() {
        IndexExplanation explanation = HANDLING.explain(FAIR);

        assertThat(explanation.value()).isEqualTo(HANDLING.score(FAIR));
        assertThat(explanation.contributions().stream()
                        .mapToDouble(part -> part.amount())
                        .sum())
                .isCloseTo(HANDLING.score(FAIR), within(1e-15));
        assertThat(explanation.text(Language.ENGLISH)).contains("time to resolution 6.0000 days: score 0.8000");
        assertThat(explanation.text(Language.CHINESE)).contains("投诉处理", "是否解决", "解决时长", "处理态度", "转述人数");
    }

    @Test
    void otherWeightsAndScalesGiveOtherScores() {
        ComplaintHandling equal = HANDLING.withIndex(index(Scale.linear(10, 0), MissingPolicy.renormalise(0.5)));

        assertThat(equal.score(FAIR)).isCloseTo((1 + 0.4 + 0.75 + 0.8) / 4, within(1e-15));
        assertThat(equal.index().weights().weight("retellings")).isEqualTo(0.25);
    }

    @Test
    void anIndexThatRejectsWhatIsMissingNamesIt() {
        ComplaintHandling strict = HANDLING.withIndex(index(Scale.linear(30, 0), MissingPolicy.reject()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.score(List.of(FAIR, complaint(true, 3, UNKNOWN, 0))))
                .withMessage("attitude must not be missing, but was NaN");
    }

    @Test
    void anotherIndexMustHaveTheSameIndicatorsInTheSameOrder() {
        List<String> names = List.of("resolved", "attitude", "time to resolution", "retellings");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HANDLING.withIndex(
                        index(names, List.of(Scale.linear(0, 1), Scale.likert(5), Scale.linear(30, 0), RETELLINGS))))
                .withMessage("indicators of complaint handling must be"
                        + " [resolved, time to resolution, attitude, retellings],"
                        + " but were [resolved, attitude, time to resolution, retellings]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void daysAndRetellingsAreCountedFromZero(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complaint(true, value, 3, 0))
                .withMessage("days must be in [0, Inf) or missing, but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complaint(true, 0, 3, value))
                .withMessage("retellings must be in [0, Inf) or missing, but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 5.1, Double.POSITIVE_INFINITY})
    void theAnswerOnAttitudeIsFromOneToFive(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complaint(true, 0, value, 0))
                .withMessage("attitude must be in [1, 5] or missing, but was " + value);
    }

    private static CompositeIndex index(Scale days, MissingPolicy policy) {
        return index(
                        ComplaintHandling.judgements().names(),
                        List.of(Scale.linear(0, 1), days, Scale.likert(5), RETELLINGS))
                .withMissing(policy);
    }

    private static CompositeIndex index(List<String> names, List<Scale> scales) {
        Indicator[] indicators = new Indicator[names.size()];
        for (int j = 0; j < indicators.length; j++) {
            indicators[j] = Indicator.of(names.get(j), "", scales.get(j));
        }
        return CompositeIndex.of(IndexGroup.of("handling", Weights.equal(names), indicators));
    }

    private static Complaint complaint(boolean resolved, double days, double attitude, double retellings) {
        return new Complaint(ComplaintCause.SERVICE, resolved, days, attitude, retellings);
    }
}
