package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.scoring.AdoptionPlan;
import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.LoyaltyPlan;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.scoring.SurvivalPlan;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a plan into the JSON {@link PlanReader} reads, with nothing left to defaults; without a loyalty index it says nothing
 * of loyalty, which is then the retention probability.
 */
final class PlanWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanWriter() {}

    static ObjectNode write(PlanFile file) {
        ObjectNode json = NODES.objectNode();
        json.put("format", PlanFile.FORMAT);
        json.put("name", file.name());
        file.input().ifPresent(input -> json.set("input", input(input)));
        json.set("value", value(file.plan()));
        file.plan().survival().ifPresent(survival -> json.set("survival", survival(survival)));
        json.set("churn", churn(file.plan().churn()));
        if (file.plan().loyalty() instanceof LoyaltyPlan.Index index) {
            json.set("loyalty", LoyaltyWriter.write(index));
        }
        json.set("cuts", cuts(file.plan()));
        return json;
    }

    private static ObjectNode input(InputPlan input) {
        ObjectNode json = NODES.objectNode();
        ObjectNode columns = json.putObject("columns");
        input.columns().forEach(column -> columns.put(column.name(), ConstantName.of(column.type())));
        if (!input.fitOnly().isEmpty()) {
            ArrayNode fitOnly = json.putArray("fitOnly");
            input.fitOnly().forEach(fitOnly::add);
        }
        json.put("sql", input.sql());
        json.put("id", input.id());
        input.fitWhere().ifPresent(condition -> json.put("fitWhere", condition));
        input.scoreWhere().ifPresent(condition -> json.put("scoreWhere", condition));
        return json;
    }

    private static ObjectNode value(ScoringPlan plan) {
        ObjectNode json = NODES.objectNode();
        json.put("profit", plan.profit());
        json.set("discountRate", discountRate(plan.discountRate()));
        json.set("horizon", horizon(plan));
        if (plan.isWeightedBySurvival()) {
            json.put("weightedBySurvival", true);
        }
        json.put("timing", ConstantName.of(plan.timing()));
        ArrayNode services = json.putArray("services");
        plan.services().forEach(service -> services.add(service(service)));
        return json;
    }

    private static ObjectNode discountRate(DiscountRate rate) {
        ObjectNode json = NODES.objectNode();
        json.put("rate", rate.rate());
        json.put("per", ConstantName.of(rate.period()));
        return json;
    }

    private static JsonNode horizon(ScoringPlan plan) {
        if (plan.expectedLifetimeAtMost().isPresent()) {
            ObjectNode json = NODES.objectNode();
            json.putObject("expectedLifetime")
                    .set("atMost", horizon(plan.expectedLifetimeAtMost().get()));
            return json;
        }
        return plan.horizonColumn()
                .<JsonNode>map(PlanWriter::column)
                .orElseGet(() -> horizon(plan.horizon().orElseThrow()));
    }

    private static JsonNode horizon(Horizon horizon) {
        return horizon.isUnlimited() ? NODES.stringNode("unlimited") : NODES.numberNode(horizon.periods());
    }

    private static ObjectNode service(ServicePlan service) {
        ObjectNode json = NODES.objectNode();
        json.put("name", service.name());
        service.held().ifPresent(held -> json.put("held", held));
        json.set("probability", adoption(service.adoption()));
        json.set("profit", amount(service.profit()));
        json.put("basis", ConstantName.of(service.basis()));
        return json;
    }

    private static ObjectNode adoption(AdoptionPlan adoption) {
        if (adoption instanceof AdoptionPlan.GroupShare share) {
            return NODES.objectNode().put("groupShare", share.group());
        }
        if (adoption instanceof AdoptionPlan.Column column) {
            return column(column.name());
        }
        AdoptionPlan.Logistic logistic = (AdoptionPlan.Logistic) adoption;
        ObjectNode json = NODES.objectNode();
        ObjectNode fields = json.putObject("logistic");
        ArrayNode features = fields.putArray("features");
        logistic.features().forEach(features::add);
        logistic.eligible().ifPresent(eligible -> fields.put("eligible", eligible));
        return json;
    }

    private static JsonNode amount(Amount amount) {
        return amount instanceof Amount.Constant constant
                ? NODES.numberNode(constant.value())
                : column(((Amount.Column) amount).name());
    }

    private static JsonNode churn(ChurnPlan churn) {
        if (churn instanceof ChurnPlan.None) {
            return NODES.stringNode("none");
        }
        if (churn instanceof ChurnPlan.Column column) {
            return column(column.name());
        }
        if (churn instanceof ChurnPlan.Survival survival) {
            ObjectNode json = NODES.objectNode();
            json.putObject("survival").put("periods", survival.periods());
            return json;
        }
        ObjectNode json = NODES.objectNode();
        json.set("logistic", ChurnWriter.write((ChurnPlan.Logistic) churn));
        return json;
    }

    private static ObjectNode survival(SurvivalPlan survival) {
        ObjectNode json = NODES.objectNode();
        json.put("tenure", survival.tenure());
        json.put("left", survival.left());
        survival.by().ifPresent(by -> json.put("by", by));
        json.put("curve", survival.model().map(ConstantName::of).orElse(PlanReader.KAPLAN_MEIER));
        return json;
    }

    private static ObjectNode cuts(ScoringPlan plan) {
        ObjectNode json = NODES.objectNode();
        plan.cutsBy().ifPresent(column -> json.put("by", column));
        json.set("currentValue", cut(plan.cuts().currentValue()));
        json.set("potentialValue", cut(plan.cuts().potentialValue()));
        json.set("loyalty", cut(plan.cuts().loyalty()));
        return json;
    }

    private static JsonNode cut(CutRule rule) {
        if (rule instanceof CutRule.Median) {
            return NODES.stringNode("median");
        }
        if (rule instanceof CutRule.Mean) {
            return NODES.stringNode("mean");
        }
        if (rule instanceof CutRule.NaturalBreak) {
            return NODES.stringNode("naturalBreak");
        }
        if (rule instanceof CutRule.ParetoShare pareto) {
            return NODES.objectNode().put("paretoShare", pareto.share());
        }
        return rule instanceof CutRule.Fixed fixed
                ? NODES.objectNode().put("fixed", fixed.cut())
                : NODES.objectNode().put("quantile", ((CutRule.Quantile) rule).probability());
    }

    private static ObjectNode column(String name) {
        return NODES.objectNode().put("column", name);
    }
}
