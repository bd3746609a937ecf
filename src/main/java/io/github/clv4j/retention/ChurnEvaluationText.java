package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/** Writes an evaluation for people. */
final class ChurnEvaluationText {

    /** Significant digits of a p-value. */
    private static final int P_DIGITS = 3;

    private static final double HALF = 0.5;

    private ChurnEvaluationText() {}

    static String of(ChurnEvaluation evaluation, Language language) {
        StringBuilder text = new StringBuilder();
        List<RiskDecile> deciles = evaluation.deciles();
        addFigures(evaluation, evaluation.hosmerLemeshow(), language, text);
        addDeciles(deciles, language, text);
        addCalibration(evaluation, language, text);
        return text.toString();
    }

    private static void addFigures(
            ChurnEvaluation evaluation, HosmerLemeshow test, Language language, StringBuilder text) {
        line(
                text,
                evaluation.isHeldOut()
                        ? language.pick(
                                "on %d customers held out of the fit, %d of them left: rate %.4f, mean probability %.4f\n",
                                "在未参与拟合的 %d 个客户上,其中 %d 个流失:流失率 %.4f,平均概率 %.4f\n")
                        : language.pick(
                                "on the %d customers of the fit itself, %d of them left: rate %.4f, mean probability %.4f;"
                                        + " figures in-sample flatter a model\n",
                                "在参与拟合的 %d 个客户上,其中 %d 个流失:流失率 %.4f,平均概率 %.4f;样本内的数字偏于乐观\n"),
                evaluation.customers(),
                evaluation.churned(),
                evaluation.churnRate(),
                evaluation.meanProbability());
        line(
                text,
                language.pick("AUC %.4f, log-loss %s, Brier score %.4f\n", "AUC %.4f,对数损失 %s,Brier 分数 %.4f\n"),
                evaluation.auc(),
                logLoss(evaluation.logLoss(), language),
                evaluation.brier());
        ConfusionMatrix half = evaluation.confusion(HALF);
        line(
                text,
                language.pick(
                        "from 0.5 on taken to leave: sensitivity %.4f, specificity %.4f, precision %.4f\n",
                        "概率不低于 0.5 判为流失:灵敏度 %.4f,特异度 %.4f,精确率 %.4f\n"),
                half.sensitivity(),
                half.specificity(),
                half.precision());
        line(
                text,
                language.pick(
                        "calibration error %.4f; Hosmer-Lemeshow %.2f on %d degrees of freedom, p %s\n",
                        "校准误差 %.4f;Hosmer-Lemeshow 统计量 %.2f,自由度 %d,p 值 %s\n"),
                evaluation.calibrationError(),
                test.statistic(),
                test.degreesOfFreedom(),
                RNumbers.probabilities(new double[] {test.pValue()}, P_DIGITS).get(0));
    }

    private static String logLoss(double loss, Language language) {
        return Double.isInfinite(loss)
                ? language.pick("infinite (somebody did what had probability 0)", "无穷大(有客户发生了概率为 0 的结果)")
                : String.format(Locale.ROOT, "%.4f", loss);
    }

    private static void addDeciles(List<RiskDecile> deciles, Language language, StringBuilder text) {
        text.append(language.pick(
                "decile customers   left  mean P   rate   lift captured cumulative lift\n",
                "十分位 客户数 流失数 平均概率 流失率 提升度 累计捕获 累计提升度\n"));
        for (RiskDecile decile : deciles) {
            line(
                    text,
                    "%6d %9d %6d  %6s %6s %6s   %6.4f %15.2f\n",
                    decile.decile(),
                    decile.customers(),
                    decile.churned(),
                    cell("%.4f", decile.meanProbability()),
                    cell("%.4f", decile.churnRate()),
                    cell("%.2f", decile.lift()),
                    decile.cumulativeCapture(),
                    decile.cumulativeLift());
        }
    }

    private static void addCalibration(ChurnEvaluation evaluation, Language language, StringBuilder text) {
        text.append(language.pick("probability customers   left  mean P   rate\n", "概率区间 客户数 流失数 平均概率 流失率\n"));
        for (CalibrationBin bin : evaluation.calibration()) {
            line(
                    text,
                    language.pick("%4.1f to %3.1f %9d %6d  %6s %6s\n", "%4.1f 至 %3.1f %9d %6d  %6s %6s\n"),
                    bin.lower(),
                    bin.upper(),
                    bin.customers(),
                    bin.churned(),
                    cell("%.4f", bin.meanProbability()),
                    cell("%.4f", bin.churnRate()));
        }
    }

    /** Of nobody there is no number. */
    private static String cell(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
