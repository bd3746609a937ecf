package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An index of five indicators in groups two and three deep, computed by hand: trust weighs 0.6 x 0.5, again 0.4 x 0.5, tenure
 * and spend 0.5 x 0.75 x 0.5 each, complaints 0.25 x 0.5.
 */
class CompositeIndexTest {

    private static final double ROUNDING = 1e-15;
    private static final double MISSING = Double.NaN;

    private static final Indicator TRUST = Indicator.of("trust", "", Scale.likert(5));
    private static final Indicator AGAIN = Indicator.of("again", "", Scale.likert(0, 10));
    private static final Indicator TENURE = Indicator.of("tenure", "months", Scale.linear(0, 120));
    private static final Indicator SPEND = Indicator.of("spend", "yuan", Scale.logarithmic(10, 1000));
    private static final Indicator COMPLAINTS = Indicator.of("complaints", "", Scale.linear(4, 0));

    private static final IndexGroup ATTITUDE = group("attitude", new double[] {0.6, 0.4}, TRUST, AGAIN);
    private static final IndexGroup USE = group("use", new double[] {0.5, 0.5}, TENURE, SPEND);
    private static final IndexGroup BEHAVIOUR = group("behaviour", new double[] {0.75, 0.25}, USE, COMPLAINTS);
    private static final IndexGroup LOYALTY = group("loyalty", new double[] {0.5, 0.5}, ATTITUDE, BEHAVIOUR);
    private static final CompositeIndex INDEX = CompositeIndex.of(LOYALTY);

    /** Scores 0.75, 0.7, 0.25, 0.5 and 0.75. */
    private static final double[] CUSTOMER = {4, 7, 30, 100, 1};

    private static IndexGroup group(String name, double[] weights, IndexNode... parts) {
        return IndexGroup.of(
                name, Weights.of(Stream.of(parts).map(IndexNode::name).toList(), weights), parts);
    }

    /** Indicators from 0 to 1 in one group. */
    private static CompositeIndex flat(double... weights) {
        return CompositeIndex.of(shares("flat", weights)).withMissing(MissingPolicy.renormalise(0));
    }

    private static IndexGroup shares(String name, double... weights) {
        return group(
                name,
                weights,
                IntStream.range(0, weights.length)
                        .mapToObj(k -> Indicator.of(name + k, "", Scale.linear(0, 1)))
                        .toArray(Indicator[]::new));
    }

    private static double[] changed(int place, double value) {
        double[] values = CUSTOMER.clone();
        values[place] = value;
        return values;
    }

    @Nested
    class OfWhatIsKnown {

        /** 0.3 x 0.75 + 0.2 x 0.7 + 0.1875 x 0.25 + 0.1875 x 0.5 + 0.125 x 0.75. */
        @Test
        void theIndexIsTheWeightedMeanOfTheScores() {
            assertThat(INDEX.value(CUSTOMER)).isCloseTo(0.599375, within(ROUNDING));
            assertThat(INDEX.coverage(CUSTOMER)).isEqualTo(1);
        }

        /** Without again and spend: (0.225 + 0.046875 + 0.09375) / 0.6125. */
        @Test
        void theWeightsOfWhatIsMissingFallToTheRest() {
            double[] customer = {4, MISSING, 30, MISSING, 1};
            assertThat(INDEX.value(customer)).isCloseTo(0.365625 / 0.6125, within(ROUNDING));
            assertThat(INDEX.coverage(customer)).isCloseTo(0.6125, within(ROUNDING));
        }

        @Test
        void weightsAreMultipliedDownTheTree() {
            Weights weights = INDEX.weights();
            assertThat(weights.names()).containsExactly("trust", "again", "tenure", "spend", "complaints");
            assertThat(weights.toArray())
                    .containsExactly(new double[] {0.3, 0.2, 0.1875, 0.1875, 0.125}, within(ROUNDING));
            assertThat(weights.origin().kind()).isSameAs(WeightOrigin.Kind.COMBINED);
            assertThat(weights.origin().facts()).containsEntry("index", "loyalty");
            assertThat(INDEX.indicators()).containsExactly(TRUST, AGAIN, TENURE, SPEND, COMPLAINTS);
            assertThat(INDEX.root()).isEqualTo(LOYALTY);
        }

