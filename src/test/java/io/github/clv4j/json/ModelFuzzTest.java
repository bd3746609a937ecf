package io.github.clv4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes as a model. So that more than the checksum is tried, a text with a checksum is read again with the right one.
 * How to fuzz: see {@link PlanFuzzTest}.
 */
class ModelFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void isReadOrRefused(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Strictness.read(ModelFile::parse, text);
        Strictness.read(ModelFile::parse, sealed(text)).ifPresent(ModelFuzzTest::requireSameWhenReadAgain);
    }

    private static String sealed(String text) {
        String blank = text.replaceAll("(\"sha256\"\\s*:\\s*\")[0-9a-f]{64}\"", "$1" + Checksum.BLANK + '"');
        return blank.contains('"' + Checksum.BLANK + '"') ? Checksum.seal(blank) : text;
    }

    private static void requireSameWhenReadAgain(ModelFile model) {
        String json = model.json();

        assertThat(ModelFile.parse("again", json).json()).isEqualTo(json);
    }
}
