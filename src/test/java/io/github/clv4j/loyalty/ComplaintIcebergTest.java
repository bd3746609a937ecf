package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintIcebergTest {

    private static final ComplaintIceberg ICEBERG = ComplaintIceberg.withDefaults();

    @Test
    void theQuotedFiguresAreEightAndSixtyNinePercent() {
        assertThat(ICEBERG.complaintRate()).isEqualTo(0.08);
        assertThat(ICEBERG.silentShare()).isEqualTo(0.69);
    }

    /** 8 complaints stand for 100 problems, 69 of them silent. */
    @Test
    void aFewComplaintsStandForManyProblems() {
        IcebergEstimate estimate = ICEBERG.estimate(8, 1000);

        assertThat(estimate.complaints()).isEqualTo(8);
        assertThat(estimate.customers()).isEqualTo(1000);
        assertThat(estimate.problems()).isCloseTo(100, within(1e-12));
        assertThat(estimate.silentAtRisk()).isCloseTo(69, within(1e-12));
        assertThat(estimate.share()).isCloseTo(0.069, within(1e-15));
    }

    @Test
    void noMoreThanAllCustomersHaveAProblem() {
        IcebergEstimate estimate = ICEBERG.estimate(20, 100);

        assertThat(estimate.problems()).isEqualTo(100);
        assertThat(estimate.silentAtRisk()).isCloseTo(69, within(1e-12));
    }

    @Test
    void whoComplainedIsNotSilent() {
        assertThat(ICEBERG.estimate(60, 100).silentAtRisk()).isEqualTo(40);
        assertThat(ICEBERG.estimate(100, 100).silentAtRisk()).isZero();
    }

    @Test
    void whereEveryProblemIsToldNobodyIsSilent() {
        IcebergEstimate estimate = ICEBERG.withRates(1, 0.69).estimate(30, 1000);

        assertThat(estimate.problems()).isEqualTo(30);
        assertThat(estimate.silentAtRisk()).isZero();
    }

    @Test
    void figuresOfOnesOwnReplaceTheQuotedOnes() {
        IcebergEstimate estimate = ICEBERG.withRates(0.25, 0.5).estimate(10, 1000);

        assertThat(estimate.problems()).isEqualTo(40);
        assertThat(estimate.silentAtRisk()).isEqualTo(20);
    }

    @Test
    void aBaseWithoutComplaintsHasNobodyAtRisk() {
        assertThat(ICEBERG.estimate(0, 1000)).isEqualTo(new IcebergEstimate(0, 1000, 0, 0));
        assertThat(ICEBERG.estimate(0, 1000).share()).isZero();
    }

    @Test
    void anEmptyBaseHasNoShare() {
        assertThat(ICEBERG.estimate(0, 0).share()).isNaN();
    }

    @Test
    void complaintsAreAtMostOnePerCustomer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ICEBERG.estimate(11, 10))
                .withMessage("complaints must be in [0, 10], but was 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ICEBERG.estimate(-1, 10))
                .withMessage("complaints must be in [0, 10], but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ICEBERG.estimate(0, -1))
                .withMessage("customers must be at least 0, but was -1.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void someOfThoseWithAProblemMustComplain(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ICEBERG.withRates(rate, 0.5))
                .withMessage("complaint rate must be in (0, 1], but was " + rate);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void theSilentAreAShareOfThoseWithAProblem(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ICEBERG.withRates(0.1, share))
                .withMessage("silent share must be in [0, 1], but was " + share);
    }

    @Test
    void anEstimateBeyondTheBaseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IcebergEstimate(5, 10, 11, 1))
                .withMessage("problems must be in [5, 10], but was 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IcebergEstimate(5, 10, Double.NaN, 1))
                .withMessage("problems must be in [5, 10], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IcebergEstimate(5, 10, 8, 4))
                .withMessage("customers silently at risk must be in [0, problems - complaints], but was 4.0");
    }
}
