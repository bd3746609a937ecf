package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;

/** What holds of every index, whatever its tree, its scales and its customers. */
class CompositeIndexPropertyTest {

    private static final int TRIES = 400;
    private static final double ROUNDING = 1e-12;

    /** Each weight is off by a few units of 2^-52 at most, so all of at most twelve together by less than this. */
    private static final double ROUNDING_OF_WEIGHTS = 1e-14;

    private static final MissingPolicy WHATEVER_IS_KNOWN = MissingPolicy.renormalise(0);

    @Property(tries = TRIES)
    void theIndexIsTheWeightedMeanOfWhatIsKnown(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        double[] customer = tree.customer(random, missing);
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        addWeights(tree.root(), BigDecimal.ONE, weights);
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal known = BigDecimal.ZERO;
        List<Indicator> indicators = tree.root().indicators();
        for (int j = 0; j < customer.length; j++) {
            if (!Double.isNaN(customer[j])) {
                BigDecimal weight = weights.get(indicators.get(j).name());
                double score = ((Scale) indicators.get(j).scale()).score(customer[j]);
                known = known.add(weight);
                points = points.add(weight.multiply(new BigDecimal(score)));
            }
        }
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double coverage = known.doubleValue();
        assertThat(index.coverage(customer)).isCloseTo(coverage, within(ROUNDING_OF_WEIGHTS));
        if (coverage == 0) {
            assertThat(index.value(customer)).isNaN();
        } else {
            assertThat(index.value(customer))
                    .isCloseTo(points.divide(known, MathContext.DECIMAL128).doubleValue(), roundingAt(coverage));
        }
    }

    private static void addWeights(IndexGroup group, BigDecimal weight, Map<String, BigDecimal> weights) {
        for (IndexNode part : group.parts()) {
            BigDecimal below = weight.multiply(new BigDecimal(group.weights().weight(part.name())));
            if (part instanceof IndexGroup inner) {
                addWeights(inner, below, weights);
            } else {
                weights.put(part.name(), below);
            }
        }
    }

    private static Offset<Double> roundingAt(double coverage) {
        return within(ROUNDING_OF_WEIGHTS / coverage);
    }

    @Property(tries = TRIES)
    void weightsAreMultipliedDownTheTree(@ForAll("trees") RandomIndexTree tree) {
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        addWeights(tree.root(), BigDecimal.ONE, expected);
        Weights weights = tree.index(WHATEVER_IS_KNOWN).weights();
        assertThat(weights.names()).containsExactlyElementsOf(expected.keySet());
        double sum = 0;
        for (String name : weights.names()) {
            assertThat(weights.weight(name)).isCloseTo(expected.get(name).doubleValue(), within(ROUNDING_OF_WEIGHTS));
            sum += weights.weight(name);
        }
        assertThat(sum).isEqualTo(1);
    }

