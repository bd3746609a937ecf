package io.github.clv4j.json;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.Convergence;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.scoring.AdoptionFit;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.SurvivalFit;
import io.github.clv4j.segment.SegmentProfile;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The summary of a scoring run as JSON: counts, cuts, the eight segments, and the fit or the model. A number that
 * does not exist, such as the mean of a segment without customers, is null. Stateless and thread-safe.
 */
public final class ScoringSummary {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ScoringSummary() {}

    /**
     * The summary of a run that fitted its model.
     *
     * @param fit the fit of the model
     * @param scored the customers scored with it
     * @return JSON text that ends with a line feed
     */
    public static String of(ScoringFit fit, ScoredCustomers scored) {
        return of(fit, Optional.empty(), ScoringTotals.of(scored));
    }

    /**
     * The summary of a run that fitted its model and scored customers part by part.
     *
     * @param fit the fit of the model
     * @param draw how the customers of the fit were drawn; empty where it was made of all
     * @param scored the totals of the customers scored with it
     * @return JSON text that ends with a line feed
     */
    public static String of(ScoringFit fit, Optional<FitDraw> draw, ScoringTotals scored) {
        ObjectNode summary = summary(fit.model(), scored);
        ObjectNode fitted = fit(fit);
        draw.ifPresent(sample -> {
            ObjectNode node = fitted.putObject("sample");
            node.put("drawn", sample.drawn());
            node.put("of", sample.of());
            node.put("seed", sample.seed());
        });
        summary.set("fit", fitted);
        return JsonText.write(summary);
    }

    /**
     * The summary of a run with a model that was fitted before.
     *
     * @param file the model
     * @param scored the customers scored with it
     * @return JSON text that ends with a line feed
     */
    public static String of(ModelFile file, ScoredCustomers scored) {
        return of(file, ScoringTotals.of(scored));
    }

    /**
     * The summary of a run with a model that was fitted before and scored customers part by part.
     *
     * @param file the model
     * @param scored the totals of the customers scored with it
     * @return JSON text that ends with a line feed
     */
    public static String of(ModelFile file, ScoringTotals scored) {
        ObjectNode summary = summary(file.model(), scored);
        ObjectNode model = summary.putObject("model");
        model.put("name", file.name());
        model.put("clv4j", file.version());
        model.set("fit", ModelWriter.fit(file.provenance()));
        return JsonText.write(summary);
    }

    private static ObjectNode summary(ScoringModel model, ScoringTotals scored) {
        ObjectNode summary = NODES.objectNode();
        summary.put("customers", scored.customers());
        summary.put("failures", scored.failures());
        summary.set(ModelWriter.cutsName(model.cuts()), ModelWriter.cuts(model.cuts()));
        summary.set("segments", segments(scored));
        scored.index().ifPresent(index -> summary.set("loyaltyIndex", loyaltyIndex(index, scored.coverage())));
        return summary;
    }

    private static ObjectNode loyaltyIndex(ScoringTotals.KnownMean index, ScoringTotals.KnownMean coverage) {
        ObjectNode node = NODES.objectNode();
        node.put("customers", index.known());
        JsonNumbers.put(node, "mean", index.mean());
        JsonNumbers.put(node, "meanCoverage", coverage.mean());
        return node;
    }

    private static ArrayNode segments(ScoringTotals scored) {
        ArrayNode segments = NODES.arrayNode();
        for (SegmentProfile profile : scored.profiles().all()) {
            ObjectNode node = segments.addObject();
            node.put("segment", profile.segment().name());
            node.put("customers", profile.customers());
            JsonNumbers.put(node, "share", profile.share());
            JsonNumbers.put(node, "meanCurrentValue", profile.meanCurrentValue());
            JsonNumbers.put(node, "meanPotentialValue", profile.meanPotentialValue());
            JsonNumbers.put(node, "meanLoyalty", profile.meanLoyalty());
            JsonNumbers.put(node, "valueShare", profile.valueShare());
        }
        return segments;
    }

    private static ObjectNode fit(ScoringFit fit) {
        ObjectNode node = ModelWriter.fit(fit.provenance());
        node.put("failures", fit.failures().size());
        if (!fit.adoption().isEmpty()) {
            ObjectNode adoption = node.putObject("adoption");
            fit.adoption().forEach((service, model) -> adoption.set(service, adoption(model)));
        }
        fit.churn().ifPresent(churn -> node.set("churn", churn(churn)));
        fit.churnEvaluation().ifPresent(found -> node.set("churnEvaluation", ChurnReport.evaluation(found)));
        if (!fit.survival().isEmpty()) {
            ArrayNode survival = node.putArray("survival");
            fit.survival().forEach(curve -> survival.add(survival(curve)));
        }
        ArrayNode warnings = node.putArray("warnings");
        fit.warnings().forEach(warning -> warnings.add(warning.text(Language.ENGLISH)));
        return node;
    }

    private static ObjectNode churn(LogisticFit fit) {
        ObjectNode node = NODES.objectNode();
        node.put("customers", fit.customers());
        node.put("churned", fit.churned());
        put(node, fit.convergence());
        put(node, fit.model().features(), fit.model().intercept(), fit.model().coefficients());
        return node;
    }

    private static ObjectNode survival(SurvivalFit fit) {
        ObjectNode node = NODES.objectNode();
        fit.group().ifPresent(group -> node.put("group", group));
        node.put("customers", fit.customers());
        node.put("leavers", fit.leavers());
        JsonNumbers.put(node, "expectedLifetime", fit.lifetime().expectedLifetime());
        fit.boundary().ifPresent(boundary -> node.put("boundary", boundary.advice(Language.ENGLISH)));
        return node;
    }

    private static ObjectNode adoption(AdoptionFit fit) {
        ObjectNode node = NODES.objectNode();
        node.put("customers", fit.customers());
        node.put("holders", fit.holders());
        put(node, fit.convergence());
        put(node, fit.model().features(), fit.model().intercept(), fit.model().coefficients());
        return node;
    }

    private static void put(ObjectNode node, Convergence convergence) {
        node.put("iterations", convergence.iterations());
        node.put("deviance", convergence.deviance());
        node.put("maxAbsoluteScore", convergence.maxAbsoluteScore());
    }

    private static void put(ObjectNode node, List<String> features, double intercept, double[] values) {
        ObjectNode coefficients = node.putObject("coefficients");
        coefficients.put("(intercept)", intercept);
        for (int j = 0; j < values.length; j++) {
            coefficients.put(features.get(j), values[j]);
        }
    }
}
