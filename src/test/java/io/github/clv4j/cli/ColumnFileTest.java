package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a file, named without a plan: numbers, texts, and texts made numbers. */
class ColumnFileTest {

    private static final String CUSTOMERS = "id,tenure,gender,Churn\n"
            + "a,1,Male,Yes\n"
            + "b,2.5,Female,No\n"
            + "c,x,Male,No\n"
            + "d,,Female,Yes\n"
            + "e,3,,No\n";

    @TempDir
    private Path folder;

    private ColumnFile read(String cells, List<String> numbers, List<String> texts) throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, cells);
        return ColumnFile.read(file, Optional.of("id"), numbers, texts, FormulaCells.NEUTRALISED);
    }

    private static List<String> texts(ColumnFile file) {
        return file.failures().stream().map(CustomerFailure::toString).toList();
    }

    @Test
    void numbersAndTextsAreReadByNameAndBadCellsFailTheirCustomer() throws IOException {
        ColumnFile file = read(CUSTOMERS, List.of("tenure"), List.of("gender"));

        assertThat(file.customers()).isEqualTo(5);
        assertThat(file.id(1)).isEqualTo("b");
        assertThat(file.numbers("tenure")).containsExactly(1, 2.5, Double.NaN, Double.NaN, 3);
        assertThat(file.texts("gender")).containsExactly("Male", "Female", "Male", "Female", null);
        assertThat(texts(file)).containsExactly("customer 3 (c): tenure must be a number, but was x");
        assertThat(file.usable()).containsExactly(0, 1, 3, 4);
    }

    @Test
    void aColumnAndOneOfItsValuesAreAColumnOfZerosAndOnes() throws IOException {
        ColumnFile file = read(CUSTOMERS, List.of("Churn=Yes", "gender=Male", "gender=Female", "Churn=Yes"), List.of());

        assertThat(file.numbers("Churn=Yes")).containsExactly(1, 0, 0, 1, 0);
        assertThat(file.numbers("gender=Male")).containsExactly(1, 0, 1, 0, Double.NaN);
        assertThat(file.numbers("gender=Female")).containsExactly(0, 1, 0, 1, Double.NaN);
        assertThat(file.failures()).isEmpty();
    }

    @Test
    void aMissingValueFailsItsCustomerOnceWhereItIsRequired() throws IOException {
        ColumnFile file = read(CUSTOMERS, List.of("tenure", "gender=Male"), List.of("gender"));
        file.requirePresent("tenure");
        file.requirePresent("gender=Male");
        file.requirePresent("gender");

        assertThat(texts(file))
                .containsExactly(
                        "customer 3 (c): tenure must be a number, but was x",
                        "customer 4 (d): tenure is missing",
                        "customer 5 (e): gender=Male is missing");
        assertThat(file.usable()).containsExactly(0, 1);
        assertThat(file.numbers("tenure")).containsExactly(1, 2.5, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void aNumberOutOfItsBoundsFailsItsCustomerAndAMissingOneDoesNot() throws IOException {
        ColumnFile file = read(CUSTOMERS, List.of("tenure"), List.of());
        file.require("tenure", tenure -> tenure >= 2, "must be at least 2");

        assertThat(texts(file))
                .containsExactly(
                        "customer 1 (a): tenure must be at least 2, but was 1.0",
                        "customer 3 (c): tenure must be a number, but was x");
    }

    @Test
    void aFileWithoutIdsHasCustomersWithEmptyOnes() throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, "t,e\n1,0\n-,1\n");
        ColumnFile customers = ColumnFile.read(file, Optional.empty(), List.of("t", "e"), List.of(), FormulaCells.KEPT);

        assertThat(customers.id(0)).isEmpty();
        assertThat(texts(customers)).containsExactly("customer 2: t must be a number, but was -");
        assertThat(customers.hasFailed(1)).isTrue();
    }

    @Test
    void aParquetFileIsReadAlike() throws SQLException {
        Path file = folder.resolve("customers.parquet");
        try (Connection connection = Sql.openInMemory()) {
            Sql.execute(
                    connection,
                    "COPY (SELECT * FROM (VALUES ('a', 1, 'Yes'), ('b', NULL, 'No'), ('c', 3, NULL)) AS t(id, t, e)) TO "
                            + Sql.text(file.toString()) + " (FORMAT parquet)");
        }
        ColumnFile customers =
                ColumnFile.read(file, Optional.of("id"), List.of("t", "e=Yes"), List.of(), FormulaCells.KEPT);

        assertThat(customers.numbers("t")).containsExactly(1, Double.NaN, 3);
        assertThat(customers.numbers("e=Yes")).containsExactly(1, 0, Double.NaN);
    }

    @Test
    void whatTheFileDoesNotHaveIsSaid() {
        Map<List<String>, String> refusals = Map.of(
                List.of("Tenure"), "has no column 'Tenure'; 'tenure' differs only in case or white space",
                List.of("nothing"), "has no column 'nothing'; it has 'id', 'tenure', 'gender', 'Churn'",
                List.of("Churn=yes"), "column 'Churn' has no value 'yes'; it has 'Yes', 'No'",
                List.of("Churn", "Churn=Yes"), "column 'Churn' is wanted as numbers and as texts",
                List.of(""), "name of a raw column must not be blank",
                List.of("=Yes"), "name of a raw column must not be blank");
        refusals.forEach((numbers, message) -> assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> read(CUSTOMERS, numbers, List.of()))
                .withMessageContaining("customers.csv")
                .withMessageContaining(message));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CUSTOMERS, List.of("tenure"), List.of()).numbers("age"))
                .withMessage("column 'age' was not asked for");
    }
}
