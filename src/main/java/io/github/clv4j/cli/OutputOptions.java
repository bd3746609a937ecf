package io.github.clv4j.cli;

import io.github.clv4j.json.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of a scoring run go. All files are written together, or none. */
final class OutputOptions {

    @Option(names = "--output", paramLabel = "FILE.csv|.parquet", description = "Where the scores go.")
    private @Nullable Path output;

    @Option(names = "--summary", paramLabel = "FILE.json", description = "Where the summary goes.")
    private @Nullable Path summary;

    @Option(
            names = "--failures",
            paramLabel = "FILE.csv|.parquet",
            description = "Where the customers go of whom a value cannot be used.")
    private @Nullable Path failures;

    @Option(names = "--model-out", paramLabel = "FILE.json", description = "Where the fitted model goes.")
    private @Nullable Path model;

    @Option(
            names = "--keep-formulas",
            description = "Leave texts that a spreadsheet would run as a formula as they are in CSV files.")
    private boolean keepFormulas;

    boolean wantsScores() {
        return output != null;
    }

    boolean wantsModel() {
        return model != null;
    }

    /** All that can be said against the outputs before the work is done. */
    void require(Map<String, Path> inputs) {
        DistinctFiles.require(inputs, outputs());
        Stream.of(output, failures).filter(Objects::nonNull).forEach(TableWriter::requireWritable);
        Stream.of(summary, model).filter(Objects::nonNull).forEach(AtomicFile::requireWritable);
    }

    private Map<String, Path> outputs() {
        Map<String, Path> outputs = new LinkedHashMap<>();
        putIfGiven(outputs, "--output", output);
        putIfGiven(outputs, "--summary", summary);
        putIfGiven(outputs, "--failures", failures);
        putIfGiven(outputs, "--model-out", model);
        return outputs;
    }

    private static void putIfGiven(Map<String, Path> outputs, String name, @Nullable Path file) {
        if (file != null) {
            outputs.put(name, file);
        }
    }

    boolean wantsFailures() {
        return failures != null;
    }

    /**
     * Takes all parts of a pass and writes what is wanted of it.
     *
     * @param require refuses the run, when all parts were taken and before any file is replaced
     */
    void write(ScoringSource source, ScoringRun run, ScoringPass pass, FailureLog failed, Runnable require) {
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        FormulaCells formulas = keepFormulas ? FormulaCells.KEPT : FormulaCells.NEUTRALISED;
        if (output != null) {
            contents.put(output, scores(output, pass, formulas, require));
        } else {
            pass.forEachRemaining(part -> {});
            require.run();
        }
        if (failures != null) {
            contents.put(failures, TableWriter.content(failures, failed::table, formulas));
        }
        if (summary != null) {
            contents.put(summary, temporary -> Files.writeString(temporary, source.summary(run, pass.totals())));
        }
        if (model != null) {
            contents.put(model, text(model(model, source, run)));
        }
        AtomicFile.replaceAll(contents);
    }

    /** Customers are scored while those before are written. */
    private static AtomicFile.Content scores(Path target, ScoringPass pass, FormulaCells formulas, Runnable require) {
        return temporary -> {
            try (Ahead<List<Column>> parts = new Ahead<>(pass)) {
                TableWriter.content(target, () -> parts, formulas).writeTo(temporary);
            }
            require.run();
        };
    }

    private static String model(Path target, ScoringSource source, ScoringRun run) {
        String json = source.fitted(run).map(ModelFile::json).orElseThrow();
        ModelFile.parse(target.toString(), json); // what could not be read is not written
        return json;
    }

    private static AtomicFile.Content text(String text) {
        return temporary -> Files.writeString(temporary, text);
    }
}
