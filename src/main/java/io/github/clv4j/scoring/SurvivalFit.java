package io.github.clv4j.scoring;

import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.ObservedTenures;
import io.github.clv4j.retention.SurvivalTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Fits the survival curves of a plan, for all customers or for each of their groups. */
final class SurvivalFit {

    private final SurvivalPlan plan;

    SurvivalFit(SurvivalPlan plan) {
        this.plan = plan;
    }

    /** The curves of the customers of whom it is known whether they left; each of the groups must have some. */
    SurvivalTable of(CustomerColumns known, List<String> groups) {
        ObservedTenures tenures = ObservedTenures.of(known.numbers(plan.tenure()), known.numbers(plan.left()));
        if (plan.by().isEmpty()) {
            return SurvivalTable.of(fit("survival", tenures));
        }
        GroupColumn column = known.groups(plan.by().get());
        Map<String, LifetimeDistribution> lifetimes = new LinkedHashMap<>();
        for (String group : groups) {
            int[] members = IntStream.range(0, known.customers())
                    .filter(row -> column.text(row).equals(group))
                    .toArray();
            String subject = "survival of group " + group;
            if (members.length == 0) {
                throw new IllegalArgumentException(subject + ": column " + plan.left()
                        + " must be 0 or 1 for some customers of the group, but there were 0");
            }
            lifetimes.put(group, fit(subject, tenures.select(members)));
        }
        return SurvivalTable.byGroup(lifetimes);
    }

    private LifetimeDistribution fit(String subject, ObservedTenures tenures) {
        try {
            return plan.kind().fit(tenures);
        } catch (FitException e) {
            throw e.withSubject(subject);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(subject + ": " + e.getMessage(), e);
        }
    }
}
