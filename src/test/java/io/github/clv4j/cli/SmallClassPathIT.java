package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What runs with how little, in processes of their own. */
class SmallClassPathIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void theDomainNeedsNothingButCommonsMathAndGuava() throws Exception {
        assertThat(run(JAVA, "-cp", classPath("commons-math3", "guava"), "io.github.clv4j.DomainSmoke"))
                .isEqualTo("PLATINUM true\n");
    }

    @Test
    void theDemoNeedsNoDuckDb() throws Exception {
        String classPath = classPath(
                "commons-math3", "guava", "jackson-core", "jackson-databind", "jackson-annotations", "picocli");

        assertThat(run(JAVA, "-cp", classPath, "io.github.clv4j.cli.Main", "demo"))
                .contains("Platinum customers");
    }

    @Test
    void theShadedJarRunsAlone() throws Exception {
        assertThat(run(JAVA, "-jar", System.getProperty("clv4j.cli.jar"), "demo"))
                .contains("Platinum customers");
    }

    private static String classPath(String... libraries) {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> List.of(libraries).stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().matches(name + "-[0-9].*\\.jar")))
                .collect(Collectors.joining(File.pathSeparator));
        return String.join(
                File.pathSeparator,
                Path.of("target", "classes").toString(),
                Path.of("target", "test-classes").toString(),
                jars);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
