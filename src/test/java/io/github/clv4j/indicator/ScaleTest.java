package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scale scores what a hand computes, in both directions, at its ends and beyond, and refuses what has no place on it. */
class ScaleTest {

    private static final double ROUNDING = 1e-15;
    private static final double LARGEST = Double.MAX_VALUE;

    private static final List<ScalePoint> HUMP =
            List.of(new ScalePoint(0, 0.2), new ScalePoint(10, 1), new ScalePoint(20, 0.4), new ScalePoint(40, 0.4));
    private static final List<ScalePoint> RANKS =
            List.of(new ScalePoint(1, 0.125), new ScalePoint(2, 0.5), new ScalePoint(4, 0.875));

    private static final Scale LINEAR = Scale.linear(10, 60);
    private static final Scale LIKERT = Scale.likert(5);
    private static final Scale LOGARITHMIC = Scale.logarithmic(10, 1000);
    private static final Scale PIECEWISE = Scale.piecewise(HUMP);
    private static final Scale RANK = Scale.percentileRank(RANKS, false);

    static Stream<Scale> ofEveryKind() {
        return Stream.of(LINEAR, LIKERT, LOGARITHMIC, PIECEWISE, RANK)
                .flatMap(scale -> Stream.of(scale, scale.reversed()));
    }

