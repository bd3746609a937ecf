package io.github.clv4j.scoring;

import com.google.common.primitives.Doubles;
import io.github.clv4j.indicator.Indicator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of the usable customers that a fit needs all at once: those of regressions, of survival curves and of scales to
 * be fitted. Takes 8 bytes a customer for a number and 12 for a group. Not thread-safe.
 */
final class KeptColumns {

    private final Map<String, List<double[]>> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    /** One text for each group, however many chunks it occurs in. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    private int customers;

    /** The columns that a plan needs all at once. */
    static KeptColumns of(ScoringPlan plan) {
        return new KeptColumns(plan, names(plan));
    }

    /** Some of the columns of a plan. */
    KeptColumns(ScoringPlan plan, Iterable<String> names) {
        Set<String> groupColumns = groupColumns(plan);
        for (String name : names) {
            if (groupColumns.contains(name)) {
                groups.put(name, new ArrayList<>());
            } else {
                numbers.put(name, new ArrayList<>());
            }
        }
    }

    private static Set<String> groupColumns(ScoringPlan plan) {
        Set<String> names = new LinkedHashSet<>();
        plan.inputs().stream().filter(ModelInput::isGroup).map(ModelInput::name).forEach(names::add);
        return names;
    }

    private static Set<String> names(ScoringPlan plan) {
        Set<String> names = new LinkedHashSet<>(plan.fitColumns());
        if (plan.churn() instanceof ChurnPlan.Logistic logistic) {
            names.addAll(logistic.features());
        }
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
                names.add(service.held().orElseThrow());
                logistic.eligible().ifPresent(names::add);
                names.addAll(logistic.features());
            }
        }
        plan.survival().ifPresent(survival -> {
            names.add(survival.tenure());
            survival.by().ifPresent(names::add);
        });
        if (plan.loyalty() instanceof LoyaltyPlan.Index index) {
            index.index().toFit().stream()
                    .map(Indicator::name)
                    .forEach(name -> names.add(index.column(name).orElseThrow()));
        }
        return names;
    }

    /** Copies the values of some customers of a chunk. */
    void add(CustomerColumns chunk, int[] rows) {
        numbers.forEach((name, parts) -> parts.add(CustomerColumns.pick(chunk.numbers(name), rows)));
        groups.forEach((name, values) -> {
            GroupColumn column = chunk.groups(name);
            for (int row : rows) {
                values.add(texts.computeIfAbsent(column.text(row), text -> text));
            }
        });
        customers += rows.length;
    }

    /** All that was kept; nothing is left here. */
    CustomerColumns columns() {
        CustomerColumns.Builder columns = CustomerColumns.builder(customers);
        numbers.forEach((name, parts) -> {
            columns.number(name, Doubles.concat(parts.toArray(double[][]::new)));
            parts.clear();
        });
        groups.forEach((name, values) -> {
            columns.group(name, values.toArray(String[]::new));
            values.clear();
        });
        return columns.build();
    }
}
