package io.github.clv4j.scoring;

import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.SurvivalTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A survival curve and what it was fitted on. Immutable and thread-safe.
 *
 * @param group the group whose curve it is; empty where all customers have the same
 * @param customers how many customers it was fitted on
 * @param leavers how many of them left
 * @param lifetime how long such customers stay
 */
public record SurvivalFit(Optional<String> group, int customers, int leavers, LifetimeDistribution lifetime) {

    /** The curves of one fit as a table. */
    static SurvivalTable table(List<SurvivalFit> fits) {
        Map<String, LifetimeDistribution> byGroup = new LinkedHashMap<>();
        for (SurvivalFit fit : fits) {
            if (fit.group().isEmpty()) {
                return SurvivalTable.of(fit.lifetime());
            }
            byGroup.put(fit.group().get(), fit.lifetime());
        }
        return SurvivalTable.byGroup(byGroup);
    }
}
