package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {

    @TempDir
    Path folder;

    @Test
    void anyNumberOfFailuresIsListedInTheirOrder() throws IOException {
        Path target = folder.resolve("failures.csv");
        try (FailureLog log = new FailureLog(true)) {
            for (int row = 1; row <= 25_000; row++) {
                log.add(new CustomerFailure(row, row % 2 == 0 ? "" : "客" + row, "fee", "x".repeat(row % 5), "is odd"));
            }
            assertThat(log.count()).isEqualTo(25_000);
            assertThat(log.first().get(0).row()).isOne();
            AtomicFile.replaceAll(Map.of(target, TableWriter.content(target, log::table, FormulaCells.KEPT)));
        }
        List<String> lines = Files.readAllLines(target);
        assertThat(lines).hasSize(25_001).startsWith("row,customer_id,field,value,reason", "1,客1,fee,x,is odd");
        for (int row = 1; row <= 25_000; row++) {
            assertThat(lines.get(row)).startsWith(row + ",");
        }
        assertThat(lines.get(24_999)).isEqualTo("24999,客24999,fee,xxxx,is odd");
        assertThat(lines.get(25_000)).isEqualTo("25000,,fee,,is odd");
    }

    @Test
    void noFailuresAreATableWithoutRows() throws IOException {
        Path target = folder.resolve("failures.csv");
        try (FailureLog log = new FailureLog(true)) {
            AtomicFile.replaceAll(Map.of(target, TableWriter.content(target, log::table, FormulaCells.KEPT)));
        }
        assertThat(target).hasContent("row,customer_id,field,value,reason\n");
    }
}
