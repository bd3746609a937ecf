package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.JudgementScale;
import io.github.clv4j.base.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judgement files for programs; what each form of problem gives, and what is refused, is tested on the command line. */
class AhpFileTest {

    private static final AhpSettings SETTINGS =
            new AhpSettings(AhpSolver.withDefaults(), JudgementScale.LINEAR, false, false);

    private static List<AhpAnswer> solve(String json) {
        return solve("file.json", json);
    }

    private static List<AhpAnswer> solve(String file, String json) {
        return AhpFile.solve(file, json, SETTINGS);
    }

    @Test
    void eachFormHasItsKindOfAnswer() {
        List<AhpAnswer> answers = solve("""
                [{"matrix": [[1, 3], [null, 1]]},
                 {"experts": [[[1, 3], [null, 1]]]},
                 {"name": "goal", "children": [{"name": "only"}]},
                 {"matrix": [[1, 3], [3, 1]]}]
                """);

        assertThat(answers)
                .hasExactlyElementsOfTypes(
                        AhpAnswer.Matrix.class,
                        AhpAnswer.Group.class,
                        AhpAnswer.Hierarchy.class,
                        AhpAnswer.Failure.class);
        AhpAnswer.Matrix matrix = (AhpAnswer.Matrix) answers.get(0);
        assertThat(matrix.solved().weights().weight("1")).isCloseTo(0.75, within(1e-12));
        assertThat(matrix.solved().contested()).isEmpty();
        assertThat(matrix.solved().repair()).isEmpty();
        assertThat(matrix.sensitivity()).isEmpty();
    }

    @Test
    void whatIsAskedForIsComputed() {
        AhpSettings all = new AhpSettings(AhpSolver.withDefaults(), JudgementScale.POWER, true, true);

        AhpAnswer.Matrix matrix = (AhpAnswer.Matrix)
                AhpFile.solve("f", "{\"matrix\": [[1, 3], [null, 1]]}", all).get(0);

        assertThat(matrix.solved().weights().weight("1")).isCloseTo(0.9, within(1e-12));
        assertThat(matrix.solved().repair()).isPresent();
        assertThat(matrix.sensitivity()).hasValueSatisfying(sensitivity -> {
            assertThat(sensitivity.judgements()).hasSize(1);
            assertThat(sensitivity.weights()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\"house\"', house",
        "'\"\\u001B[2J\"', \\u001b[2J",
        "7, 7",
        "-0.5, -0.5",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "null, problem 2",
        "'\" \"', problem 2"
    })
    void anIdIsShownOnOneLine(String id, String label) {
        AhpAnswer second = solve("[1, {\"id\": " + id + ", \"matrix\": [[1]]}]").get(1);

        assertThat(second.id().label(Language.ENGLISH)).isEqualTo(label);
        assertThat(AhpReport.of(List.of(second), SETTINGS)).contains("\"id\" : " + id + ",");
    }

    @Test
    void aProblemWithoutIdIsKnownByItsPlace() {
        List<AhpAnswer> answers = solve("[{}, {}]");

        assertThat(answers.get(1).id().label(Language.ENGLISH)).isEqualTo("problem 2");
        assertThat(answers.get(1).id().label(Language.CHINESE)).isEqualTo("问题 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[NaN]", "{\"id\": 1, \"id\": 2}", "[] []"})
    void whatIsNotJsonIsRefusedWithTheFile(String text) {
        assertThatThrownBy(() -> solve("judgements.json", text))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("judgements.json: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[[],", "{\"a\":", "9", "\"", " ", "x"})
    @Timeout(20)
    void millionsOfTheSameAreRefusedInALine(String part) {
        assertThat(Strictness.read(AhpFileTest::solve, part.repeat(5_000_000))).isEmpty();
    }

    @Test
    @Timeout(20)
    void anErrorIsShortHoweverLongWhatIsWrong() {
        String endless = "x".repeat(5_000_000);
        List<AhpAnswer> answers =
                solve("[{\"id\": \"" + endless + "\", \"" + "x".repeat(40_000) + "\": 1}, {\"matrix\": [[\"" + endless
                        + "\"]]}, {\"names\": [\"" + endless + "\"], \"matrix\": [[2]]}]");

        assertThat(answers).allSatisfy(answer -> {
            assertThat(((AhpAnswer.Failure) answer).error()).hasSizeLessThan(1_000);
            assertThat(answer.id().label(Language.ENGLISH)).hasSizeLessThan(500);
        });
    }
}
