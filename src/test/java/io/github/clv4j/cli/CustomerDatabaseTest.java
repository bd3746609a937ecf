package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.clv4j.json.ColumnType;
import io.github.clv4j.json.RawColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDatabaseTest {

    private static final RawColumn ID = new RawColumn("id", ColumnType.TEXT);
    private static final RawColumn SPEND = new RawColumn("spend", ColumnType.NUMBER);
    private static final RawColumn SINCE = new RawColumn("since", ColumnType.DATE);
    private static final int MANY = 2_000_000;
    private static final String SPEND_OF_ALL = "SELECT input_row, spend FROM customers";

    @TempDir
    Path folder;

    @Nested
    class ReadingCsv {

        @Test
        void theDeclaredColumnsAreReadByNameWhateverStandsBesideThem() throws IOException {
            Path file = csv("other,spend,id\nx,1.5,C1\n,-2e3,C2\n");
            try (CustomerDatabase customers = load(file, List.of(ID, SPEND))) {
                assertThat(customers.rows()).isEqualTo(2);
                assertThat(customers.failures()).isEmpty();
                PreparedTable table =
                        customers.prepare("all", "FROM customers", List.of("spend"), List.of("id"), Set.of());
                assertThat(table.rows()).isEqualTo(2);
                assertThat(table.numbers("spend")).containsExactly(1.5, -2000);
                assertThat(table.texts("id")).containsExactly("C1", "C2");
            }
        }

        @Test
        void unusedColumnsAreNeverCheckedAndMayHaveTheSameName() throws IOException {
            assertThat(ids("id,x,x,\nC1,1,oops,3\n")).containsExactly("C1");
        }

        @Test
        void aByteOrderMarkQuotedNamesAndCrLfAreTolerated() throws IOException {
            assertThat(ids("\uFEFF\"id\",\"a \"\"b\"\", c\"\r\nC1,1\r\nC2,\r\n"))
                    .containsExactly("C1", "C2");
        }

        @Test
        void aNameInTheHeaderMayHoldCommasQuotesAndLineBreaks() throws IOException {
            RawColumn odd = new RawColumn("a \"b\",\nc", ColumnType.NUMBER);
            try (CustomerDatabase customers = load(csv("id,\"a \"\"b\"\",\nc\"\nC1,7\n"), List.of(odd))) {
                assertThat(customers
                                .prepare("all", "FROM customers", List.of(odd.name()), List.of(), Set.of())
                                .numbers(odd.name()))
                        .containsExactly(7);
            }
        }

        @Test
        void quotedCellsMayHoldCommasQuotesAndLineBreaks() throws IOException {
            assertThat(ids("id,x\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"two\r\nlines\",3\n"))
                    .containsExactly("a,b", "say \"hi\"", "two\r\nlines");
        }

        @Test
        void textIsTakenAsItStandsAndABlankCellIsMissing() throws IOException {
            assertThat(ids("id,x\n Yes ,1\n  ,1\n,1\n\"\",1\n#1,1\n5\" disk,1\nNULL,1\n\u0000,1\n"))
                    .containsExactly(" Yes ", null, null, null, "#1", "5\" disk", "NULL", "\u0000");
        }

        @Test
        void numbersAndDatesAreMissingWhereBlank() throws IOException {
            Path file = csv("spend,since\n,\n  ,\u00A0\n\"\",\"\t\"\n\u30007 , 2024-12-31 \n");
            try (CustomerDatabase customers = load(file, List.of(SPEND, SINCE))) {
                assertThat(customers.failures()).isEmpty();
                assertThat(customers
                                .prepare(
                                        "x",
                                        "SELECT input_row, spend, year(since) AS y FROM customers",
                                        List.of("spend", "y"),
                                        List.of(),
                                        Set.of())
                                .numbers("y"))
                        .containsExactly(Double.NaN, Double.NaN, Double.NaN, 2024);
                assertThat(numbers(customers, "spend")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 7);
            }
        }

        @Test
        void nanAndInfAreNumbersThatNoScoreIsMadeOf() throws IOException {
            Path file = csv("spend\nNaN\ninf\n-Infinity\n1e999\n");
            try (CustomerDatabase customers = load(file, List.of(SPEND))) {
                assertThat(customers.failures()).isEmpty();
                assertThat(numbers(customers, "spend"))
                        .containsExactly(
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY);
            }
        }

        @Test
        void numbersAreReadToTheNearestDouble() throws IOException {
            Path file = csv("spend\n0.1\n9007199254740993\n2.2250738585072011e-308\n4.9e-324\n1e23\n");
            try (CustomerDatabase customers = load(file, List.of(SPEND))) {
                assertThat(numbers(customers, "spend"))
                        .containsExactly(0.1, 9007199254740993d, 2.2250738585072011e-308, Double.MIN_VALUE, 1e23);
            }
        }

        @Test
        void blankLinesAreNoCustomersButMissingValuesInAFileOfOneColumn() throws IOException {
            assertThat(ids("id,x\n\nC1,1\n\n\nC2,2\n\n")).containsExactly("C1", "C2");
            assertThat(ids("id\nC1\n\nC2\n")).containsExactly("C1", null, "C2");
        }

        @Test
        void theLastLineNeedsNoEnd() throws IOException {
            assertThat(ids("id,x\nC1,1\nC2,2")).containsExactly("C1", "C2");
        }

        @Test
        void columnsThatLookLikeBooleansOrDatesStayText() throws IOException {
            assertThat(ids("id\nYes\nNo\n2024-01-01\n007\n")).containsExactly("Yes", "No", "2024-01-01", "007");
        }

        @Test
        void aFileNameIsTakenLiterally() throws IOException {
            Files.writeString(folder.resolve("x1a.csv"), "id\nwrong\n");
            Path file = Files.writeString(folder.resolve("x[1]*?'.CSV"), "id\nright\n");
            try (CustomerDatabase customers = load(file, List.of(ID))) {
                assertThat(texts(customers)).containsExactly("right");
            }
        }

        @Test
        void manyCustomersKeepTheOrderOfTheFile() throws IOException {
            Path file = folder.resolve("many.csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("id,note,spend\n");
                for (int i = 0; i < MANY; i++) {
                    out.write("C" + i + ",\"a,b\"," + i + "\n");
                }
            }
            assertInOrder(file);
        }

        @Test
        void manyCustomersKeepTheOrderOfTheFileEvenIfSomeRowsAreBrokenAndQuotesSpanLines() throws IOException {
            Path file = folder.resolve("many.csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("id,note,spend\n");
                for (int i = 0; i < MANY; i++) {
                    out.write(i % 1000 == 7 ? "C" + i + ",x\n" : "C" + i + ",\"a\n1,2,3\n\"," + i + "\n");
                }
            }
            try (CustomerDatabase customers = load(file, List.of(ID, SPEND))) {
                assertThat(customers.rows()).isEqualTo(MANY);
                assertThat(customers.failures()).hasSize(MANY / 1000);
                double[] spend = numbers(customers, "spend");
                for (int i = 0; i < MANY; i++) {
                    assertThat(Double.isNaN(spend[i]) ? -1 : spend[i]).isEqualTo(i % 1000 == 7 ? -1 : i);
                }
            }
        }

        private @Nullable String[] ids(String content) throws IOException {
            try (CustomerDatabase customers = load(csv(content), List.of(ID))) {
                assertThat(customers.failures()).isEmpty();
                return texts(customers);
            }
        }
    }

    @Nested
    class OptionalColumns {

        private static final String ALL = "SELECT input_row, id, spend, year(since) AS y FROM customers";

        @Test
        void thoseThatAreAbsentAreMissingForEverybody() throws IOException, SQLException {
            assertAllMissing(csv("id,x\nC0,1\nC1,2,3\nC2,3\n"), "C0", null, "C2");
            assertAllMissing(parquet("SELECT 'C' || i AS id FROM range(2) t(i)"), "C0", "C1");
        }

        @Test
        void thoseThatArePresentAreReadLikeAllOthers() throws IOException, SQLException {
            Path file = csv("since,id,spend\n2024-02-29,C0,1\nlast year,C1,x\n");
            try (CustomerDatabase customers = load(file)) {
                assertThat(customers.failures())
                        .containsExactly(
                                new RawFailure(1, "spend", "x", "must be a number"),
                                new RawFailure(1, "since", "last year", "must be a date like 2024-12-31"));
                assertThat(customers
                                .prepare("p.sql", ALL, List.of("spend", "y"), List.of("id"), Set.of())
                                .numbers("y"))
                        .containsExactly(2024, Double.NaN);
            }
            assertRefused(csv("id,spend,spend\nC0,1,2\n"), "has more than one column 'spend'");
            assertRefused(parquet("SELECT 'C0' AS id, '1' AS spend"), "column 'spend' must be a number");
        }

        @Test
        void theirNamesAreExactAndTheOthersAreNeeded() throws IOException {
            assertAllMissing(csv("id,Spend,since \nC0,1,2024-01-01\n"), "C0");
            assertRefused(csv("spend\n1\n"), "has no column 'id'");
        }

        @Test
        void allMayBeAbsent() throws IOException {
            try (CustomerDatabase customers = CustomerDatabase.load(
                    csv("x,y\n1,2\n3,4\n"), List.of(SPEND), Set.of("spend"), Duration.ofMinutes(5))) {
                assertThat(numbers(customers, "spend")).containsExactly(Double.NaN, Double.NaN);
                assertThat(customers.rowsWhere("fitWhere", "spend IS NULL").cardinality())
                        .isEqualTo(2);
            }
        }

        private void assertAllMissing(Path file, @Nullable String... ids) {
            try (CustomerDatabase customers = load(file)) {
                PreparedTable table = customers.prepare("p.sql", ALL, List.of("spend", "y"), List.of("id"), Set.of());
                assertThat(table.texts("id")).containsExactly(ids);
                assertThat(table.numbers("spend")).hasSameSizeAs(ids).containsOnly(Double.NaN);
                assertThat(table.numbers("y")).containsOnly(Double.NaN);
            }
        }

        private void assertRefused(Path file, String message) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> load(file))
                    .withMessageContaining(message);
        }

        private CustomerDatabase load(Path file) {
            return CustomerDatabase.load(
                    file, List.of(ID, SPEND, SINCE), Set.of("spend", "since"), Duration.ofMinutes(5));
        }
    }

    @Nested
    class FailingRows {

        @Test
        void aCellThatIsNotOfItsTypeIsReportedAndMissing() throws IOException {
            Path file = csv("id,spend,since\nC1,abc,2024-02-30\nC2,2,2024-02-29\nC3,\"1,5\",02.01.2024\n");
            try (CustomerDatabase customers = load(file, List.of(SINCE, ID, SPEND))) {
                assertThat(customers.failures())
                        .containsExactly(
                                new RawFailure(0, "since", "2024-02-30", "must be a date like 2024-12-31"),
                                new RawFailure(0, "spend", "abc", "must be a number"),
                                new RawFailure(2, "since", "02.01.2024", "must be a date like 2024-12-31"),
                                new RawFailure(2, "spend", "1,5", "must be a number"));
                assertThat(numbers(customers, "spend")).containsExactly(Double.NaN, 2, Double.NaN);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"1_000", "0x1F", "1d", "true", "--1", "1 000", "5%", "1e", "$5"})
        void whatOnlyAProgrammerTakesForANumberIsNone(String value) throws IOException {
            try (CustomerDatabase customers = load(csv("spend\n" + value + "\n"), List.of(SPEND))) {
                assertThat(customers.failures()).containsExactly(new RawFailure(0, "spend", value, "must be a number"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"epoch", "infinity", "2024-1-2", "2024/01/02", "2024-01-02 10:00:00", "20240102"})
        void whatIsNotWrittenAsIso8601IsNoDate(String value) throws IOException {
            try (CustomerDatabase customers = load(csv("since\n" + value + "\n"), List.of(SINCE))) {
                assertThat(customers.failures()).extracting(RawFailure::value).containsExactly(value);
            }
        }

        @Test
        void aRowWithTooFewOrTooManyCellsKeepsItsPlaceAndIsNamedByItsLine() throws IOException {
            Path file = csv("id,spend\nC0,\"0\n\"\nC1\n\nC2,2\nC3,3,3\nC4,4\n");
            try (CustomerDatabase customers = load(file, List.of(ID, SPEND))) {
                assertThat(customers.failures())
                        .containsExactly(
                                new RawFailure(1, "", "C1", "line 4 has 1 cell, but the header has 2"),
                                new RawFailure(3, "", "C3,3,3", "line 7 has 3 cells, but the header has 2"));
                assertThat(texts(customers)).containsExactly("C0", null, "C2", null, "C4");
            }
        }
    }

    @Nested
    class FilesThatCannotBeUsed {

        @Test
        void aFileThatIsMissingAFolderOrOfAnotherKindIsRefused() throws IOException {
            assertRefused(folder.resolve("none.csv"), "does not exist", ID);
            assertRefused(Files.createDirectory(folder.resolve("sub.csv")), "is a folder", ID);
            assertRefused(
                    Files.writeString(folder.resolve("a.xlsx"), "id\n1\n"), "must be a .csv or .parquet file", ID);
        }

        @Test
        void anEmptyFileAHeaderAloneAndABlankFirstLineAreRefused() throws IOException {
            assertRefused(csv(""), "is empty", ID);
            assertRefused(csv("\uFEFF"), "is empty", ID);
            assertRefused(csv("id,spend"), "has a header but no customers", ID);
            assertRefused(csv("id,spend\n\n"), "has a header but no customers", ID);
            assertRefused(csv("\nid,spend\n1,2\n"), "the first line is blank", ID);
            assertRefused(csv("\"id,spend\n1,2\n"), "Missing closing quote", ID);
        }

        @Test
        void aColumnThatIsMissingIsNamedWithThoseThereAre() throws IOException {
            assertRefused(csv("name,spend\n1,2\n"), "has no column 'id'; it has 'name', 'spend'", ID);
            assertRefused(csv("x, ID \n1,2\n"), "has no column 'id'; ' ID ' differs only in case or white space", ID);
            assertRefused(csv("id;spend\n1;2\n"), "cells must be separated by commas", ID);
        }

        @Test
        void aColumnThatIsThereTwiceIsRefused() throws IOException {
            assertRefused(csv("id,id\n1,2\n"), "has more than one column 'id'", ID);
        }

        @Test
        void columnsThatSqlCannotTellApartAreRefused() throws IOException {
            RawColumn other = new RawColumn("ID", ColumnType.TEXT);
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> load(csv("id,ID\n1,2\n"), List.of(ID, other)))
                    .withMessageContaining("'id' and 'ID'");
        }

        @Test
        void aFileWhoseQuotesMakeNoSenseIsRefusedWithTheLine() throws IOException {
            assertRefused(csv("id,spend\nC0,0\n\"C1\"x,1\n"), "line 3: Unexpected character ('x'", ID);
            assertRefused(csv("id,spend\nC0,0\n\"C1,1\nC2,2\n"), "Missing closing quote", ID);
        }

        @Test
        void aFileWhoseLinesEndDifferentlyIsRefused() throws IOException {
            assertRefused(csv("id,x\nC1,1\r\nC2,2\nC3,3\r\n"), "", ID);
            assertRefused(csv("id,x\nC1,1\nC\r2,2\nC3,3\n"), "", ID);
        }

        @Test
        void bytesThatAreNotUtf8AreRefused() throws IOException {
            Path file = csv("");
            Files.write(file, "id,x\nC1,ok\nC2,Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
            assertRefused(file, "cannot be read as UTF-8", ID);
            Files.write(file, "id\nC1\n".getBytes(StandardCharsets.UTF_16));
            assertRefused(file, "cannot be read", ID);
        }

        private void assertRefused(Path file, String message, RawColumn column) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> load(file, List.of(column)))
                    .withMessageStartingWith(file.toString())
                    .withMessageContaining(message);
        }
    }

    @Nested
    class ReadingParquet {

        @Test
        void numbersTextsAndDatesAreTakenFromColumnsOfSuchTypes() throws SQLException {
            Path file = parquet("SELECT 'C' || i AS id, (i / 2)::DECIMAL(9, 2) AS spend, DATE '2024-01-01' + i::INTEGER"
                    + " AS since, i % 2 = 0 AS active, NULL::BLOB AS unused FROM range(3) t(i)");
            RawColumn active = new RawColumn("active", ColumnType.NUMBER);
            try (CustomerDatabase customers = load(file, List.of(ID, SPEND, SINCE, active))) {
                assertThat(customers.failures()).isEmpty();
                assertThat(texts(customers)).containsExactly("C0", "C1", "C2");
                assertThat(numbers(customers, "spend")).containsExactly(0, 0.5, 1);
                assertThat(numbers(customers, "active")).containsExactly(1, 0, 1);
                assertThat(customers.rowsWhere("fitWhere", "since > DATE '2024-01-01'").stream())
                        .containsExactly(1, 2);
            }
        }

        @Test
        void aColumnOfAnotherTypeIsRefusedWithBothTypes() throws SQLException {
            Path file = parquet("SELECT '1' AS spend, 5 AS id, TIMESTAMP '2024-01-01 00:00:00' AS since");
            assertRefused(file, SPEND, "column 'spend' must be a number, but the file has VARCHAR");
            assertRefused(file, ID, "column 'id' must be a text, but the file has INTEGER");
            assertRefused(file, SINCE, "column 'since' must be a date, but the file has TIMESTAMP");
        }

        @Test
        void aFileThatLacksAColumnOrHasNoCustomersOrIsNoParquetIsRefused() throws SQLException, IOException {
            assertRefused(parquet("SELECT 1 AS Spend"), SPEND, "'Spend' differs only in case or white space");
            assertRefused(parquet("SELECT 1 AS spend LIMIT 0"), SPEND, "has a header but no customers");
            assertRefused(Files.writeString(folder.resolve("x.parquet"), "id\n1\n"), ID, "cannot be read");
        }

        @Test
        void manyCustomersKeepTheOrderOfTheFile() throws SQLException {
            assertInOrder(parquet("SELECT 'C' || i AS id, i AS spend FROM range(" + MANY + ") t(i)"));
        }

        private void assertRefused(Path file, RawColumn column, String message) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> load(file, List.of(column)))
                    .withMessageStartingWith(file.toString())
                    .withMessageContaining(message);
        }
    }

    @Nested
    class PreparingInputs {

        @Test
        void theResultStandsInTheOrderOfTheFileWhateverTheSqlDoesToIt() throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                PreparedTable table = customers.prepare(
                        "p.sql",
                        "SELECT input_row, spend * 2 AS twice, id FROM customers ORDER BY spend DESC",
                        List.of("twice"),
                        List.of("id"),
                        Set.of());
                assertThat(table.numbers("twice")).containsExactly(20, Double.NaN, 60);
                assertThat(table.texts("id")).containsExactly("C0", "C1", null);
            }
        }

        @Test
        void commentsAndAFinalSemicolonAreFine() throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                String sql = "-- spend; as it is\nSELECT input_row, spend /* that; */ FROM customers; -- done\n;\n";
                assertThat(customers
                                .prepare("p.sql", sql, List.of("spend"), List.of(), Set.of())
                                .numbers("spend"))
                        .containsExactly(10, Double.NaN, 30);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "7::TINYINT",
                    "7::UBIGINT",
                    "7::HUGEINT",
                    "7.0::DECIMAL(38, 10)",
                    "7::FLOAT",
                    "7::DOUBLE",
                    "length('1234567')",
                    "true::INT + 6"
                })
        void everyNumericTypeIsANumber(String expression) throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                String sql = "SELECT input_row, " + expression + " AS x FROM customers";
                assertThat(customers
                                .prepare("p.sql", sql, List.of("x"), List.of(), Set.of())
                                .numbers("x"))
                        .containsOnly(7);
            }
        }

        @Test
        void booleansAreZeroOrOneAndNullIsMissing() throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                String sql = "SELECT input_row, spend > 20 AS x, NULL AS y FROM customers";
                PreparedTable table = customers.prepare("p.sql", sql, List.of("x", "y"), List.of(), Set.of());
                assertThat(table.numbers("x")).containsExactly(0, Double.NaN, 1);
                assertThat(table.numbers("y")).containsOnly(Double.NaN);
            }
        }

        @Test
        void aSyntaxErrorIsToldWithItsLine() throws IOException {
            assertRefused("SELECT input_row,\n  spend spend spend\nFROM customers", "p.sql, line 2: syntax error");
        }

        @Test
        void anUnknownColumnOfTheFileIsToldWithItsLine() throws IOException {
            assertRefused("SELECT input_row,\n  spent AS spend\nFROM customers", "p.sql: ", "spent", "LINE 2");
        }

        @Test
        void aValueThatCannotBeCastIsTold() throws IOException {
            assertRefused("SELECT input_row, CAST(id AS INTEGER) AS spend FROM customers", "p.sql: ", "'C0'");
        }

        @Test
        void missingDoubleAndUnfitColumnsAreRefused() throws IOException {
            assertRefused("SELECT spend FROM customers", "p.sql returns no column 'input_row'; it returns 'spend'");
            assertRefused(
                    "SELECT input_row, id FROM customers", "returns no column 'spend'; it returns 'input_row', 'id'");
            assertRefused("SELECT *, 1 AS Spend FROM customers", "returns more than one column 'spend'");
            assertRefused(
                    "SELECT input_row, id AS spend FROM customers", "column 'spend' must be a number, but is VARCHAR");
            assertRefused("SELECT id AS input_row, spend FROM customers", "'input_row' must be a whole number");
        }

        @Test
        void aTextColumnMustBeText() throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() ->
                                customers.prepare("p.sql", "FROM customers", List.of(), List.of("spend"), Set.of()))
                        .withMessage("p.sql: column 'spend' must be a text, as by CAST(... AS VARCHAR), but is DOUBLE");
            }
        }

        @Test
        void everyCustomerMustComeOnce() throws IOException {
            assertRefused(SPEND_OF_ALL + " WHERE input_row <> 1", "p.sql loses rows: input_row 1 is the first of 1");
            assertRefused(SPEND_OF_ALL + ", range(2)", "p.sql repeats rows: input_row 0 comes more than once");
            assertRefused(
                    "SELECT input_row + 1 AS input_row, spend FROM customers", "adds rows: input_row 3 is not in");
            assertRefused("SELECT NULL::INT AS input_row, spend FROM customers", "adds rows: an input_row is NULL");
        }

        @Test
        void anErrorInALaterRowIsToldForWhatItIs() throws IOException {
            Path file = csv("id\n" + "1\n".repeat(10_000) + "one\n");
            try (CustomerDatabase customers = load(file, List.of(ID))) {
                String sql = "SELECT input_row, CAST(id AS INTEGER) AS x FROM customers";
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() -> customers.prepare("p.sql", sql, List.of("x"), List.of(), Set.of()))
                        .withMessageStartingWith("p.sql: ")
                        .withMessageContaining("'one'");
            }
        }

        @Test
        void aColumnThatNobodyAskedForIsRefusedUnlessItIsKnownToBeUnused() throws IOException {
            assertRefused("FROM customers", "p.sql returns the column 'id', which the plan does not use");
            assertRefused("SELECT *, 1 AS \"A b\" FROM customers", "returns the column 'id'");
            try (CustomerDatabase customers = threeCustomers()) {
                PreparedTable table =
                        customers.prepare("p.sql", "FROM customers", List.of("spend"), List.of(), Set.of("ID"));
                assertThat(table.numbers("spend")).containsExactly(10, Double.NaN, 30);
                assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> table.texts("id"));
            }
        }
    }

    @Nested
    class ChoosingCustomers {

        @Test
        void aConditionChoosesTheRowsForWhichItIsTrue() throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                assertThat(customers.rowsWhere("fitWhere", "spend > 20").stream())
                        .containsExactly(2);
                assertThat(customers.rowsWhere("fitWhere", "spend IS NULL OR spend = 10 -- both").stream())
                        .containsExactly(0, 1);
                assertThat(customers.rowsWhere("fitWhere", "spend >= (SELECT avg(spend) FROM customers)").stream())
                        .containsExactly(2);
                assertThat(customers.rowsWhere("fitWhere", "false").isEmpty()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-- nothing",
                    "1=1; DROP TABLE customer_rows",
                    "1=1) UNION SELECT (1=1",
                    "1=1 UNION SELECT 2=2",
                    "1=1) OR (1=1",
                    "1=1), (2=2",
                    "1=1, 2=2",
                    "1=1 FROM customers",
                    "1=1 AS x",
                    "1=1 LIMIT 1",
                    "1=1 /* open",
                    "1=1 \n) -- ",
                    "(1=1",
                    "*",
                    "COLUMNS(*)",
                    "spend",
                    "id",
                    "1",
                    "NULL",
                    "SELECT true",
                    "count(*) > 1",
                    "row_number() OVER () = 1",
                    "unnest([true, false])",
                    "spend = ?",
                    "spend = $1",
                    "unknown > 1",
                    "EXISTS (FROM read_text('/etc/passwd'))",
                    "EXISTS (WITH x AS (DELETE FROM customer_rows RETURNING *) FROM x)",
                    "CAST(id AS INTEGER) > 1"
                })
        void whatIsNotOneConditionIsRefusedByTheNameOfItsField(String condition) throws IOException {
            try (CustomerDatabase customers = threeCustomers()) {
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(() -> customers.rowsWhere("fitWhere", condition))
                        .withMessageStartingWith("fitWhere");
                assertThat(numbers(customers, "spend")).containsExactly(10, Double.NaN, 30);
            }
        }
    }

    private CustomerDatabase threeCustomers() throws IOException {
        return load(csv("id,spend\nC0,10\nC1,\n,30\n"), List.of(ID, SPEND));
    }

    private void assertRefused(String sql, String... messageParts) throws IOException {
        try (CustomerDatabase customers = threeCustomers()) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> customers.prepare("p.sql", sql, List.of("spend"), List.of(), Set.of()))
                    .satisfies(error -> assertThat(error.getMessage()).contains(messageParts));
        }
    }

    private static void assertInOrder(Path file) {
        try (CustomerDatabase customers = load(file, List.of(SPEND, ID))) {
            double[] expected = new double[MANY];
            Arrays.setAll(expected, i -> i);
            assertThat(numbers(customers, "spend")).isEqualTo(expected);
            assertThat(texts(customers)[MANY - 1]).isEqualTo("C" + (MANY - 1));
        }
    }

    private static CustomerDatabase load(Path file, List<RawColumn> columns) {
        return CustomerDatabase.load(file, columns, Set.of(), Duration.ofMinutes(5));
    }

    private static double[] numbers(CustomerDatabase customers, String column) {
        String sql = "SELECT input_row, \"" + column.replace("\"", "\"\"") + "\" FROM customers";
        return customers
                .prepare("all", sql, List.of(column), List.of(), Set.of())
                .numbers(column);
    }

    private static @Nullable String[] texts(CustomerDatabase customers) {
        String sql = "SELECT input_row, id FROM customers";
        return customers.prepare("all", sql, List.of(), List.of("id"), Set.of()).texts("id");
    }

    private Path parquet(String select) throws SQLException {
        Path file = folder.resolve("customers.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet, ROW_GROUP_SIZE 50000)");
        }
        return file;
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("customers.csv"), content);
    }
}
