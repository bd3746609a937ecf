package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.Segment;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void theDemoShowsTenThousandSimulatedCustomersInEightSegments() {
        CommandLine run = CommandLine.run("demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("10,000 simulated telecom customers");
        for (Segment segment : Segment.all()) {
            assertThat(run.out()).contains(segment.displayName(Language.ENGLISH), segment.stance(Language.ENGLISH));
        }
        int customers = Pattern.compile(" [HL]{3} +([0-9,]+) ")
                .matcher(run.out())
                .results()
                .map((MatchResult found) -> found.group(1).replace(",", ""))
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(customers).isEqualTo(10_000);
    }

    @Test
    void theDemoIsTheSameAtEveryRun() {
        assertThat(CommandLine.run("demo").out())
                .isEqualTo(CommandLine.run("demo").out());
    }

    @Test
    void theDemoSpeaksChinese() {
        assertThat(CommandLine.run("demo", "--lang", "zh").out()).contains("模拟", "白金客户", "易流失客户");
    }

    @Test
    void versionAndHelpAreThere() {
        assertThat(CommandLine.run("--version").out()).matches("clv4j [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
        assertThat(CommandLine.run("--help").out()).contains("demo", "score");
    }
}
