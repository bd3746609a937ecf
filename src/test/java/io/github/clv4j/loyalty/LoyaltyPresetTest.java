package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the presets promise: the published weights, judgements that hold together, names in both languages. */
class LoyaltyPresetTest {

    private static final int CUSTOMERS = 400;

    @ParameterizedTest
    @CsvSource({
        "average spend, .397, .396609",
        "tenure, .397, .396609",
        "services held, .046, .046829",
        "consumption trend, .160, .159952",
    })
    void telecomWeighsBehaviourAsThePrintDoes(String indicator, double printed, double reconstructed) {
        IndexPlan plan = LoyaltyPreset.TELECOM.builder().plan();

        double weight = group(plan, LoyaltyIndex.BEHAVIOURAL).weights().weight(indicator);

        assertThat(weight).isCloseTo(printed, within(1e-3)).isCloseTo(reconstructed, within(1e-6));
        assertThat(plan.weights().weight(indicator)).isCloseTo(weight / 2, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "satisfaction, .250, 3",
        "recommends, .250, 3",
        "attitude to competitors, .083, 1",
        "price sensitivity, .250, 3",
        "tolerance of quality incidents, .083, 1",
        "resistance to price cuts, .083, 1",
    })
    void telecomWeighsFeelingAsThePrintDoes(String indicator, double printed, double twelfths) {
        IndexPlan plan = LoyaltyPreset.TELECOM.builder().plan();

        double weight = group(plan, LoyaltyIndex.EMOTIONAL).weights().weight(indicator);

        assertThat(weight).isCloseTo(printed, within(1e-3)).isCloseTo(twelfths / 12, within(1e-15));
        assertThat(plan.weights().weight(indicator)).isCloseTo(twelfths / 24, within(1e-15));
    }

