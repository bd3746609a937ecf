package io.github.clv4j.cli;

import io.github.clv4j.ahp.JudgementStability;
import io.github.clv4j.ahp.RankSwap;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two ranks that swap when a judgement passes a value. */
record AhpSwap(JudgementStability judgement, double at, RankSwap swap) {

    /** The swap that needs the smallest change of a judgement, as a factor. */
    static Optional<AhpSwap> nearest(List<JudgementStability> judgements) {
        return judgements.stream().flatMap(AhpSwap::of).min(Comparator.comparingDouble(AhpSwap::distance));
    }

    private static Stream<AhpSwap> of(JudgementStability judgement) {
        return Stream.concat(
                judgement.below().map(swap -> new AhpSwap(judgement, judgement.lowest(), swap)).stream(),
                judgement.above().map(swap -> new AhpSwap(judgement, judgement.highest(), swap)).stream());
    }

    private double distance() {
        return Math.abs(StrictMath.log(at / judgement.judged()));
    }

    String text(Language language) {
        String where = judgement.path().size() <= 1 ? "" : AhpJudgementText.path(judgement.path()) + ": ";
        String side = at < judgement.judged() ? language.pick("below ", "低于 ") : language.pick("above ", "高于 ");
        return language.pick("  nearest to swapping two ranks: ", "  最接近名次互换的判断:")
                + where
                + AhpJudgementText.pair(judgement.first(), judgement.second(), language)
                + language.pick(", judged ", ",判断为 ")
                + AhpJudgementText.ratio(judgement.judged())
                + language.pick("; ", ";")
                + side
                + AhpJudgementText.ratio(at)
                + language.pick(", ", ",")
                + VisibleText.line(swap.overtaking())
                + language.pick(" overtakes ", " 超过 ")
                + VisibleText.line(swap.overtaken());
    }
}