    @Property(tries = TRIES)
    void theIndexAndItsCoverageAreFromZeroToOne(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        double coverage = index.coverage(customer);
        assertThat(coverage).isBetween(0.0, 1.0);
        if (coverage > 0) {
            assertThat(index.value(customer)).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = TRIES)
    void aCustomerOfWhomAllIsKnownIsCoveredWhole(
            @ForAll("trees") RandomIndexTree tree, @ForAll Random random, @ForAll("policies") MissingPolicy policy) {
        CompositeIndex index = tree.index(policy);
        double[] customer = tree.customer(random, 0);
        assertThat(index.coverage(customer)).isEqualTo(1);
        assertThat(index.value(customer))
                .isEqualTo(tree.index(MissingPolicy.reject()).value(customer));
    }

    @Property(tries = TRIES)
    void whatTheIndicatorsAddIsTheIndex(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        IndexExplanation explanation = index.explain(customer);
        double value = index.value(customer);
        assertThat(bits(explanation.value())).isEqualTo(bits(value));
        assertThat(bits(explanation.contribution())).isEqualTo(bits(value));
        assertThat(explanation.coverage()).isEqualTo(index.coverage(customer));
        assertThat(explanation.weight()).isEqualTo(1);
        if (Double.isNaN(value)) {
            assertThat(explanation.contributions()).allMatch(part -> Double.isNaN(part.amount()));
        } else {
            assertThat(explanation.contributions().stream()
                            .mapToDouble(Contribution::amount)
                            .sum())
                    .isCloseTo(value, within(ROUNDING));
            assertThatPartsAddUp(explanation);
        }
    }

    private static void assertThatPartsAddUp(IndexExplanation group) {
        assertThat(group.contribution()).isBetween(0.0, 1.0);
        if (group.isIndicator()) {
            return;
        }
        double contribution = 0;
        double weight = 0;
        for (IndexExplanation part : group.parts()) {
            assertThatPartsAddUp(part);
            contribution += part.contribution();
            weight += part.weight();
        }
        assertThat(contribution).isCloseTo(group.contribution(), within(ROUNDING));
        assertThat(weight).isCloseTo(group.weight(), within(ROUNDING));
    }

    /** All of a part weighs less than 1, so its shares are rounded even where all that is known is best. */
    @Property(tries = TRIES)
    void whatTheIndicatorsAddToAPartIsThePartAndNeverMoreThanAll(
            @ForAll("monotone") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing,
            @ForAll boolean best) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        for (int j = 0; j < customer.length; j++) {
            customer[j] = best && !Double.isNaN(customer[j]) ? RandomIndexTree.best(scaleOf(index, j)) : customer[j];
        }
        for (Place place : groups(tree.root())) {
            IndexExplanation explanation = index.part(place.name()).explain(place.of(customer));
            if (!Double.isNaN(explanation.value())) {
                assertThatPartsAddUp(explanation);
            }
        }
    }

    @Property(tries = TRIES)
    void aPartIsWhatTheExplanationSaysOfItToTheBit(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing,
            @ForAll("renormalising") MissingPolicy policy) {
        CompositeIndex index = tree.index(policy);
        double[] customer = tree.customer(random, missing);
        Map<String, IndexExplanation> explained = new LinkedHashMap<>();
        index.explain(customer).parts().forEach(part -> addGroups(part, explained));
        for (Place place : groups(tree.root())) {
            if (explained.containsKey(place.name())) {
                IndexExplanation expected = explained.get(place.name());
                CompositeIndex part = index.part(place.name());
                assertThat(bits(part.value(place.of(customer)))).isEqualTo(bits(expected.value()));
                assertThat(bits(part.coverage(place.of(customer)))).isEqualTo(bits(expected.coverage()));
            }
        }
    }

    private static void addGroups(IndexExplanation node, Map<String, IndexExplanation> groups) {
        if (!node.isIndicator()) {
            groups.put(node.part().name(), node);
            node.parts().forEach(part -> addGroups(part, groups));
        }
    }

    /** A group and the places of its indicators among all. */
    private record Place(String name, int from, int to) {

        double[] of(double[] customer) {
            return Arrays.copyOfRange(customer, from, to);
        }
    }

    private static List<Place> groups(IndexGroup root) {
        List<Place> places = new ArrayList<>();
        addPlaces(root, 0, places);
        return places;
    }

    private static int addPlaces(IndexGroup group, int from, List<Place> places) {
        int next = from;
        for (IndexNode part : group.parts()) {
            next = part instanceof IndexGroup inner ? addPlaces(inner, next, places) : next + 1;
        }
        places.add(new Place(group.name(), from, next));
        return next;
    }

