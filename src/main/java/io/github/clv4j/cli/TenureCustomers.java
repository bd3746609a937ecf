package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.NestedTests;
import io.github.clv4j.retention.TenureFit;
import io.github.clv4j.retention.TenureGroups;
import io.github.clv4j.retention.TenureRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers of a tenure regression: those of a file of whom every value is known. */
final class TenureCustomers {

    private final ColumnFile file;
    private final int[] rows;
    private final double[] tenure;
    private final double[] activities;
    private final double[][] controls;
    private final Optional<List<String>> groups;

    TenureCustomers(
            ColumnFile file,
            double[] tenure,
            double[] activities,
            double[][] controls,
            Optional<@Nullable String[]> groups) {
        this.file = file;
        this.rows = file.usable();
        this.tenure = of(tenure);
        this.activities = of(activities);
        this.controls = Stream.of(controls).map(this::of).toArray(double[][]::new);
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

    boolean hasGroups() {
        return groups.isPresent();
    }

    ColumnFile file() {
        return file;
    }

    int leftOut() {
        return file.customers() - rows.length;
    }

    TenureFit fit(TenureRegression regression) {
        return refusals(() -> regression.fit(activities, used(regression), tenure));
    }

    /** The first regressions of the steps have no controls yet. */
    private double[][] used(TenureRegression regression) {
        return Arrays.copyOf(controls, regression.controls().size());
    }

    /** What each step adds, where there are several. */
    Optional<NestedTests> nested(List<TenureRegression> steps) {
        return steps.size() < 2
                ? Optional.empty()
                : Optional.of(NestedTests.of(steps.stream().map(this::fit).toArray(TenureFit[]::new)));
    }

    TenureGroups fitByGroup(TenureRegression regression) {
        return refusals(() -> regression.fitByGroup(activities, controls, tenure, groups.orElseThrow()));
    }

    private <T> T refusals(Supplier<T> fit) {
        try {
            return fit.get();
        } catch (FitException | IllegalArgumentException e) {
            throw new UserError(file.path() + ": " + e.getMessage(), e);
        }
    }

    /** The gain of every customer, the largest first. */
    List<Column> gains(TenureFit fit, boolean ids) {
        return gains(place -> fit, ids);
    }

    /** The gain of every customer by the fit of its group, the largest first. */
    List<Column> gains(TenureGroups fits, boolean ids) {
        List<String> names = groups.orElseThrow();
        return gains(place -> Objects.requireNonNull(fits.fits().get(names.get(place))), ids);
    }

    private List<Column> gains(IntFunction<TenureFit> fitOf, boolean ids) {
        double[] gains = new double[rows.length];
        double[] errors = new double[rows.length];
        for (int place = 0; place < rows.length; place++) {
            TenureFit fit = fitOf.apply(place);
            fit.gainOfNext(activities, controls, place, place + 1, gains);
            fit.gainStandardError(activities, controls, place, place + 1, errors);
        }
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -gains[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.counts(
                "row", IntStream.of(order).mapToLong(place -> rows[place] + 1L).toArray()));
        if (ids) {
            columns.add(texts(ScoredFile.ID, order, place -> Strings.emptyToNull(file.id(rows[place]))));
        }
        groups.ifPresent(names -> columns.add(texts("group", order, names::get)));
        columns.add(numbers("activities", order, activities));
        columns.add(numbers("gain_of_next", order, gains));
        columns.add(numbers("standard_error", order, errors));
        columns.add(texts("extrapolated", order, place -> isExtrapolated(fitOf.apply(place), place) ? "yes" : "no"));
        return columns;
    }

    /** Whether nobody was seen with as many activities as one more would make. */
    private boolean isExtrapolated(TenureFit fit, int place) {
        return activities[place] + 1 > fit.mostActivities();
    }

    private static Column texts(String name, int[] order, IntFunction<@Nullable String> text) {
        return Column.texts(name, IntStream.of(order).mapToObj(text).toArray(String[]::new));
    }

    private static Column numbers(String name, int[] order, double[] values) {
        return Column.numbers(
                name, IntStream.of(order).mapToDouble(place -> values[place]).toArray());
    }
}
