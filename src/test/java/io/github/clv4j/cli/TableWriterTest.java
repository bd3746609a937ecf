package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

    private static final int MANY = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void csvHasAHeaderLineFeedsAndQuotesOnlyWhereNeeded() throws IOException {
        Path target = folder.resolve("scores.csv");
        Tables.write(
                target,
                List.of(
                        Column.texts("id", texts("C1", "a,b", "say \"hi\"", "two\nlines", "白金客户", " x ")),
                        Column.numbers("value, per month", new double[] {1.5, -0.0, 1e23, 0.1, 100, 5e-324})));
        assertThat(Files.readString(target))
                .isEqualTo(
                        "id,\"value, per month\"\nC1,1.5\n\"a,b\",-0.0\n\"say \"\"hi\"\"\",1e+23\n\"two\nlines\",0.1\n"
                                + "白金客户,100.0\n x ,5e-324\n");
    }

    @Test
    void whatIsMissingIsAnEmptyCellAndDiffersFromTheEmptyText() throws IOException {
        Path target = folder.resolve("scores.csv");
        Tables.write(
                target, List.of(Column.texts("segment", texts(null, "", "GOLD")), Column.numbers("value", new double[] {
                    Double.NaN, 1, Double.NaN
                })));
        assertThat(target).hasContent("segment,value\n,\n\"\",1.0\nGOLD,\n");
    }

    @Test
    void everyDoubleIsWrittenInTheFewestDigitsThatReadBackAsItself() throws IOException {
        double[] values = randomDoubles();
        Path target = folder.resolve("doubles.csv");
        Tables.write(target, List.of(Column.numbers("value", values)));
        List<String> lines = Files.readAllLines(target);
        for (int i = 0; i < values.length; i++) {
            String written = lines.get(i + 1);
            assertThat(Double.parseDouble(written)).isEqualTo(values[i]);
            assertThat(digits(written)).as(written).isLessThanOrEqualTo(digits(Double.toString(values[i])));
        }
    }

    @Test
    void doublesComeBackBitForBitFromCsvAndParquet() {
        double[] values = randomDoubles();
        for (String name : List.of("doubles.csv", "doubles.PARQUET")) {
            Path target = folder.resolve(name);
            Tables.write(target, List.of(Column.numbers("value", values)));
            assertThat(readNumbers(target, "value")).as(name).isEqualTo(values);
        }
    }

    @Test
    void manyRowsKeepTheirOrder() {
        double[] position = IntStream.range(0, MANY).asDoubleStream().toArray();
        @Nullable String[] id = IntStream.range(0, MANY).mapToObj(i -> "C" + i).toArray(String[]::new);
        for (String name : List.of("many.csv", "many.parquet")) {
            Path target = folder.resolve(name);
            Tables.write(target, List.of(Column.texts("id", id), Column.numbers("position", position)));
            assertThat(readNumbers(target, "position")).as(name).isEqualTo(position);
            assertThat(readTexts(target, "id")).as(name).isEqualTo(id);
        }
    }

    @Test
    void theOrderOfManyRowsInCsvIsThatOfItsLines() throws IOException {
        Path target = folder.resolve("many.csv");
        Tables.write(
                target,
                List.of(Column.numbers(
                        "position", IntStream.range(0, MANY).asDoubleStream().toArray())));
        try (BufferedReader lines = Files.newBufferedReader(target)) {
            lines.readLine();
            for (int i = 0; i < MANY; i++) {
                assertThat(Double.parseDouble(lines.readLine())).isEqualTo(i);
            }
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void aTableWithoutRowsIsAHeader() throws IOException {
        Path target = folder.resolve("none.csv");
        Tables.write(target, List.of(Column.texts("id", texts()), Column.numbers("value", new double[0])));
        assertThat(Files.readString(target)).isEqualTo("id,value\n");
    }

    @Test
    void anExistingFileIsReplacedAndNothingElseIsLeftInTheFolder() throws IOException {
        Path target = Files.writeString(folder.resolve("it's [new].csv"), "old");
        Tables.write(target, List.of(Column.texts("id", texts("a"))));
        assertThat(target).hasContent("id\na\n");
        assertThat(filesIn(folder)).containsExactly(target);
    }

    @Test
    void aFailureLeavesTheExistingFileAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("scores.csv"), "old");
        Column failing = Column.texts("id", texts("a", "lone surrogate \uD800"));
        List<Column> tooFewNumbers = List.of(failing, Column.numbers("value", new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tables.write(target, tooFewNumbers))
                .withMessageContaining("[2, 1]");
        assertThat(target).hasContent("old");
        assertThat(filesIn(folder)).containsExactly(target);
    }

    @Test
    void formulasAreNeutralisedInCsvUnlessTheyAreToBeKeptAndNeverInParquet() throws IOException {
        @Nullable String[] formulas = texts("=1+1", "\t@x", "\r-x", "＝A1", "'=1", null, "+8613800138000");
        List<Column> columns = List.of(
                Column.texts("id", formulas), Column.numbers("value", new double[] {-1, -2, -3, -4, -5, -6, -7}));
        Path target = folder.resolve("ids.csv");

        Tables.write(target, columns);
        assertThat(Files.readString(target))
                .isEqualTo("id,value\n'=1+1,-1.0\n'\t@x,-2.0\n\"'\r-x\",-3.0\n'＝A1,-4.0\n''=1,-5.0\n,-6.0\n"
                        + "+8613800138000,-7.0\n");

        AtomicFile.replaceAll(Map.of(target, TableWriter.content(target, columns, FormulaCells.KEPT)));
        assertThat(Files.readString(target)).startsWith("id,value\n=1+1,-1.0\n");

        Path parquet = folder.resolve("ids.parquet");
        Tables.write(parquet, columns);
        assertThat(readTexts(parquet, "id")).isEqualTo(formulas);
    }

    @Test
    void everyTextComesBackFromCsvAndParquet() {
        @Nullable
        String[] texts = texts(
                "plain",
                "'",
                "'=1",
                "a\rb",
                "\rx",
                "a\nb",
                "\nx",
                "x\r\n",
                "\tx",
                "\"",
                "\"\"",
                ",",
                "a\0b",
                "\0",
                "\uFEFFid",
                "客户",
                "\uD83D\uDE00",
                "NULL",
                "-5");
        Path csv = folder.resolve("texts.csv");
        AtomicFile.replaceAll(
                Map.of(csv, TableWriter.content(csv, List.of(Column.texts("text", texts)), FormulaCells.KEPT)));
        assertThat(readTexts(csv, "text")).isEqualTo(texts);
        Path parquet = folder.resolve("texts.parquet");
        Tables.write(parquet, List.of(Column.texts("text", texts)));
        assertThat(readTexts(parquet, "text")).isEqualTo(texts);
    }

    @Test
    void anyNameThatTheFileSystemAllowsWillDo() throws IOException {
        String longest = "客".repeat(80);
        for (String name : List.of("it's \"new\"", "100% [a-z]*?", "客户 {uuid} $HOME ~", "a\\b;c|d<e>", longest)) {
            Path place = Files.createDirectory(folder.resolve(name));
            for (String kind : List.of(".csv", ".parquet")) {
                Path target = place.resolve(name + kind);
                Tables.write(target, List.of(Column.texts("id", texts("a"))));
                assertThat(readTexts(target, "id")).containsExactly("a");
            }
            assertThat(filesIn(place)).hasSize(2);
        }
    }

    @Test
    void whatTheSystemSaysIsToldInOneLine() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("a \"quoted\": folder"));
        Path target = gone.resolve("scores.csv");
        List<Column> columns = List.of(Column.texts("id", texts("a")));
        AtomicFile.Content content = temporary -> {
            Files.delete(temporary);
            Files.delete(gone);
            TableWriter.content(target, columns, FormulaCells.NEUTRALISED).writeTo(temporary);
        };
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.replaceAll(Map.of(target, content)))
                .withMessageStartingWith(target + " cannot be written: ")
                .satisfies(
                        error -> assertThat(error.getMessage()).hasLineCount(1).doesNotContain("Error", ".tmp"));
    }

    @Test
    void aMissingFolderAFolderAndAnUnknownKindOfFileAreRefused() {
        assertRefused(
                folder.resolve("nowhere").resolve("scores.csv"), "there is no folder " + folder.resolve("nowhere"));
        assertRefused(folder.resolve("scores.xlsx"), "must be a .csv or .parquet file");
        assertThat(folder.resolve("folder.csv").toFile().mkdir()).isTrue();
        assertRefused(folder.resolve("folder.csv"), "it is a folder");
    }

    private static void assertRefused(Path target, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Tables.write(target, List.of(Column.texts("id", texts("a")))))
                .withMessageContaining(message)
                .withMessageStartingWith(target.toString());
    }

    private static double[] randomDoubles() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.generate(() -> random.nextInt(4))
                .mapToDouble(kind -> switch (kind) {
                    case 0 -> Double.longBitsToDouble(random.nextLong());
                    case 1 -> Double.longBitsToDouble(random.nextLong() >>> 12); // subnormal
                    case 2 -> random.nextInt(100_000_000) / 100.0;
                    default -> random.nextDouble();
                })
                .filter(Double::isFinite)
                .limit(200_000)
                .toArray();
    }

    private static int digits(String number) {
        String mantissa = number.replaceFirst("[eE].*", "").replaceAll("[-.]", "");
        return mantissa.replaceFirst("^0+", "").replaceFirst("0+$", "").length();
    }

    private static double[] readNumbers(Path file, String column) {
        return Stream.of(readTexts(file, column))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** A column as DuckDB itself reads it from a file of this dialect. */
    private static @Nullable String[] readTexts(Path file, String column) {
        String source = file.toString().endsWith(".csv")
                ? "read_csv(%s, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\n')"
                : "read_parquet(%s)";
        String sql = "SELECT " + Sql.identifier(column) + " FROM " + String.format(source, Sql.fileToRead(file));
        List<@Nullable String> texts = new ArrayList<>();
        try (Connection connection = Sql.openInMemory();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(file.toString(), e);
        }
        return texts.toArray(String[]::new);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static @Nullable String[] texts(@Nullable String... values) {
        return values;
    }
}
