package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairwiseMatrixTest {

    private static final List<String> AB = List.of("a", "b");
    private static final List<String> ABC = List.of("a", "b", "c");

    private static final PairwiseMatrix MATRIX = JudgementTables.upperTriangle(ABC, "3 5 2");

    @Nested
    class IsGiven {

        @Test
        void byRowsOfNumbers() {
            PairwiseMatrix matrix = PairwiseMatrix.of(ABC, new double[][] {{1, 3, 5}, {1 / 3.0, 1, 2}, {0.2, 0.5, 1}});
            assertThat(matrix).isEqualTo(MATRIX);
            assertThat(matrix.names()).isEqualTo(ABC);
            assertThat(matrix.order()).isEqualTo(3);
            assertThat(matrix.isComplete()).isTrue();
            assertThat(matrix.missing()).isZero();
        }

        @Test
        void withoutNamesByNumbersFromOne() {
            assertThat(PairwiseMatrix.of(new double[][] {{1, 2}, {0.5, 1}}).names())
                    .containsExactly("1", "2");
            assertThat(PairwiseMatrix.parse(new String[][] {{"1", "2", "3"}, {"1/2", "1", "1"}, {"1/3", "1", "1"}})
                            .names())
                    .containsExactly("1", "2", "3");
        }

        @Test
        void byRowsOfTexts() {
            assertThat(PairwiseMatrix.parse(
                            ABC, new String[][] {{"1", "3", " 5 "}, {"1/3", "1", "2"}, {"0.2", " 1 / 2 ", "1.0"}}))
                    .isEqualTo(MATRIX);
        }

        @Test
        void byTheJudgementsAboveItsDiagonal() {
            PairwiseMatrix matrix = PairwiseMatrix.ofUpperTriangle(ABC, 3, 5, 2);
            assertThat(matrix).isEqualTo(MATRIX);
            assertThat(matrix.judgement("a", "c")).isEqualTo(5);
            assertThat(matrix.judgement("b", "c")).isEqualTo(2);
        }

        @Test
        void bySingleJudgementsInEitherDirection() {
            assertThat(PairwiseMatrix.builder(ABC)
                            .judge("c", "a", "1/5")
                            .judge("a", "b", 3)
                            .judge("b", "c", "2")
                            .build())
                    .isEqualTo(MATRIX);
        }

        @Test
        void byARankingOneStepForEachPlace() {
            PairwiseMatrix matrix =
                    PairwiseMatrix.ofRanking(List.of("second", "first", "also second", "last"), 2, 1, 2, 40);
            assertThat(matrix.judgement("first", "second")).isEqualTo(2);
            assertThat(matrix.judgement("second", "first")).isEqualTo(0.5);
            assertThat(matrix.judgement("second", "also second")).isEqualTo(1);
            assertThat(matrix.judgement("first", "last")).isEqualTo(9);
            assertThat(matrix.judgement("last", "also second")).isEqualTo(1 / 9.0);
            assertThat(AhpSolver.withDefaults().solve(matrix).weights().ranking())
                    .containsExactly("first", "second", "also second", "last");
        }

        @Test
        void byARankingWhoseRanksAreFarApart() {
            assertThat(PairwiseMatrix.ofRanking(AB, 1, Integer.MAX_VALUE).judgement(0, 1))
                    .isEqualTo(9);
        }

        @Test
        void byMeasuredValues() {
            PairwiseMatrix matrix = PairwiseMatrix.ofMeasures(ABC, 60, 20, 0.5);
            assertThat(matrix.judgement("a", "b")).isEqualTo(3);
            assertThat(matrix.judgement("c", "b")).isEqualTo(0.025);
            assertThat(matrix.judgement("c", "c")).isEqualTo(1);
            assertThat(AhpSolver.withDefaults().solve(matrix).consistency().index())
                    .isLessThan(1e-12);
        }

        @ParameterizedTest
        @CsvSource({
            "3, 3",
            "1/3, 0.3333333333333333",
            "3/2, 1.5",
            "0.25, 0.25",
            "' 1 / 3 ', 0.3333333333333333",
            "007, 7",
            "2.5/0.5, 5",
            "1.0, 1"
        })
        void byTextsAsPeopleWriteThem(String text, double expected) {
            assertThat(PairwiseMatrix.builder(AB).judge("a", "b", text).build().judgement("a", "b"))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class IsReciprocal {

        @Test
        void whateverHalfIsGiven() {
            PairwiseMatrix upper =
                    PairwiseMatrix.parse(ABC, new String[][] {{"1", "3", "5"}, {null, "1", "2"}, {null, null, "1"}});
            PairwiseMatrix lower = PairwiseMatrix.parse(
                    ABC, new String[][] {{"1", null, null}, {"1/3", "1", null}, {"1/5", "1/2", "1"}});
            assertThat(upper).isEqualTo(MATRIX);
            assertThat(lower.isComplete()).isTrue();
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(lower.judgement(i, j)).isCloseTo(MATRIX.judgement(i, j), within(1e-15));
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"3, 0.333333", "7, 0.142857", "9, 0.111111", "6, 0.166667", "0.111111, 9"})
        void toDecimalsOfSixDigits(double forward, double backward) {
            PairwiseMatrix matrix = PairwiseMatrix.of(AB, new double[][] {{1, forward}, {backward, 1}});
            double larger = Math.max(forward, backward);
            double smaller = 1 / larger;
            assertThat(matrix.judgement("a", "b")).isEqualTo(forward > 1 ? larger : smaller);
            assertThat(matrix.judgement("b", "a")).isEqualTo(forward > 1 ? smaller : larger);
        }

        /** Decimals of six digits pass as reciprocal, so they must pass as values of a scale too. */
        @ParameterizedTest
        @CsvSource({"9, 0.111111", "0.111111, 9"})
        void toDecimalsOfSixDigitsAlsoOnAnotherScale(double forward, double backward) {
            PairwiseMatrix matrix = PairwiseMatrix.of(AB, new double[][] {{1, forward}, {backward, 1}});
            double expected = forward > 1 ? 9 : 1 / 9.0;
            assertThat(matrix.on(JudgementScale.BALANCED).judgement("a", "b"))
                    .isCloseTo(expected, within(1e-3 * expected));
        }

        @Test
        void toTheBitWhereItIsGivenSo() {
            for (int k = 1; k <= 100; k++) {
                PairwiseMatrix matrix = PairwiseMatrix.of(AB, new double[][] {{1, k}, {1.0 / k, 1}}, 0);
                assertThat(matrix.judgement(0, 1)).isEqualTo(k);
                assertThat(matrix.judgement(1, 0)).isEqualTo(1.0 / k);
            }
        }

        @Test
        void toAToleranceOfOnesOwn() {
            double[][] rows = {{1, 3}, {0.33, 1}};
            assertThat(PairwiseMatrix.of(AB, rows, 0.02).judgement(0, 1)).isEqualTo(3);
            assertThatExceptionOfType(AhpException.class).isThrownBy(() -> PairwiseMatrix.of(AB, rows, 0.009));
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1e-9, 1, 2, Double.NaN})
        void toAToleranceInRange(double tolerance) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.of(AB, new double[][] {{1, 3}, {0.33, 1}}, tolerance))
                    .withMessage("tolerance of reciprocity must be in [0, 1), but was " + tolerance);
        }

        @Test
        void orRefusedByTheNamesOfThePair() {
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(() -> PairwiseMatrix.of(AB, new double[][] {{1, 3}, {0.33, 1}}))
                    .withMessage("entry (a, b) is 3 and entry (b, a) is 0.33: each must be 1 divided by the other, "
                            + "to 1.0E-5; give one of the two, or a ratio such as 1/3")
                    .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_RECIPROCAL))
                    .satisfies(e -> assertThat(e.culprits()).containsExactly(AB));
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(() -> PairwiseMatrix.parse(AB, new String[][] {{"1", "1/3"}, {"1/3", "1"}}))
                    .withMessageContaining("entry (a, b) is 1/3 and entry (b, a) is 1/3");
        }
    }

    @Nested
    class Refuses {

        @Test
        void toBeEmpty() {
            assertRefused(() -> PairwiseMatrix.of(new double[0][]), "matrix must not be empty");
            assertRefused(() -> PairwiseMatrix.builder(List.of()), "matrix must not be empty");
            assertRefused(() -> PairwiseMatrix.ofUpperTriangle(List.of()), "matrix must not be empty");
            assertRefused(() -> PairwiseMatrix.ofMeasures(List.of()), "matrix must not be empty");
            assertRefused(() -> PairwiseMatrix.ofRanking(List.of()), "matrix must not be empty");
        }

        @Test
        void notToBeSquare() {
            assertRefused(
                    () -> PairwiseMatrix.of(new double[][] {{1, 2}, {0.5, 1, 3}}),
                    "matrix must be square, but row 2 had 3 entries where there are 2 rows");
            assertRefused(
                    () -> PairwiseMatrix.of(new double[][] {{1, 2, 3}, {0.5, 1, 3}}),
                    "matrix must be square, but row 1 had 3 entries where there are 2 rows");
            assertRefused(
                    () -> PairwiseMatrix.parse(AB, new String[][] {{"1", "2"}, {"1"}}),
                    "matrix must be square, but row b had 1 entries where there are 2 rows");
            assertRefused(
                    () -> PairwiseMatrix.of(ABC, new double[][] {{1, 2}, {0.5, 1}}),
                    "matrix of 3 names must have as many rows, but had 2");
        }

        @ParameterizedTest
        @ValueSource(
                doubles = {
                    0,
                    -0.0,
                    -3,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    1e-101,
                    1e101,
                    5e-324
                })
        void aJudgementOutOfRange(double judgement) {
            String message = "must be in [1e-100, 1e100], but was " + judgement;
            double[][] above = {{1, 1, judgement}, {1, 1, 1}, {1, 1, 1}};
            double[][] below = {{1, 1, 1}, {1, 1, 1}, {1, judgement, 1}};
            assertRefused(() -> PairwiseMatrix.of(ABC, above), "entry (a, c) " + message);
            assertRefused(() -> PairwiseMatrix.of(ABC, below), "entry (c, b) " + message);
            assertRefused(() -> PairwiseMatrix.of(below), "entry (3, 2) " + message);
            assertRefused(() -> PairwiseMatrix.ofUpperTriangle(ABC, 1, 2, judgement), "entry (b, c) " + message);
            assertRefused(() -> PairwiseMatrix.builder(ABC).judge("c", "a", judgement), "entry (c, a) " + message);
            assertRefused(() -> MATRIX.with("b", "a", judgement), "entry (b, a) " + message);
        }

        @ParameterizedTest
        @ValueSource(doubles = {2, 0.999999, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void aDiagonalThatIsNotOne(double value) {
            assertRefused(
                    () -> PairwiseMatrix.of(AB, new double[][] {{1, 2}, {0.5, value}}),
                    "entry (b, b) on the diagonal must be 1, but was " + value);
        }

        @Test
        void aDiagonalThatIsNotGiven() {
            assertRefused(
                    () -> PairwiseMatrix.parse(AB, new String[][] {{"1", "2"}, {"1/2", null}}),
                    "entry (b, b) on the diagonal must be 1, but was not given");
        }

        @ParameterizedTest
        @CsvSource({"1/4, 0.25", "1:4, 0.25", "1／4, 0.25", "1：4, 0.25", ".25, 0.25", "' 3 / 2 ', 1.5"})
        void asPeopleWriteThem(String text, double value) {
            assertThat(PairwiseMatrix.builder(AB).judge("a", "b", text).build().judgement("a", "b"))
                    .isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a",
                    "",
                    " ",
                    "1/3/4",
                    "-1",
                    "+3",
                    "1e5",
                    "1/",
                    "/3",
                    "NaN",
                    "Infinity",
                    "1,5",
                    "0x3",
                    "3d",
                    "1 3",
                    "٣",
                    "1/-3",
                    "1:3:5"
                })
        void junk(String text) {
            assertRefused(
                    () -> PairwiseMatrix.parse(AB, new String[][] {{"1", text}, {null, "1"}}),
                    "entry (a, b) must be a number or a ratio such as 1/3, but was \"" + text + "\"");
            assertRefused(
                    () -> PairwiseMatrix.builder(AB).judge("b", "a", text),
                    "entry (b, a) must be a number or a ratio such as 1/3, but was \"" + text + "\"");
        }

        @ParameterizedTest
        @CsvSource({"1/0, Infinity", "0, 0.0", "0/3, 0.0", "0/0, NaN"})
        void ratiosOfZero(String text, double value) {
            assertRefused(
                    () -> PairwiseMatrix.parse(AB, new String[][] {{"1", text}, {null, "1"}}),
                    "entry (a, b) must be in [1e-100, 1e100], but was " + value);
        }

        @Test
        void twoValuesForOnePair() {
            assertContradicted(
                    () -> PairwiseMatrix.builder(ABC).judge("a", "b", 3).judge("b", "a", 5),
                    "entry (b, a) is 5 and entry (a, b) is 3: each must be 1 divided by the other");
            assertContradicted(
                    () -> PairwiseMatrix.builder(ABC).judge("a", "b", 3).judge("a", "b", 5),
                    "entry (a, b) is 5 and entry (b, a) is 1/3: each must be 1 divided by the other");
            assertContradicted(
                    () -> PairwiseMatrix.builder(ABC).judge("a", "b", "1/3").judge("b", "a", "1/3"),
                    "entry (b, a) is 1/3 and entry (a, b) is 1/3: each must be 1 divided by the other");
        }

        private void assertContradicted(ThrowingCallable code, String message) {
            assertThatExceptionOfType(AhpException.class)
                    .isThrownBy(code)
                    .withMessageStartingWith(message)
                    .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.NOT_RECIPROCAL))
                    .satisfies(e -> assertThat(e.culprits().get(0)).containsExactlyInAnyOrder("a", "b"));
        }

        @Test
        void toCompareAThingWithItself() {
            String message = "\"a\" must be compared with another, but was compared with itself";
            assertRefused(() -> PairwiseMatrix.builder(AB).judge("a", "a", 3), message);
            assertRefused(() -> PairwiseMatrix.builder(AB).judge("a", "a", 1), message);
            assertRefused(() -> PairwiseMatrix.builder(AB).judge("a", "a", "1"), message);
            assertRefused(() -> MATRIX.with("a", "a", 3), message);
            assertRefused(() -> MATRIX.without("a", "a"), message);
        }

        @Test
        void aNameItDoesNotKnow() {
            String message = "there is no \"z\" in the matrix; known are [a, b, c]";
            assertRefused(() -> PairwiseMatrix.builder(ABC).judge("a", "z", 3), message);
            assertRefused(() -> PairwiseMatrix.builder(ABC).judge("z", "a", "3"), message);
            assertRefused(() -> MATRIX.judgement("z", "a"), message);
            assertRefused(() -> MATRIX.with("a", "z", 3), message);
            assertRefused(() -> MATRIX.without("z", "a"), message);
        }

        @Test
        void namesThatStandTwiceOrAreBlank() {
            assertRefused(
                    () -> PairwiseMatrix.builder(List.of("a", "b", "a")),
                    "names in the matrix must be distinct, but \"a\" stands twice");
            assertRefused(
                    () -> PairwiseMatrix.ofUpperTriangle(List.of("a", " "), 3),
                    "name in the matrix must not be blank, but was \" \"");
        }

        @Test
        void tooFewOrTooManyJudgementsRanksAndMeasures() {
            assertRefused(
                    () -> PairwiseMatrix.ofUpperTriangle(ABC, 1, 2),
                    "judgements above the diagonal must have length 3, but had 2");
            assertRefused(
                    () -> PairwiseMatrix.ofUpperTriangle(ABC, 1, 2, 3, 4),
                    "judgements above the diagonal must have length 3, but had 4");
            assertRefused(() -> PairwiseMatrix.ofRanking(ABC, 1, 2), "ranks must have length 3, but had 2");
            assertRefused(() -> PairwiseMatrix.ofMeasures(ABC, 1, 2, 3, 4), "measures must have length 3, but had 4");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void ranksBelowOne(int rank) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.ofRanking(AB, 1, rank))
                    .withMessageStartingWith("rank of b must be at least 1, but was ");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void measuresThatAreNotPositiveAndFinite(double measure) {
            assertRefused(
                    () -> PairwiseMatrix.ofMeasures(AB, 1, measure),
                    "measure of b must be in (0, Inf), but was " + measure);
            assertRefused(
                    () -> PairwiseMatrix.ofMeasures(AB, measure, 1),
                    "measure of a must be in (0, Inf), but was " + measure);
        }

        @Test
        void measuresTooFarApart() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PairwiseMatrix.ofMeasures(AB, 1e-200, 1e200))
                    .withMessageContaining("entry (b, a) must be in [1e-100, 1e100], but was Infinity");
        }

        private void assertRefused(ThrowingCallable code, String message) {
            assertThatIllegalArgumentException().isThrownBy(code).withMessage(message);
        }
    }

    @Nested
    class IsChanged {

        @Test
        void inOneJudgementWithItsReciprocal() {
            PairwiseMatrix changed = MATRIX.with("c", "a", 4);
            assertThat(changed.judgement("c", "a")).isEqualTo(4);
            assertThat(changed.judgement("a", "c")).isEqualTo(0.25);
            assertThat(changed.judgement("a", "b")).isEqualTo(3);
            assertThat(MATRIX.judgement("a", "c")).isEqualTo(5);
        }

        @Test
        void byLeavingAJudgementOutAndPuttingItBack() {
            PairwiseMatrix without = MATRIX.without("c", "a");
            assertThat(without.missing()).isEqualTo(1);
            assertThat(without.isComplete()).isFalse();
            assertThat(without.judgement("a", "c")).isNaN();
            assertThat(without.judgement("c", "a")).isNaN();
            assertThat(without.with("a", "c", 5)).isEqualTo(MATRIX);
            assertThat(without.without("a", "c")).isEqualTo(without);
        }

        @Test
        void inNothingByLookingAtIt() {
            MATRIX.toArray()[0][1] = 77;
            assertThat(MATRIX.judgement(0, 1)).isEqualTo(3);
            double[][] rows = {{1, 3}, {1 / 3.0, 1}};
            PairwiseMatrix matrix = PairwiseMatrix.of(AB, rows);
            rows[0][1] = 77;
            assertThat(matrix.judgement(0, 1)).isEqualTo(3);
        }

        @Test
        void byABuilderThatGoesOn() {
            PairwiseMatrixBuilder builder = PairwiseMatrix.builder(ABC).judge("a", "b", 3);
            PairwiseMatrix first = builder.build();
            PairwiseMatrix second = builder.judge("b", "c", 2).build();
            assertThat(first.missing()).isEqualTo(2);
            assertThat(second.missing()).isEqualTo(1);
            assertThat(first.judgement("b", "c")).isNaN();
        }

        @Test
        void toAnotherScaleJudgementByJudgement() {
            PairwiseMatrix incomplete = MATRIX.without("b", "c");
            PairwiseMatrix power = incomplete.on(JudgementScale.POWER);
            assertThat(power.judgement("a", "b")).isEqualTo(9);
            assertThat(power.judgement("c", "a")).isCloseTo(1 / 25.0, within(1e-16));
            assertThat(power.judgement("b", "c")).isNaN();
            assertThat(incomplete.on(JudgementScale.LINEAR)).isEqualTo(incomplete);
        }

        @Test
        void toAnotherScaleOnlyWithinItsRange() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MATRIX.with("a", "b", 10).on(JudgementScale.LOGARITHMIC))
                    .withMessage("entry (a, b): judgement on the logarithmic scale must be in [1/9, 9], but was 10.0");
        }
    }

    @Test
    void theSameJudgementMayBeStatedAgain() {
        PairwiseMatrix matrix = PairwiseMatrix.builder(AB)
                .judge("a", "b", 3)
                .judge("a", "b", 3)
                .judge("b", "a", "1/3")
                .build();
        assertThat(matrix.judgement("a", "b")).isEqualTo(3);
    }

    @Test
    void aPlaceThatIsNotThereHasNoJudgement() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MATRIX.judgement(0, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MATRIX.judgement(-1, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MATRIX.judgement(3, 0));
    }

    @Test
    void twoMatricesAreEqualIfTheirNamesAndJudgementsAre() {
        PairwiseMatrix incomplete = MATRIX.without("a", "b");
        assertThat(MATRIX)
                .isEqualTo(PairwiseMatrix.ofUpperTriangle(ABC, 3, 5, 2))
                .hasSameHashCodeAs(PairwiseMatrix.ofUpperTriangle(ABC, 3, 5, 2))
                .isNotEqualTo(PairwiseMatrix.ofUpperTriangle(List.of("a", "b", "d"), 3, 5, 2))
                .isNotEqualTo(PairwiseMatrix.ofUpperTriangle(ABC, 3, 5, 3))
                .isNotEqualTo(incomplete)
                .isNotEqualTo("3 5 2");
        assertThat(incomplete).isEqualTo(MATRIX.without("b", "a")).hasSameHashCodeAs(MATRIX.without("b", "a"));
    }

    @Test
    void aMatrixReadsAsPeopleWriteIt() {
        assertThat(MATRIX.with("a", "b", 1.5).without("b", "c")).hasToString("""
                a 1 1.5 5
                b 0.6666666666666666 1 -
                c 1/5 - 1
                """);
    }

    @Test
    void theSameJudgementsMayBeOfThingsUnderOtherNames() {
        PairwiseMatrix renamed = MATRIX.without("a", "c").withNames(List.of("x", "a", "b"));
        assertThat(renamed).hasToString("""
                x 1 3 -
                a 1/3 1 2
                b - 1/2 1
                """);
        assertThat(renamed.missing()).isEqualTo(1);
        assertThat(MATRIX.withNames(ABC)).isEqualTo(MATRIX);
        assertThat(MATRIX.names()).isEqualTo(ABC);
    }

    @Test
    void otherNamesMustBeAsManyDistinctAndNotBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.withNames(AB))
                .withMessage("names must have length 3, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.withNames(List.of("x", "y", "x")))
                .withMessage("names in the matrix must be distinct, but \"x\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.withNames(List.of("x", " ", "z")))
                .withMessage("name in the matrix must not be blank, but was \" \"");
    }

    @Test
    void onlySomeOfTheThingsMayBeCompared() {
        assertThat(MATRIX.only(List.of("c", "a"))).isEqualTo(PairwiseMatrix.parse(List.of("c", "a"), new String[][] {
            {"1", "1/5"}, {"5", "1"}
        }));
        assertThat(MATRIX.only(List.of("b")).toArray()).isDeepEqualTo(new double[][] {{1}});
        assertThat(MATRIX.only(ABC)).isEqualTo(MATRIX);
        assertThat(MATRIX.only(List.of("c", "b", "a")).only(ABC)).isEqualTo(MATRIX);
    }

    @Test
    void pairsThatWereNotJudgedAreNotJudgedAmongSomeEither() {
        PairwiseMatrix incomplete = MATRIX.without("a", "c");
        assertThat(incomplete.only(List.of("c", "a")).missing()).isEqualTo(1);
        assertThat(incomplete.only(List.of("c", "a")).judgement("a", "c")).isNaN();
        assertThat(incomplete.only(List.of("c", "b")).isComplete()).isTrue();
    }

    @Test
    void theThingsToCompareMustBeThereAndDistinct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.only(List.of("a", "d")))
                .withMessage("there is no \"d\" in the matrix; known are [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.only(List.of("a", "b", "a")))
                .withMessage("names in the matrix must be distinct, but \"a\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.only(List.of()))
                .withMessage("matrix must not be empty");
    }

    @Test
    void oneMoreThingIsNotJudgedYet() {
        assertThat(MATRIX.plus("d")).hasToString("""
                a 1 3 5 -
                b 1/3 1 2 -
                c 1/5 1/2 1 -
                d - - - 1
                """);
        assertThat(MATRIX.plus("d").missing()).isEqualTo(3);
        assertThat(MATRIX.plus("d").only(ABC)).isEqualTo(MATRIX);
        assertThat(MATRIX.on(JudgementScale.BALANCED).plus("d").scale()).isSameAs(JudgementScale.BALANCED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.plus("b"))
                .withMessage("names in the matrix must be distinct, but \"b\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATRIX.plus(""))
                .withMessage("name in the matrix must not be blank, but was \"\"");
    }

    @Test
    void theScaleStaysWhateverTheNames() {
        PairwiseMatrix balanced = MATRIX.on(JudgementScale.BALANCED);
        assertThat(balanced.withNames(List.of("x", "y", "z")).scale()).isSameAs(JudgementScale.BALANCED);
        assertThat(balanced.withNames(List.of("x", "y", "z")).judgement("x", "z"))
                .isEqualTo(balanced.judgement("a", "c"));
        assertThat(balanced.only(List.of("c", "a")).scale()).isSameAs(JudgementScale.BALANCED);
        assertThat(balanced.only(List.of("c", "a")).judgement("a", "c")).isEqualTo(balanced.judgement("a", "c"));
    }

    @Test
    void nobodyCanChangeTheNamesHandedOver() {
        List<String> names = new ArrayList<>(List.of("x", "y", "z"));
        PairwiseMatrix renamed = MATRIX.withNames(names);
        names.set(0, "other");
        assertThat(renamed.names()).containsExactly("x", "y", "z");
    }
}