        @Test
        void aMissingIndicatorIsNotABadOne() {
            double[] unknown = changed(0, MISSING);
            double[] worst = changed(0, 1);
            assertThat(INDEX.value(unknown)).isCloseTo(0.374375 / 0.7, within(ROUNDING));
            assertThat(INDEX.value(worst)).isCloseTo(0.374375, within(ROUNDING));
        }

        @Test
        void theWorstAndTheBestAreExact() {
            assertThat(INDEX.value(1, 0, -5, 0, 99)).isEqualTo(0);
            assertThat(INDEX.value(5, 10, 120, 1e9, 0)).isEqualTo(1);
        }
    }

    @Nested
    class Coverage {

        @Test
        void isExactlyOneHalfWhereExactlyOneHalfIsKnown() {
            assertThat(INDEX.coverage(4, 7, MISSING, MISSING, MISSING)).isEqualTo(0.5);
            assertThat(INDEX.coverage(MISSING, MISSING, 30, 100, 1)).isEqualTo(0.5);
            assertThat(INDEX.value(MISSING, MISSING, 30, 100, 1)).isCloseTo(0.46875, within(ROUNDING));
        }

        /** Weights as judgements give them, to four digits and to seventeen, in any order. */
        @Test
        void isExactlyOneHalfWhateverTheWeightsWithinTheHalf() {
            double third = 1 / 3.0;
            for (double[] weights : List.of(
                    new double[] {0.3966, 0.3966, 0.0468, 0.16},
                    new double[] {0.39659371748521163, 0.39659371748521163, 0.04682117112119166, 0.15999139390838505},
                    new double[] {0.1, 0.2, 0.3, 0.4},
                    new double[] {third, third, third / 2, 1 - third - third - third / 2})) {
                for (double[] order : orders(weights)) {
                    CompositeIndex index = CompositeIndex.of(
                            group("all", new double[] {0.5, 0.5}, shares("a", order), shares("b", order)));
                    double[] first = {1, 1, 0, 0, MISSING, MISSING, MISSING, MISSING};
                    double[] second = {MISSING, MISSING, MISSING, MISSING, 1, 1, 0, 0};
                    assertThat(index.coverage(first)).as(Arrays.toString(order)).isEqualTo(0.5);
                    assertThat(index.coverage(second))
                            .as(Arrays.toString(order))
                            .isEqualTo(0.5);
                    assertThat(index.value(first)).isNotNaN();
                    assertThat(index.coverage(1, 1, 0, 0, 1, 1, 0, 0)).isEqualTo(1);
                }
            }
        }

        private List<double[]> orders(double[] weights) {
            List<double[]> orders = new ArrayList<>();
            int n = weights.length;
            for (int code = 0; code < 256; code++) {
                int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
                if (Arrays.stream(order).distinct().count() == n) {
                    orders.add(Arrays.stream(order).mapToDouble(k -> weights[k]).toArray());
                }
            }
            assertThat(orders).hasSize(24);
            return orders;
        }

        /** What rounding to units leaves must not be taken from a weight that needs no rounding. */
        @Test
        void isExactlyOneHalfWhereOneIndicatorWeighsThatMuch() {
            for (int others = 1; others <= 50; others++) {
                double[] weights = new double[others + 1];
                Arrays.fill(weights, 0.5 / others);
                weights[0] = 0.5;
                assertThat(flat(weights).coverage(firstOnly(others + 1)))
                        .as("coverage beside %s others", others)
                        .isEqualTo(0.5);
            }
        }

        /** As much as six others together, so one half, but in doubles 0.4999999999999999. */
        @Test
        void isOneHalfForTheFloorWhereWeightsAreOneHalfButForTheirRounding() {
            for (int others = 1; others <= 50; others++) {
                double[] measures = new double[others + 1];
                Arrays.fill(measures, 1);
                measures[0] = others;
                List<String> names = IntStream.rangeClosed(0, others)
                        .mapToObj(k -> "flat" + k)
                        .toList();
                CompositeIndex index = flat(Weights.proportionalTo(names, measures)
                                .toArray())
                        .withMissing(MissingPolicy.renormalise(0.5));
                assertThat(index.value(firstOnly(others + 1)))
                        .as("index beside %s others", others)
                        .isEqualTo(0);
            }
        }