    /** The figures of the same judgements by the eigenvector, which are not the printed ones. */
    @Test
    void telecomIsPrintedByTheGeometricMeanAndNotByTheEigenvector() {
        Weights weights = group(
                        LoyaltyPreset.TELECOM
                                .builder()
                                .solver(AhpSolver.withDefaults().withMethod(WeightMethod.EIGENVECTOR))
                                .plan(),
                        LoyaltyIndex.BEHAVIOURAL)
                .weights();

        assertThat(weights.toArray()).containsExactly(new double[] {.395025, .395025, .047306, .162644}, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "satisfaction, 1",
        "recommends, 1",
        "tolerance of quality incidents, 1",
        "resistance to price cuts, 1",
        "attitude to competitors, 0",
        "price sensitivity, 0",
    })
    void whoCaresForRivalsAndPricesIsNotLoyalToATelecom(String indicator, double scoreOfFive) {
        Scale scale = (Scale)
                indicator(LoyaltyPreset.TELECOM.builder().plan(), indicator).scale();

        assertThat(scale.score(5)).isEqualTo(scoreOfFive);
        assertThat(scale.score(1)).isEqualTo(1 - scoreOfFive);
        assertThat(scale.score(3)).isEqualTo(0.5);
        assertThat(scale.admits(6)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theJudgementsOfEveryGroupHoldTogether(LoyaltyPreset preset) {
        for (IndexGroup group : groups(preset.builder().plan().root())) {
            if (!group.name().equals(LoyaltyIndex.WHOLE)) {
                WeightOrigin origin = group.weights().origin();
                assertThat(origin.kind()).isEqualTo(WeightOrigin.Kind.JUDGED);
                assertThat(Double.parseDouble(origin.facts().get("consistencyRatio")))
                        .as(group.name())
                        .isBetween(0.0, 0.0999);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void behaviourAndFeelingWeighTheSame(LoyaltyPreset preset) {
        IndexGroup root = preset.builder().plan().root();

        assertThat(root.name()).isEqualTo(LoyaltyIndex.WHOLE);
        assertThat(root.weights().names()).containsExactly(LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.EMOTIONAL);
        assertThat(root.weights().toArray()).containsExactly(0.5, 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void everyPartHasANameInBothLanguages(LoyaltyPreset preset) {
        List<IndexNode> parts = nodes(preset.builder().plan().root());
        Set<String> english = new HashSet<>();
        Set<String> chinese = new HashSet<>();

        for (IndexNode part : parts) {
            assertThat(part.displayName(Language.ENGLISH)).isNotBlank().matches("[ -~]+");
            assertThat(part.displayName(Language.CHINESE)).isNotBlank().doesNotMatch("[ -~]+");
            assertThat(english.add(part.displayName(Language.ENGLISH)))
                    .as(part.name())
                    .isTrue();
            assertThat(chinese.add(part.displayName(Language.CHINESE)))
                    .as(part.name())
                    .isTrue();
            if (part instanceof Indicator indicator) {
                assertThat(indicator.unit().isEmpty())
                        .isEqualTo(indicator.chineseUnit().isEmpty());
            }
        }
        assertThat(preset.displayName(Language.ENGLISH)).isNotBlank();
        assertThat(preset.displayName(Language.CHINESE))
                .isNotBlank()
                .isNotEqualTo(preset.displayName(Language.ENGLISH));
    }

    @Test
    void aTelecomPresetHasANameInBothLanguages() {
        assertThat(LoyaltyPreset.TELECOM.displayName(Language.ENGLISH)).isEqualTo("telecommunications");
        assertThat(LoyaltyPreset.TELECOM.displayName(Language.CHINESE)).isEqualTo("电信");
        assertThat(LoyaltyPreset.RETAIL.displayName(Language.CHINESE)).isEqualTo("零售");
        assertThat(LoyaltyPreset.CONTACT_CENTRE.displayName(Language.ENGLISH)).isEqualTo("contact centre");
    }

    @ParameterizedTest
    @EnumSource
    void fittedToABaseTheBestCustomerScoresOneAndTheWorstZero(LoyaltyPreset preset) {
        Random random = new Random(11);
        IndexPlan plan = preset.builder().plan();
        assertThat(plan.toFit()).isNotEmpty();

        CompositeIndex index = plan.fit(name -> random.doubles(CUSTOMERS, 3, 90).toArray());

        double[] best = index.indicators().stream()
                .mapToDouble(indicator -> end((Scale) indicator.scale(), 1))
                .toArray();
        double[] worst = index.indicators().stream()
                .mapToDouble(indicator -> end((Scale) indicator.scale(), 0))
                .toArray();
        assertThat(index.value(best)).isCloseTo(1, within(1e-15));
        assertThat(index.value(worst)).isZero();
        assertThat(LoyaltyIndex.of(index).score(worst)).isEqualTo(new LoyaltyScore(0, 1, 0, 0));
    }

    /** The end of a scale that has a score. */
    private static double end(Scale scale, double score) {
        return scale.score(scale.lowest()) == score ? scale.lowest() : scale.highest();
    }

    @ParameterizedTest
    @CsvSource({"TELECOM, average spend", "RETAIL, purchase frequency", "CONTACT_CENTRE, tenure"})
    void aPresetIsNoIndexBeforeItsScalesAreFitted(LoyaltyPreset preset, String first) {
        assertThatThrownBy(() -> preset.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scale of " + first + " must be stated, or fitted to customers");
    }

    @Test
    void aPresetWhoseScalesAreStatedIsAnIndex() {
        LoyaltyIndex index = LoyaltyPreset.TELECOM
                .builder()
                .rescale("average spend", Scale.linear(0, 100))
                .rescale("tenure", Scale.linear(0, 72))
                .rescale("services held", Scale.linear(0, 9))
                .build();

        LoyaltyScore score = index.score(index.values().set("average spend", 50).set("tenure", 18));

        // equal weights, scores 1/2 and 1/4
        assertThat(score.behavioural()).isCloseTo(0.375, within(1e-15));
        assertThat(score.hasIndex()).isFalse();
        assertThat(score.coverage()).isCloseTo(.396609, within(1e-6));
    }

    @Test
    void satisfactionInRetailHasTwoLevelsTheGoodsAndTheActOfBuying() {
        IndexPlan plan = LoyaltyPreset.RETAIL.builder().plan();

        IndexGroup satisfaction = group(plan, "satisfaction");

        assertThat(satisfaction.parts().stream().map(IndexNode::name)).containsExactly("goods", "act of buying");
        assertThat(satisfaction.parts()).allMatch(IndexGroup.class::isInstance);
        assertThat(group(plan, "goods").indicators().stream().map(Indicator::name))
                .containsExactly("quality", "range", "price");
        assertThat(group(plan, "act of buying").indicators().stream().map(Indicator::name))
                .containsExactly("staff", "waiting", "store", "returns");
        assertThat(group(plan, LoyaltyIndex.EMOTIONAL).parts()).contains(satisfaction);
    }

    @Test
    void aBuilderOfAPresetDoesNotChangeThePreset() {
        LoyaltyPreset.TELECOM.builder().remove("tenure");

        assertThat(LoyaltyPreset.TELECOM.builder().plan().root().indicators()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "RETAIL, recency, true",
        "CONTACT_CENTRE, repeat contacts, true",
        "CONTACT_CENTRE, complaint trend, true",
        "CONTACT_CENTRE, effort, true",
        "CONTACT_CENTRE, offers taken, false",
        "RETAIL, share of wallet, false",
    })
    void whatIsBadForLoyaltyIsBestWhereItIsLow(LoyaltyPreset preset, String name, boolean lowIsBest) {
        Scale scale = indicator(preset.builder().plan(), name)
                .scale()
                .fit(new Random(5).doubles(CUSTOMERS).toArray());

        assertThat(scale.score(scale.lowest())).isEqualTo(lowIsBest ? 1 : 0);
        assertThat(scale.score(scale.highest())).isEqualTo(lowIsBest ? 0 : 1);
    }

    private static Indicator indicator(IndexPlan plan, String name) {
        return plan.root().indicators().stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static IndexGroup group(IndexPlan plan, String name) {
        return groups(plan.root()).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
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

    @ParameterizedTest
    @EnumSource
    void thePageOfTheModelHasEveryIndicatorWithBothNamesAndItsWeight(LoyaltyPreset preset) throws IOException {
        String page = Files.readString(Path.of("docs/models/loyalty.md"));
        for (IndexNode branch : preset.builder().plan().root().parts()) {
            IndexGroup group = (IndexGroup) branch;
            for (Indicator indicator : group.indicators()) {
                assertThat(page).contains(indicator.name(), indicator.chineseName());
            }
            for (int k = 0; k < group.parts().size(); k++) {
                if (group.parts().get(k) instanceof Indicator indicator) {
                    assertThat(page)
                            .containsPattern(
                                    "\\| " + indicator.name() + " \\| " + indicator.chineseName() + " \\|.*\\| "
                                            + String.format(
                                                            Locale.ROOT,
                                                            "%.4f",
                                                            group.weights().weight(k))
                                                    .substring(1) + " \\|");
                }
            }
        }
    }
}
