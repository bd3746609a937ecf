package io.github.clv4j.json;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.retention.LifetimeModel;
import io.github.clv4j.scoring.AdoptionPlan;
import io.github.clv4j.scoring.Amount;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.ServicePlan;
import io.github.clv4j.scoring.SurvivalPlan;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.RatePeriod;
import io.github.clv4j.value.ProfitBasis;
import java.util.List;
import java.util.Optional;

/** Turns the JSON of a plan into a plan. */
final class PlanReader {

    /** The curve that is no model. */
    static final String KAPLAN_MEIER = "kaplan-meier";

    private PlanReader() {}

    static PlanFile read(JsonPlace json) {
        json.requireFormat(PlanFile.FORMAT);
        json.object("format", "name", "input", "value", "survival", "churn", "loyalty", "cuts");
        String name = name(json.field("name"));
        Optional<InputPlan> input = json.optional("input").map(PlanReader::input);
        ScoringPlan.Builder plan = ScoringPlan.builder();
        value(json.field("value"), plan);
        json.optional("survival").map(PlanReader::survival).ifPresent(plan::survival);
        plan.churn(churn(json.field("churn")));
        json.optional("loyalty").map(LoyaltyReader::read).ifPresent(plan::loyalty);
        json.optional("cuts").ifPresent(cuts -> cuts(cuts, plan));
        return new PlanFile(name, json.made(plan::build), input);
    }

    private static InputPlan input(JsonPlace json) {
        json.object("columns", "fitOnly", "sql", "id", "fitWhere", "scoreWhere");
        JsonPlace columns = json.field("columns");
        return json.made(() -> new InputPlan(
                columns.names().stream()
                        .map(name -> column(name, columns.field(name)))
                        .toList(),
                json.optional("fitOnly").map(PlanReader::names).orElse(List.of()),
                text(json.field("sql")),
                text(json.field("id")),
                json.optional("fitWhere").map(PlanReader::notBlank),
                json.optional("scoreWhere").map(PlanReader::notBlank)));
    }

    private static RawColumn column(String name, JsonPlace type) {
        requireWhole(name, type);
        return type.made(() -> new RawColumn(name, type.constant(ColumnType.class)));
    }

    private static void value(JsonPlace json, ScoringPlan.Builder plan) {
        json.object("profit", "discountRate", "horizon", "weightedBySurvival", "timing", "services");
        plan.profit(name(json.field("profit")));
        plan.discountRate(discountRate(json.field("discountRate")));
        horizon(json.field("horizon"), plan);
        json.optional("weightedBySurvival").filter(JsonPlace::isTrue).ifPresent(weighted -> plan.weightedBySurvival());
        json.optional("timing").map(t -> t.constant(CashFlowTiming.class)).ifPresent(plan::timing);
        json.optional("services")
                .ifPresent(list -> list.items().forEach(item -> plan.service(item.made(() -> service(item)))));
    }

    private static DiscountRate discountRate(JsonPlace json) {
        json.object("rate", "per");
        double rate = json.field("rate").number();
        return json.made(() -> DiscountRate.of(rate, json.field("per").constant(RatePeriod.class)));
    }

    private static void horizon(JsonPlace json, ScoringPlan.Builder plan) {
        if (json.isNumber()) {
            plan.horizon(periods(json));
        } else if (json.isText("unlimited")) {
            plan.horizon(Horizon.unlimited());
        } else if (json.isText()) {
            throw json.error("must be a number, \"unlimited\" or an object with column or expectedLifetime, but was \""
                    + json.text() + "\"");
        } else if (json.one("column", "expectedLifetime").equals("column")) {
            plan.horizonColumn(name(json.field("column")));
        } else {
            plan.horizonOfExpectedLifetime(
                    atMost(json.field("expectedLifetime").object("atMost").field("atMost")));
        }
    }

    private static Horizon periods(JsonPlace json) {
        return json.made(() -> Horizon.ofPeriods(json.number()));
    }

    private static Horizon atMost(JsonPlace json) {
        return json.isText("unlimited") ? Horizon.unlimited() : periods(json);
    }

    private static SurvivalPlan survival(JsonPlace json) {
        json.object("tenure", "left", "by", "curve");
        String tenure = name(json.field("tenure"));
        String left = name(json.field("left"));
        Optional<String> by = json.optional("by").map(PlanReader::name);
        Optional<LifetimeModel> model = json.optional("curve").flatMap(PlanReader::model);
        return json.made(() -> new SurvivalPlan(tenure, left, by, model));
    }

