package io.github.clv4j.scoring;

import io.github.clv4j.value.GroupShareTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the first reading of the customers tells: who can be used, which groups there are, the shares by group, the hash of the
 * columns; and the columns that are kept for what needs all customers at once. Not thread-safe.
 */
final class FirstReading {

    private final ScoringPlan plan;
    private final Optional<Set<String>> known;
    private final boolean inMemory;
    private final ColumnsHash hash;
    private final KeptColumns kept;
    private final Map<String, GroupCounts> groups = new LinkedHashMap<>();
    private final Map<String, GroupCounts> shares = new LinkedHashMap<>();
    private final List<RowFailure> failures = new ArrayList<>();
    private final Map<String, List<RowFailure>> badOutcomes = new LinkedHashMap<>();
    private Optional<CustomerColumns> base = Optional.empty();
    private int usable;

    /**
     * A first reading.
     *
     * @param known the groups of the cuts that may be used, where some may not
     * @param inMemory whether there is one chunk, which stays as it is, so that nothing needs to be copied
     */
    FirstReading(ScoringPlan plan, Optional<Set<String>> known, boolean inMemory) {
        this.plan = plan;
        this.known = known;
        this.inMemory = inMemory;
        this.hash = new ColumnsHash(plan);
        this.kept = KeptColumns.of(plan);
        plan.inputs().stream()
                .filter(ModelInput::isGroup)
                .forEach(input -> groups.put(input.name(), new GroupCounts()));
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.GroupShare) {
                shares.put(service.name(), new GroupCounts());
            }
        }
        plan.outcomes().forEach(outcome -> badOutcomes.put(outcome, new ArrayList<>()));
    }

    void add(CustomerColumns chunk, int firstRow) {
        UsableCustomers customers = UsableCustomers.of(plan, chunk, known);
        failures.addAll(customers.failures(firstRow));
        usable += customers.rows().length;
        groups.forEach((input, counts) -> count(customers, input, new double[customers.rows().length], counts));
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.GroupShare share) {
                double[] held = customers.column(service.held().orElseThrow());
                count(customers, share.group(), held, sharesOf(service));
            }
        }
        badOutcomes.forEach((outcome, bad) -> addBad(chunk, firstRow, customers.rows(), outcome, bad));
        hash.add(chunk);
        if (inMemory) {
            base = Optional.of(chunk.select(customers.rows()));
        } else {
            kept.add(chunk, customers.rows());
        }
    }

    private static void count(UsableCustomers customers, String input, double[] held, GroupCounts counts) {
        counts.add(customers.groups(input), customers.column(input), held);
    }

    /** A missing outcome is one not known yet; any other value than 0 and 1 is a fault of the customer's row. */
    private static void addBad(
            CustomerColumns chunk, int firstRow, int[] rows, String outcome, List<RowFailure> failures) {
        double[] values = chunk.numbers(outcome);
        for (int row : rows) {
            if (!Double.isNaN(values[row]) && !InputKind.FLAG.admits(values[row])) {
                String text = Double.toString(values[row]);
                failures.add(new RowFailure(firstRow + row, chunk.id(row), outcome, text, "must be 0, 1 or missing"));
            }
        }
    }

    private GroupCounts sharesOf(ServicePlan service) {
        return shares.getOrDefault(service.name(), new GroupCounts());
    }

    /** How many customers can be used. */
    int usable() {
        return usable;
    }

    /** The customers who cannot be used, in their order. */
    List<RowFailure> failures() {
        return failures;
    }

    /** The usable customers whose outcome is no outcome. */
    List<RowFailure> badOutcomes(String outcome) {
        return badOutcomes.getOrDefault(outcome, List.of());
    }

    /** The groups of an input that occur among the usable customers, sorted. */
    List<String> groups(String input) {
        return groups.getOrDefault(input, new GroupCounts()).groups();
    }

    /** The shares of holders among the usable customers, by the names of their services. */
    Map<String, GroupShareTable> shares() {
        Map<String, GroupShareTable> tables = new LinkedHashMap<>();
        shares.forEach((service, counts) -> tables.put(service, counts.shares()));
        return tables;
    }

    /** The columns that a fit needs all at once, of the usable customers. To be called once. */
    CustomerColumns columns() {
        return base.orElseGet(kept::columns);
    }

    /** The hash of the columns of all customers, usable or not. To be called once. */
    String columnsSha256() {
        return hash.sha256();
    }
}
