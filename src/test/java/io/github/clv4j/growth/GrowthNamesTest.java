package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the 8-2-4-1 model names: eight points, two dimensions, four tiers and paths, two levers. */
class GrowthNamesTest {

    static List<Arguments> names() {
        return List.of(
                texts("tiers", ValueTier.all(), ValueTier::displayName),
                texts("paths", GrowthPath.all(), GrowthPath::displayName),
                texts("dimensions", List.of(GrowthDimension.values()), GrowthDimension::displayName),
                texts("levers", List.of(GrowthLever.values()), GrowthLever::displayName),
                texts("means of the levers", List.of(GrowthLever.values()), GrowthLever::means),
                texts("points", PerceptionPoint.all(), PerceptionPoint::displayName));
    }

    private static <T> Arguments texts(String what, List<T> all, BiFunction<T, Language, String> text) {
        return Arguments.of(
                what,
                all.stream().map(one -> text.apply(one, Language.ENGLISH)).toList(),
                all.stream().map(one -> text.apply(one, Language.CHINESE)).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everythingAPersonReadsHasANameOfItsOwnInBothLanguages(
            String what, List<String> english, List<String> chinese) {
        assertThat(english).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
        assertThat(chinese).doesNotHaveDuplicates().allMatch(name -> name.matches("(?s).*\\p{IsHan}.*"));
        assertThat(Stream.concat(english.stream(), chinese.stream())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, HIGH, 高价值, 0",
        "true, false, LATENT, 潜价值, 1",
        "false, true, SECONDARY, 次价值, 2",
        "false, false, LOW, 低价值, 3"
    })
    void everyCornerOfTheSquareHasItsTier(
            boolean longTenure, boolean highArpu, ValueTier tier, String chinese, int index) {
        assertThat(ValueTier.of(longTenure, highArpu)).isSameAs(tier);
        assertThat(tier.isLong()).isEqualTo(longTenure);
        assertThat(tier.isHighArpu()).isEqualTo(highArpu);
        assertThat(tier.displayName(Language.CHINESE)).isEqualTo(chinese);
        assertThat(tier.index()).isEqualTo((byte) index);
        assertThat(ValueTier.all().get(index)).isSameAs(tier);
    }

    @Test
    void highValueIsAtLeastEverythingAndLatentAndSecondaryCannotBeCompared() {
        assertThat(ValueTier.all()).allMatch(ValueTier.HIGH::isAtLeast);
        assertThat(ValueTier.all()).allMatch(tier -> tier.isAtLeast(ValueTier.LOW));
        assertThat(ValueTier.all()).allMatch(tier -> tier.isAtLeast(tier));
        assertThat(ValueTier.LATENT.isAtLeast(ValueTier.SECONDARY)).isFalse();
        assertThat(ValueTier.SECONDARY.isAtLeast(ValueTier.LATENT)).isFalse();
        assertThat(ValueTier.LOW.isAtLeast(ValueTier.SECONDARY)).isFalse();
        assertThat(ValueTier.LATENT.isAtLeast(ValueTier.HIGH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LOW_TO_SECONDARY, LOW, SECONDARY, ARPU, true",
        "LOW_TO_LATENT, LOW, LATENT, TENURE, false",
        "SECONDARY_TO_HIGH, SECONDARY, HIGH, TENURE, false",
        "LATENT_TO_HIGH, LATENT, HIGH, ARPU, false"
    })
    void aPathRaisesOneDimensionAndOnlyTheFirstIsOfTheSource(
            GrowthPath path, ValueTier from, ValueTier to, GrowthDimension dimension, boolean sourced) {
        assertThat(path.from()).isSameAs(from);
        assertThat(path.to()).isSameAs(to);
        assertThat(path.dimension()).isSameAs(dimension);
        assertThat(path.isSourced()).isEqualTo(sourced);
        assertThat(path.lever().dimension()).isSameAs(dimension);
        assertThat(to.isAtLeast(from)).isTrue();
        assertThat(GrowthPath.of(from, dimension)).isSameAs(path);
        assertThat(GrowthPath.all().get(path.index())).isSameAs(path);
        assertThat(GrowthPath.from(from)).contains(path);
    }

    @Test
    void lowValueHasTwoPathsAndHighValueNone() {
        assertThat(GrowthPath.from(ValueTier.LOW))
                .containsExactly(GrowthPath.LOW_TO_SECONDARY, GrowthPath.LOW_TO_LATENT);
        assertThat(GrowthPath.from(ValueTier.HIGH)).isEmpty();
        assertThat(GrowthPath.LOW_TO_SECONDARY.displayName(Language.ENGLISH))
                .isEqualTo("Low value to secondary value by ARPU");
        assertThat(GrowthPath.LOW_TO_SECONDARY.displayName(Language.CHINESE)).isEqualTo("低价值升至次价值(每用户平均收入(ARPU))");
    }

    @Test
    void eachDimensionHasItsLever() {
        assertThat(Arrays.stream(GrowthDimension.values()).map(GrowthLever::of))
                .containsExactly(GrowthLever.SATISFACTION, GrowthLever.CROSS_SELLING);
        assertThat(GrowthLever.SATISFACTION.means(Language.ENGLISH)).isEqualTo("basic service and service innovation");
        assertThat(GrowthLever.CROSS_SELLING.means(Language.ENGLISH)).isEqualTo("active service and active marketing");
    }

    /** The order of the source. */
    @ParameterizedTest
    @CsvSource({
        "1, NETWORK_QUALITY, network-quality",
        "2, BRAND_IMAGE, brand-image",
        "3, COMMUNICATION_TECHNOLOGY, communication-technology",
        "4, SERVICE_INNOVATION, service-innovation",
        "5, SERVICE_TOUCHPOINTS, service-touchpoints",
        "6, BUSINESS_CONVERGENCE, business-convergence",
        "7, BUSINESS_INNOVATION, business-innovation",
        "8, MARKETING, marketing"
    })
    void thePointsStandInTheOrderOfTheSource(int number, PerceptionPoint point, String name) {
        assertThat(point.number()).isEqualTo(number);
        assertThat(PerceptionPoint.all().get(number - 1)).isSameAs(point);
        assertThat(PerceptionPoint.ofName(name)).isSameAs(point);
        assertThat(point.defaultLeverage(GrowthDimension.TENURE)).isEqualTo((8 - number) / 7.0);
        assertThat(point.defaultLeverage(GrowthDimension.ARPU)).isEqualTo((number - 1) / 7.0);
    }

    @Test
    void aPointNobodyKnowsIsRefusedByNamingThoseThatAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerceptionPoint.ofName("Network-quality"))
                .withMessage(
                        "there is no perception point \"Network-quality\"; known are [network-quality, brand-image, "
                                + "communication-technology, service-innovation, service-touchpoints, business-convergence, "
                                + "business-innovation, marketing]");
    }
}
