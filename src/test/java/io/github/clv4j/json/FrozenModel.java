package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Models written by an earlier version, which every later one must read, and write as they were. */
final class FrozenModel {

    /** Columns are hashed otherwise since they may come in chunks. */
    private static final Pattern CHECKSUM = Pattern.compile("\"(sha256|columnsSha256)\" : \"[0-9a-f]{64}\"");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** What a fit promises from one version to the next: not the last bits. */
    private static final MathContext DIGITS = new MathContext(11);

    private FrozenModel() {}

    /** Whether a fit of today is written as the frozen one was, but for the last bits of numbers and for the hashes. */
    static void assertSameButForLastBits(String today, String frozen) {
        assertThat(rounded(today)).isEqualTo(rounded(frozen));
    }

    private static String rounded(String model) {
        String unsealed = CHECKSUM.matcher(model).replaceAll("");
        return NUMBER.matcher(unsealed)
                .replaceAll(number -> new BigDecimal(number.group())
                        .add(BigDecimal.ONE) // a difference that is 0 but for rounding counts as 0
                        .round(DIGITS)
                        .toString());
    }
}
