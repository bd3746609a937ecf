package io.github.clv4j.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a budget finds what it asks of customers: churn probability, value and cost. */
final class BudgetColumns {

    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?");

    @Option(
            names = "--cost",
            required = true,
            paramLabel = "COST|COLUMN",
            description = "What it costs to contact a customer, at least 0: a number for all, or the name of a column.")
    private String cost = "";

    @Option(
            names = "--value",
            defaultValue = "lifetime_value",
            paramLabel = "COLUMN",
            description = "The column of values, what customers are worth if they stay: ${DEFAULT-VALUE} unless given.")
    private String value = "";

    @Option(
            names = "--churn",
            defaultValue = "churn_probability",
            paramLabel = "COLUMN",
            description = "The column of churn probabilities: ${DEFAULT-VALUE} unless given.")
    private String churn = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Refuses, before any work is done, what no cost can be. */
    void require() {
        costOfAll().ifPresent(number -> {
            if (!isCost(number)) {
                throw new ParameterException(
                        spec.commandLine(), "--cost must be in [0, Inf) or the name of a column, but was " + cost);
            }
        });
    }

    private OptionalDouble costOfAll() {
        return NUMBER.matcher(cost).matches() ? OptionalDouble.of(Double.parseDouble(cost)) : OptionalDouble.empty();
    }

    private static boolean isCost(double number) {
        return number >= 0 && number < Double.POSITIVE_INFINITY;
    }

    /** Reads the columns; a customer with a number that cannot be fails. */
    ScoredFile read(Path file, FormulaCells formulas, FailureOptions failures) {
        boolean costColumn = costOfAll().isEmpty();
        List<String> numbers = Stream.concat(Stream.of(churn, value), costColumn ? Stream.of(cost) : Stream.empty())
                .toList();
        ScoredFile scored = ScoredFile.read(file, numbers, formulas);
        scored.require(churn, share -> share >= 0 && share <= 1, "must be in [0, 1]");
        scored.require(value, Double::isFinite, "must be finite");
        if (costColumn) {
            scored.require(cost, BudgetColumns::isCost, "must be in [0, Inf)");
            requireCosts(scored);
        }
        scored.requireIds(); // nobody can be contacted without one
        scored.requireFew(failures);
        return scored;
    }

    private void requireCosts(ScoredFile scored) {
        for (int row = 0; row < scored.customers(); row++) {
            if (isScored(scored, row) && Double.isNaN(scored.numbers(cost)[row])) {
                scored.fail(row, cost, "", "is missing");
            }
        }
    }

    private boolean isScored(ScoredFile scored, int row) {
        return !Double.isNaN(scored.numbers(churn)[row]) && !Double.isNaN(scored.numbers(value)[row]);
    }

    /** Those who have both a churn probability and a value. */
    BudgetCustomers customers(ScoredFile scored) {
        int[] rows = IntStream.range(0, scored.customers())
                .filter(row -> isScored(scored, row))
                .toArray();
        if (rows.length == 0) {
            throw new UserError(scored.path() + ": no customer has both a " + churn + " and a " + value);
        }
        return new BudgetCustomers(
                rows, of(rows, scored.numbers(churn)), of(rows, scored.numbers(value)), costs(rows, scored));
    }

    private double[] costs(int[] rows, ScoredFile scored) {
        if (costOfAll().isEmpty()) {
            return of(rows, scored.numbers(cost));
        }
        double[] costs = new double[rows.length];
        Arrays.fill(costs, costOfAll().orElseThrow());
        return costs;
    }

    private static double[] of(int[] rows, double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }
}
