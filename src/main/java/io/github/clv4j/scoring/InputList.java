package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The inputs of a model, ordered and named. */
final class InputList {

    private final ImmutableList<ModelInput> inputs;
    private final ImmutableMap<String, Integer> places;

    /** For each group input the code of each of its groups; empty for numbers. */
    private final ImmutableList<ImmutableMap<String, Integer>> codes;

    InputList(List<ModelInput> inputs) {
        this.inputs = ImmutableList.copyOf(inputs);
        this.places = places(inputs.stream().map(ModelInput::name).toList());
        this.codes = inputs.stream().map(input -> places(input.groups())).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableMap<String, Integer> places(List<String> names) {
        ImmutableMap.Builder<String, Integer> places = ImmutableMap.builder();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        return places.buildOrThrow();
    }

    /** The inputs of a plan in the order in which it first names them; groups are not yet known. */
    static InputList of(ScoringPlan plan) {
        Map<String, ModelInput> inputs = new LinkedHashMap<>();
        add(inputs, plan.profit(), InputKind.NUMBER);
        plan.horizonColumn().ifPresent(column -> add(inputs, column, InputKind.PERIODS));
        for (ServicePlan service : plan.services()) {
            addService(inputs, service);
            plan.outcomes().forEach(outcome -> requireNoFeature(service, outcome));
        }
        if (plan.churn() instanceof ChurnPlan.Logistic logistic) {
            logistic.features().forEach(feature -> add(inputs, feature, kind(logistic, feature)));
        } else if (plan.churn() instanceof ChurnPlan.Column column) {
            add(inputs, column.name(), InputKind.PROBABILITY);
        }
        plan.survival().ifPresent(survival -> add(inputs, survival.tenure(), InputKind.PERIODS));
        plan.survival().flatMap(SurvivalPlan::by).ifPresent(column -> add(inputs, column, InputKind.GROUP));
        if (plan.loyalty() instanceof LoyaltyPlan.Index index) {
            addIndicators(inputs, index);
        }
        plan.cutsBy().ifPresent(column -> add(inputs, column, InputKind.GROUP));
        return new InputList(List.copyOf(inputs.values()));
    }

    private static InputKind kind(ChurnPlan.Logistic plan, String feature) {
        return plan.baselines().containsKey(feature) ? InputKind.GROUP : InputKind.NUMBER;
    }

    private static void addService(Map<String, ModelInput> inputs, ServicePlan service) {
        service.held().ifPresent(column -> add(inputs, column, InputKind.FLAG));
        if (service.adoption() instanceof AdoptionPlan.GroupShare share) {
            add(inputs, share.group(), InputKind.GROUP);
        } else if (service.adoption() instanceof AdoptionPlan.Column column) {
            add(inputs, column.name(), InputKind.PROBABILITY);
        } else if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
            logistic.eligible().ifPresent(column -> add(inputs, column, InputKind.FLAG));
            logistic.features().forEach(feature -> add(inputs, feature, InputKind.NUMBER));
        }
        if (service.profit() instanceof Amount.Column column) {
            add(inputs, column.name(), InputKind.NUMBER);
        }
    }

    private static void requireNoFeature(ServicePlan service, String churnOutcome) {
        if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
            ServicePlan.requireNoFeature(service.name(), logistic, "churn outcomes", churnOutcome);
        }
    }

    private static void addIndicators(Map<String, ModelInput> inputs, LoyaltyPlan.Index plan) {
        InputKind kind =
                plan.index().missing() instanceof MissingPolicy.Reject ? InputKind.NUMBER : InputKind.OPTIONAL_NUMBER;
        for (Indicator indicator : plan.index().root().indicators()) {
            plan.column(indicator.name()).ifPresent(column -> add(inputs, input(column, kind, indicator.scale())));
        }
    }

    private static ModelInput input(String column, InputKind kind, ScaleRule scale) {
        ModelInput input = new ModelInput(column, kind);
        return scale instanceof Scale.Likert answers ? input.withRange(answers.lowest(), answers.highest()) : input;
    }

    private static void add(Map<String, ModelInput> inputs, String name, InputKind kind) {
        add(inputs, new ModelInput(name, kind));
    }

    private static void add(Map<String, ModelInput> inputs, ModelInput input) {
        inputs.merge(input.name(), input, ModelInput::and);
    }

    /** The same inputs with the groups that occur among the customers. */
    InputList withGroupsOf(CustomerColumns customers) {
        return withGroups(name -> customers.groups(name).sortedGroups());
    }

    /** The same inputs with the groups of each group input. */
    InputList withGroups(Function<String, List<String>> groups) {
        return new InputList(inputs.stream()
                .map(input -> input.isGroup() ? input.withGroups(groups.apply(input.name())) : input)
                .toList());
    }

    /** Marks with NaN, and all others with 0, the customers from..to who have an input that cannot be scored. */
    void mark(double[][] columns, int from, int to, double[] marks) {
        Arrays.fill(marks, from, to, 0);
        for (int j = 0; j < inputs.size(); j++) {
            inputs.get(j).mark(columns[j], from, to, marks);
        }
    }

    List<ModelInput> all() {
        return inputs;
    }

    int size() {
        return inputs.size();
    }

    ModelInput get(int index) {
        return inputs.get(index);
    }

    /** The codes of the groups of an input. */
    Map<String, Integer> codes(int index) {
        return codes.get(index);
    }

    /** The number that stands for a group; throws if the model does not know it. */
    double code(int index, String group) {
        Integer code = codes.get(index).get(group);
        return code == null ? inputs.get(index).code(group) : code;
    }

    int indexOf(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("input must be one of " + places.keySet() + ", but was " + name);
        }
        return place;
    }
}
