package io.github.clv4j.json;

import io.github.clv4j.retention.ChurnPeriod;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.ClassWeightPlan;
import io.github.clv4j.scoring.HoldoutPlan;
import io.github.clv4j.scoring.RecalibrationPlan;
import io.github.clv4j.scoring.RidgePlan;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a logistic churn model to be fitted into its plan. */
final class ChurnReader {

    private ChurnReader() {}

    static ChurnPlan.Logistic read(JsonPlace json) {
        json.object("outcome", "features", "ridge", "classWeights", "period", "holdout", "recalibration");
        List<String> features = new ArrayList<>();
        Map<String, String> baselines = new LinkedHashMap<>();
        for (JsonPlace feature : json.field("features").items()) {
            features.add(feature(feature, baselines));
        }
        return json.made(() -> new ChurnPlan.Logistic(
                PlanReader.text(json.field("outcome")),
                features,
                baselines,
                json.optional("ridge").map(ChurnReader::ridge),
                json.optional("classWeights").map(ChurnReader::weights),
                json.optional("period").map(ChurnReader::period),
                json.optional("holdout").map(ChurnReader::holdout),
                json.optional("recalibration").map(ChurnReader::recalibration)));
    }

    private static String feature(JsonPlace json, Map<String, String> baselines) {
        if (json.isText()) {
            return PlanReader.name(json);
        }
        if (!json.isObject()) {
            throw json.error(
                    "must be the name of a column or an object with category and baseline, but was " + json.shown());
        }
        json.object("category", "baseline");
        String name = PlanReader.name(json.field("category"));
        if (baselines.put(name, PlanReader.notBlank(json.field("baseline"))) != null) {
            throw json.error("must be another category than those before, but was " + name);
        }
        return name;
    }

    private static RidgePlan ridge(JsonPlace json) {
        if (json.isNumber()) {
            return json.made(() -> RidgePlan.penalty(json.number()));
        }
        if (!json.isObject()) {
            throw json.error("must be a number or an object with folds and seed, but was " + json.shown());
        }
        json.object("folds", "seed");
        int folds = json.field("folds").count();
        long seed = json.field("seed").whole();
        return json.made(() -> RidgePlan.crossValidated(folds, seed));
    }

    private static ClassWeightPlan weights(JsonPlace json) {
        if (json.isText("balanced")) {
            return ClassWeightPlan.balanced();
        }
        if (!json.isObject()) {
            throw json.error("must be \"balanced\" or an object with stayed and left, but was " + json.shown());
        }
        json.object("stayed", "left");
        double stayed = json.field("stayed").number();
        double left = json.field("left").number();
        return json.made(() -> ClassWeightPlan.of(stayed, left));
    }

    private static ChurnPeriod period(JsonPlace json) {
        json.object("length", "unit");
        double length = json.field("length").number();
        RatePeriod unit = json.field("unit").constant(RatePeriod.class);
        return json.made(() -> new ChurnPeriod(length, unit));
    }

    private static HoldoutPlan holdout(JsonPlace json) {
        if (!json.isObject()
                || (json.optional("share").isEmpty() && json.optional("column").isEmpty())) {
            throw json.error("must be an object with share and seed, with a column, or with column and from, but was "
                    + json.shown());
        }
        if (json.optional("share").isPresent()) {
            json.object("share", "seed");
            double share = json.field("share").number();
            long seed = json.field("seed").whole();
            return json.made(() -> HoldoutPlan.share(share, seed));
        }
        json.object("column", "from");
        String column = PlanReader.name(json.field("column"));
        return json.optional("from")
                .map(from -> HoldoutPlan.outOfTime(column, from.number()))
                .orElseGet(() -> HoldoutPlan.column(column));
    }

    private static RecalibrationPlan recalibration(JsonPlace json) {
        if (json.isText("classWeights")) {
            return RecalibrationPlan.undoClassWeights();
        }
        if (json.isText("holdout")) {
            return RecalibrationPlan.onHoldout();
        }
        if (!json.isObject()) {
            throw json.error(
                    "must be \"classWeights\", \"holdout\" or an object with baseRate, but was " + json.shown());
        }
        double rate = json.object("baseRate").field("baseRate").number();
        return json.made(() -> RecalibrationPlan.toBaseRate(rate));
    }
}