        private double[] firstOnly(int n) {
            double[] customer = new double[n];
            Arrays.fill(customer, 1, n, MISSING);
            return customer;
        }

        @Test
        void isExactlyOneOfAllHoweverManyTheyAre() {
            for (int n = 1; n <= 60; n++) {
                double[] weights = new double[n];
                Arrays.fill(weights, 1.0 / n);
                assertThat(flat(weights).coverage(new double[n])).isEqualTo(1);
            }
        }

        @Test
        void isExactlyOneWhereTheWeightsAreOneOnlyNearly() {
            assertThat(flat(0.3, 0.7 - 9e-10).coverage(0, 0)).isEqualTo(1);
            assertThat(flat(0.3, 0.7 + 9e-10).coverage(0, 0)).isEqualTo(1);
            assertThat(flat(0.3, 0.7 - 9e-10).value(1, 1)).isEqualTo(1);
        }

        @Test
        void isNothingWhereNothingIsKnown() {
            assertThat(INDEX.coverage(MISSING, MISSING, MISSING, MISSING, MISSING))
                    .isEqualTo(0);
        }
    }

    @Nested
    class MissingIndicators {

        @Test
        void makeNoIndexBelowOneHalfUnlessStatedOtherwise() {
            assertThat(INDEX.missing()).isEqualTo(MissingPolicy.renormalise(0.5));
            assertThat(INDEX.value(4, MISSING, 30, MISSING, MISSING)).isNaN();
            assertThat(INDEX.coverage(4, MISSING, 30, MISSING, MISSING)).isCloseTo(0.4875, within(ROUNDING));
        }

        @Test
        void countAgainstTheFloorThatIsStated() {
            double[] customer = {MISSING, MISSING, 30, 100, MISSING};
            assertThat(INDEX.coverage(customer)).isEqualTo(0.375);
            assertThat(INDEX.withMissing(MissingPolicy.renormalise(0.375)).value(customer))
                    .isCloseTo(0.375, within(ROUNDING));
            assertThat(INDEX.withMissing(MissingPolicy.renormalise(0.375001)).value(customer))
                    .isNaN();
            assertThat(INDEX.withMissing(MissingPolicy.renormalise(1)).value(changed(4, MISSING)))
                    .isNaN();
            assertThat(INDEX.withMissing(MissingPolicy.renormalise(1)).value(CUSTOMER))
                    .isEqualTo(INDEX.value(CUSTOMER));
        }

        @Test
        void reachAFloorOfTheVeryWeightThatIsKnown() {
            for (int percent = 1; percent < 100; percent++) {
                double weight = percent / 100.0;
                CompositeIndex index = flat(weight, 1 - weight).withMissing(MissingPolicy.renormalise(weight));
                assertThat(index.value(0.25, MISSING))
                        .as("the index of weight %s", weight)
                        .isEqualTo(0.25);
            }
        }

        /** As many of equal weight as the floor asks for are enough, whichever they are. */
        @ParameterizedTest
        @CsvSource({"1, 3", "2, 3", "3, 5", "4, 5", "2, 6", "5, 6", "3, 7", "5, 9", "7, 10", "9, 11"})
        void ofEqualWeightReachAFloorOfTheirShare(int known, int all) {
            double[] weights = new double[all];
            Arrays.fill(weights, 1.0 / all);
            CompositeIndex index = flat(weights).withMissing(MissingPolicy.renormalise((double) known / all));
            for (int first = 0; first < all; first++) {
                double[] customer = new double[all];
                Arrays.fill(customer, MISSING);
                for (int k = 0; k < known; k++) {
                    customer[(first + k) % all] = 1;
                }
                assertThat(index.value(customer))
                        .as("the index of %s", Arrays.toString(customer))
                        .isEqualTo(1);
            }
        }

        @Test
        void makeNoIndexOfNothingWhateverTheFloor() {
            double[] customer = {MISSING, MISSING, MISSING, MISSING, MISSING};
            CompositeIndex index = INDEX.withMissing(MissingPolicy.renormalise(0));
            assertThat(index.value(customer)).isNaN();
            assertThat(index.coverage(customer)).isEqualTo(0);
            assertThat(index.value(changed(0, MISSING))).isEqualTo(INDEX.value(changed(0, MISSING)));
        }

