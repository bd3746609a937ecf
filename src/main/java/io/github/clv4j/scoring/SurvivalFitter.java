package io.github.clv4j.scoring;

import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.KaplanMeier;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.LifetimeFit;
import io.github.clv4j.retention.LifetimeModel;
import io.github.clv4j.retention.ObservedTenures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits the survival curves of a plan to customers of whom it is known whether they left. */
final class SurvivalFitter {

    private final SurvivalPlan plan;
    private final CustomerColumns known;
    private final ObservedTenures tenures;

    SurvivalFitter(SurvivalPlan plan, CustomerColumns known) {
        this.plan = plan;
        this.known = known;
        this.tenures = ObservedTenures.of(known.numbers(plan.tenure()), known.numbers(plan.left()));
    }

    /** One curve for all, or one for each of the groups, which must all have some of the customers. */
    List<SurvivalFit> fit(List<String> groups) {
        return plan.by()
                .map(known::groups)
                .map(column -> fitGroups(groups, column))
                .orElseGet(() -> List.of(fit("survival", Optional.empty(), tenures)));
    }

    private List<SurvivalFit> fitGroups(List<String> groups, GroupColumn column) {
        Map<String, ObservedTenures> members = tenures.byGroup(
                IntStream.range(0, known.customers()).mapToObj(column::text).toList());
        return groups.stream()
                .map(group -> fitGroup(group, Optional.ofNullable(members.get(group))))
                .toList();
    }

    private SurvivalFit fitGroup(String group, Optional<ObservedTenures> members) {
        String subject = "survival of group " + group;
        return fit(
                subject,
                Optional.of(group),
                members.orElseThrow(() -> new IllegalArgumentException(subject + ": column " + plan.left()
                        + " must be 0 or 1 for some customers of the group, but there were 0")));
    }

    private static SurvivalFit fit(LifetimeModel model, Optional<String> group, ObservedTenures some) {
        LifetimeFit<?> fit = model.fit(some);
        return new SurvivalFit(group, some.customers(), some.leavers(), fit.distribution(), fit.boundary());
    }

    private static SurvivalFit kaplanMeier(Optional<String> group, ObservedTenures some) {
        LifetimeDistribution curve = KaplanMeier.of(some).curve().withAverageHazard();
        return new SurvivalFit(group, some.customers(), some.leavers(), curve, Optional.empty());
    }

    private SurvivalFit fit(String subject, Optional<String> group, ObservedTenures some) {
        try {
            return plan.model().map(model -> fit(model, group, some)).orElseGet(() -> kaplanMeier(group, some));
        } catch (FitException e) {
            throw e.withSubject(subject);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(subject + ": " + e.getMessage(), e);
        }
    }
}
