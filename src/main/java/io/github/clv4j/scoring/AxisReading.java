package io.github.clv4j.scoring;

import io.github.clv4j.segment.CutPasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Scores the axes of customers who come in chunks and hands them on to be cut. Not thread-safe. */
final class AxisReading {

    private final ScoringPlan plan;
    private final ScoringModel model;
    private final InputList inputs;
    private final CutPasses cuts;
    private final List<RowFailure> failures = new ArrayList<>();
    private final Set<String> groups = new TreeSet<>();
    private int scored;

    /**
     * A reading.
     *
     * @param model the model, with any cuts
     * @param inputs the inputs of the plan with the groups of all usable customers
     */
    AxisReading(ScoringModel model, InputList inputs, CutPasses cuts) {
        this.plan = model.plan();
        this.model = model;
        this.inputs = inputs;
        this.cuts = cuts;
    }

    /** Takes a chunk at the first such reading, which also tells who has no score. */
    void addFirst(CustomerColumns chunk, int firstRow, Optional<Set<String>> known) {
        ScoredCustomers scores = model.score(chunk);
        if (!scores.failures().isEmpty()) {
            UsableCustomers usable = UsableCustomers.of(plan, chunk, known);
            scores.failures().stream()
                    .filter(failure -> usable.contains(failure.row()))
                    .forEach(failure -> failures.add(UsableCustomers.shifted(failure, firstRow)));
        }
        int[] rows = add(chunk, scores);
        scored += rows.length;
        plan.cutsBy()
                .ifPresent(column ->
                        groups.addAll(chunk.groups(column).select(rows).sortedGroups()));
    }

    /** Takes a chunk at a later reading. */
    void add(CustomerColumns chunk) {
        add(chunk, model.score(chunk));
    }

    private int[] add(CustomerColumns chunk, ScoredCustomers scores) {
        int[] rows = IntStream.range(0, chunk.customers())
                .filter(row -> scores.segment(row).isPresent())
                .toArray();
        double[] current = pick(scores.currentValues(), rows);
        double[] potential = pick(scores.potentialValues(), rows);
        double[] loyalty = pick(scores.loyalties(), rows);
        plan.cutsBy()
                .ifPresentOrElse(
                        column -> {
                            double[] codes = new InputReader(chunk, inputs).column(column);
                            cuts.add(pick(codes, rows), current, potential, loyalty);
                        },
                        () -> cuts.add(current, potential, loyalty));
        return rows;
    }

    /** The values as they are where all are wanted, to save a copy of large columns. */
    private static double[] pick(double[] values, int[] rows) {
        return rows.length == values.length ? values : CustomerColumns.pick(values, rows);
    }

    /** The usable customers who have no score. */
    List<RowFailure> failures() {
        return failures;
    }

    /** How many customers have a score. */
    int scored() {
        return scored;
    }

    /** The groups of the cuts of which somebody has a score. */
    Set<String> groups() {
        return groups;
    }
}
