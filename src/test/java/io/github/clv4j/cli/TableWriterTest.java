package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void aFailureOnTheWayIsToldAndLeavesNoFile() throws IOException {
        Path target = folder.resolve("x".repeat(240) + ".csv");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Tables.write(target, List.of(Column.texts("id", texts("a")))))
                .withMessageStartingWith(target + " cannot be written: ");
        assertThat(filesIn(folder)).isEmpty();
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
        return read(file, new RawColumn(column, ColumnType.NUMBER)).numbers(column);
    }

    private static @Nullable String[] readTexts(Path file, String column) {
        return read(file, new RawColumn(column, ColumnType.TEXT)).texts(column);
    }

    private static PreparedTable read(Path file, RawColumn column) {
        List<String> name = List.of(column.name());
        boolean text = column.type() == ColumnType.TEXT;
        try (CustomerDatabase customers = CustomerDatabase.load(file, List.of(column))) {
            return customers.prepare("all", "FROM customers", text ? List.of() : name, text ? name : List.of());
        }
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
