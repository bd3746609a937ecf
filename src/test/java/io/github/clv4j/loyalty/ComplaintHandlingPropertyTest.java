package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComplaintHandlingPropertyTest {

    private static final ComplaintHandling HANDLING = ComplaintHandling.withDefaults();
    private static final double ROUNDING = 1e-15;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aScoreIsFromZeroToOneIfHalfIsKnownAndMissingOtherwise(@ForAll("complaints") Complaint complaint) {
        double known = HANDLING.explain(complaint).coverage();

        if (known >= 0.5) {
            assertThat(HANDLING.score(complaint)).isBetween(0.0, 1.0);
        } else {
            assertThat(HANDLING.score(complaint)).isNaN();
        }
    }

    /** A minimum or maximum with an unknown number is unknown, so both complaints are known as far. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void betterHandlingNeverScoresLess(@ForAll("complaints") Complaint one, @ForAll("complaints") Complaint other) {
        Complaint worse = new Complaint(
                one.cause(),
                one.resolved() && other.resolved(),
                Math.max(one.days(), other.days()),
                Math.min(one.attitude(), other.attitude()),
                Math.max(one.retellings(), other.retellings()));
        Complaint better = new Complaint(
                one.cause(),
                one.resolved() || other.resolved(),
                Math.min(one.days(), other.days()),
                Math.max(one.attitude(), other.attitude()),
                Math.min(one.retellings(), other.retellings()));

        double least = HANDLING.score(worse);
        double most = HANDLING.score(better);

        assertThat(Double.isNaN(most)).isEqualTo(Double.isNaN(least));
        assertThat(most >= least || Double.isNaN(least)).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theScoreOfACustomerLiesAmongThoseOfTheComplaints(@ForAll("lists") List<Complaint> complaints) {
        double[] scores = complaints.stream()
                .mapToDouble(HANDLING::score)
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();

        if (scores.length == 0) {
            assertThat(HANDLING.score(complaints)).isNaN();
        } else {
            assertThat(HANDLING.score(complaints))
                    .isBetween(scores[0] - ROUNDING, scores[scores.length - 1] + ROUNDING)
                    .isBetween(0.0, 1.0);
        }
    }

    @Provide
    Arbitrary<List<Complaint>> lists() {
        return complaints().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Complaint> complaints() {
        return Combinators.combine(
                        Arbitraries.of(ComplaintCause.class),
                        Arbitraries.of(true, false),
                        orUnknown(Arbitraries.integers().between(0, 90).map(halves -> halves / 2.0)),
                        orUnknown(Arbitraries.integers().between(1, 5).map(Integer::doubleValue)),
                        orUnknown(Arbitraries.integers().between(0, 20).map(Integer::doubleValue)))
                .as(Complaint::new);
    }

    private static Arbitrary<Double> orUnknown(Arbitrary<Double> values) {
        return Arbitraries.oneOf(values, values, Arbitraries.just(Double.NaN));
    }
}
