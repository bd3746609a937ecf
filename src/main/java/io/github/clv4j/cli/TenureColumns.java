package io.github.clv4j.cli;

import io.github.clv4j.retention.TenureRegression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a tenure regression is of, and where it finds it. */
final class TenureColumns {

    @Option(
            names = "--response",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of tenures, in months, at least 0.")
    private String response = "";

    @Option(
            names = "--activities",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of numbers of retention activities, at least 0.")
    private String activities = "";

    @Option(
            names = "--controls",
            split = ",",
            paramLabel = "COLUMN[=VALUE]",
            description =
                    "Columns of controls, separated by commas: of numbers, or COLUMN=VALUE, which is 1 where the text of"
                            + " the column is the value and else 0.")
    private List<String> controls = new ArrayList<>();

    @Option(names = "--linear", description = "Leave out the square of the number of activities.")
    private boolean linear;

    @Option(names = "--interactions", description = "Add the products of the activities with the controls.")
    private boolean interactions;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Fit the customers of each text of this column apart: those who left and those who stayed.")
    private @Nullable String by;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column of ids, for the table and for messages.")
    private @Nullable String id;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The regressions that lead up to the one that was asked for, and that one last. */
    List<TenureRegression> regressions() {
        try {
            List<TenureRegression> steps = new ArrayList<>();
            TenureRegression regression = TenureRegression.of(response, activities);
            steps.add(regression);
            if (!linear) {
                regression = regression.quadratic();
                steps.add(regression);
            }
            for (String control : controls) {
                regression = regression.withControl(control);
            }
            steps.add(regression);
            if (interactions) {
                steps.add(withInteractions(regression));
            }
            return steps.stream().distinct().toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private TenureRegression withInteractions(TenureRegression regression) {
        if (controls.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--interactions needs --controls");
        }
        TenureRegression all = regression;
        for (String control : controls) {
            all = all.withInteraction(control);
        }
        return all;
    }

    /** Reads the columns; a customer with a value that is missing or cannot be fails. */
    TenureCustomers read(Path file, FormulaCells formulas, FailureOptions failures) {
        List<String> numbers = Stream.concat(Stream.of(response, activities), controls.stream())
                .toList();
        List<String> texts = Optional.ofNullable(by).stream().toList();
        ColumnFile columns = ColumnFile.read(file, Optional.ofNullable(id), numbers, texts, formulas);
        columns.require(response, TenureColumns::isNotNegative, "must be in [0, Inf)");
        columns.require(activities, TenureColumns::isNotNegative, "must be in [0, Inf)");
        controls.forEach(control -> columns.require(control, Double::isFinite, "must be finite"));
        Stream.concat(numbers.stream(), texts.stream()).forEach(columns::requirePresent);
        columns.requireFew(failures);
        return new TenureCustomers(
                columns,
                columns.numbers(response),
                columns.numbers(activities),
                controls.stream().map(columns::numbers).toArray(double[][]::new),
                Optional.ofNullable(by).map(columns::texts));
    }

    private static boolean isNotNegative(double number) {
        return number >= 0 && number < Double.POSITIVE_INFINITY;
    }

    boolean hasIds() {
        return id != null;
    }
}
