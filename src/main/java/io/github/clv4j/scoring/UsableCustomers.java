package io.github.clv4j.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which customers of a chunk a plan can be fitted on: those whose inputs can all be scored, and who are not of a group of whom
 * nobody has a score.
 */
final class UsableCustomers {

    private final InputList inputs;
    private final InputReader reader;
    private final int[] unusable;
    private final int[] rows;

    private UsableCustomers(InputList inputs, InputReader reader, int[] unusable, int[] rows) {
        this.inputs = inputs;
        this.reader = reader;
        this.unusable = unusable;
        this.rows = rows;
    }

    /**
     * The usable customers of a chunk.
     *
     * @param known the groups of the cuts that may be used, where some may not
     */
    static UsableCustomers of(ScoringPlan plan, CustomerColumns chunk, Optional<Set<String>> known) {
        InputList inputs = InputList.of(plan).withGroupsOf(chunk);
        InputReader reader = new InputReader(chunk, inputs);
        int[] unusable = reader.unusableRows();
        IntStream rows = IntStream.range(0, chunk.customers()).filter(row -> Arrays.binarySearch(unusable, row) < 0);
        if (known.isPresent()) {
            GroupColumn groups = chunk.groups(plan.cutsBy().orElseThrow());
            rows = rows.filter(row -> known.get().contains(groups.text(row)));
        }
        return new UsableCustomers(inputs, reader, unusable, rows.toArray());
    }

    /** Their places in the chunk. */
    int[] rows() {
        return rows;
    }

    boolean contains(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    /** What is wrong with those whose inputs cannot be scored. */
    List<RowFailure> failures(int firstRow) {
        return IntStream.of(unusable)
                .mapToObj(row -> shifted(failure(row), firstRow))
                .toList();
    }

    private RowFailure failure(int row) {
        try {
            reader.check(row);
        } catch (InvalidInputException e) {
            return reader.failure(row, e);
        }
        throw new IllegalStateException("row " + row + " was marked as unusable, but all its inputs can be scored");
    }

    /** A failure of a chunk with the row counted over all chunks. */
    static RowFailure shifted(RowFailure f, int firstRow) {
        return new RowFailure(firstRow + f.row(), f.id(), f.field(), f.value(), f.reason());
    }

    /** The names of the groups of an input in this chunk, in the order of their codes. */
    List<String> groups(String input) {
        return inputs.get(inputs.indexOf(input)).groups();
    }

    /** An input of the usable customers; a group as its code. */
    double[] column(String input) {
        return CustomerColumns.pick(reader.column(input), rows);
    }
}
