package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTallyTest {

    private static final ComplaintTally TALLY = ComplaintTally.of(List.of(
            complaint(ComplaintCause.SERVICE, true),
            complaint(ComplaintCause.EXPECTATION, false),
            complaint(ComplaintCause.SERVICE, true),
            complaint(ComplaintCause.SERVICE, true)));

    @Test
    void complaintsAreCountedByCause() {
        assertThat(TALLY.count(ComplaintCause.EXPECTATION)).isEqualTo(1);
        assertThat(TALLY.count(ComplaintCause.PRODUCT)).isZero();
        assertThat(TALLY.count(ComplaintCause.SERVICE)).isEqualTo(3);
        assertThat(TALLY.total()).isEqualTo(4);
        assertThat(TALLY.unresolved()).isEqualTo(1);
    }

    @Test
    void sharesAreOfAllComplaints() {
        assertThat(TALLY.share(ComplaintCause.EXPECTATION)).isEqualTo(0.25);
        assertThat(TALLY.share(ComplaintCause.PRODUCT)).isZero();
        assertThat(TALLY.share(ComplaintCause.SERVICE)).isEqualTo(0.75);
    }

    @Test
    void everyCauseIsListedInOrderAlsoOneNobodyComplainedOf() {
        assertThat(TALLY.counts())
                .containsExactly(
                        Map.entry(ComplaintCause.EXPECTATION, 1L),
                        Map.entry(ComplaintCause.PRODUCT, 0L),
                        Map.entry(ComplaintCause.SERVICE, 3L));
    }

    @Test
    void withoutComplaintsThereAreNoShares() {
        ComplaintTally none = ComplaintTally.of(List.of());

        assertThat(none.total()).isZero();
        assertThat(none.unresolved()).isZero();
        assertThat(none.counts()).containsOnlyKeys(ComplaintCause.values());
        assertThat(none.share(ComplaintCause.PRODUCT)).isNaN();
    }

    @Test
    void theCountsCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> TALLY.counts().put(ComplaintCause.PRODUCT, 9L));
    }

    @Test
    void aTallyFromElsewhereMustAddUp() {
        Map<ComplaintCause, Long> counts =
                Map.of(ComplaintCause.SERVICE, 3L, ComplaintCause.PRODUCT, 0L, ComplaintCause.EXPECTATION, 1L);

        assertThat(new ComplaintTally(counts, 1)).isEqualTo(TALLY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintTally(counts, 5))
                .withMessage("unresolved complaints must be in [0, 4], but was 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintTally(counts, -1))
                .withMessage("unresolved complaints must be in [0, 4], but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintTally(Map.of(ComplaintCause.SERVICE, 3L), 0))
                .withMessage("complaints of all causes must be counted, but EXPECTATION is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplaintTally(
                        Map.of(ComplaintCause.EXPECTATION, 1L, ComplaintCause.PRODUCT, -1L, ComplaintCause.SERVICE, 3L),
                        0))
                .withMessage("complaints of cause PRODUCT must be at least 0, but was -1.0");
    }

    @ParameterizedTest
    @CsvSource({"EXPECTATION, Expectation, 期望落差", "PRODUCT, Product, 产品", "SERVICE, Service, 服务"})
    void everyCauseHasANameInBothLanguages(ComplaintCause cause, String english, String chinese) {
        assertThat(cause.displayName(Language.ENGLISH)).isEqualTo(english);
        assertThat(cause.displayName(Language.CHINESE)).isEqualTo(chinese);
    }

    private static Complaint complaint(ComplaintCause cause, boolean resolved) {
        return new Complaint(cause, resolved, Double.NaN, Double.NaN, Double.NaN);
    }
}
