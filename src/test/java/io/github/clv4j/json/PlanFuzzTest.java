package io.github.clv4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes as a plan. A build replays the inputs in {@code PlanFuzzTestInputs}; {@code JAZZER_FUZZ=1 mvn
 * -Dtest=PlanFuzzTest test} looks for new ones for a minute, or for {@code JAZZER_MAX_DURATION=10m}. What fails is put beside
 * them as {@code crash-...}, which git ignores: to keep it, name it for what it shows.
 */
class PlanFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void isReadOrRefused(byte[] bytes) {
        Strictness.read(PlanFile::parse, new String(bytes, UTF_8)).ifPresent(PlanFuzzTest::requireSameWhenReadAgain);
    }

    private static void requireSameWhenReadAgain(PlanFile plan) {
        String json = plan.json();
        PlanFile again = PlanFile.parse("again", json);

        assertThat(again.json()).isEqualTo(json);
        assertThat(again.input()).isEqualTo(plan.input());
    }
}
