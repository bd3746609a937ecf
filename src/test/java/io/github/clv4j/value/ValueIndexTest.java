package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the value index promises: its structure, judgements that hold together, tenure and ARPU on top. */
class ValueIndexTest {

    private static final int CUSTOMERS = 500;

    @Test
    void itHasTwoDimensionsOfTwoKeyPointsEachAndThirteenIndicators() {
        IndexGroup root = ValueIndex.standard().plan().root();

        assertThat(structure(root))
                .isEqualTo("value index("
                        + "current value("
                        + "revenue contribution(ARPU, revenue trend, data share of revenue, payment punctuality), "
                        + "cost to serve(service contacts, subsidy rate, channel cost)), "
                        + "potential value("
                        + "relationship(tenure, contract remaining, satisfaction), "
                        + "growth(services held, new-service adoption, referrals)))");
        assertThat(root.indicators()).hasSize(13);
        assertThat(groups(root)).hasSize(1 + 2 + 4);
    }

    @ParameterizedTest
    @EnumSource
    void tenureAndArpuMatterMostHoweverTheJudgementsAreSolved(WeightMethod method) {
        Weights weights = solved(method).plan().weights();

        assertThat(weights.ranking().subList(0, 2)).containsExactlyInAnyOrder("tenure", "ARPU");
        double third = weights.weight(weights.ranking().get(2));
        assertThat(weights.weight("tenure")).isGreaterThan(1.5 * third);
        assertThat(weights.weight("ARPU")).isGreaterThan(1.5 * third);
    }

    @ParameterizedTest
    @EnumSource
    void theJudgementsOfEveryGroupHoldTogetherAndTheWeightsSayThatTheyAreJudged(WeightMethod method) {
        for (IndexGroup group : groups(solved(method).plan().root())) {
            WeightOrigin origin = group.weights().origin();
            assertThat(origin.kind()).isEqualTo(WeightOrigin.Kind.JUDGED);
            assertThat(Double.parseDouble(origin.facts().get("consistencyRatio")))
                    .as(group.name())
                    .isBetween(0.0, 0.0999);
        }
    }

    /** The second route: the products of the principal eigenvectors of Commons Math. */
    @Test
    void theWeightsAreProductsOfEigenvectorsOnTheWayDown() {
        Map<String, Double> expected = new HashMap<>();
        addWeights(ValueIndex.WHOLE, 1, expected);

        Weights weights = ValueIndex.standard().plan().weights();

        assertThat(expected).hasSize(13);
        for (String name : weights.names()) {
            assertThat(weights.weight(name)).as(name).isCloseTo(expected.get(name), within(1e-12));
        }
    }

