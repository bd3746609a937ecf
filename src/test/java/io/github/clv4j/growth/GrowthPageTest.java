package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of docs/models/growth.md say what the library says. */
class GrowthPageTest {

    private static void assertRow(String... cells) throws IOException {
        assertThat(Files.readAllLines(Path.of("docs", "models", "growth.md")))
                .contains("| " + String.join(" | ", cells) + " |");
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfTiers(ValueTier tier) throws IOException {
        assertRow(
                "`" + tier + "`",
                tier.displayName(Language.ENGLISH),
                tier.displayName(Language.CHINESE),
                tier.isLong() ? "long" : "short",
                tier.isHighArpu() ? "high" : "low");
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfPaths(GrowthPath path) throws IOException {
        assertRow(
                "`" + path + "`",
                path.dimension().displayName(Language.ENGLISH),
                path.lever().displayName(Language.ENGLISH) + " " + path.lever().displayName(Language.CHINESE),
                path.lever().means(Language.ENGLISH) + " " + path.lever().means(Language.CHINESE),
                path.isSourced() ? "source" : "ours");
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfPoints(PerceptionPoint point) throws IOException {
        assertRow(
                "" + point.number(),
                "`" + point + "`",
                point.displayName(Language.ENGLISH),
                point.displayName(Language.CHINESE),
                leverage(point, GrowthDimension.TENURE),
                leverage(point, GrowthDimension.ARPU));
    }

    private static String leverage(PerceptionPoint point, GrowthDimension dimension) {
        return String.format(Locale.ROOT, "%.3f", point.defaultLeverage(dimension));
    }
}
