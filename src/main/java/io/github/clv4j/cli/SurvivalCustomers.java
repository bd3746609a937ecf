package io.github.clv4j.cli;

import io.github.clv4j.retention.KaplanMeier;
import io.github.clv4j.retention.ObservedTenures;
import io.github.clv4j.retention.SurvivalComparison;
import io.github.clv4j.retention.SurvivalLimits;
import io.github.clv4j.retention.SurvivalStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The customers of survival curves: those of a file of whom every value is known. */
final class SurvivalCustomers {

    private final ColumnFile file;
    private final int[] rows;
    private final ObservedTenures tenures;
    private final Optional<List<String>> groups;

    SurvivalCustomers(
            ColumnFile file,
            double[] times,
            double[] left,
            Optional<double[]> entries,
            Optional<@Nullable String[]> groups) {
        this.file = file;
        this.rows = file.usable();
        ObservedTenures fromStart = ObservedTenures.of(of(times), of(left));
        this.tenures = entries.map(this::of).map(fromStart::withEntries).orElse(fromStart);
        this.groups = groups.map(this::of);
    }

    private double[] of(double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }

    private List<String> of(@Nullable String[] column) {
        return IntStream.of(rows)
                .mapToObj(row -> Objects.requireNonNull(column[row]))
                .toList();
    }

    ColumnFile file() {
        return file;
    }

    int leftOut() {
        return file.customers() - rows.length;
    }

    long groups() {
        return groups.map(names -> names.stream().distinct().count()).orElse(1L);
    }

    SurvivalComparison compare() {
        return groups.map(names -> SurvivalComparison.byGroup(tenures, names))
                .orElseGet(() -> SurvivalComparison.of(tenures));
    }

    /** The tables of all curves, one under the other. */
    List<Column> table(SurvivalComparison comparison) {
        List<Column> columns = new ArrayList<>();
        if (groups.isPresent()) {
            columns.add(Column.texts("group", names(comparison)));
        }
        columns.add(steps("time", comparison, SurvivalStep::time));
        columns.add(counts("at_risk", comparison, SurvivalStep::atRisk));
        columns.add(counts("events", comparison, SurvivalStep::events));
        columns.add(counts("censored", comparison, SurvivalStep::censored));
        columns.add(steps("survival", comparison, SurvivalStep::survival));
        columns.add(steps("standard_error", comparison, SurvivalStep::standardError));
        List<SurvivalLimits> limits =
                comparison.curves().values().stream().map(comparison::limits).toList();
        columns.add(Column.numbers(
                "lower",
                limits.stream().flatMapToDouble(l -> DoubleStream.of(l.lower())).toArray()));
        columns.add(Column.numbers(
                "upper",
                limits.stream().flatMapToDouble(l -> DoubleStream.of(l.upper())).toArray()));
        columns.add(steps("cumulative_hazard", comparison, SurvivalStep::cumulativeHazard));
        return columns;
    }

    private static @Nullable String[] names(SurvivalComparison comparison) {
        List<String> names = new ArrayList<>();
        comparison
                .curves()
                .forEach((group, curve) ->
                        names.addAll(Collections.nCopies(curve.steps().size(), group)));
        return names.toArray(String[]::new);
    }

    private static Column counts(String name, SurvivalComparison comparison, ToLongFunction<SurvivalStep> part) {
        return Column.counts(
                name,
                comparison.curves().values().stream()
                        .map(KaplanMeier::steps)
                        .flatMap(List::stream)
                        .mapToLong(part)
                        .toArray());
    }

    private static Column steps(String name, SurvivalComparison comparison, ToDoubleFunction<SurvivalStep> part) {
        return Column.numbers(
                name,
                comparison.curves().values().stream()
                        .map(KaplanMeier::steps)
                        .flatMap(List::stream)
                        .mapToDouble(part)
                        .toArray());
    }
}
