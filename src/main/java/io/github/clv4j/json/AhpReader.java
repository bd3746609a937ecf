package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpHierarchy;
import io.github.clv4j.ahp.GroupJudgements;
import io.github.clv4j.ahp.JudgementScale;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.Ratio;
import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Turns the JSON of a problem into judgements. */
final class AhpReader {

    private final JudgementScale scale;

    AhpReader(JudgementScale scale) {
        this.scale = scale;
    }

    PairwiseMatrix matrix(JsonPlace problem) {
        problem.object("id", "names", "matrix");
        JsonPlace matrix = problem.optional("matrix")
                .orElseThrow(() -> problem.error("must have a \"matrix\", \"experts\" or \"children\", but has none"));
        return judgements(matrix, names(problem, matrix));
    }

    GroupJudgements group(JsonPlace problem) {
        problem.object("id", "names", "experts", "expertWeights");
        JsonPlace experts = problem.field("experts");
        List<PairwiseMatrix> matrices = new ArrayList<>();
        for (JsonPlace expert : experts.items()) {
            matrices.add(judgements(expert, names(problem, expert)));
        }
        GroupJudgements equals = experts.made(() -> GroupJudgements.of(matrices));
        return given(problem, "expertWeights")
                .map(weights -> weights.made(() -> GroupJudgements.of(matrices, ratios(weights))))
                .orElse(equals);
    }

    private static List<String> names(JsonPlace problem, JsonPlace matrix) {
        Supplier<List<String>> numbers =
                () -> IntStream.rangeClosed(1, matrix.items().size())
                        .mapToObj(Integer::toString)
                        .toList();
        return given(problem, "names")
                .map(names -> names.items().stream().map(AhpReader::text).toList())
                .orElseGet(numbers);
    }

    /** A field that need not be there; many programs write null for what is not. */
    static Optional<JsonPlace> given(JsonPlace json, String name) {
        return json.optional(name).filter(field -> !field.isNull());
    }

    /** A text to be written again: half a character would become another, and two texts perhaps one. */
    static String text(JsonPlace json) {
        String text = json.text();
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw json.error("must not hold half a surrogate pair");
        }
        return text;
    }

    AhpHierarchy hierarchy(JsonPlace problem) {
        problem.object("id", "name", "matrix", "children");
        return node(problem);
    }

    private AhpHierarchy child(JsonPlace json) {
        json.object("name", "matrix", "children");
        return given(json, "children").isPresent() ? node(json) : leaf(json);
    }

    private static AhpHierarchy leaf(JsonPlace json) {
        if (given(json, "matrix").isPresent()) {
            throw json.error("must have \"children\" for its \"matrix\" to compare, but has none");
        }
        JsonPlace name = json.field("name");
        return name.made(() -> AhpHierarchy.leaf(text(name)));
    }

    private AhpHierarchy node(JsonPlace json) {
        String name = text(json.field("name"));
        JsonPlace children = json.field("children");
        List<AhpHierarchy> nodes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonPlace child : children.items()) {
            AhpHierarchy node = child(child);
            nodes.add(node);
            names.add(node.name());
        }
        children.made(() -> {
            Require.distinct(names, "names of children");
            return names;
        });
        if (nodes.isEmpty()) {
            throw children.error("must have at least one child, but is empty");
        }
        PairwiseMatrix judgements = comparison(json, names);
        return json.made(() -> AhpHierarchy.of(name, judgements, nodes));
    }

    /** There is nothing to compare an only child with, so its matrix may be left out. */
    private PairwiseMatrix comparison(JsonPlace node, List<String> children) {
        Optional<JsonPlace> matrix = given(node, "matrix");
        if (matrix.isEmpty() && children.size() == 1) {
            return PairwiseMatrix.builder(children).build();
        }
        return judgements(
                matrix.orElseThrow(() -> node.error("must have a \"matrix\" that compares its children " + children)),
                children);
    }

    private PairwiseMatrix judgements(JsonPlace json, List<String> names) {
        PairwiseMatrix linear = JudgementReader.read(json, names);
        return json.made(() -> linear.on(scale));
    }

    private static double[] ratios(JsonPlace json) {
        return json.items().stream().mapToDouble(AhpReader::ratio).toArray();
    }

    private static double ratio(JsonPlace json) {
        return json.isText() ? json.made(() -> Ratio.parse(json.text(), "weight")) : json.number();
    }
}
