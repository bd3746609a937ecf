package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpProvenance;
import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.Consistency;
import io.github.clv4j.ahp.IntransitiveTriad;
import io.github.clv4j.ahp.JudgementChange;
import io.github.clv4j.ahp.JudgementDeviation;
import io.github.clv4j.ahp.JudgementRepair;
import io.github.clv4j.ahp.JudgementStability;
import io.github.clv4j.ahp.RankSwap;
import io.github.clv4j.ahp.WeightStability;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers to the problems of a judgement file as JSON. A number that does not exist, such as the consistency ratio of a
 * matrix too large for the table, is null. Stateless and thread-safe.
 */
public final class AhpReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final AhpSettings settings;

    private AhpReport(AhpSettings settings) {
        this.settings = settings;
    }

    /**
     * All answers of a file.
     *
     * @param answers the answers
     * @param settings how they were come by
     * @return the text of one JSON array, ending with a line feed
     */
    public static String of(List<AhpAnswer> answers, AhpSettings settings) {
        AhpReport report = new AhpReport(settings);
        ArrayNode json = NODES.arrayNode();
        answers.forEach(answer -> json.add(report.json(answer)));
        return JsonText.write(json);
    }

    private ObjectNode json(AhpAnswer answer) {
        ObjectNode json = NODES.objectNode();
        json.set("id", answer.id().json());
        if (answer instanceof AhpAnswer.Matrix matrix) {
            addMatrix(json, matrix);
        } else if (answer instanceof AhpAnswer.Group group) {
            addGroup(json, group);
        } else if (answer instanceof AhpAnswer.Hierarchy hierarchy) {
            addHierarchy(json, hierarchy);
        } else if (answer instanceof AhpAnswer.Failure failure) {
            json.put("error", failure.error());
        }
        return json;
    }

    private void addMatrix(ObjectNode json, AhpAnswer.Matrix answer) {
        AhpSolution solution = answer.solved().solution();
        json.set("weights", weights(answer.solved().weights()));
        addEigenvalue(json, solution);
        Consistency consistency = solution.consistency();
        JsonNumbers.put(json, "gci", consistency.geometricIndex());
        JsonNumbers.put(json, "harmonicCi", consistency.harmonicIndex());
        JsonNumbers.put(json, "koczkodaj", consistency.koczkodaj());
        addJudgements(json, answer.solved());
        json.putArray("lambdaInterval")
                .add(solution.lambdaInterval().lower())
                .add(solution.lambdaInterval().upper());
        addSettings(json, solution);
        addProvenance(json, solution);
        json.set("intransitiveTriads", triads(solution.intransitiveTriads()));
        answer.sensitivity().ifPresent(sensitivity -> addSensitivity(json, sensitivity, false));
    }

    private void addGroup(ObjectNode json, AhpAnswer.Group answer) {
        AhpSolution solution = answer.aggregated().solution();
        json.set("aijWeights", weights(answer.aggregated().weights()));
        json.set("aipGeometricWeights", weights(answer.solution().aipGeometricWeights()));
        json.set("aipArithmeticWeights", weights(answer.solution().aipArithmeticWeights()));
        JsonNumbers.put(json, "consensus", answer.solution().consensus());
        addEigenvalue(json, solution);
        putAcceptable(json, solution.consistency());
        ArrayNode counts = json.putArray("expertWeights");
        for (double weight : answer.solution().group().expertWeights()) {
            counts.add(weight);
        }
        ArrayNode experts = json.putArray("experts");
        answer.experts().forEach(expert -> addPart(experts.addObject(), expert));
        addSettings(json, solution);
        addProvenance(json, solution);
    }

    private void addHierarchy(ObjectNode json, AhpAnswer.Hierarchy answer) {
        Weights weights = answer.solution().globalWeights();
        ObjectNode global = json.putObject("globalWeights");
        for (int k = 0; k < weights.size(); k++) {
            global.put(weights.names().get(k), weights.weight(k));
        }
        double ratio = answer.solution().consistencyRatio();
        JsonNumbers.put(json, "cr", ratio);
        putVerdict(json, ratio, answer.solution().isAcceptable());
        addSettings(json, answer.nodes().get(0).solution());
        AhpProvenance provenance = answer.nodes().get(0).solution().provenance();
        json.put("method", ConstantName.of(provenance.method()));
        ArrayNode nodes = json.putArray("nodes");
        for (int k = 0; k < answer.nodes().size(); k++) {
            ObjectNode node = nodes.addObject();
            node.set("path", texts(answer.solution().nodes().get(k).path()));
            addPart(node, answer.nodes().get(k));
        }
        answer.sensitivity().ifPresent(sensitivity -> addSensitivity(json, sensitivity, true));
    }

    /** A node of a hierarchy or an expert of a group. */
    private static void addPart(ObjectNode json, AhpSolved part) {
        json.set("weights", weights(part.weights()));
        addEigenvalue(json, part.solution());
        addJudgements(json, part);
        addProvenance(json, part.solution());
    }

    private static void addEigenvalue(ObjectNode json, AhpSolution solution) {
        JsonNumbers.put(json, "lambdaMax", solution.lambdaMax());
        JsonNumbers.put(json, "ci", solution.consistency().index());
        JsonNumbers.put(json, "cr", solution.consistency().ratio());
    }

    private static void addJudgements(ObjectNode json, AhpSolved solved) {
        putAcceptable(json, solved.solution().consistency());
        json.set(
                "worstJudgement",
                solved.contested().stream()
                        .findFirst()
                        .<JsonNode>map(AhpReport::deviation)
                        .orElse(NODES.nullNode()));
        json.set("repair", solved.repair().<JsonNode>map(AhpReport::repair).orElse(NODES.nullNode()));
    }

    private static void putAcceptable(ObjectNode json, Consistency consistency) {
        putVerdict(json, consistency.ratio(), consistency.isAcceptable());
    }

    /** Without a ratio there is no verdict. */
    private static void putVerdict(ObjectNode json, double ratio, boolean acceptable) {
        if (Double.isNaN(ratio)) {
            json.putNull("acceptable");
        } else {
            json.put("acceptable", acceptable);
        }
    }

    private static ObjectNode deviation(JudgementDeviation deviation) {
        ObjectNode json = pair(deviation.first(), deviation.second());
        JsonNumbers.put(json, "judged", deviation.judged());
        JsonNumbers.put(json, "implied", deviation.implied());
        return json;
    }

    private static ObjectNode repair(JudgementRepair repair) {
        ObjectNode json = NODES.objectNode();
        json.put("outcome", ConstantName.of(repair.outcome()));
        ArrayNode changes = json.putArray("changes");
        for (JudgementChange change : repair.changes()) {
            ObjectNode node = pair(change.first(), change.second());
            JsonNumbers.put(node, "from", change.from());
            JsonNumbers.put(node, "to", change.to());
            changes.add(node);
        }
        JsonNumbers.put(json, "cr", repair.ratio());
        json.put("solves", repair.solves());
        return json;
    }

    /** What is the same for all matrices of a file. */
    private void addSettings(ObjectNode json, AhpSolution solution) {
        json.put("randomIndex", ConstantName.of(solution.provenance().randomIndex()));
        JsonNumbers.put(json, "limit", solution.consistency().limit());
        json.put("scale", ConstantName.of(settings.scale()));
    }

    private static void addProvenance(ObjectNode json, AhpSolution solution) {
        json.put("method", ConstantName.of(solution.provenance().method()));
        json.put(
                "completion",
                solution.provenance().completion().map(ConstantName::of).orElse(null));
        json.put("missing", solution.provenance().missing());
        JsonNumbers.put(json, "ri", solution.consistency().randomIndex());
        json.put("note", solution.consistency().note(Language.ENGLISH).orElse(null));
    }

    private static ArrayNode triads(List<IntransitiveTriad> triads) {
        ArrayNode json = NODES.arrayNode();
        triads.forEach(triad -> json.add(texts(List.of(triad.first(), triad.second(), triad.third()))));
        return json;
    }

    private static void addSensitivity(ObjectNode json, AhpSensitivity sensitivity, boolean withPath) {
        ArrayNode judgements = json.putArray("judgementStability");
        for (JudgementStability stability : sensitivity.judgements()) {
            ObjectNode node = judgements.addObject();
            if (withPath) {
                node.set("path", texts(stability.path()));
            }
            node.setAll(pair(stability.first(), stability.second()));
            JsonNumbers.put(node, "judged", stability.judged());
            addRange(node, stability.lowest(), stability.highest(), stability.below(), stability.above());
        }
        ArrayNode weights = json.putArray("weightStability");
        for (WeightStability stability : sensitivity.weights()) {
            ObjectNode node = weights.addObject();
            if (withPath) {
                node.set("path", texts(stability.path()));
            }
            node.put("name", stability.child());
            JsonNumbers.put(node, "weight", stability.weight());
            addRange(node, stability.lowest(), stability.highest(), stability.below(), stability.above());
        }
    }

    private static void addRange(
            ObjectNode json, double lowest, double highest, Optional<RankSwap> below, Optional<RankSwap> above) {
        JsonNumbers.put(json, "lowest", lowest);
        JsonNumbers.put(json, "highest", highest);
        json.set("below", below.<JsonNode>map(AhpReport::swap).orElse(NODES.nullNode()));
        json.set("above", above.<JsonNode>map(AhpReport::swap).orElse(NODES.nullNode()));
    }

    private static ObjectNode swap(RankSwap swap) {
        ObjectNode json = NODES.objectNode();
        json.put("overtaken", swap.overtaken());
        json.put("overtaking", swap.overtaking());
        return json;
    }

    private static ObjectNode pair(String first, String second) {
        ObjectNode json = NODES.objectNode();
        json.put("first", first);
        json.put("second", second);
        return json;
    }

    private static ArrayNode weights(Weights weights) {
        ArrayNode json = NODES.arrayNode();
        for (int k = 0; k < weights.size(); k++) {
            ObjectNode weight = json.addObject();
            weight.put("name", weights.names().get(k));
            weight.put("weight", weights.weight(k));
        }
        return json;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode json = NODES.arrayNode();
        texts.forEach(json::add);
        return json;
    }
}
