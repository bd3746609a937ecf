package io.github.clv4j.cli;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that reads a customer file. */
final class InputOptions {

    @Option(names = "--input", required = true, paramLabel = "FILE.csv|.parquet", description = "The customers.")
    private Path file = Path.of("");

    @Option(
            names = "--sql-time-limit",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description =
                    "How long each SQL of the plan or model may run for a chunk of customers, at most 61,440 of them:"
                            + " ${DEFAULT-VALUE} unless given.")
    private int sqlSeconds;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Path file() {
        return file;
    }

    CustomerSource open(CustomerQuery query, Progress progress) {
        return CustomerSource.open(file, query, Duration.ofSeconds(sqlSeconds), progress);
    }

    /** Refuses, before any work is done, what no option can be. */
    void require() {
        if (sqlSeconds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--sql-time-limit must be at least 1 second, but was " + sqlSeconds);
        }
    }
}
