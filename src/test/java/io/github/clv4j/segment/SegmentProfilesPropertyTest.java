package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SegmentProfilesPropertyTest {

    private static final double ROUNDING = 1e-12;

    /** One customer; the place is the index of its segment or that of none. */
    record Customer(double current, double potential, double loyalty, byte place) {

        double value() {
            return current + potential;
        }
    }

    @Property(tries = 300)
    void profilesAreWhatAddingUpGives(@ForAll("bases") List<Customer> base) {
        SegmentProfiles profiles = profiles(base);
        for (Segment segment : Segment.all()) {
            List<Customer> members =
                    base.stream().filter(c -> c.place() == segment.index()).toList();
            SegmentProfile profile = profiles.of(segment);
            assertThat(profile.segment()).isSameAs(segment);
            assertThat(profile.customers()).isEqualTo(members.size());
            assertMean(profile.meanCurrentValue(), members, Customer::current);
            assertMean(profile.meanPotentialValue(), members, Customer::potential);
            assertMean(profile.meanLoyalty(), members, Customer::loyalty);
        }
    }

    @Property(tries = 300)
    void countsAndSharesAddUpToTheCustomersWithASegment(@ForAll("bases") List<Customer> base) {
        List<SegmentProfile> profiles = profiles(base).all();
        List<Customer> members = base.stream().filter(c -> c.place() >= 0).toList();
        assertThat(profiles.stream().mapToInt(SegmentProfile::customers).sum()).isEqualTo(members.size());
        if (!members.isEmpty()) {
            assertThat(profiles.stream().mapToDouble(SegmentProfile::share).sum())
                    .isCloseTo(1, within(ROUNDING));
            assertThat(profiles.stream().mapToDouble(SegmentProfile::valueShare).sum())
                    .isCloseTo(1, within(ROUNDING));
        }
    }

    @Property(tries = 300)
    void theShareOfValueIsThatOfTheMembersLifetimeValue(@ForAll("bases") List<Customer> base) {
        double everybody = base.stream()
                .filter(c -> c.place() >= 0)
                .mapToDouble(Customer::value)
                .sum();
        for (SegmentProfile profile : profiles(base).all()) {
            double members = base.stream()
                    .filter(c -> c.place() == profile.segment().index())
                    .mapToDouble(Customer::value)
                    .sum();
            if (everybody > 0) {
                assertThat(profile.valueShare()).isCloseTo(members / everybody, within(ROUNDING));
            } else {
                assertThat(profile.valueShare()).isNaN();
            }
        }
    }

    /** Small bases and bases longer than a block of sums; all customers are worth something. */
    @Provide
    Arbitrary<List<Customer>> bases() {
        Arbitrary<Customer> customers = Combinators.combine(
                        Arbitraries.doubles().between(0.5, 1000).ofScale(6),
                        Arbitraries.doubles().between(0, 300).ofScale(6),
                        Arbitraries.doubles().between(0, 1).ofScale(6),
                        Arbitraries.integers().between(-1, 7).map(Integer::byteValue))
                .as(Customer::new)
                .withoutEdgeCases();
        return Arbitraries.frequencyOf(
                Tuple.of(9, customers.list().ofMaxSize(30)),
                Tuple.of(1, customers.list().ofMinSize(1000).ofMaxSize(2500)));
    }

    private static SegmentProfiles profiles(List<Customer> base) {
        byte[] places = new byte[base.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = base.get(i).place();
        }
        return SegmentProfiles.of(
                column(base, Customer::current),
                column(base, Customer::potential),
                column(base, Customer::loyalty),
                places);
    }

    private static double[] column(List<Customer> base, ToDoubleFunction<Customer> of) {
        return base.stream().mapToDouble(of).toArray();
    }

    private static void assertMean(double mean, List<Customer> members, ToDoubleFunction<Customer> of) {
        if (members.isEmpty()) {
            assertThat(mean).isNaN();
        } else {
            double expected = members.stream().mapToDouble(of).average().orElseThrow();
            assertThat(mean).isCloseTo(expected, within(ROUNDING * (1 + expected)));
        }
    }
}