    private static void addWeights(String group, double weight, Map<String, Double> weights) {
        PairwiseMatrix matrix = ValueIndex.standard().judgements().get(group);
        if (matrix == null) {
            weights.put(group, weight);
            return;
        }
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(matrix.toArray()));
        int largest = 0;
        for (int k = 1; k < matrix.order(); k++) {
            largest = eigen.getRealEigenvalue(k) > eigen.getRealEigenvalue(largest) ? k : largest;
        }
        double[] vector = eigen.getEigenvector(largest).toArray();
        double sum = 0;
        for (double component : vector) {
            sum += component;
        }
        for (int k = 0; k < vector.length; k++) {
            addWeights(matrix.names().get(k), weight * vector[k] / sum, weights);
        }
    }

    @Test
    void everyPartHasANameAndAUnitInBothLanguages() {
        List<IndexNode> parts = nodes(ValueIndex.standard().plan().root());

        assertThat(parts).hasSize(7 + 13);
        assertThat(parts).extracting(IndexNode::chineseName).doesNotHaveDuplicates();
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.displayName(Language.ENGLISH)).matches("[ -~]+");
            assertThat(part.displayName(Language.CHINESE)).containsPattern("\\p{IsHan}|ARPU");
        });
        assertThat(ValueIndex.standard().plan().root().indicators()).allSatisfy(indicator -> {
            assertThat(indicator.displayUnit(Language.ENGLISH)).isNotBlank();
            assertThat(indicator.displayUnit(Language.CHINESE)).containsPattern("\\p{IsHan}|至");
        });
    }

    @Test
    void scalesWithoutANaturalRangeAreFittedToTheBase() {
        assertThat(ValueIndex.standard().plan().toFit())
                .extracting(Indicator::name)
                .containsExactly(
                        "ARPU",
                        "service contacts",
                        "channel cost",
                        "tenure",
                        "contract remaining",
                        "services held",
                        "referrals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueIndex.standard().plan().index())
                .withMessageStartingWith("scale of ARPU must be stated, or fitted to customers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service contacts", "subsidy rate", "channel cost"})
    void whoCostsLittleScoresHigh(String cost) {
        Scale scale = scale(fitted(3), cost);

        assertThat(scale.score(scale.lowest())).isEqualTo(1);
        assertThat(scale.score(scale.highest())).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theIndexIsBetweenZeroAndOneAndItsPartsAddUp(long seed) {
        Random random = new Random(seed);
        CompositeIndex index = fitted(seed);
        double[][] columns = columns(seed).values().toArray(double[][]::new);
        double[] value = new double[CUSTOMERS];
        double[] coverage = new double[CUSTOMERS];
        index.score(columns, 0, CUSTOMERS, value, coverage);

        for (int i = 0; i < CUSTOMERS; i++) {
            double[] row = row(columns, i);
            if (i % 2 == 1) {
                row[random.nextInt(13)] = Double.NaN;
            } else {
                assertThat(value[i]).isEqualTo(index.value(row));
            }
            IndexExplanation explained = index.explain(row);
            assertThat(explained.value()).isEqualTo(index.value(row)).isBetween(0.0, 1.0);
            assertThat(explained.contributions().stream()
                            .mapToDouble(Contribution::amount)
                            .sum())
                    .isCloseTo(explained.value(), within(1e-12));
        }
    }

    @Test
    void theBestCustomerOfTheBaseScoresOneAndTheWorstZero() {
        CompositeIndex index = fitted(7);

        assertThat(index.value(ends(index, 1))).isCloseTo(1, within(1e-15));
        assertThat(index.value(ends(index, 0))).isZero();
    }

    private static double[] ends(CompositeIndex index, double score) {
        return index.indicators().stream()
                .map(indicator -> (Scale) indicator.scale())
                .mapToDouble(scale -> scale.score(scale.lowest()) == score ? scale.lowest() : scale.highest())
                .toArray();
    }

    @Test
    void judgementsOfYourOwnReplaceThoseOfTheirGroup() {
        PairwiseMatrix own =
                PairwiseMatrix.ofUpperTriangle(List.of(ValueIndex.CURRENT_VALUE, ValueIndex.POTENTIAL_VALUE), 4);
        ValueIndex changed = ValueIndex.standard().withJudgements(ValueIndex.WHOLE, own);

        assertThat(changed.plan().root().weights().toArray()).containsExactly(new double[] {.8, .2}, within(1e-15));
        assertThat(changed.judgements()).containsEntry(ValueIndex.WHOLE, own);
        assertThat(changed.judgements().keySet())
                .containsExactlyElementsOf(ValueIndex.standard().judgements().keySet());
        assertThat(ValueIndex.standard().plan().root().weights().toArray()).containsExactly(.5, .5);
    }

    @Test
    void aScaleOfYourOwnReplacesThatOfTheIndicator() {
        ValueIndex changed = ValueIndex.standard().withScale("tenure", Scale.linear(0, 60));

        assertThat(changed.plan().toFit()).extracting(Indicator::name).doesNotContain("tenure");
        assertThat(changed.withScale("tenure", ScaleRule.ranks()).plan().toFit())
                .extracting(Indicator::name)
                .contains("tenure");
    }

    @Test
    void thePolicyForWhatIsMissingCanBeChanged() {
        assertThat(ValueIndex.standard().plan().missing()).isEqualTo(MissingPolicy.renormalise(0.5));
        assertThat(ValueIndex.standard()
                        .withMissing(MissingPolicy.reject())
                        .plan()
                        .missing())
                .isEqualTo(MissingPolicy.reject());
    }

    @Test
    void whatIsNotThereIsRefusedByItsName() {
        PairwiseMatrix two = PairwiseMatrix.ofUpperTriangle(List.of("tenure", "ARPU"), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueIndex.standard().withJudgements("costs", two))
                .withMessageStartingWith("there is no group \"costs\"; known are [value index, current value, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueIndex.standard().withJudgements("relationship", two))
                .withMessage("judgements on relationship must be on [tenure, contract remaining, satisfaction],"
                        + " but were on [tenure, ARPU]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueIndex.standard().withScale("arpu", Scale.linear(0, 1)))
                .withMessageStartingWith("there is no indicator \"arpu\"; known are [ARPU, revenue trend, ");
    }

    @Test
    void judgementsThatContradictEachOtherAreRefusedWithTheirGroup() {
        PairwiseMatrix circle =
                PairwiseMatrix.ofUpperTriangle(List.of("tenure", "contract remaining", "satisfaction"), 9, 1 / 9.0, 9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueIndex.standard()
                        .withJudgements("relationship", circle)
                        .plan())
                .withMessageStartingWith(
                        "consistency ratio of the judgements on relationship must be below 0.1, but was ");
    }

    @ParameterizedTest
    @CsvSource({"ARPU", "tenure", "referrals"})
    void theUnitsOfFittedValuesDoNotMatter(String name) {
        Map<String, double[]> columns = columns(5);
        Map<String, double[]> scaled = new HashMap<>(columns);
        double[] dear = columns.get(name).clone();
        for (int i = 0; i < dear.length; i++) {
            dear[i] *= 8;
        }
        scaled.put(name, dear);
        double[] row = row(columns.values().toArray(double[][]::new), 4);
        double[] same = row.clone();
        same[List.copyOf(columns.keySet()).indexOf(name)] *= 8;

        double value = ValueIndex.standard().plan().fit(columns::get).value(row);

        assertThat(ValueIndex.standard().plan().fit(scaled::get).value(same)).isCloseTo(value, within(1e-14));
    }

    @Test
    void thePageOfTheModelHasEveryIndicatorWithBothNamesAndItsWeight() throws IOException {
        String page = Files.readString(Path.of("docs/models/value.md"));
        Weights weights = ValueIndex.standard().plan().weights();

        for (Indicator indicator : ValueIndex.standard().plan().root().indicators()) {
            assertThat(page)
                    .containsPattern("\\| " + indicator.name() + " \\| " + indicator.chineseName() + " \\|.*\\| "
                            + String.format(Locale.ROOT, "%.4f", weights.weight(indicator.name()))
                                    .substring(1)
                            + " \\|");
        }
    }

    private static ValueIndex solved(WeightMethod method) {
        return ValueIndex.standard().withSolver(AhpSolver.withDefaults().withMethod(method));
    }

    private static CompositeIndex fitted(long seed) {
        return ValueIndex.standard().plan().fit(columns(seed)::get);
    }

    /** Random customers, in the order of the indicators; answers are whole numbers of 1 to 5. */
    private static Map<String, double[]> columns(long seed) {
        Random random = new Random(seed);
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (Indicator indicator : ValueIndex.standard().plan().root().indicators()) {
            columns.put(
                    indicator.name(),
                    indicator.name().equals("satisfaction")
                            ? random.ints(CUSTOMERS, 1, 6).asDoubleStream().toArray()
                            : random.doubles(CUSTOMERS, 0, 1.5).toArray());
        }
        return columns;
    }

    private static double[] row(double[][] columns, int customer) {
        double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][customer];
        }
        return row;
    }

    private static Scale scale(CompositeIndex index, String name) {
        return index.indicators().stream()
                .filter(indicator -> indicator.name().equals(name))
                .map(indicator -> (Scale) indicator.scale())
                .findFirst()
                .orElseThrow();
    }

    private static String structure(IndexNode node) {
        return node instanceof IndexGroup group
                ? node.name() + "("
                        + String.join(
                                ", ",
                                group.parts().stream()
                                        .map(ValueIndexTest::structure)
                                        .toList())
                        + ")"
                : node.name();
    }

    private static List<IndexGroup> groups(IndexGroup root) {
        return nodes(root).stream()
                .filter(IndexGroup.class::isInstance)
                .map(IndexGroup.class::cast)
                .toList();
    }

    private static List<IndexNode> nodes(IndexNode node) {
        List<IndexNode> nodes = new ArrayList<>(List.of(node));
        if (node instanceof IndexGroup group) {
            group.parts().forEach(part -> nodes.addAll(nodes(part)));
        }
        return nodes;
    }
}
