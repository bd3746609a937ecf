package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.SurvivalTable;
import io.github.clv4j.segment.Axis;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.value.AdoptionModel;
import io.github.clv4j.value.GroupShareTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan leaves to be learned from customers, as numbers: with a plan they make a {@link ScoringModel}. A fit finds
 * them; they may also come from elsewhere, as coefficients that another tool fitted do. Immutable and thread-safe.
 *
 * @param shares the shares of holders, by the name of each service whose probability is a group share
 * @param adoption the adoption models, by the name of each service whose probability is that of a logistic model
 * @param churn the churn model, its period being that of the plan; empty where the churn probability comes with the
 *     customer, or there is none
 * @param survival the survival curves; empty where the plan has none
 * @param scales the scales fitted for the loyalty index, by the names of their indicators
 * @param cuts the cut points, for all customers or by group
 */
public record ModelParameters(
        Map<String, GroupShareTable> shares,
        Map<String, AdoptionModel> adoption,
        Optional<ChurnModel> churn,
        Optional<SurvivalTable> survival,
        Map<String, Scale> scales,
        CutTable cuts) {

    /**
     * Keeps copies of the maps, in their order.
     *
     * @param shares the shares of holders, by the name of each service whose probability is a group share
     * @param adoption the adoption models, by the name of each service whose probability is that of a logistic model
     * @param churn the churn model; empty where the churn probability comes with the customer, or there is none
     * @param survival the survival curves; empty where the plan has none
     * @param scales the scales fitted for the loyalty index, by the names of their indicators
     * @param cuts the cut points, for all customers or by group
     */
    public ModelParameters {
        shares = ImmutableMap.copyOf(shares);
        adoption = ImmutableMap.copyOf(adoption);
        scales = ImmutableMap.copyOf(scales);
    }

    /**
     * Parameters without adoption models and survival curves.
     *
     * @param shares the shares of holders, by the name of each service whose probability is a group share
     * @param churn the churn model; empty where the churn probability comes with the customer, or there is none
     * @param scales the scales fitted for the loyalty index, by the names of their indicators
     * @param cuts the cut points, for all customers or by group
     */
    public ModelParameters(
            Map<String, GroupShareTable> shares, Optional<ChurnModel> churn, Map<String, Scale> scales, CutTable cuts) {
        this(shares, Map.of(), churn, Optional.empty(), scales, cuts);
    }

    /**
     * Parameters without adoption models and fitted scales, and with the same cut points for all customers.
     *
     * @param shares the shares of holders, by the name of each service whose probability is a group share
     * @param churn the churn model; empty where the churn probability comes with the customer, or there is none
     * @param cuts the cut points
     */
    public ModelParameters(Map<String, GroupShareTable> shares, Optional<ChurnModel> churn, CutPoints cuts) {
        this(shares, churn, Map.of(), CutTable.of(cuts));
    }

    ModelParameters withCuts(CutTable fitted) {
        return new ModelParameters(shares, adoption, churn, survival, scales, fitted);
    }

    /** The groups of each group input of a plan; throws if these parameters are not those the plan asks for. */
    Map<String, List<String>> groupsFor(ScoringPlan plan) {
        requireAdoption(plan.services());
        requireChurn(plan.churn());
        requireSurvival(plan.survival());
        requireScales(plan.loyalty());
        requireCuts(plan);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        int tables = 0;
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.GroupShare share) {
                List<String> known = table(service.name()).groups();
                requireEqual("groups of service " + service.name(), groups.getOrDefault(share.group(), known), known);
                groups.put(share.group(), known);
                tables++;
            }
        }
        if (tables != shares.size()) {
            throw new IllegalArgumentException("shares must be those of the " + tables
                    + " services of the plan with a group share, but were of " + shares.keySet());
        }
        plan.survival()
                .flatMap(SurvivalPlan::by)
                .ifPresent(column ->
                        addGroups("survival", column, survival.orElseThrow().groups(), groups));
        plan.cutsBy().ifPresent(column -> addGroups("the cuts", column, cuts.groups(), groups));
        if (plan.churn() instanceof ChurnPlan.Logistic logistic && churn.isPresent()) {
            ChurnFeatures.groups(logistic, churn.get().features()).forEach(groups::putIfAbsent);
        }
        return groups;
    }

    /** Sorted as by a fit, unless the shares of the same column have settled the order. */
    private static void addGroups(String owner, String column, List<String> own, Map<String, List<String>> groups) {
        List<String> sorted = own.stream().sorted().toList();
        List<String> known = groups.computeIfAbsent(column, added -> sorted);
        requireEqual("groups of " + owner, known.stream().sorted().toList(), sorted);
    }

    private GroupShareTable table(String service) {
        GroupShareTable table = shares.get(service);
        if (table == null || table.groups().isEmpty()) {
            throw new IllegalArgumentException("shares must have the groups of service " + service + ", but had "
                    + (table == null ? "only " + shares.keySet() : "none"));
        }
        return table;
    }

    private void requireAdoption(List<ServicePlan> services) {
        int models = 0;
        for (ServicePlan service : services) {
            if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
                AdoptionModel model = adoption.get(service.name());
                requireEqual(
                        "features of the adoption model of service " + service.name(),
                        logistic.features(),
                        model == null ? List.of() : model.features());
                models++;
            }
        }
        if (models != adoption.size()) {
            throw new IllegalArgumentException("adoption models must be those of the " + models
                    + " services of the plan with a logistic model, but were of " + adoption.keySet());
        }
    }

    private void requireChurn(ChurnPlan plan) {
        List<String> modelled = churn.map(ChurnModel::features).orElse(List.of());
        if (plan instanceof ChurnPlan.Logistic logistic) {
            ChurnFeatures.levels(logistic, modelled);
        } else {
            requireEqual("features of the churn model", List.of(), modelled);
        }
    }

    private void requireSurvival(Optional<SurvivalPlan> plan) {
        if (plan.isPresent() != survival.isPresent()) {
            throw new IllegalArgumentException("survival curves must be there where the plan has them, but "
                    + (plan.isPresent() ? "there were none" : "the plan has none"));
        }
        boolean grouped = plan.flatMap(SurvivalPlan::by).isPresent();
        survival.filter(table -> table.forAll().isPresent() == grouped).ifPresent(table -> {
            throw new IllegalArgumentException("survival must be "
                    + (grouped ? "by group" : "the same for all customers") + ", as the plan has it, but was "
                    + (grouped ? "the same for all" : "by the groups " + table.groups()));
        });
    }

    /** The index itself says which scales it lacks. */
    private void requireScales(LoyaltyPlan plan) {
        if (plan instanceof LoyaltyPlan.Retention && !scales.isEmpty()) {
            throw new IllegalArgumentException(
                    "scales must be none, as the plan has no loyalty index, but were of " + scales.keySet());
        }
    }

    private void requireCuts(ScoringPlan plan) {
        if (plan.cutsBy().isPresent() == cuts.forAll().isPresent()) {
            throw new IllegalArgumentException("cuts must be "
                    + plan.cutsBy().map(column -> "by the groups of " + column).orElse("the same for all customers")
                    + ", as the plan has them, but were "
                    + cuts.forAll().map(all -> "the same for all").orElse("by the groups " + cuts.groups()));
        }
        cuts.forAll().ifPresent(all -> requireCuts(plan.cuts(), all));
        cuts.byGroup().values().forEach(ofGroup -> requireCuts(plan.cuts(), ofGroup));
    }

    private static void requireCuts(CutRules rules, CutPoints points) {
        requireCut(Axis.CURRENT_VALUE, rules.currentValue(), points);
        requireCut(Axis.POTENTIAL_VALUE, rules.potentialValue(), points);
        requireCut(Axis.LOYALTY, rules.loyalty(), points);
    }

    /** A cut the plan gives is nothing to learn. */
    private static void requireCut(Axis axis, CutRule rule, CutPoints points) {
        if (rule instanceof CutRule.Fixed fixed && Double.compare(fixed.cut(), points.of(axis)) != 0) {
            throw new IllegalArgumentException("cut of " + axis.displayName(Language.ENGLISH) + " must be "
                    + fixed.cut() + ", as the plan fixes it, but was " + points.of(axis));
        }
    }

    static void requireEqual(String name, List<String> expected, List<String> actual) {
        if (!actual.equals(expected)) {
            throw new IllegalArgumentException(name + " must be " + expected + ", but were " + actual);
        }
    }
}
