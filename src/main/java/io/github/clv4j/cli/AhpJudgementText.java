package io.github.clv4j.cli;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.Consistency;
import io.github.clv4j.ahp.IntransitiveTriad;
import io.github.clv4j.ahp.JudgementDeviation;
import io.github.clv4j.ahp.JudgementRepair;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.json.AhpSolved;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the judgements of one matrix are worth, and which of them to look at again, for a terminal. */
final class AhpJudgementText {

    /** As many judgements are named as one would look at again at a time. */
    private static final int SHOWN = 3;

    private static final MathContext DIGITS = new MathContext(3);

    private final Language language;

    AhpJudgementText(Language language) {
        this.language = language;
    }

    /** Appends what is to be said of judgements that somebody made. */
    void describe(String indent, AhpSolved solved, StringBuilder text) {
        describeWhole(indent, solved, text);
        List<JudgementDeviation> contested = solved.contested();
        if (!contested.isEmpty()) {
            text.append(indent)
                    .append(
                            solved.solution().consistency().isAcceptable()
                                    ? language.pick("farthest from the weights:", "与权重相差最大:")
                                    : language.pick("to judge again first:", "优先复核:"))
                    .append('\n');
            contested.stream()
                    .limit(SHOWN)
                    .forEach(deviation -> text.append(indent)
                            .append("  ")
                            .append(deviation(deviation))
                            .append('\n'));
        }
        List<IntransitiveTriad> triads = solved.solution().intransitiveTriads();
        if (!triads.isEmpty()) {
            text.append(indent)
                    .append(language.pick("intransitive triads: ", "不传递的三元组:"))
                    .append(triads.size())
                    .append(language.pick(", the first: ", ",第一个:"))
                    .append(triad(triads.get(0)))
                    .append('\n');
        }
        solved.repair()
                .ifPresent(repair -> text.append(indent).append(repair(repair)).append('\n'));
    }

    /** Appends what is to be said of the judgements as a whole. */
    void describeWhole(String indent, AhpSolved solved, StringBuilder text) {
        text.append(indent).append(figures(solved.solution())).append('\n');
        solved.solution()
                .consistency()
                .note(language)
                .ifPresent(note -> text.append(indent).append(note).append('\n'));
    }

    private String figures(AhpSolution solution) {
        Consistency consistency = solution.consistency();
        return String.format(
                Locale.ROOT,
                "lambda_max %.4f, CI %.4f, GCI %.4f, %s",
                solution.lambdaMax(),
                consistency.index(),
                consistency.geometricIndex(),
                verdict(consistency.ratio(), consistency.isAcceptable(), consistency.limit()));
    }

    /** A consistency ratio and what it means. */
    String verdict(double ratio, boolean acceptable, double limit) {
        if (Double.isNaN(ratio)) {
            return language.pick("CR unknown", "CR 未知");
        }
        return String.format(
                Locale.ROOT,
                acceptable
                        ? language.pick("CR %.4f: acceptable (below %s)", "CR %.4f:可接受(低于 %s)")
                        : language.pick("CR %.4f: not acceptable (limit %s)", "CR %.4f:不可接受(界限 %s)"),
                ratio,
                BigDecimal.valueOf(limit).toPlainString());
    }

    private String deviation(JudgementDeviation deviation) {
        return pair(deviation.first(), deviation.second(), language)
                + language.pick(": judged ", ":判断为 ")
                + ratio(deviation.judged())
                + language.pick(", the weights imply ", ",权重隐含 ")
                + ratio(deviation.implied());
    }

    private static String triad(IntransitiveTriad triad) {
        String than = triad.isCycle() ? " > " : " >= ";
        String first = VisibleText.line(triad.first());
        return first + than + VisibleText.line(triad.second()) + than + VisibleText.line(triad.third()) + " > " + first;
    }

    private String repair(JudgementRepair repair) {
        String outcome = language.pick("repair: ", "修正:") + repair.outcome().displayName(language);
        if (repair.changes().isEmpty()) {
            return outcome;
        }
        String changes = repair.changes().stream()
                .map(change -> pair(change.first(), change.second(), language)
                        + language.pick(" from ", " 由 ")
                        + ratio(change.from())
                        + language.pick(" to ", " 改为 ")
                        + ratio(change.to()))
                .collect(Collectors.joining(language.pick("; ", ";")));
        return String.format(
                Locale.ROOT,
                language.pick("%s: %s, which gives CR %.4f", "%s:%s,CR 变为 %.4f"),
                outcome,
                changes,
                repair.ratio());
    }

    static String pair(String first, String second, Language language) {
        return VisibleText.line(first) + language.pick(" against ", " 对 ") + VisibleText.line(second);
    }

    static String path(List<String> path) {
        return VisibleText.line(String.join(" / ", path));
    }

    /** A ratio as people write it, to three digits: 3 or 1/3, and between them 1.4 or 1/1.4. */
    static String ratio(double value) {
        String inverse = decimal(1 / value);
        return value >= 1 ? decimal(value) : inverse.equals("1") ? inverse : "1/" + inverse;
    }

    private static String decimal(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