        @Test
        void areRefusedByNameIfThatIsThePolicy() {
            CompositeIndex index = INDEX.withMissing(MissingPolicy.reject());
            assertThat(index.value(CUSTOMER)).isEqualTo(INDEX.value(CUSTOMER));
            assertThat(index.coverage(CUSTOMER)).isEqualTo(1);
            for (int place = 0; place < CUSTOMER.length; place++) {
                double[] customer = changed(place, MISSING);
                String name = INDEX.indicators().get(place).name();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.value(customer))
                        .withMessage(name + " must not be missing, but was NaN");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.coverage(customer))
                        .withMessage(name + " must not be missing, but was NaN");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.explain(customer))
                        .withMessage(name + " must not be missing, but was NaN");
            }
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
        void haveAFloorFromZeroToOne(double floor) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MissingPolicy.renormalise(floor))
                    .withMessage("coverage floor must be in [0, 1], but was " + floor);
        }
    }

    @Nested
    class RefusedValues {

        static Stream<MissingPolicy> policies() {
            return Stream.of(MissingPolicy.reject(), MissingPolicy.renormalise(0), MissingPolicy.renormalise(0.5));
        }

        @ParameterizedTest
        @MethodSource("policies")
        void areNamedWithTheirBoundWhateverThePolicy(MissingPolicy policy) {
            CompositeIndex index = INDEX.withMissing(policy);
            String orMissing = policy.equals(MissingPolicy.reject()) ? "" : " or missing";
            for (double infinite : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.value(changed(2, infinite)))
                        .withMessage("tenure must be finite" + orMissing + ", but was " + infinite);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.coverage(changed(3, infinite)))
                        .withMessage("spend must be finite" + orMissing + ", but was " + infinite);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> index.explain(changed(0, infinite)))
                        .withMessage("trust must be in [1.0, 5.0]" + orMissing + ", but was " + infinite);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.value(changed(0, 99)))
                    .withMessage("trust must be in [1.0, 5.0]" + orMissing + ", but was 99.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.value(changed(1, -1)))
                    .withMessage("again must be in [0.0, 10.0]" + orMissing + ", but was -1.0");
        }

        @Test
        void areRefusedEvenWhereTooLittleIsKnownForAnIndex() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> INDEX.value(MISSING, MISSING, MISSING, MISSING, Double.POSITIVE_INFINITY))
                    .withMessage("complaints must be finite or missing, but was Infinity");
        }

        @Test
        void mustBeAsManyAsTheIndicators() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> INDEX.value(1, 2))
                    .withMessage("values must have length 5, but had 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> INDEX.coverage(1, 2, 3, 4, 5, 6))
                    .withMessage("values must have length 5, but had 6");
            assertThatIllegalArgumentException()
                    .isThrownBy(INDEX::explain)
                    .withMessage("values must have length 5, but had 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> INDEX.score(new double[4][3], 0, 3, new double[3], new double[3]))
                    .withMessage("columns must have length 5, but had 4");
        }
    }

    @Nested
    class Columns {

        /** Known, below the floor, refused, and nothing known at all. */
        @Test
        void tellACustomerWithoutAnIndexFromOneWhoIsRefused() {
            double[][] columns = {
                {4, 4, 99, MISSING},
                {7, MISSING, 7, MISSING},
                {30, MISSING, 30, MISSING},
                {100, MISSING, 100, MISSING},
                {1, MISSING, 1, MISSING}
            };
            double[] value = new double[4];
            double[] coverage = new double[4];
            INDEX.score(columns, 0, 4, value, coverage);
            assertThat(value[0]).isEqualTo(INDEX.value(CUSTOMER));
            assertThat(value).endsWith(MISSING, MISSING, MISSING);
            assertThat(coverage).containsExactly(new double[] {1, 0.3, MISSING, 0}, within(ROUNDING));
        }

        @Test
        void areNaNOfAnIncompleteCustomerIfThePolicyRefusesThat() {
            double[][] columns = {{4, 4}, {7, MISSING}, {30, 30}, {100, 100}, {1, 1}};
            double[] value = new double[2];
            double[] coverage = new double[2];
            INDEX.withMissing(MissingPolicy.reject()).score(columns, 0, 2, value, coverage);
            assertThat(value).containsExactly(INDEX.value(CUSTOMER), MISSING);
            assertThat(coverage).containsExactly(1, MISSING);
        }
    }

    @Nested
    class Parts {

        @Test
        void haveTheIndexOfTheirIndicatorsAlone() {
            CompositeIndex attitude = INDEX.part("attitude");
            assertThat(attitude.indicators()).containsExactly(TRUST, AGAIN);
            assertThat(attitude.weights().toArray()).containsExactly(new double[] {0.6, 0.4}, within(ROUNDING));
            assertThat(attitude.value(4, 7)).isCloseTo(0.73, within(ROUNDING));
            assertThat(INDEX.part("use").value(30, 100)).isCloseTo(0.375, within(ROUNDING));
            assertThat(INDEX.part("use").root()).isEqualTo(USE);
            assertThat(INDEX.part("behaviour").part("use")).isEqualTo(INDEX.part("use"));
        }

        @Test
        void areKnownWhereverOneOfThemIs() {
            CompositeIndex attitude = INDEX.withMissing(MissingPolicy.reject()).part("attitude");
            assertThat(attitude.missing()).isEqualTo(MissingPolicy.renormalise(0));
            assertThat(attitude.value(MISSING, 7)).isCloseTo(0.7, within(ROUNDING));
            assertThat(attitude.coverage(MISSING, 7)).isCloseTo(0.4, within(ROUNDING));
            assertThat(attitude.coverage(4, 7)).isEqualTo(1);
            assertThat(attitude.value(MISSING, MISSING)).isNaN();
        }

        @Test
        void mayBeTheWhole() {
            CompositeIndex whole = INDEX.part("loyalty");
            assertThat(whole).isEqualTo(INDEX.withMissing(MissingPolicy.renormalise(0)));
            assertThat(whole.value(CUSTOMER)).isEqualTo(INDEX.value(CUSTOMER));
        }

        @ParameterizedTest
        @ValueSource(strings = {"price", "tenure", "Use"})
        void mustBeGroupsOfTheIndex(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> INDEX.part(name))
                    .withMessage("there is no group \"" + name + "\" in loyalty");
        }
    }

    @Nested
    class Groups {

        @Test
        void mustHaveTheWeightsOfTheirPartsInTheirOrder() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexGroup.of("g", Weights.equal(List.of("again", "trust")), TRUST, AGAIN))
                    .withMessage("weights of g must be of [trust, again], but were of [again, trust]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexGroup.of("g", Weights.equal(List.of("trust")), TRUST, AGAIN))
                    .withMessage("weights of g must be of [trust, again], but were of [trust]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexGroup.of("g", Weights.equal(List.of("trust"))))
                    .withMessage("weights of g must be of [], but were of [trust]");
        }

        @Test
        void mustHaveNamesThatAreDistinctAtAnyDepth() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> group("trust", new double[] {0.6, 0.4}, TRUST, AGAIN))
                    .withMessage("names in trust must be distinct, but \"trust\" stands twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> group("all", new double[] {0.5, 0.5}, LOYALTY, TENURE))
                    .withMessage("names in all must be distinct, but \"tenure\" stands twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> group("use", new double[] {0.5, 0.5}, ATTITUDE, BEHAVIOUR))
                    .withMessage("names in use must be distinct, but \"use\" stands twice");
        }

        @Test
        void mustHaveNamesThatArePlainToSee() {
            Weights weights = Weights.equal(List.of("trust"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndexGroup.of(" ", weights, TRUST))
                    .withMessage("name of a group must not be blank, but was \" \"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IndexGroup("g", "", weights, List.of(TRUST)))
                    .withMessage("Chinese name of g must not be blank, but was \"\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Indicator.of("", "yuan", Scale.likert(5)))
                    .withMessage("name of an indicator must not be blank, but was \"\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Indicator("x", "\t", "yuan", Scale.likert(5)))
                    .withMessage("Chinese name of x must not be blank, but was \"\t\"");
        }

        @Test
        void knowTheirIndicatorsAtAnyDepth() {
            assertThat(LOYALTY.indicators()).containsExactly(TRUST, AGAIN, TENURE, SPEND, COMPLAINTS);
            assertThat(BEHAVIOUR.indicators()).containsExactly(TENURE, SPEND, COMPLAINTS);
        }

        @Test
        void cannotBeChanged() {
            List<IndexNode> parts = new ArrayList<>(List.of(TRUST, AGAIN));
            IndexGroup group =
                    new IndexGroup("attitude", "attitude", Weights.of(List.of("trust", "again"), 0.6, 0.4), parts);
            parts.clear();
            assertThat(group).isEqualTo(ATTITUDE);
        }
    }

    @Test
    void aScaleThatIsYetToBeFittedIsRefusedByName() {
        Indicator unfitted = SPEND.withScale(ScaleRule.minMax());
        IndexGroup root = group("all", new double[] {0.5, 0.5}, ATTITUDE, group("use", new double[] {1}, unfitted));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeIndex.of(root))
                .withMessageStartingWith(
                        "scale of spend must be stated, or fitted to customers, but is yet to be fitted");
    }

    @Test
    void aWeightThatIsLostInTheWholeIsRefusedByName() {
        double small = 1e-8;
        IndexGroup inner = group("inner", new double[] {1 - small, small}, TENURE, SPEND);
        IndexGroup root = group("all", new double[] {1 - small, small}, TRUST, inner);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeIndex.of(root))
                .withMessageStartingWith("weight of spend in the whole index must be at least 2.220446049250313E-16");
        assertThatNoException().isThrownBy(() -> CompositeIndex.of(inner));
    }

    @Test
    void anIndicatorMayBeAllThereIs() {
        CompositeIndex index = CompositeIndex.of(group("all", new double[] {1}, TRUST));
        assertThat(index.value(3)).isEqualTo(0.5);
        assertThat(index.coverage(3)).isEqualTo(1);
        assertThat(index.value(MISSING)).isNaN();
    }

    @Test
    void twoAreEqualIfTreesScalesAndPoliciesAre() {
        CompositeIndex same = CompositeIndex.of(group(
                "loyalty",
                new double[] {0.5, 0.5},
                ATTITUDE,
                group("behaviour", new double[] {0.75, 0.25}, USE, COMPLAINTS.withScale(Scale.linear(4, 0)))));
        assertThat(INDEX)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isEqualTo(INDEX.withMissing(MissingPolicy.renormalise(0.5)))
                .isNotEqualTo(INDEX.withMissing(MissingPolicy.renormalise(0.4)))
                .isNotEqualTo(INDEX.withMissing(MissingPolicy.reject()))
                .isNotEqualTo(CompositeIndex.of(group("loyalty", new double[] {0.4, 0.6}, ATTITUDE, BEHAVIOUR)))
                .isNotEqualTo(CompositeIndex.of(group("Loyalty", new double[] {0.5, 0.5}, ATTITUDE, BEHAVIOUR)))
                .isNotEqualTo(CompositeIndex.of(group("loyalty", new double[] {0.5, 0.5}, BEHAVIOUR, ATTITUDE)))
                .isNotEqualTo(CompositeIndex.of(group(
                        "loyalty",
                        new double[] {0.5, 0.5},
                        ATTITUDE,
                        group("behaviour", new double[] {0.75, 0.25}, USE, COMPLAINTS.withScale(Scale.linear(5, 0))))))
                .isNotEqualTo("loyalty");
    }

    @Test
    void itReadsAsItsWeights() {
        assertThat(INDEX.toString())
                .startsWith("CompositeIndex[loyalty: Weights[trust=0.3000, again=0.2000, tenure=0.1875, spend=0.1875,"
                        + " complaints=0.1250]");
    }

    @Test
    void answersOfAnyRangeAreRefusedInColumnsAsTheyAreAlone() {
        Indicator wide = Indicator.of("wide", "", Scale.likert(1, Double.MAX_VALUE));
        CompositeIndex index = CompositeIndex.of(IndexGroup.of("whole", Weights.equal(List.of("wide")), wide));
        double[] value = new double[1];
        double[] coverage = new double[1];

        index.score(new double[][] {{0}}, 0, 1, value, coverage);

        assertThat(coverage[0]).isNaN();
        assertThat(value[0]).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> index.value(0));
    }

    @Test
    void aColumnThatIsTooShortIsRefusedByName() {
        CompositeIndex index = CompositeIndex.of(
                IndexGroup.of("whole", Weights.equal(List.of("x")), Indicator.of("x", "", Scale.linear(0, 1))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.score(new double[][] {{0.5}}, 0, 2, new double[2], new double[2]))
                .withMessage("column of x must have at least 2 values, but had 1");
    }
}
