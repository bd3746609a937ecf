package io.github.clv4j.cli;

import io.github.clv4j.ahp.AhpProvenance;
import io.github.clv4j.ahp.Consistency;
import io.github.clv4j.ahp.GroupSolution;
import io.github.clv4j.ahp.JudgementScale;
import io.github.clv4j.ahp.NodeSolution;
import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.json.AhpAnswer;
import io.github.clv4j.json.AhpSensitivity;
import io.github.clv4j.json.AhpSettings;
import io.github.clv4j.json.AhpSolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answers to the problems of a judgement file for a terminal: weights as bars, and what to judge again first. */
final class AhpText {

    private final AhpSettings settings;
    private final Language language;
    private final AhpJudgementText judgements;
    private final StringBuilder text = new StringBuilder();

    private AhpText(AhpSettings settings, Language language) {
        this.settings = settings;
        this.language = language;
        this.judgements = new AhpJudgementText(language);
    }

    static String of(List<AhpAnswer> answers, AhpSettings settings, Language language) {
        return answers.stream()
                .map(answer -> new AhpText(settings, language).show(answer))
                .collect(Collectors.joining("\n"));
    }

    private String show(AhpAnswer answer) {
        text.append(answer.id().label(language)).append(": ");
        if (answer instanceof AhpAnswer.Matrix matrix) {
            showMatrix(matrix);
        } else if (answer instanceof AhpAnswer.Group group) {
            showGroup(group);
        } else if (answer instanceof AhpAnswer.Hierarchy hierarchy) {
            showHierarchy(hierarchy);
        } else if (answer instanceof AhpAnswer.Failure failure) {
            text.append("error: ").append(failure.error()).append('\n');
        }
        return text.toString();
    }

    private void showMatrix(AhpAnswer.Matrix answer) {
        text.append(provenance(answer.solved())).append('\n');
        text.append(AhpTable.ofWeights("  ", answer.solved().weights()));
        judgements.describe("  ", answer.solved(), text);
        answer.sensitivity().ifPresent(this::showNearestSwap);
    }

    private void showGroup(AhpAnswer.Group answer) {
        int experts = answer.experts().size();
        text.append(language.pick(experts + " experts, ", experts + " 位专家,"))
                .append(provenance(answer.aggregated()))
                .append('\n');
        List<String> header = new ArrayList<>();
        header.add("");
        header.add(language.pick("judgements together", "判断集结"));
        header.add(language.pick("geometric mean of weights", "权重几何平均"));
        header.add(language.pick("arithmetic mean of weights", "权重算术平均"));
        text.append(AhpTable.ofWeights(
                "  ",
                header,
                answer.aggregated().weights(),
                answer.solution().aipGeometricWeights(),
                answer.solution().aipArithmeticWeights()));
        judgements.describeWhole("  ", answer.aggregated(), text);
        text.append(language.pick("  consensus of the experts: ", "  专家共识:"))
                .append(consensus(answer.solution()))
                .append('\n');
        double[] counts = answer.solution().group().expertWeights();
        for (int k = 0; k < experts; k++) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("  expert %d, counting %.4f: %s%n", "  专家 %d,权重 %.4f:%s%n"),
                    k + 1,
                    counts[k],
                    provenance(answer.experts().get(k))));
            judgements.describe("    ", answer.experts().get(k), text);
        }
    }

    private String consensus(GroupSolution group) {
        return group.consensusLevel()
                .map(level -> String.format(
                        Locale.ROOT,
                        language.pick("%.4f, %s", "%.4f,%s"),
                        group.consensus(),
                        level.displayName(language)))
                .orElse(language.pick("there is none", "无"));
    }

    private void showHierarchy(AhpAnswer.Hierarchy answer) {
        Weights leaves = answer.solution().globalWeights();
        List<NodeSolution> nodes = answer.solution().nodes();
        Consistency consistency = nodes.get(0).solution().consistency();
        text.append(language.pick("weights of the leaves in the whole", "各叶节点的总权重"))
                .append('\n');
        text.append(AhpTable.ofWeights("  ", leaves));
        text.append("  ")
                .append(judgements.verdict(
                        answer.solution().consistencyRatio(), answer.solution().isAcceptable(), consistency.limit()))
                .append('\n');
        answer.sensitivity().ifPresent(this::showNearestSwap);
        for (int k = 0; k < nodes.size(); k++) {
            AhpSolved node = answer.nodes().get(k);
            text.append("  ")
                    .append(AhpJudgementText.path(nodes.get(k).path()))
                    .append(": ")
                    .append(provenance(node))
                    .append('\n');
            text.append(AhpTable.ofWeights("    ", node.weights()));
            judgements.describe("    ", node, text);
        }
    }

    private void showNearestSwap(AhpSensitivity sensitivity) {
        text.append(AhpSwap.nearest(sensitivity.judgements())
                        .map(swap -> swap.text(language))
                        .orElse(language.pick(
                                "  no judgement on the scale alone swaps two ranks", "  在标度范围内,任何单个判断都不会使名次互换")))
                .append('\n');
    }

    /** How weights were come by: without it they cannot be compared with others. */
    private String provenance(AhpSolved solved) {
        AhpProvenance provenance = solved.solution().provenance();
        List<String> facts = new ArrayList<>();
        facts.add(provenance.method().displayName(language));
        if (provenance.missing() == 0) { // else a note says which random index was taken
            facts.add(provenance.randomIndex().displayName(language));
        }
        if (settings.scale() != JudgementScale.LINEAR) {
            String scale = settings.scale().displayName(language);
            facts.add(language.pick(scale + " scale", scale));
        }
        provenance
                .completion()
                .ifPresent(completion -> facts.add(String.format(
                        Locale.ROOT,
                        language.pick("missing: %d, filled in by %s", "缺失 %d 个判断,由%s补全"),
                        provenance.missing(),
                        completion.displayName(language))));
        return String.join(language.pick(", ", ","), facts);
    }
}
