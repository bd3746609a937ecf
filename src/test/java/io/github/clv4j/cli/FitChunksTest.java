package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.scoring.ScoringFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting to a file in chunks is fitting to its customers in memory. */
class FitChunksTest {

    /** More than a chunk of the file, and more than the cuts keep. */
    private static final int CUSTOMERS = 150_000;

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "chunks",
              "input": {
                "columns": {"id": "text", "fee": "number", "churn": "number", "region": "text", "held": "number"},
                "sql": "features.sql", "id": "id", "fitWhere": "fee >= 5"
              },
              "value": {
                "profit": "fee", "discountRate": {"rate": 0, "per": "month"}, "horizon": 10,
                "services": [
                  {"name": "backup", "held": "held", "probability": {"groupShare": "region"}, "profit": 2}
                ]
              },
              "churn": {"column": "churn"}
            }
            """;

    @TempDir
    private Path folder;

    private PlanSource plan;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(
                folder.resolve("features.sql"), "SELECT input_row, id, fee, churn, region, held FROM customers");
        List<String> lines = new ArrayList<>(List.of("id,fee,churn,region,held"));
        for (int i = 0; i < CUSTOMERS; i++) {
            String churn = i % 40_000 == 7 ? "7" : "0." + i * 7919L % 100_003;
            lines.add("C" + i + "," + i * 104_729L % 9973 + "," + churn + "," + "r" + i % 5 + "," + i % 3 / 2);
        }
        lines.set(90_001, "C90000,much,0.5,r1,0");
        Files.write(folder.resolve("customers.csv"), lines);
        plan = PlanSource.read(folder.resolve("plan.json"));
    }

    private CustomerSource customers() {
        return CustomerSource.open(
                folder.resolve("customers.csv"), plan.query(), Duration.ofMinutes(5), Progress.none());
    }

    @Test
    void theFitAndItsFailuresAreThoseOfTheCustomersInMemory() {
        try (CustomerSource source = customers()) {
            CustomerTable table = CustomerTable.toFit(source, Optional.empty());
            ScoringFit inMemory = table.fit(plan.file().plan());
            FitChunks chunks = new FitChunks(source);
            ScoringFit fit = chunks.fit(plan.file().plan());

            assertThat(fit.model().parameters()).isEqualTo(inMemory.model().parameters());
            assertThat(fit.provenance()).isEqualTo(inMemory.provenance());
            assertThat(chunks.failures(fit.failures()))
                    .isEqualTo(table.failures(inMemory.failures()))
                    .extracting(CustomerFailure::toString)
                    .contains("customer 40008 (C40007): churn must be in [0, 1], but was 7.0");
        }
    }

    @Test
    void aQuarterOfTheMemoryIsForTheCustomers() {
        try (CustomerSource source = customers()) {
            long bytesOfAll = CUSTOMERS * (64L + 12 * 4);

            assertThat(FitChunks.areTooMany(source, 4 * bytesOfAll)).isFalse();
            assertThat(FitChunks.areTooMany(source, 4 * bytesOfAll - 4)).isTrue();
        }
    }

    @Test
    void whatTheFitRefusesIsSaidWithWhatCouldNotBeRead() throws IOException {
        Files.writeString(
                folder.resolve("features.sql"),
                "SELECT input_row, id, fee, churn + 2 AS churn, region, held FROM customers");
        plan = PlanSource.read(folder.resolve("plan.json"));
        try (CustomerSource source = customers()) {
            assertThatThrownBy(() -> new FitChunks(source).fit(plan.file().plan()))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(
                            folder.resolve("customers.csv") + ": 1 value could not be read, the first of"
                                    + " customer 90001 (C90000): fee must be a number, but was much; so ");
        }
    }
}
