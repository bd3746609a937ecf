package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.Recalibration;
import io.github.clv4j.scoring.ChurnFit;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.HoldoutPlan;
import io.github.clv4j.scoring.RecalibrationPlan;
import java.util.Locale;

/** A churn model for people: its coefficients, and how good it is. */
final class ChurnText {

    private ChurnText() {}

    static String of(ChurnPlan.Logistic plan, ChurnFit fit, Language language) {
        StringBuilder text = new StringBuilder();
        text.append(plan.period()
                .map(period -> language.pick("churn within ", "流失期间:") + period.text(language) + "\n")
                .orElse(language.pick("churn within a period that is not stated\n", "流失期间未说明\n")));
        text.append(fit.fit().text(language));
        fit.recalibration().ifPresent(correction -> text.append(recalibration(correction, language)));
        text.append('\n');
        plan.holdout().ifPresent(holdout -> text.append(holdout(plan, holdout, language)));
        text.append(fit.evaluation().text(language));
        return text.toString();
    }

    private static String recalibration(Recalibration correction, Language language) {
        return String.format(
                Locale.ROOT,
                language.pick(
                        "recalibrated: log-odds %+.4f + %.4f x those of the fit\n", "已再校准:对数优势 = %+.4f + %.4f x 拟合值\n"),
                correction.intercept(),
                correction.slope());
    }

    private static String holdout(ChurnPlan.Logistic plan, HoldoutPlan holdout, Language language) {
        String who = who(holdout, language);
        boolean isRefitted = !(plan.recalibration().orElse(null) instanceof RecalibrationPlan.OnHoldout);
        return isRefitted
                ? String.format(
                        Locale.ROOT,
                        language.pick(
                                "judged on %s by a fit on the others; the coefficients above are of all\n",
                                "用其余客户拟合,在 %s 上检验;上面的系数来自全部客户\n"),
                        who)
                : String.format(
                        Locale.ROOT,
                        language.pick(
                                "judged, before recalibration, on %s; the coefficients above are of the others\n",
                                "再校准之前在 %s 上检验;上面的系数来自其余客户\n"),
                        who);
    }

    private static String who(HoldoutPlan holdout, Language language) {
        if (holdout instanceof HoldoutPlan.Share share) {
            return String.format(
                    Locale.ROOT,
                    language.pick("a share of %s drawn with seed %d", "随机抽取的 %s 的客户(种子 %d)"),
                    share.share(),
                    share.seed());
        }
        if (holdout instanceof HoldoutPlan.OutOfTime time) {
            return language.pick("those whose ", "")
                    + time.column()
                    + language.pick(" is at least ", " 不小于 ")
                    + time.from()
                    + language.pick("", " 的客户");
        }
        return language.pick("those whose ", "")
                + ((HoldoutPlan.Column) holdout).name()
                + language.pick(" is 1", " 为 1 的客户");
    }
}
