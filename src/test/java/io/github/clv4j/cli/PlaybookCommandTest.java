package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.PlaybookFile;
import io.github.clv4j.json.RawColumn;
import io.github.clv4j.segment.Playbook;
import io.github.clv4j.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook on the command line: printed, edited, and written beside the scores. */
class PlaybookCommandTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "test",
              "input": {
                "columns": {"id": "text", "fee": "number", "churn": "number"},
                "sql": "features.sql",
                "id": "id"
              },
              "value": {"profit": "fee", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10},
              "churn": {"column": "churn"},
              "cuts": {"currentValue": {"fixed": 300}, "potentialValue": {"fixed": 1}, "loyalty": {"fixed": 0.8}}
            }
            """;
    private static final String CUSTOMERS = "id,fee,churn\nanne,20,0.1\nbob,40,0.2\ncleo,60,0.3\ndora,,0.1\n";
    private static final String SCORES =
            "customer_id,current_value,potential_value,lifetime_value,churn_probability," + "loyalty,segment";

    @TempDir
    private Path folder;

    private Path plan;
    private Path customers;
    private Path output;

    @BeforeEach
    void writePlan() throws IOException {
        plan = Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), "SELECT input_row, id, fee, churn FROM customers");
        customers = Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
        output = folder.resolve("scored.csv");
    }

    private CommandLine score(Object... more) {
        Object[] args = {"--input", customers, "--output", output};
        return CommandLine.run(Stream.of(Stream.of("score"), Stream.of(more), Stream.of(args))
                .flatMap(s -> s)
                .toArray());
    }

    private static String quoted(String text) {
        return text.contains(",") ? '"' + text + '"' : text;
    }

    private static String toDo(Playbook playbook, Segment segment, Language language) {
        return segment + "," + quoted(playbook.of(segment).stance().in(language)) + ","
                + quoted(playbook.of(segment).firstStep(language));
    }

    private void assertWritten(Playbook playbook, Language language) throws IOException {
        assertThat(Files.readString(output))
                .isEqualTo(SCORES + ",stance,first_step\n"
                        + "anne,200.0,0.0,200.0,0.1,0.9," + toDo(playbook, Segment.LOYAL, language) + "\n"
                        + "bob,400.0,0.0,400.0,0.2,0.8," + toDo(playbook, Segment.GOLD, language) + "\n"
                        + "cleo,600.0,0.0,600.0,0.3,0.7," + toDo(playbook, Segment.SHORT_TERM, language) + "\n"
                        + "dora,,,,,,,,\n");
    }

    @Test
    void theStandardPlaybookIsPrintedReadyToBeReadAgain() {
        CommandLine run = CommandLine.run("playbook");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(PlaybookFile.parse("printed", run.out())).isEqualTo(Playbook.standard());
    }

    @Test
    void withoutAPlaybookTheScoresAreWhatTheyWere() throws IOException {
        score(plan);

        assertThat(Files.readString(output).lines()).first().isEqualTo(SCORES);
    }

    @Test
    void stanceAndFirstStepFollowTheSegment() throws IOException {
        assertThat(score(plan, "--playbook").exitCode()).isZero();

        assertWritten(Playbook.standard(), Language.ENGLISH);
    }

    @Test
    void aPlaybookBeforeThePlanDoesNotTakeItForItsFile() throws IOException {
        assertThat(score("--playbook", plan).exitCode()).isZero();

        assertWritten(Playbook.standard(), Language.ENGLISH);
    }

    @Test
    void theySpeakTheLanguageOfTheRun() throws IOException {
        score(plan, "--playbook", "--lang", "zh");

        assertWritten(Playbook.standard(), Language.CHINESE);
    }

    @Test
    void anEditedPlaybookCounts() throws IOException {
        String standard = Playbook.standard().of(Segment.GOLD).stance().english();
        String text = CommandLine.run("playbook").out().replace(standard, "=HYPERLINK(1)");
        Path mine = Files.writeString(folder.resolve("mine.json"), text);

        assertThat(score(plan, "--playbook=" + mine).exitCode()).isZero();

        assertThat(Files.readString(output)).contains(",GOLD,'=HYPERLINK(1),").doesNotContain(standard);
    }

    private Path mine(String goldStance) throws IOException {
        String standard = Playbook.standard().of(Segment.GOLD).stance().english();
        return Files.writeString(
                folder.resolve("mine.json"), CommandLine.run("playbook").out().replace(standard, goldStance));
    }

    @Test
    void theTableOnTheTerminalSaysWhatTheFileSays() throws IOException {
        CommandLine run = score(plan, "--playbook=" + mine("visit them"));

        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("HLH"))
                .singleElement()
                .asString()
                .endsWith("  visit them");
        assertThat(Files.readString(output)).contains(",GOLD,visit them,");
        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("LLH"))
                .singleElement()
                .asString()
                .endsWith(Playbook.standard().of(Segment.LOYAL).stance().english());
    }

    @Test
    void anExplanationEndsWithWhatToDoAboutTheSegment() throws IOException {
        Path model = folder.resolve("model.json");
        score(plan, "--model-out", model);
        Object[] explain = {"explain", model, "--input", customers, "--customer", "bob"};
        String alone = CommandLine.run(explain).out();

        assertThat(CommandLine.run(with(explain, "--playbook")).out())
                .isEqualTo(alone + "playbook: "
                        + Playbook.standard().of(Segment.GOLD).text(Language.ENGLISH));
        assertThat(CommandLine.run(with(explain, "--playbook=" + mine("visit them")))
                        .out())
                .startsWith(alone)
                .contains("playbook: Gold customers (HLH): visit them\n");
        assertThat(CommandLine.run(with(explain, "--playbook", "--lang", "zh")).out())
                .endsWith("行动手册:" + Playbook.standard().of(Segment.GOLD).text(Language.CHINESE));
        CommandLine none = CommandLine.run(with(explain, "--playbook=none.json"));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("none.json does not exist");
        assertThat(none.out()).isEmpty();
    }

    private static Object[] with(Object[] args, Object... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray();
    }

    @Test
    void aFileNamedAfterABlankIsAMisuseThatSaysHowToNameIt() throws IOException {
        Path mine = mine("visit them");
        Path model = folder.resolve("model.json");
        score(plan, "--model-out", model);
        for (CommandLine run : List.of(
                score(plan, "--playbook", mine),
                score("--playbook", mine, plan),
                score("--model", model, "--playbook", mine),
                CommandLine.run("explain", model, "--playbook", mine, "--input", customers, "--customer", "bob"))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("a file of --playbook follows an equals sign: --playbook=FILE.json\n");
        }
        for (CommandLine run : List.of(
                score(plan, mine),
                score(plan, mine, "--playbook"),
                score("--playbook", plan, "--none"),
                score(plan, "--playbook=" + mine, mine))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("equals sign");
        }
    }

    @Test
    void aModelScoresWithAPlaybookToo() throws IOException {
        Path model = folder.resolve("model.json");
        score(plan, "--model-out", model);

        assertThat(score("--model", model, "--playbook").exitCode()).isZero();

        assertWritten(Playbook.standard(), Language.ENGLISH);
    }

    @Test
    void parquetHasTheSameColumns() throws IOException {
        Path table = folder.resolve("scored.parquet");

        assertThat(CommandLine.run("score", plan, "--input", customers, "--output", table, "--playbook")
                        .exitCode())
                .isZero();

        try (CustomerDatabase database = CustomerDatabase.load(
                table,
                List.of(new RawColumn("stance", ColumnType.TEXT), new RawColumn("first_step", ColumnType.TEXT)),
                Set.of(),
                Duration.ofMinutes(1))) {
            PreparedTable read = database.columns(table, List.of(), List.of("stance", "first_step"));
            assertThat(read.texts("stance"))
                    .containsExactly(
                            Playbook.standard().of(Segment.LOYAL).stance().english(),
                            Playbook.standard().of(Segment.GOLD).stance().english(),
                            Playbook.standard().of(Segment.SHORT_TERM).stance().english(),
                            null);
            assertThat(read.texts("first_step")[1])
                    .isEqualTo(Playbook.standard().of(Segment.GOLD).firstStep(Language.ENGLISH));
        }
    }

    @Test
    void theExampleOfThePageOnFilesIsAPlaybook() throws IOException {
        String page = Files.readString(Path.of("docs/files.md"));
        int start = page.indexOf("    {\"format\": \"clv4j-playbook/1\"");
        String example = page.substring(start, page.indexOf("\n\n", start));

        Playbook playbook = PlaybookFile.parse("docs/files.md", example);

        assertThat(playbook.of(Segment.GOLD).stance().english()).isEqualTo("keep them, do not sell to them");
        assertThat(playbook.of(Segment.LOYAL)).isEqualTo(Playbook.standard().of(Segment.LOYAL));
    }

    @Test
    void whatIsWrongWithAPlaybookIsSaidBeforeTheWork() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of(
                        "{}", "mine.json: the playbook lacks the field \"format\"",
                        "{\"format\": \"clv4j-playbook/1\", \"segments\": {\"silver\": {}}}",
                                "mine.json: /segments has the unknown field \"silver\"",
                        "[", "mine.json: ")
                .entrySet()) {
            Path mine = Files.writeString(folder.resolve("mine.json"), wrong.getKey());

            CommandLine run = score(plan, "--playbook=" + mine);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(wrong.getValue());
            assertThat(run.out()).isEmpty();
            assertThat(output).doesNotExist();
        }
        assertThat(score(plan, "--playbook=" + folder.resolve("none.json")).err())
                .contains("none.json does not exist");
    }

    @Test
    void thePlaybookIsNotOverwritten() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine.json"), CommandLine.run("playbook").out());

        CommandLine run = score(plan, "--playbook=" + mine, "--summary", mine);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--summary", "must be another file than the playbook");
    }

    @Test
    void aPlaybookNeedsAnOutputAndAName() {
        CommandLine run = CommandLine.run("score", plan, "--input", customers, "--playbook");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--playbook needs --output");

        CommandLine unnamed = score(plan, "--playbook=");
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err()).contains("must be followed by the name of a file");
    }
}
