package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The migrate command on small files of scores, good and bad. */
class MigrateCommandTest {

    private static final String HEADER = "customer_id,segment\n";

    /** Of two in GOLD one goes to LOYAL, of four in LOYAL one to GOLD. */
    private static final String OLD = HEADER + "a,GOLD\nb,GOLD\nc,LOYAL\nd,LOYAL\ne,LOYAL\nf,LOYAL\n";

    private static final String NEW = HEADER + "f,LOYAL\ne,LOYAL\nd,LOYAL\nc,GOLD\nb,LOYAL\na,GOLD\n";

    @TempDir
    private Path folder;

    private Path old;
    private Path young;
    private Path moved;

    @BeforeEach
    void nameFiles() {
        old = folder.resolve("old.csv");
        young = folder.resolve("new.csv");
        moved = folder.resolve("moved.csv");
    }

    private CommandLine migrate(String before, String after, Object... more) throws IOException {
        Files.writeString(old, before);
        Files.writeString(young, after);
        Object[] args = {"migrate", old, young, "--output", moved};
        return CommandLine.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray());
    }

    private JsonNode json(String before, String after) throws IOException {
        CommandLine run = migrate(before, after, "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private static JsonNode transition(JsonNode json, String from, String to) {
        return StreamSupport.stream(json.get("transitions").spliterator(), false)
                .filter(node -> node.get("from").stringValue().equals(from)
                        && node.get("to").stringValue().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(CommandLine run, String... messages) throws IOException {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("clv4j: ").contains(messages).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(moved).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void customersAreMatchedByTheirIdsAndThoseWhoMovedAreWritten() throws IOException {
        CommandLine run = migrate(OLD, NEW);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("6 customers in both", "4 of them unchanged", "50.0", "75.0", "stationary");
        assertThat(Files.readString(moved)).isEqualTo("customer_id,from,to\nb,GOLD,LOYAL\nc,LOYAL,GOLD\n");
    }

    @Test
    void theTableSpeaksChineseOnDemand() throws IOException {
        assertThat(migrate(OLD, NEW, "--lang", "zh").out()).contains("黄金客户", "新加入", "稳态占比");
    }

    @Test
    void programsGetCountsProbabilitiesAndStationaryShares() throws IOException {
        JsonNode json = json(OLD, NEW);

        assertThat(json.propertyNames())
                .containsExactly(
                        "stayed", "unchanged", "joined", "left", "states", "transitions", "stationary", "noStationary");
        assertThat(json.get("stayed").intValue()).isEqualTo(6);
        assertThat(json.get("unchanged").intValue()).isEqualTo(4);
        assertThat(transition(json, "GOLD", "LOYAL").get("customers").intValue())
                .isEqualTo(1);
        assertThat(transition(json, "GOLD", "LOYAL").get("probability").doubleValue())
                .isEqualTo(0.5);
        assertThat(transition(json, "LOYAL", "LOYAL").get("probability").doubleValue())
                .isEqualTo(0.75);
        assertThat(transition(json, "PLATINUM", "GOLD").get("probability").isNull())
                .isTrue();
        // p = p P: what leaves GOLD, p/2, is what comes to it, (1 - p)/4
        assertThat(json.get("stationary").get(1).get("segment").stringValue()).isEqualTo("GOLD");
        assertThat(json.get("stationary").get(1).get("share").doubleValue()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(json.get("stationary").get(2).get("share").doubleValue()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(json.get("noStationary").isNull()).isTrue();
    }

    @Test
    void whereSegmentsAreLeftByNobodyThereAreNoStationarySharesAndItSaysWhy() throws IOException {
        JsonNode json = json(OLD, OLD);

        assertThat(json.get("stationary").isNull()).isTrue();
        assertThat(json.get("noStationary").stringValue()).contains("Gold customers", "Loyal customers");
    }

    @Test
    void joinedLeftAndNotScoredAreStates() throws IOException {
        JsonNode json = json(HEADER + "a,GOLD\nb,\nc,LOYAL\n", HEADER + "b,GOLD\nc,\nd,PLATINUM\n");

        assertThat(json.get("joined").intValue()).isEqualTo(1);
        assertThat(json.get("left").intValue()).isEqualTo(1);
        for (String[] states :
                new String[][] {{"GOLD", "LEFT"}, {"UNSCORED", "GOLD"}, {"LOYAL", "UNSCORED"}, {"JOINED", "PLATINUM"}
                }) {
            assertThat(transition(json, states[0], states[1]).get("customers").intValue())
                    .isEqualTo(1);
        }
        assertThat(Files.readString(moved))
                .isEqualTo("customer_id,from,to\na,GOLD,LEFT\nb,UNSCORED,GOLD\nc,LOYAL,UNSCORED\nd,JOINED,PLATINUM\n");
    }

    @Test
    void filesWithNobodyInCommonAreNoError() throws IOException {
        CommandLine run = migrate(HEADER + "a,GOLD\n", HEADER + "b,GOLD\n", "--format", "json");
        JsonNode json = new JsonMapper().readTree(run.out());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .startsWith("note: no customer_id is in both files")
                .hasLineCount(1);
        assertThat(migrate(HEADER + "a,GOLD\n", HEADER + "b,GOLD\n", "--lang", "zh")
                        .err())
                .startsWith("提示:没有一个 customer_id 同时出现在两个文件中");
        assertThat(json.get("stayed").intValue()).isZero();
        assertThat(json.get("stationary").isNull()).isTrue();
        assertThat(json.get("noStationary").stringValue()).isNotEmpty();
    }

    @Test
    void oneCustomerWhoStaysIsAllThereIs() throws IOException {
        CommandLine run = migrate(HEADER + "a,GOLD\n", HEADER + "a,GOLD\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("1 customer in both scorings, 1 of them unchanged; 0 joined, 0 left\n");
        assertThat(Files.readString(moved)).isEqualTo("customer_id,from,to\n");
    }

    @Test
    void aFileMayBeComparedWithItself() throws IOException {
        Files.writeString(old, OLD);

        assertThat(CommandLine.run("migrate", old, old).exitCode()).isZero();
    }

    @Test
    void aFileComparedWithItselfIsReportedOnceByWhateverName() throws IOException {
        Files.writeString(old, OLD + "g,Gold\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), old);

        for (Path same : List.of(old, link, folder.resolve("./old.csv"))) {
            CommandLine run = CommandLine.run("migrate", old, same);
            assertThat(run.exitCode()).isZero();
            assertThat(run.err())
                    .startsWith(old + ": customer 7 (g): segment must be")
                    .hasLineCount(1);
            assertThat(run.out()).startsWith("7 customers in both scorings, 7 of them unchanged");
        }
    }

    @Test
    void otherColumnsAreNeverLookedAt() throws IOException {
        CommandLine run = migrate(
                "lifetime_value,segment,note,customer_id\nabc,GOLD,x,a\n,LOYAL,,b\n",
                "customer_id,segment,segment_before\na,GOLD,?\nb,LOYAL,!\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void parquetIsReadAndWrittenAsCsvIs() throws IOException {
        Path oldTable = folder.resolve("old.parquet");
        Path movedTable = folder.resolve("moved.parquet");
        migrate(OLD, NEW);
        Tables.write(
                oldTable,
                List.of(
                        Column.texts("customer_id", new String[] {"a", "b", "c", "d", "e", "f"}),
                        Column.texts("segment", new String[] {"GOLD", "GOLD", "LOYAL", "LOYAL", "LOYAL", "LOYAL"})));
        Path again = folder.resolve("again.csv");

        assertThat(CommandLine.run("migrate", oldTable, young, "--output", again)
                        .exitCode())
                .isZero();
        assertThat(again).hasSameTextualContentAs(moved);
        assertThat(CommandLine.run("migrate", oldTable, young, "--output", movedTable)
                        .exitCode())
                .isZero();
        assertThat(movedTable).isNotEmptyFile();
    }

    @Test
    void anIdThatLooksLikeAFormulaIsTheSameCustomerInEveryKindOfFile() throws IOException {
        Path table = folder.resolve("old.parquet");
        Tables.write(
                table,
                List.of(
                        Column.texts("customer_id", new String[] {"=1+1", "'@x", "-5"}),
                        Column.texts("segment", new String[] {"GOLD", "GOLD", "GOLD"})));
        Files.writeString(young, HEADER + "'=1+1,LOYAL\n''@x,LOYAL\n-5,LOYAL\n");

        assertThat(CommandLine.run("migrate", table, young, "--output", moved).exitCode())
                .isZero();

        assertThat(Files.readString(moved))
                .isEqualTo("customer_id,from,to\n'=1+1,GOLD,LOYAL\n''@x,GOLD,LOYAL\n-5,GOLD,LOYAL\n");

        Files.writeString(young, HEADER + "=1+1,LOYAL\n'@x,LOYAL\n-5,LOYAL\n");
        CommandLine.run("migrate", table, young, "--output", moved, "--keep-formulas");

        assertThat(Files.readString(moved))
                .isEqualTo("customer_id,from,to\n=1+1,GOLD,LOYAL\n'@x,GOLD,LOYAL\n-5,GOLD,LOYAL\n");
    }

    @Test
    void anUnknownSegmentFailsItsCustomerWhoCountsAsNotScored() throws IOException {
        CommandLine run = migrate(OLD, NEW.replace("c,GOLD", "c,Gold"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo(young + ": customer 4 (c): segment must be one of PLATINUM, GOLD, LOYAL, POTENTIAL,"
                        + " CHURN_PRONE, SHORT_TERM, LEAST_VALUABLE, DEVELOPABLE, but was Gold\n");
        assertThat(Files.readString(moved)).contains("c,LOYAL,UNSCORED");
    }

    @Test
    void onlyTheFirstFailuresAreShown() throws IOException {
        StringBuilder many = new StringBuilder(NEW);
        for (int i = 0; i < 12; i++) {
            many.append("x").append(i).append(",?\n");
        }

        CommandLine run = migrate(OLD, many.toString());

        assertThat(run.err().lines()).hasSize(11).last().isEqualTo("... and 2 more");
    }

    @Test
    void aRowThatCannotBeReadOrHasNoIdIsReportedAndCountsNowhere() throws IOException {
        CommandLine run = migrate(OLD + "g,GOLD,1,2\n ,GOLD\n", NEW, "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo(old + ": customer 7: line 8 has 4 cells, but the header has 2: g,GOLD,1,2\n" + old
                        + ": customer 8: customer_id is missing\n");
        assertThat(new JsonMapper().readTree(run.out()).get("left").intValue()).isZero();
    }

    @Test
    void moreFailuresThanAllowedFailTheRun() throws IOException {
        assertThat(migrate(OLD, NEW + "g,?\n", "--max-failures", "0.2").exitCode())
                .isZero();
        Files.delete(moved);
        assertRefused(
                migrate(OLD, NEW + "g,?\n", "--max-failures", "0.1"),
                "new.csv: 1 of 7 customers cannot be used, more than --max-failures 0.1 allows",
                "the first: customer 7 (g): segment must be one of");
        assertThat(migrate(OLD, NEW, "--max-failures", "-1").exitCode()).isEqualTo(2);
    }

    @Test
    void aFileWithoutOneSegmentIsRefused() throws IOException {
        assertRefused(migrate(HEADER + "a,\nb,\n", NEW), "old.csv: no customer has a segment");
        assertRefused(migrate(OLD, HEADER + "a,?\nb,!\n"), "new.csv: 2 of 2 customers cannot be used; the first: ");
    }

    @Test
    void idsThatStandTwiceAreRefused() throws IOException {
        assertRefused(
                migrate(OLD + "a,LOYAL\n", NEW),
                "old.csv: customer_id must be distinct, but \"a\" is that of customers 1 and 7");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertRefused(migrate(OLD, "customer_id,Segment\na,GOLD\n"), "new.csv has no column 'segment'", "'Segment'");
        assertRefused(migrate("id,segment\na,GOLD\n", NEW), "old.csv has no column 'customer_id'");
    }

    @Test
    void emptyAndMissingFilesAndOtherKindsOfFilesAreRefused() throws IOException {
        assertRefused(migrate("", NEW), "old.csv is empty");
        assertRefused(migrate(OLD, HEADER), "new.csv has a header but no customers");
        assertRefused(
                CommandLine.run("migrate", folder.resolve("none.csv"), young, "--output", moved),
                "none.csv does not exist");
        Path text = Files.writeString(folder.resolve("old.txt"), OLD);
        assertRefused(
                CommandLine.run("migrate", text, young, "--output", moved), "old.txt must be a .csv or .parquet file");
    }

    @Test
    void aParquetFileWhoseSegmentsAreNoTextsIsRefused() throws IOException {
        Path table = folder.resolve("old.parquet");
        Tables.write(
                table,
                List.of(Column.texts("customer_id", new String[] {"a"}), Column.numbers("segment", new double[] {1})));
        Files.writeString(young, NEW);

        assertRefused(
                CommandLine.run("migrate", table, young, "--output", moved),
                "old.parquet: column 'segment' must be a text, but the file has DOUBLE");
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        Files.writeString(old, OLD);
        Files.writeString(young, NEW);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), young);

        assertRefused(
                CommandLine.run("migrate", old, young, "--output", old), "must be another file than the old scores ");
        assertRefused(
                CommandLine.run("migrate", old, young, "--output", link), "must be another file than the new scores ");
        assertThat(Files.readString(old)).isEqualTo(OLD);
        assertThat(Files.readString(young)).isEqualTo(NEW);
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
        Files.writeString(young, NEW);
        assertRefused(
                CommandLine.run("migrate", "none.csv", young, "--output", folder.resolve("moved.json")),
                "moved.json must be a .csv or .parquet file");
        assertRefused(
                CommandLine.run("migrate", "none.csv", young, "--output", folder.resolve("none/moved.csv")),
                "there is no folder");
    }

    @Test
    void aWrongCallIsAMisuse() throws IOException {
        assertThat(CommandLine.run("migrate", old).exitCode()).isEqualTo(2);
        CommandLine run = migrate(OLD, NEW, "--format", "xml");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--format", "must be one of [text, json], but was xml");
    }
}
