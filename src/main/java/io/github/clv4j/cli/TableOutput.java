package io.github.clv4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the table of a command goes that reads scored customers. */
final class TableOutput {

    @Option(names = "--output", paramLabel = "FILE.csv|.parquet", description = "Where the table goes.")
    private @Nullable Path output;

    @Option(
            names = "--keep-formulas",
            description =
                    "The texts of CSV files, read and written, are as they are, also those that a spreadsheet would"
                            + " run as a formula. Unless given, these have an apostrophe in front.")
    private boolean keepFormulas;

    /** What CSV files do about texts that are formulas to a spreadsheet. */
    FormulaCells formulas() {
        return keepFormulas ? FormulaCells.KEPT : FormulaCells.NEUTRALISED;
    }

    /** All that can be said against the output before the work is done. */
    void require(Map<String, Path> inputs) {
        if (output != null) {
            DistinctFiles.require(inputs, Map.of("--output", output));
            TableWriter.requireWritable(output);
        }
    }

    /** Writes the columns, if somebody wants them. */
    void write(Supplier<List<Column>> columns) {
        if (output != null) {
            AtomicFile.replaceAll(Map.of(output, TableWriter.content(output, columns.get(), formulas())));
        }
    }
}