    private static Optional<LifetimeModel> model(JsonPlace curve) {
        if (curve.isText(KAPLAN_MEIER)) {
            return Optional.empty();
        }
        Optional<LifetimeModel> model =
                curve.isText() ? ConstantName.find(LifetimeModel.class, curve.text()) : Optional.empty();
        if (model.isEmpty()) {
            throw curve.error("must be \"" + KAPLAN_MEIER + "\" or one of " + ConstantName.all(LifetimeModel.class)
                    + ", but was " + curve.shown());
        }
        return model;
    }

    private static ServicePlan service(JsonPlace json) {
        json.object("name", "held", "probability", "profit", "basis");
        return new ServicePlan(
                name(json.field("name")),
                json.optional("held").map(PlanReader::name),
                adoption(json.field("probability")),
                amount(json.field("profit")),
                json.optional("basis")
                        .map(basis -> basis.constant(ProfitBasis.class))
                        .orElse(ProfitBasis.PER_PERIOD));
    }

    private static AdoptionPlan adoption(JsonPlace json) {
        return switch (json.one("groupShare", "logistic", "column")) {
            case "column" -> AdoptionPlan.column(name(json.field("column")));
            case "logistic" -> logistic(json.field("logistic"));
            default -> AdoptionPlan.groupShare(name(json.field("groupShare")));
        };
    }

    private static AdoptionPlan logistic(JsonPlace json) {
        json.object("features", "eligible");
        List<String> features = names(json.field("features"));
        Optional<String> eligible = json.optional("eligible").map(PlanReader::name);
        return json.made(() -> new AdoptionPlan.Logistic(features, eligible));
    }

    private static Amount amount(JsonPlace json) {
        return json.isNumber()
                ? Amount.constant(json.number())
                : Amount.column(name(json.object("column").field("column")));
    }

    private static ChurnPlan churn(JsonPlace json) {
        if (json.isText("none")) {
            return ChurnPlan.none();
        }
        if (!json.isObject()) {
            throw json.error(
                    "must be \"none\" or an object with logistic, column or survival, but was " + json.shown());
        }
        String source = json.one("logistic", "column", "survival");
        if (source.equals("column")) {
            return ChurnPlan.column(name(json.field("column")));
        }
        if (source.equals("survival")) {
            JsonPlace periods = json.field("survival").object("periods").field("periods");
            return periods.made(() -> ChurnPlan.survival(periods.number()));
        }
        return ChurnReader.read(json.field("logistic"));
    }

    private static void cuts(JsonPlace json, ScoringPlan.Builder plan) {
        json.object("currentValue", "potentialValue", "loyalty", "by");
        plan.cuts(CutRules.of(cut(json, "currentValue"), cut(json, "potentialValue"), cut(json, "loyalty")));
        json.optional("by").map(PlanReader::name).ifPresent(plan::cutsBy);
    }

    private static CutRule cut(JsonPlace json, String axis) {
        return json.optional(axis).map(PlanReader::cut).orElse(CutRule.median());
    }

    private static CutRule cut(JsonPlace json) {
        if (json.isText("median")) {
            return CutRule.median();
        }
        if (json.isText("mean")) {
            return CutRule.mean();
        }
        if (json.isText("naturalBreak")) {
            return CutRule.naturalBreak();
        }
        if (!json.isObject()) {
            throw json.error("must be \"median\", \"mean\", \"naturalBreak\" or an object with fixed, quantile or"
                    + " paretoShare, but was " + json.shown());
        }
        String rule = json.one("fixed", "quantile", "paretoShare");
        double number = json.field(rule).number();
        return json.made(() -> switch (rule) {
            case "fixed" -> CutRule.fixed(number);
            case "quantile" -> CutRule.quantile(number);
            default -> CutRule.paretoShare(number);
        });
    }

    private static List<String> names(JsonPlace json) {
        return json.items().stream().map(PlanReader::name).toList();
    }

    static String name(JsonPlace json) {
        notBlank(json);
        return line(json);
    }

    /** Names are shown, as they are, beside what is said of them. */
    static String line(JsonPlace json) {
        String line = text(json);
        if (!VisibleText.isLine(line)) {
            throw json.error("must be a name on one line, without characters that cannot be seen");
        }
        return line;
    }

    static String notBlank(JsonPlace json) {
        String text = text(json);
        if (text.isBlank()) {
            throw json.error("must not be blank");
        }
        return text;
    }

    static String text(JsonPlace json) {
        String text = json.text();
        requireWhole(text, json);
        return text;
    }

    /** Refuses what would be lost on the way to the database, which ends a text at NUL and replaces half a character. */
    private static void requireWhole(String text, JsonPlace place) {
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw place.error("must not hold NUL or half a surrogate pair");
        }
    }
}
