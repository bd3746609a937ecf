package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QiniCurveTest {

    /**
     * By hand. Eight customers, pairs of one uplift:
     *
     * <pre>
     *   uplift  treated kept   control kept    N_t n_t1  N_c n_c1    q
     *     4        2     2                      2   2     0   0      2
     *     3        1     1        1     0       3   3     1   0      3
     *     2        1     0        1     1       4   3     2   1      3 - 1 x 4/2 = 1
     *     1                       2     1       4   3     4   2      3 - 2 x 4/4 = 1
     * </pre>
     *
     * Area by trapezia of a quarter each: (1 + 2.5 + 2 + 1) / 4 = 1.625; under the line 0.5; coefficient 1.125 / 4.
     */
    private static final QiniCurve CURVE =
            QiniCurve.of(new double[] {1, 2, 3, 4, 1, 2, 3, 4}, new double[] {0, 1, 0, 1, 0, 0, 1, 1}, new double[] {
                1, 0, 0, 1, 0, 1, 1, 1
            });

    @Test
    void theCurveCountsTheOutcomesOwedToTheTreatment() {
        assertThat(CURVE.shares()).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(CURVE.incremental()).containsExactly(0, 2, 3, 1, 1);
    }

    @Test
    void theCurveIsStraightBetweenItsPoints() {
        assertThat(CURVE.at(0)).isZero();
        assertThat(CURVE.at(0.125)).isEqualTo(1);
        assertThat(CURVE.at(0.625)).isEqualTo(2);
        assertThat(CURVE.at(0.75)).isEqualTo(1);
        assertThat(CURVE.at(1)).isEqualTo(1);
    }

    @Test
    void randomTargetingIsAStraightLineToTheSameEnd() {
        assertThat(CURVE.random(0)).isZero();
        assertThat(CURVE.random(0.3)).isEqualTo(0.3);
        assertThat(CURVE.random(1)).isEqualTo(CURVE.at(1));
    }

    @Test
    void theCoefficientIsTheAreaBetweenForEachTreated() {
        assertThat(CURVE.coefficient()).isCloseTo(1.125 / 4, within(1e-15));
    }

    @Test
    void theBestShareIsWhereTheCurveIsHighest() {
        assertThat(CURVE.bestShare()).isEqualTo(0.5);
    }

    @Test
    void nobodyShouldBeTreatedWhereTheTreatmentDoesHarm() {
        QiniCurve harm = QiniCurve.of(new double[] {2, 1, 2, 1}, new double[] {1, 1, 0, 0}, new double[] {0, 0, 1, 1});

        assertThat(harm.incremental()).containsExactly(0, -1, -2);
        assertThat(harm.bestShare()).isZero();
        assertThat(harm.coefficient()).isZero();
    }

    @Test
    void customersOfOneUpliftComeInTogetherSoARankingThatSaysNothingHasTheLine() {
        QiniCurve flat =
                QiniCurve.of(new double[] {0.0, -0.0, 0, 0}, new double[] {1, 1, 0, 0}, new double[] {1, 1, 1, 0});

        assertThat(flat.shares()).containsExactly(0, 1);
        assertThat(flat.incremental()).containsExactly(0, 1);
        assertThat(flat.coefficient()).isZero();
    }

    @Test
    void theSizeCanBeRead() {
        assertThat(CURVE).hasToString("QiniCurve[points=5, coefficient=0.28125, bestShare=0.5]");
    }

    @Test
    void aCurveNeedsBothGroups() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[1], new double[] {1}, new double[] {1}))
                .withMessage("a campaign is measured by a treated group against a control group:"
                        + " control customers must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[0], new double[0], new double[0]))
                .withMessage("a campaign is measured by a treated group against a control group:"
                        + " treated customers must be at least 1, but was 0");
    }

    @Test
    void badCustomersAreNamedByPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[] {0, Double.NaN}, new double[2], new double[2]))
                .withMessage("uplift[1] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[2], new double[] {2, 0}, new double[2]))
                .withMessage("treated[0] must be 0 or 1, but was 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[2], new double[2], new double[] {0, -1}))
                .withMessage("kept[1] must be 0 or 1, but was -1.0");
    }

    @Test
    void columnsHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[2], new double[3], new double[2]))
                .withMessage("treated must have length 2, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.of(new double[2], new double[2], new double[1]))
                .withMessage("kept must have length 2, but had 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareIsFromZeroToOne(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CURVE.at(share))
                .withMessage("share must be in [0, 1], but was " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CURVE.random(share))
                .withMessage("share must be in [0, 1], but was " + share);
    }
}