    /** Of every kind but answers, which are refused beyond their ends. */
    static Stream<Scale> withoutAnswers() {
        return ofEveryKind().filter(scale -> !(scale instanceof Scale.Likert));
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void aMissingValueHasNoScore(Scale scale) {
        assertThat(scale.score(Double.NaN)).isNaN();
        assertThat(scale.admits(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void anInfiniteValueIsRefused(Scale scale) {
        for (double infinite : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(scale.admits(infinite)).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scale.score(infinite))
                    .withMessage("value must be " + scale.bound() + ", but was " + infinite);
        }
    }

    @ParameterizedTest
    @MethodSource("withoutAnswers")
    void anyOtherValueIsWelcomeHoweverLarge(Scale scale) {
        assertThat(scale.bound()).isEqualTo("finite");
        assertThat(scale.admits(LARGEST)).isTrue();
        assertThat(scale.admits(-LARGEST)).isTrue();
        assertThat(scale.score(LARGEST)).isEqualTo(scale.score(Math.nextUp(scale.highest())));
        assertThat(scale.score(-LARGEST)).isEqualTo(scale.score(Math.nextDown(scale.lowest())));
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void theScoreOfZeroDoesNotDependOnItsSign(Scale scale) {
        if (scale.admits(0)) {
            assertThat(Double.doubleToRawLongBits(scale.score(-0.0)))
                    .isEqualTo(Double.doubleToRawLongBits(scale.score(0.0)));
        }
    }

    @Nested
    class Linear {

        @ParameterizedTest
        @CsvSource({"10, 0", "60, 1", "35, 0.5", "22.5, 0.25", "9.999, 0", "60.001, 1", "-1e308, 0", "1e308, 1"})
        void highIsBestIfTheBestIsHigh(double value, double score) {
            assertThat(LINEAR.score(value)).isEqualTo(score);
        }

        @ParameterizedTest
        @CsvSource({"10, 1", "60, 0", "35, 0.5", "22.5, 0.75", "9.999, 1", "60.001, 0", "-1e308, 1", "1e308, 0"})
        void lowIsBestIfTheBestIsLow(double value, double score) {
            assertThat(Scale.linear(60, 10).score(value)).isEqualTo(score);
        }

        @Test
        void itTellsApartWhatLiesBetweenItsEnds() {
            assertThat(LINEAR.lowest()).isEqualTo(10);
            assertThat(LINEAR.highest()).isEqualTo(60);
            assertThat(LINEAR.reversed().lowest()).isEqualTo(10);
            assertThat(LINEAR.reversed().highest()).isEqualTo(60);
        }

        @Test
        void zeroIsZeroWhateverItsSign() {
            assertThat(bits(Scale.linear(0, 10).score(-0.0))).isEqualTo(bits(0.0));
            assertThat(bits(Scale.linear(10, 0).score(10))).isEqualTo(bits(0.0));
            assertThat(bits(Scale.linear(-0.0, -5).score(0.0))).isEqualTo(bits(0.0));
        }

        @Test
        void endsMayBeAsFarApartAsNumbersGo() {
            Scale wide = Scale.linear(-1e308, 7e307);
            assertThat(wide.score(-1.5e307)).isCloseTo(0.5, within(ROUNDING));
            assertThat(wide.score(LARGEST)).isEqualTo(1);
            assertThat(wide.score(-LARGEST)).isEqualTo(0);
            assertThat(wide.reversed().score(LARGEST)).isEqualTo(0);
            assertThat(wide.reversed().score(-LARGEST)).isEqualTo(1);
        }

        @Test
        void endsMayBeAsCloseAsNumbersGo() {
            Scale narrow = Scale.linear(0, Double.MIN_VALUE);
            assertThat(narrow.score(0)).isEqualTo(0);
            assertThat(narrow.score(Double.MIN_VALUE)).isEqualTo(1);
            assertThat(narrow.score(LARGEST)).isEqualTo(1);
            assertThat(narrow.score(-LARGEST)).isEqualTo(0);
        }

        @Test
        void itsEndsMustBeFiniteAndDiffer() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.linear(Double.NaN, 1))
                    .withMessage("worst must be finite, but was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.linear(0, Double.NEGATIVE_INFINITY))
                    .withMessage("best must be finite, but was -Infinity");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.linear(3, 3))
                    .withMessage("best must be another than the worst, but was 3.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.linear(0.0, -0.0))
                    .withMessage("best must be another than the worst, but was -0.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.linear(1e308, -1e308))
                    .withMessage("best - worst must be finite, but was -Infinity");
        }
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @CsvSource({"1, 0", "2, 0.25", "3, 0.5", "4, 0.75", "5, 1", "3.5, 0.625", "4.2, 0.8"})
        void fromOneToFiveScoreEvenStepsAndTheirMeansBetween(double answer, double score) {
            assertThat(LIKERT.score(answer)).isCloseTo(score, within(ROUNDING));
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "7, 0.7", "10, 1"})
        void mayStartAtZero(double answer, double score) {
            assertThat(Scale.likert(0, 10).score(answer)).isEqualTo(score);
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "2.5, 0.75", "7, 0"})
        void mayBeBestWhereTheyAreLow(double answer, double score) {
            assertThat(Scale.likert(7, 1).score(answer)).isEqualTo(score);
        }

        @ParameterizedTest
        @ValueSource(
                doubles = {
                    0,
                    -0.0,
                    0.999,
                    5.001,
                    6,
                    9,
                    99,
                    -1,
                    1e308,
                    -1e308,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY
                })
        void outsideAreRefusedNotPulledIn(double answer) {
            for (Scale scale : List.of(LIKERT, LIKERT.reversed())) {
                assertThat(scale.admits(answer)).isFalse();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> scale.score(answer))
                        .withMessage("value must be in [1.0, 5.0], but was " + answer);
            }
        }

        @Test
        void areAdmittedFromEndToEnd() {
            assertThat(LIKERT.admits(1)).isTrue();
            assertThat(LIKERT.admits(5)).isTrue();
            assertThat(LIKERT.lowest()).isEqualTo(1);
            assertThat(LIKERT.highest()).isEqualTo(5);
            assertThat(LIKERT.bound()).isEqualTo("in [1.0, 5.0]");
            assertThat(LIKERT.reversed().bound()).isEqualTo("in [1.0, 5.0]");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 0, -1, Integer.MIN_VALUE})
        void mustBeAtLeastTwo(int points) {
            assertThatIllegalArgumentException().isThrownBy(() -> Scale.likert(points));
        }

        @Test
        void mustHaveEndsThatAreFiniteAndDiffer() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.likert(Double.NaN, 1))
                    .withMessage("worst must be finite, but was NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.likert(1, Double.POSITIVE_INFINITY))
                    .withMessage("best must be finite, but was Infinity");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.likert(5.0, 5.0))
                    .withMessage("best must be another than the worst, but was 5.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.likert(-1e308, 1e308))
                    .withMessage("best - worst must be finite, but was Infinity");
        }

