package io.github.clv4j.json;

import io.github.clv4j.retention.GeometricLifetime;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.SurvivalTable;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lifetime distributions as JSON. */
final class LifetimeJson {

    private static final String FOR_ALL = "forAll";
    private static final String BY_GROUP = "byGroup";

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
        return json.made(() -> switch (json.one("geometric")) {
            default -> new GeometricLifetime(number(json, "geometric", "retentionRate"));
        });
    }

    private static double number(JsonPlace json, String kind, String name) {
        return json.field(kind).object(name).field(name).number();
    }

    private static ObjectNode write(LifetimeDistribution lifetime) {
        ObjectNode json = NODES.objectNode();
        if (lifetime instanceof GeometricLifetime geometric) {
            json.putObject("geometric").put("retentionRate", geometric.retentionRate());
            return json;
        }
        throw new IllegalArgumentException("survival must be of a kind a plan can fit, but was " + lifetime);
    }
}
