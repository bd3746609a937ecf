package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import io.github.clv4j.timevalue.Horizon;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurvivalComparisonTest {

    private static final List<String> GROUPS =
            IntStream.range(0, 42).mapToObj(i -> i < 21 ? "6-MP" : "placebo").toList();

    private static final SurvivalComparison COMPARISON = SurvivalComparison.byGroup(Remissions.all(), GROUPS);

    @Test
    void theHorizonIsTheLastTimeAtWhichAllAreKnown() {
        assertThat(COMPARISON.horizon()).isEqualTo(35);
        assertThat(COMPARISON.times()).containsExactly(8.75, 17.5, 26.25, 35);
        assertThat(SurvivalComparison.of(Remissions.placebo()).horizon()).isEqualTo(23);
        assertThat(COMPARISON).hasToString("SurvivalComparison[groups=[6-MP, placebo], horizon=35.0]");
    }

    @Test
    void whatIsNotKnownUpToTheHorizonHasNoRestrictedMean() {
        SurvivalComparison longer = COMPARISON.withHorizon(Horizon.ofPeriods(40));
        KaplanMeier treated = longer.curves().values().iterator().next();
        assertThat(longer.restrictedMean(treated)).isEmpty();
        assertThat(longer.survival(treated)[3]).isNaN();
        assertThat(longer.survival(treated)[2]).isEqualTo(treated.survivalProbability(30));
        assertThat(longer.warnings(Language.ENGLISH))
                .containsExactly("6-MP: known up to 35 only, so there is no restricted mean up to 40");
        assertThat(longer.warnings(Language.CHINESE)).containsExactly("6-MP:曲线只到 35,没有截至 40 的限制平均时间");
        assertThat(COMPARISON.restrictedMean(treated)).isPresent();
        assertThat(COMPARISON.warnings(Language.ENGLISH)).isEmpty();
    }

    @Test
    void limitsAreOfTheKindAndLevelAskedFor() {
        SurvivalComparison plain = COMPARISON.withLimits(LimitKind.PLAIN, 0.9);
        KaplanMeier treated = plain.curves().values().iterator().next();
        assertThat(plain.kind()).isSameAs(LimitKind.PLAIN);
        assertThat(plain.level()).isEqualTo(0.9);
        assertThat(plain.limits(treated).lower())
                .isEqualTo(treated.limits(LimitKind.PLAIN, 0.9).lower());
    }

    @Test
    void oneSampleHasNoTest() {
        SurvivalComparison one = SurvivalComparison.of(Remissions.treated());
        assertThat(one.logRank()).isEmpty();
        assertThat(one.noLogRank()).isEmpty();
        assertThat(one.text(Language.ENGLISH)).containsPattern("\nall customers +21 +9 [^\n]+\n$");
        assertThat(COMPARISON.logRank()).isPresent();
    }

    @Test
    void namesThatAreMoreThanALineAreShownAsOne() {
        ObservedTenures tenures = ObservedTenures.of(new double[] {1, 2}, new double[] {1, 1});
        assertThat(SurvivalComparison.byGroup(tenures, List.of("a\nb", "c")).text(Language.ENGLISH))
                .contains("a\\u000ab");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPARISON.withLimits(LimitKind.LOG, 0))
                .withMessage("level must be in (0, 1), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPARISON.withHorizon(Horizon.unlimited()))
                .withMessage("horizon must be in (0, Inf), but was Infinity");
    }
}
