package io.github.clv4j.json;

import io.github.clv4j.retention.BetaDiscreteWeibull;
import io.github.clv4j.retention.DiscreteWeibull;
import io.github.clv4j.retention.ExponentialLifetime;
import io.github.clv4j.retention.GeometricLifetime;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.ShiftedBetaGeometric;
import io.github.clv4j.retention.StepLifetime;
import io.github.clv4j.retention.SurvivalTable;
import io.github.clv4j.retention.TailedLifetime;
import io.github.clv4j.retention.WeibullLifetime;
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
        String kind = json.one(
                "geometric",
                "shiftedBetaGeometric",
                "discreteWeibull",
                "betaDiscreteWeibull",
                "exponential",
                "weibull");
        JsonPlace numbers = json.field(kind);
        return json.made(() -> switch (kind) {
            case "geometric" ->
                new GeometricLifetime(
                        numbers.object("retentionRate").field("retentionRate").number());
            case "shiftedBetaGeometric" -> shiftedBetaGeometric(numbers.object("alpha", "beta"));
            case "discreteWeibull" -> discreteWeibull(numbers.object("rate", "exponent"));
            case "betaDiscreteWeibull" -> betaDiscreteWeibull(numbers.object("alpha", "beta", "exponent"));
            case "exponential" ->
                new ExponentialLifetime(
                        numbers.object("hazardRate").field("hazardRate").number());
            default -> weibull(numbers.object("shape", "scale"));
        });
    }

    private static ShiftedBetaGeometric shiftedBetaGeometric(JsonPlace json) {
        return new ShiftedBetaGeometric(
                json.field("alpha").number(), json.field("beta").number());
    }

    private static DiscreteWeibull discreteWeibull(JsonPlace json) {
        return new DiscreteWeibull(
                json.field("rate").number(), json.field("exponent").number());
    }

    private static BetaDiscreteWeibull betaDiscreteWeibull(JsonPlace json) {
        return new BetaDiscreteWeibull(
                json.field("alpha").number(),
                json.field("beta").number(),
                json.field("exponent").number());
    }

    private static WeibullLifetime weibull(JsonPlace json) {
        return new WeibullLifetime(
                json.field("shape").number(), json.field("scale").number());
    }

    private static ObjectNode write(LifetimeDistribution lifetime) {
        ObjectNode json = NODES.objectNode();
        if (lifetime instanceof TailedLifetime tailed) {
            json.set(STEPS, steps(tailed.curve()));
            json.set(TAIL, write(tailed.tail()));
        } else if (lifetime instanceof StepLifetime steps) {
            json.set(STEPS, steps(steps));
        } else {
            writeParametric(lifetime, json);
        }
        return json;
    }

    private static void writeParametric(LifetimeDistribution lifetime, ObjectNode json) {
        if (lifetime instanceof GeometricLifetime geometric) {
            json.putObject("geometric").put("retentionRate", geometric.retentionRate());
        } else if (lifetime instanceof ShiftedBetaGeometric sbg) {
            json.putObject("shiftedBetaGeometric").put("alpha", sbg.alpha()).put("beta", sbg.beta());
        } else if (lifetime instanceof DiscreteWeibull weibull) {
            json.putObject("discreteWeibull").put("rate", weibull.rate()).put("exponent", weibull.exponent());
        } else if (lifetime instanceof BetaDiscreteWeibull bdw) {
            json.putObject("betaDiscreteWeibull")
                    .put("alpha", bdw.alpha())
                    .put("beta", bdw.beta())
                    .put("exponent", bdw.exponent());
        } else if (lifetime instanceof ExponentialLifetime exponential) {
            json.putObject("exponential").put("hazardRate", exponential.hazardRate());
        } else if (lifetime instanceof WeibullLifetime weibull) {
            json.putObject("weibull").put("shape", weibull.shape()).put("scale", weibull.scale());
        } else {
            throw new IllegalArgumentException("survival must be of a kind a plan can fit, but was " + lifetime);
        }
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
