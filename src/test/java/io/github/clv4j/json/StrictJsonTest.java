package io.github.clv4j.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no JSON file may hold, however big it is: files that are nearly right are in the inputs of the fuzz tests. */
class StrictJsonTest {

    @ParameterizedTest
    @MethodSource("tenMegabytes")
    @Timeout(20)
    void tenMegabytesOfNonsenseAreRefusedInALine(Supplier<String> text) {
        assertThat(Strictness.read(PlanFile::parse, text.get())).isEmpty();
    }

    private static Stream<Named<Supplier<String>>> tenMegabytes() {
        return Stream.of(
                huge("arrays in arrays", () -> "[".repeat(10_000_000)),
                huge("arrays in arrays, closed", () -> "[".repeat(5_000_000) + "]".repeat(5_000_000)),
                huge("objects in objects", () -> "{\"a\":".repeat(2_000_000)),
                huge("a flat array", () -> "[" + "1,".repeat(5_000_000) + "1]"),
                huge("a text", () -> '"' + "x".repeat(10_000_000) + '"'),
                huge("a text without an end", () -> '"' + "x".repeat(10_000_000)),
                huge("an integer", () -> "9".repeat(10_000_000)),
                huge("a decimal", () -> "0." + "3".repeat(10_000_000)),
                huge("a word", () -> "x".repeat(10_000_000)),
                huge("white space", () -> " ".repeat(10_000_000)),
                huge("a name", () -> "{\"" + "x".repeat(10_000_000) + "\": 1}"),
                huge("a format", () -> "{\"format\": \"" + "x".repeat(10_000_000) + "\"}"),
                huge("a million unknown fields", () -> withFields(i -> "\"f" + i + "\": " + i)),
                huge("a million times the same field", () -> withFields(i -> "\"name\": " + i)),
                huge(
                        "a column that is invisible",
                        () -> full("\"left\"", '"' + "\\u0007".repeat(1_500_000) + '"')
                                .replace("\"x\", ", '"' + "\\u0007".repeat(1_500_000) + "\", ")));
    }

    private static Named<Supplier<String>> huge(String name, Supplier<String> text) {
        return named(name, text);
    }

    private static String withFields(IntFunction<String> field) {
        return IntStream.range(0, 1_000_000)
                .mapToObj(field)
                .collect(joining(", ", "{\"format\": \"clv4j-plan/1\", ", "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 1,}",
                "{\"a\" 1}",
                "{\"a\": 1 \"b\": 2}",
                "{\"a\": 1, \"a\": 2}",
                "{1: 2}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1;2]",
                "[]]",
                "{} {}",
                "[] x",
                "[] // why",
                "[/* why */]",
                "# why\n[]",
                "[NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[+1]",
                "[01]",
                "[-]",
                "[.5]",
                "[5.]",
                "[1e]",
                "[0x10]",
                "[1_000]",
                "[1f]",
                "[True]",
                "[nul]",
                "[undefined]",
                "[\"a\tb\"]",
                "[\"a\nb\"]",
                "[\"a\0b\"]",
                "[\"\\x41\"]",
                "[\"\\u12\"]",
                "[\"a]",
                "['a']",
                "\uFEFF[]",
                "\u00A0[]",
                "\f[]",
                "\u2028[]",
                "\0[]",
                "[]\0"
            })
    void whatOnlyLenientReadersTakeIsRefused(String text) {
        assertThat(Strictness.refusal(StrictJsonTest::parse, text)).contains("is not valid JSON: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "0e5",
                "0.000",
                "0.1",
                "-2.5e-3",
                "1e22",
                "9007199254740992",
                "18014398509481984",
                "4.9e-324",
                "2.2250738585072014E-308",
                "1.7976931348623157e308",
                "0.30000000000000004"
            })
    void aNumberIsTheDoubleItIsWrittenAs(String text) {
        assertThat(number(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, must be a whole number that a double can hold",
        "-123456789012345678901234567891, must be a whole number that a double can hold",
        "1e-400, has a number too small for a double",
        "-0.00001e-320, has a number too small for a double",
        "2e-324, has a number too small for a double",
        "1e-99999999999, has a number too small for a double",
        "1e309, must be a finite number",
        "-1e99999999999, must be a finite number"
    })
    void aNumberThatADoubleCannotHoldIsRefused(String text, String message) {
        assertThat(Strictness.refusal((file, json) -> number(json), text)).contains(message);
        assertThat(Strictness.refusal((file, json) -> number(json), "9".repeat(400)))
                .contains("must be a finite number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "fee", "features.sql", "customer_id", "fee > 0", "h", "a", "g", "left", "y"})
    void aTextOfAPlanArrivesWholeOrIsRefused(String text) {
        for (String lost : new String[] {"\\u0000", "\\ud83d", "\\ude00", "\ud83d"}) {
            assertThat(Strictness.refusal(PlanFile::parse, full('"' + text + '"', '"' + text + lost + '"')))
                    .containsAnyOf(
                            "must not hold NUL or half a surrogate pair",
                            "must be a name on one line",
                            "is not valid JSON: ");
        }
    }

    private static JsonPlace parse(String file, String text) {
        return JsonText.parse(file, text, "the file");
    }

    private static double number(String text) {
        return parse("file.json", text).number();
    }

    private static String full(String right, String wrong) {
        try {
            String plan = Files.readString(Path.of(StrictJsonTest.class
                    .getResource("PlanFuzzTestInputs/isReadOrRefused/plan-full.json")
                    .toURI()));
            assertThat(plan).contains(right);
            return plan.replace(right, wrong);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
