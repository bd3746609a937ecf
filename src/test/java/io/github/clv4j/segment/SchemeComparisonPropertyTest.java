package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SchemeComparisonPropertyTest {

    private static final double ROUNDING = 1e-12;
    private static final ValuePyramid PYRAMID = ValuePyramid.of(60, 30);
    private static final CutPoints CUTS = CutPoints.of(50, 10, 0.5);

    /** One customer; a current value that is NaN has no segment, a risk that is NaN is unknown. */
    record Customer(double current, double potential, double loyalty, double risk) {

        boolean hasSegment() {
            return !Double.isNaN(current);
        }

        boolean isLoyal() {
            return loyalty >= 0.5;
        }

        double value() {
            return current + potential;
        }
    }

    /** By plain loops over the customers and their values, without segments. */
    @Property(tries = 200)
    void everyClassIsWhatAddingUpItsCustomersGives(@ForAll("bases") List<Customer> base) {
        SchemeComparison comparison = comparison(base);
        List<Customer> scored = base.stream().filter(Customer::hasSegment).toList();

        assertThat(comparison.withoutSegment()).isEqualTo(base.size() - scored.size());
        assertClass(comparison.pyramid().get(0), scored, c -> c.current() >= 60);
        assertClass(comparison.pyramid().get(1), scored, c -> c.current() >= 30 && c.current() < 60);
        assertClass(comparison.pyramid().get(2), scored, c -> c.current() < 30);
        assertClass(comparison.matrix().get(0), scored, c -> c.current() >= 50 && c.potential() >= 10);
        assertClass(comparison.matrix().get(1), scored, c -> c.current() >= 50 && c.potential() < 10);
        assertClass(comparison.matrix().get(2), scored, c -> c.current() < 50 && c.potential() >= 10);
        assertClass(comparison.matrix().get(3), scored, c -> c.current() < 50 && c.potential() < 10);
        for (Segment segment : Segment.all()) {
            String code = segment.code();
            assertClass(
                    comparison.cube().get(segment.index()),
                    scored,
                    c -> (c.current() >= 50 ? "H" : "L").equals(code.substring(0, 1))
                            && (c.potential() >= 10 ? "H" : "L").equals(code.substring(1, 2))
                            && (c.isLoyal() ? "H" : "L").equals(code.substring(2)));
        }
    }

    @Property(tries = 200)
    void everySchemeDividesTheSameCustomersValueAndRisk(@ForAll("bases") List<Customer> base) {
        SchemeComparison comparison = comparison(base);
        SchemeGroup whole = sum(comparison.cube());
        for (List<SchemeClass> scheme : List.of(comparison.pyramid(), comparison.matrix())) {
            SchemeGroup sum = sum(scheme);
            assertThat(sum.customers()).isEqualTo(whole.customers());
            assertThat(sum.riskKnown()).isEqualTo(whole.riskKnown());
            assertThat(sum.value()).isCloseTo(whole.value(), within(ROUNDING * (1 + whole.value())));
            assertThat(sum.valueAtRisk()).isCloseTo(whole.valueAtRisk(), within(ROUNDING * (1 + whole.value())));
        }
        for (SchemeClass one : comparison.cube()) {
            assertThat(Math.min(one.loyal().customers(), one.disloyal().customers()))
                    .isZero();
        }
    }

    private static void assertClass(SchemeClass found, List<Customer> scored, Predicate<Customer> members) {
        List<Customer> all = scored.stream().filter(members).toList();
        assertGroup(found.loyal(), all.stream().filter(Customer::isLoyal).toList());
        assertGroup(found.disloyal(), all.stream().filter(c -> !c.isLoyal()).toList());
        assertGroup(found.all(), all);
        double value = sum(scored, Customer::value);
        if (value > 0) {
            assertThat(found.share()).isEqualTo((double) all.size() / scored.size());
            assertThat(found.valueShare()).isCloseTo(sum(all, Customer::value) / value, within(ROUNDING));
        }
    }

    private static void assertGroup(SchemeGroup found, List<Customer> members) {
        List<Customer> known =
                members.stream().filter(c -> !Double.isNaN(c.risk())).toList();
        assertThat(found.customers()).isEqualTo(members.size());
        assertThat(found.riskKnown()).isEqualTo(known.size());
        assertClose(found.value(), sum(members, Customer::value));
        assertClose(found.expectedLosses(), sum(known, Customer::risk));
        assertClose(found.valueAtRisk(), sum(known, c -> c.value() * c.risk()));
        if (known.isEmpty()) {
            assertThat(found.meanRisk()).isNaN();
        } else {
            assertClose(found.meanRisk(), sum(known, Customer::risk) / known.size());
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * (1 + expected)));
    }

    private static double sum(List<Customer> customers, ToDoubleFunction<Customer> of) {
        return customers.stream().mapToDouble(of).sum();
    }

    private static SchemeGroup sum(List<SchemeClass> scheme) {
        return scheme.stream().map(SchemeClass::all).reduce(SchemeGroup.NOBODY, SchemeGroup::plus);
    }

    /** Small bases and bases longer than a block of sums; everybody is worth something. */
    @Provide
    Arbitrary<List<Customer>> bases() {
        Arbitrary<Double> risk = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.doubles().between(0, 1).ofScale(4)), Tuple.of(1, Arbitraries.just(Double.NaN)));
        Arbitrary<Double> current = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.doubles().between(1, 90).ofScale(2)),
                Tuple.of(2, Arbitraries.of(30.0, 50.0, 60.0)),
                Tuple.of(1, Arbitraries.just(Double.NaN)));
        Arbitrary<Customer> customers = Combinators.combine(
                        current,
                        Arbitraries.doubles().between(0, 20).ofScale(0),
                        Arbitraries.doubles().between(0, 1).ofScale(1),
                        risk)
                .as(Customer::new)
                .withoutEdgeCases();
        return Arbitraries.frequencyOf(
                Tuple.of(9, customers.list().ofMaxSize(40)),
                Tuple.of(1, customers.list().ofMinSize(1000).ofMaxSize(2500)));
    }

    private static SchemeComparison comparison(List<Customer> base) {
        double[] current = column(base, Customer::current);
        double[] potential = column(base, Customer::potential);
        byte[] segments = new byte[current.length];
        ThreeDimensionalSegmenter.of(CUTS)
                .segment(current, potential, column(base, Customer::loyalty), 0, segments.length, segments);
        return SchemeComparison.of(current, potential, segments, column(base, Customer::risk), PYRAMID);
    }

    private static double[] column(List<Customer> base, ToDoubleFunction<Customer> of) {
        return base.stream().mapToDouble(of).toArray();
    }
}