    @Property(tries = TRIES)
    void theOrderOfThePartsDoesNotMatter(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        CompositeIndex shuffled =
                CompositeIndex.of(RandomIndexTree.shuffled(tree.root(), random)).withMissing(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        double[] moved = shuffled.indicators().stream()
                .mapToDouble(indicator -> customer[index.indicators().indexOf(indicator)])
                .toArray();
        assertThat(bits(shuffled.coverage(moved))).isEqualTo(bits(index.coverage(customer)));
        if (index.coverage(customer) > 0) {
            assertThat(shuffled.value(moved)).isCloseTo(index.value(customer), within(ROUNDING));
        }
    }

    @Property(tries = TRIES)
    void anIndicatorSplitInTwoOfHalfItsWeightChangesNothing(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        int place = random.nextInt(customer.length);
        String name = index.indicators().get(place).name();
        CompositeIndex split = CompositeIndex.of(split(tree.root(), name)).withMissing(WHATEVER_IS_KNOWN);
        double[] more = new double[customer.length + 1];
        System.arraycopy(customer, 0, more, 0, place + 1);
        System.arraycopy(customer, place, more, place + 1, customer.length - place);
        double coverage = index.coverage(customer);
        assertThat(split.coverage(more)).isCloseTo(coverage, within(ROUNDING_OF_WEIGHTS));
        if (coverage > 0) {
            assertThat(split.value(more)).isCloseTo(index.value(customer), roundingAt(coverage));
        }
    }

    private static IndexGroup split(IndexGroup group, String name) {
        List<IndexNode> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (IndexNode part : group.parts()) {
            double weight = group.weights().weight(part.name());
            if (part instanceof Indicator indicator && part.name().equals(name)) {
                parts.add(indicator);
                parts.add(indicator.withNames(name + " again", name + " again"));
                weights.add(weight / 2);
                weights.add(weight / 2);
            } else {
                parts.add(part instanceof IndexGroup inner ? split(inner, name) : part);
                weights.add(weight);
            }
        }
        List<String> names = parts.stream().map(IndexNode::name).toList();
        return new IndexGroup(
                group.name(),
                group.chineseName(),
                Weights.of(
                        names, weights.stream().mapToDouble(Double::doubleValue).toArray()),
                parts);
    }

    @Property(tries = TRIES)
    void theWorstCustomerHasExactlyNothingAndTheBestExactlyAll(
            @ForAll("monotone") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] worst = tree.customer(random, missing);
        double[] best = worst.clone();
        for (int j = 0; j < worst.length; j++) {
            if (!Double.isNaN(worst[j])) {
                worst[j] = RandomIndexTree.worst(scaleOf(index, j));
                best[j] = RandomIndexTree.best(scaleOf(index, j));
            }
        }
        if (index.coverage(worst) > 0) {
            assertThat(index.value(worst)).isEqualTo(0);
            assertThat(index.value(best)).isEqualTo(1);
        }
    }

    @Property(tries = TRIES)
    void aBetterIndicatorNeverLowersTheIndex(
            @ForAll("monotone") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing) {
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double[] customer = tree.customer(random, missing);
        for (int j = 0; j < customer.length; j++) {
            Scale scale = scaleOf(index, j);
            double[] worse = customer.clone();
            double[] better = customer.clone();
            double one = RandomIndexTree.value(random, scale);
            double other = RandomIndexTree.value(random, scale);
            boolean lowIsBest = RandomIndexTree.lowIsBest(scale);
            worse[j] = lowIsBest ? Math.max(one, other) : Math.min(one, other);
            better[j] = lowIsBest ? Math.min(one, other) : Math.max(one, other);
            assertThat(index.value(better)).isGreaterThanOrEqualTo(index.value(worse));
        }
    }

    private static Scale scaleOf(CompositeIndex index, int place) {
        return (Scale) index.indicators().get(place).scale();
    }

