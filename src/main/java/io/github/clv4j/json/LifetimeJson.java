package io.github.clv4j.json;

import io.github.clv4j.retention.GeometricLifetime;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.StepLifetime;
import io.github.clv4j.retention.SurvivalTable;
import io.github.clv4j.retention.TailedLifetime;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lifetime distributions as JSON. */
final class LifetimeJson {

    private static final String FOR_ALL = "forAll";
    private static final String BY_GROUP = "byGroup";
    private static final String STEPS = "steps";
    private static final String TAIL = "tail";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LifetimeJson() {}

    static SurvivalTable readTable(JsonPlace json) {
        if (json.one(FOR_ALL, BY_GROUP).equals(FOR_ALL)) {
            return SurvivalTable.of(read(json.field(FOR_ALL)));
        }
        JsonPlace groups = json.field(BY_GROUP);
        Map<String, LifetimeDistribution> lifetimes = new LinkedHashMap<>();
        groups.names().forEach(group -> lifetimes.put(group, read(groups.field(group))));
        return groups.made(() -> SurvivalTable.byGroup(lifetimes));
    }

    static ObjectNode write(SurvivalTable table) {
        ObjectNode json = NODES.objectNode();
        table.forAll().ifPresent(lifetime -> json.set(FOR_ALL, write(lifetime)));
        if (!table.byGroup().isEmpty()) {
            ObjectNode groups = json.putObject(BY_GROUP);
            table.byGroup().forEach((group, lifetime) -> groups.set(group, write(lifetime)));
        }
        return json;
    }

    private static LifetimeDistribution read(JsonPlace json) {
        if (json.optional(TAIL).isPresent()) {
            StepLifetime steps = steps(json.object(STEPS, TAIL).field(STEPS));
            return new TailedLifetime(steps, parametric(json.field(TAIL)));
        }
        return json.optional(STEPS).isPresent() ? steps(json.object(STEPS, TAIL).field(STEPS)) : parametric(json);
    }

    private static StepLifetime steps(JsonPlace json) {
        json.object("times", "survival");
        return json.made(() -> StepLifetime.of(
                json.field("times").numbers(), json.field("survival").numbers()));
    }

    private static LifetimeDistribution parametric(JsonPlace json) {
        return json.made(() -> switch (json.one("geometric")) {
            default -> new GeometricLifetime(number(json, "geometric", "retentionRate"));
        });
    }

    private static double number(JsonPlace json, String kind, String name) {
        return json.field(kind).object(name).field(name).number();
    }

    private static ObjectNode write(LifetimeDistribution lifetime) {
        ObjectNode json = NODES.objectNode();
        if (lifetime instanceof TailedLifetime tailed) {
            json.set(STEPS, steps(tailed.curve()));
            json.set(TAIL, write(tailed.tail()));
        } else if (lifetime instanceof StepLifetime steps) {
            json.set(STEPS, steps(steps));
        } else if (lifetime instanceof GeometricLifetime geometric) {
            json.putObject("geometric").put("retentionRate", geometric.retentionRate());
        } else {
            throw new IllegalArgumentException("survival must be of a kind a plan can fit, but was " + lifetime);
        }
        return json;
    }

    private static ObjectNode steps(StepLifetime steps) {
        ObjectNode json = NODES.objectNode();
        json.set("times", numbers(steps.times()));
        json.set("survival", numbers(steps.survival()));
        return json;
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode json = NODES.arrayNode();
        for (double value : values) {
            json.add(value);
        }
        return json;
    }
}