        @Test
        void areNotALinearScaleEvenWhereTheyScoreTheSame() {
            assertThat(Scale.likert(0, 10)).isNotEqualTo(Scale.linear(0, 10)).isEqualTo(Scale.likert(0, 10));
            assertThat(Scale.likert(7)).isEqualTo(Scale.likert(1, 7)).hasSameHashCodeAs(Scale.likert(1, 7));
        }
    }

    @Nested
    class Logarithmic {

        @ParameterizedTest
        @CsvSource({"10, 0", "1000, 1", "100, 0.5", "9.99, 0", "1001, 1", "1e-300, 0", "1e308, 1"})
        void equalFactorsAreEqualSteps(double value, double score) {
            assertThat(LOGARITHMIC.score(value)).isCloseTo(score, within(ROUNDING));
            assertThat(Scale.logarithmic(1000, 10).score(value)).isCloseTo(1 - score, within(ROUNDING));
        }

        /** ln 2 / ln 100. */
        @ParameterizedTest
        @ValueSource(doubles = {10, 17, 200, 499})
        void doublingCountsTheSameEverywhere(double value) {
            assertThat(LOGARITHMIC.score(2 * value) - LOGARITHMIC.score(value))
                    .isCloseTo(0.150514997831990597607, within(ROUNDING));
        }

        @Test
        void itsEndsAreExact() {
            assertThat(LOGARITHMIC.score(10)).isEqualTo(0);
            assertThat(LOGARITHMIC.score(1000)).isEqualTo(1);
            assertThat(LOGARITHMIC.reversed().score(10)).isEqualTo(1);
            assertThat(LOGARITHMIC.reversed().score(1000)).isEqualTo(0);
            assertThat(LOGARITHMIC.reversed().lowest()).isEqualTo(10);
            assertThat(LOGARITHMIC.reversed().highest()).isEqualTo(1000);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -0.0, -1, -1e308, Double.MIN_VALUE})
        void nothingAndLessScoreWhatTheEndNearerToZeroDoes(double value) {
            assertThat(bits(LOGARITHMIC.score(value))).isEqualTo(bits(0));
            assertThat(LOGARITHMIC.reversed().score(value)).isEqualTo(1);
        }

        /** (ln 1 - ln 2^-1074) / (ln 2^1023 - ln 2^-1074) = 1074 / 2097. */
        @Test
        void endsMayBeAsFarApartAsNumbersGo() {
            assertThat(Scale.logarithmic(Double.MIN_VALUE, 0x1p1023).score(1))
                    .isCloseTo(1074 / 2097.0, within(ROUNDING));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void itsEndsMustBePositiveAndFinite(double end) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.logarithmic(end, 1))
                    .withMessage("worst must be in (0, Inf), but was " + end);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.logarithmic(1, end))
                    .withMessage("best must be in (0, Inf), but was " + end);
        }

        @Test
        void itsEndsMustDifferInTheirLogarithms() {
            double hardlyMore = Math.nextUp(1e300);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.logarithmic(1e300, hardlyMore))
                    .withMessage("best must be another than the worst, also in its logarithm, but was " + hardlyMore);
            assertThatIllegalArgumentException().isThrownBy(() -> Scale.logarithmic(2, 2));
        }
    }

    @Nested
    class Piecewise {

        @ParameterizedTest
        @CsvSource({
            "0, 0.2",
            "10, 1",
            "20, 0.4",
            "40, 0.4",
            "5, 0.6",
            "2.5, 0.4",
            "15, 0.7",
            "30, 0.4",
            "-1, 0.2",
            "-1e308, 0.2",
            "41, 0.4",
            "1e308, 0.4"
        })
        void aValueInTheMiddleMayBeTheBest(double value, double score) {
            assertThat(PIECEWISE.score(value)).isCloseTo(score, within(ROUNDING));
        }

        @Test
        void theScoreOfAPointIsExactlyThatStated() {
            for (ScalePoint point : HUMP) {
                assertThat(PIECEWISE.score(point.value())).isEqualTo(point.score());
            }
            assertThat(PIECEWISE.lowest()).isEqualTo(0);
            assertThat(PIECEWISE.highest()).isEqualTo(40);
        }

        /** In doubles 0.03 + (0.29 - 0.03) is more than 0.29. */
        @Test
        void roundingNeverOverstepsAPoint() {
            Scale scale = Scale.piecewise(List.of(new ScalePoint(-1, 0.03), new ScalePoint(1e-17, 0.29)));
            assertThat(scale.score(0)).isLessThanOrEqualTo(0.29).isCloseTo(0.29, within(ROUNDING));
        }

        @Test
        void reversedItIsAsMuchWorseAsItWasBetter() {
            assertThat(PIECEWISE.reversed().score(10)).isEqualTo(0);
            assertThat(PIECEWISE.reversed().score(15)).isCloseTo(0.3, within(ROUNDING));
            assertThat(PIECEWISE.reversed().score(-3)).isCloseTo(0.8, within(ROUNDING));
            assertThat(PIECEWISE.reversed().score(99)).isCloseTo(0.6, within(ROUNDING));
        }

        @Test
        void itNeedsTwoPointsWhoseValuesAscend() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.piecewise(List.of()))
                    .withMessage("points must be at least 2, but were 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.piecewise(HUMP.subList(0, 1)))
                    .withMessage("points must be at least 2, but were 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.piecewise(
                            List.of(new ScalePoint(1, 0), new ScalePoint(2, 1), new ScalePoint(2, 0.5))))
                    .withMessage("value of point 3 must be above 2.0, but was 2.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.piecewise(List.of(new ScalePoint(1, 0), new ScalePoint(-2, 1))))
                    .withMessage("value of point 2 must be above 1.0, but was -2.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.piecewise(List.of(new ScalePoint(-1e308, 0), new ScalePoint(1e308, 1))))
                    .withMessage("range of the points must be finite, but was Infinity");
        }

        @Test
        void nobodyCanChangeItsPoints() {
            List<ScalePoint> points = new ArrayList<>(HUMP);
            Scale scale = Scale.piecewise(points);
            points.clear();
            assertThat(scale).isEqualTo(PIECEWISE).hasSameHashCodeAs(PIECEWISE);
        }
    }

    @Nested
    class PercentileRank {

        @ParameterizedTest
        @CsvSource({
            "0.999, 0",
            "-1e308, 0",
            "1, 0.125",
            "1.5, 0.3125",
            "2, 0.5",
            "3, 0.6875",
            "4, 0.875",
            "4.001, 1",
            "1e308, 1"
        })
        void isZeroBelowTheBaseAndOneAboveIt(double value, double rank) {
            assertThat(RANK.score(value)).isEqualTo(rank);
            assertThat(Scale.percentileRank(RANKS, true).score(value)).isEqualTo(1 - rank);
        }

        @Test
        void ofABaseThatIsAllAlikeIsOneHalf() {
            Scale scale = Scale.percentileRank(List.of(new ScalePoint(7, 0.5)), false);
            assertThat(scale.score(6)).isEqualTo(0);
            assertThat(scale.score(7)).isEqualTo(0.5);
            assertThat(scale.score(8)).isEqualTo(1);
            assertThat(scale.lowest()).isEqualTo(7);
            assertThat(scale.highest()).isEqualTo(7);
        }

        @Test
        void mayBeLevelButNeverFalls() {
            Scale level = Scale.percentileRank(List.of(new ScalePoint(1, 0.5), new ScalePoint(3, 0.5)), false);
            assertThat(level.score(2)).isEqualTo(0.5);
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Scale.percentileRank(List.of(new ScalePoint(1, 0.5), new ScalePoint(3, 0.25)), false))
                    .withMessage("score of point 2 must be at least 0.5, but was 0.25");
        }

        @Test
        void needsAPointAndValuesThatAscend() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.percentileRank(List.of(), false))
                    .withMessage("points must be at least 1, but were 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Scale.percentileRank(List.of(new ScalePoint(3, 0.25), new ScalePoint(3, 0.5)), false))
                    .withMessage("value of point 2 must be above 3.0, but was 3.0");
        }

        @Test
        void isEqualIfPointsAndDirectionAre() {
            assertThat(RANK)
                    .isEqualTo(Scale.percentileRank(new ArrayList<>(RANKS), false))
                    .isNotEqualTo(Scale.percentileRank(RANKS, true))
                    .isNotEqualTo(Scale.piecewise(RANKS));
        }
    }

    @Nested
    class Point {

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void mustHaveAFiniteValue(double value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScalePoint(value, 0.5))
                    .withMessage("value of a point must be finite, but was " + value);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void mustScoreFromZeroToOne(double score) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScalePoint(3, score))
                    .withMessage("score of a point must be in [0, 1], but was " + score);
        }
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