    @Property(tries = TRIES)
    void belowItsFloorThereIsNoIndexAndElseTheFloorDoesNotMatter(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 1) double missing,
            @ForAll @DoubleRange(max = 1) double floor) {
        double[] customer = tree.customer(random, missing);
        CompositeIndex index = tree.index(WHATEVER_IS_KNOWN);
        double coverage = index.coverage(customer);
        CompositeIndex other = tree.index(MissingPolicy.renormalise(floor));
        assertThat(other.coverage(customer)).isEqualTo(coverage);
        if (coverage >= floor) {
            assertThat(bits(other.value(customer))).isEqualTo(bits(index.value(customer)));
        } else if (coverage < floor - ROUNDING) {
            assertThat(other.value(customer)).isNaN();
        }
        assertThat(bits(tree.index(MissingPolicy.renormalise(coverage)).value(customer)))
                .isEqualTo(bits(index.value(customer)));
    }

    @Property(tries = TRIES)
    void columnsGiveTheBitsOfTheScalarForm(
            @ForAll("trees") RandomIndexTree tree,
            @ForAll Random random,
            @ForAll @DoubleRange(max = 0.9) double missing,
            @ForAll("policies") MissingPolicy policy,
            @ForAll("awkward") List<Double> awkward) {
        CompositeIndex index = tree.index(policy);
        double[][] rows = new double[random.nextInt(30)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = tree.customer(random, missing);
            if (random.nextInt(3) == 0) {
                rows[i][random.nextInt(rows[i].length)] = awkward.get(random.nextInt(awkward.size()));
            }
        }
        assertColumnsHaveTheBitsOfTheScalarForm(index, rows);
    }

    /** More customers than are added at a time, most of whom lack nothing, so that every loop has its turn. */
    @Property(tries = 40)
    void thousandsInColumnsGetTheBitsOfTheScalarForm(
            @ForAll("trees") RandomIndexTree tree, @ForAll Random random, @ForAll("policies") MissingPolicy policy) {
        CompositeIndex index = tree.index(policy);
        int absent = random.nextInt(2 * index.indicators().size());
        double[][] rows = new double[2 * 1024 + random.nextInt(1024)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = tree.customer(random, i < 2048 ? 0 : 0.001);
            if (absent < rows[i].length) {
                rows[i][absent] = Double.NaN;
            }
        }
        assertColumnsHaveTheBitsOfTheScalarForm(index, rows);
    }

    private static void assertColumnsHaveTheBitsOfTheScalarForm(CompositeIndex index, double[][] rows) {
        double[][] columns = new double[index.indicators().size()][];
        Arrays.setAll(columns, j -> AnyNumber.column(rows, j));
        ColumnarContract.assertSameBits(rows.length, row -> valueOrRefusal(index, rows[row]), (from, to, out) -> {
            index.score(columns, from, to, out, new double[rows.length]);
        });
        ColumnarContract.assertSameBits(rows.length, row -> index.coverage(rows[row]), (from, to, out) -> {
            index.score(columns, from, to, new double[rows.length], out);
        });
    }

    /** In columns a customer without an index and one who is refused look the same but for the coverage. */
    private static double valueOrRefusal(CompositeIndex index, double[] row) {
        double value = index.value(row);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("no index");
        }
        return value;
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    @Provide
    Arbitrary<RandomIndexTree> trees() {
        return RandomIndexTree.any();
    }

    @Provide
    Arbitrary<RandomIndexTree> monotone() {
        return RandomIndexTree.ofMonotoneScales();
    }

    @Provide
    Arbitrary<MissingPolicy> policies() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(MissingPolicy.reject())), Tuple.of(3, renormalising()));
    }

    @Provide
    Arbitrary<MissingPolicy> renormalising() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0.0, 0.5, 1.0),
                        Arbitraries.doubles().between(0, 1).ofScale(3))
                .map(MissingPolicy::renormalise);
    }

    @Provide
    Arbitrary<List<Double>> awkward() {
        return Arbitraries.oneOf(AnyNumber.any(), Arbitraries.of(9.0, 99.0, 3.5, Double.NaN))
                .list()
                .ofSize(6);
    }
}
