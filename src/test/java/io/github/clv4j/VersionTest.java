package io.github.clv4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The benchmarks are a project of their own, with a literal version: it must be the library's. */
class VersionTest {

    @Test
    void theBenchmarksHaveTheVersionOfTheLibraryTheyMeasure() throws IOException {
        String library = find(
                Path.of("pom.xml"), "<artifactId>clv4j</artifactId>(?:\\s*<!--.*?-->)?\\s*<version>(.*?)</version>");
        Path benchmarks = Path.of("benchmarks", "pom.xml");

        assertThat(find(benchmarks, "<artifactId>clv4j-benchmarks</artifactId>\\s*<version>(.*?)</version>"))
                .isEqualTo(library);
        assertThat(find(benchmarks, "<clv4j.version>(.*?)</clv4j.version>")).isEqualTo(library);
    }

    private static String find(Path pom, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(pom));
        assertThat(matcher.find()).as("%s in %s", pattern, pom).isTrue();
        return matcher.group(1);
    }
}
