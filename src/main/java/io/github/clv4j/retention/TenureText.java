package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Tenure regressions for people, as R prints {@code summary.lm} and {@code anova}. Not thread-safe. */
final class TenureText {

    private static final int DIGITS = 4;
    private static final double CONFIDENCE = 0.95;
    private static final double SIGNIFICANT = 0.05;

    /** As many numbers of activities are shown. */
    private static final int MOST_ROWS = 20;

    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private TenureText(Language language) {
        this.language = language;
    }

    static String of(TenureFit fit, Language language) {
        TenureText text = new TenureText(language);
        text.text.append(VisibleText.line(fit.regression().formula())).append('\n');
        text.residuals(fit);
        text.coefficients(fit);
        text.fitLines(fit);
        text.turningPoint(fit);
        text.gains(Map.of("", fit));
        text.notes();
        return text.text.toString();
    }

    private void residuals(TenureFit fit) {
        double[] quartiles = fit.residualQuartiles();
        double largest = Math.max(Math.abs(quartiles[0]), Math.abs(quartiles[4]));
        int decimals = Math.max(0, DIGITS + 1 - (int) Math.ceil(StrictMath.log10(largest)));
        List<String> values = RNumbers.column(largest > 0 ? RNumbers.rounded(quartiles, decimals) : quartiles, DIGITS);
        line("%nResiduals:%n", "%n残差:%n");
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(
                language == Language.ENGLISH
                        ? List.of("Min", "1Q", "Median", "3Q", "Max")
                        : List.of("最小值", "下四分位数", "中位数", "上四分位数", "最大值"));
        header.add("");
        table.row(header);
        List<String> cells = new ArrayList<>(List.of(""));
        cells.addAll(values);
        cells.add("");
        table.row(cells);
        table.appendTo(text);
    }

    private void coefficients(TenureFit fit) {
        text.append('\n');
        CoefficientTable.append(
                text,
                fit.coefficients().stream()
                        .map(c ->
                                new CoefficientTable.Row(c.name(), c.estimate(), c.standardError(), c.t(), c.pValue()))
                        .toList(),
                "t",
                language);
    }

    private void fitLines(TenureFit fit) {
        line(
                "%nResidual standard error: %s on %d degrees of freedom%n",
                "%n残差标准误:%s,自由度 %d%n", RNumbers.number(fit.residualStandardError(), DIGITS), fit.degreesOfFreedom());
        line(
                "Multiple R-squared:  %s,  Adjusted R-squared:  %s%n",
                "判定系数 R 方:%s,调整后 R 方:%s%n",
                RNumbers.number(fit.rSquared(), DIGITS),
                RNumbers.number(fit.adjustedRSquared(), DIGITS));
        line(
                "F-statistic: %s on %d and %d DF,  p-value: %s%n",
                "F 统计量:%s,自由度 %d 和 %d,p 值:%s%n",
                RNumbers.number(fit.fStatistic(), DIGITS),
                fit.explainingTerms(),
                fit.degreesOfFreedom(),
                RNumbers.probabilities(new double[] {fit.fPValue()}, DIGITS).get(0));
        line(
                "Log-likelihood: %.2f,  AIC: %.2f,  BIC: %.2f%n",
                "对数似然:%.2f,AIC:%.2f,BIC:%.2f%n", fit.logLikelihood(), fit.aic(), fit.bic());
        if (fit.isExact()) {
            line(
                    "note: the fit is exact but for rounding, so that standard errors, t, F and likelihood say nothing%n",
                    "提示:拟合除舍入外完全精确,标准误、t、F 和似然没有意义%n");
        }
    }

    private void turningPoint(TenureFit fit) {
        if (!fit.regression().isQuadratic()) {
            return;
        }
        Optional<TurningPoint> found = fit.turningPoint(fit.meanControls());
        if (found.isEmpty()) {
            line("%nTurning point: none%n", "%n拐点:无%n");
            return;
        }
        TurningPoint point = found.get();
        IntervalEstimate interval = point.interval(CONFIDENCE);
        line(
                "%nTurning point%s: %s = %.3f, standard error %.3f, 95 %% interval %.3f to %.3f: a %s%n",
                "%n拐点%s:%s = %.3f,标准误 %.3f,95%% 区间 %.3f 至 %.3f:%s%n",
                fit.regression().interactions().isEmpty() ? "" : language.pick(" at the mean controls", "(控制变量取均值)"),
                VisibleText.line(fit.regression().activities()),
                point.value(),
                point.standardError(),
                interval.lower(),
                interval.upper(),
                point.kind().displayName(language));
        range(point);
        best(point);
        if (isUnsettled(fit)) {
            line(
                    "note: the square is not significant, so neither the sign of the turning point nor its place is settled%n",
                    "提示:平方项不显著,拐点的方向和位置都不确定%n");
        }
    }

    private void range(TurningPoint point) {
        line(
                point.isInObservedRange()
                        ? "it lies in the observed range, %s to %s%n"
                        : "it lies outside the observed range, %s to %s: no customer was seen there%n",
                point.isInObservedRange() ? "位于观测范围 %s 至 %s 之内%n" : "位于观测范围 %s 至 %s 之外:没有这样的客户%n",
                plain(point.leastObserved()),
                plain(point.mostObserved()));
    }

    private void best(TurningPoint point) {
        if (point.kind() == TurningKind.MINIMUM) {
            line("no best number of activities: tenure is shortest there%n", "没有最佳活动次数:该处在网时长最短%n");
        } else {
            line(
                    "best whole number of activities: %s%n",
                    "最佳活动次数(整数):%s%n", plain(point.bestWholeNumber().orElseThrow()));
        }
    }

    /** A straight line gains the same everywhere, which its coefficient says. */
    private void gains(Map<String, TenureFit> fits) {
        TenureRegression regression = fits.values().iterator().next().regression();
        if (!regression.isQuadratic()) {
            return;
        }
        line(
                "%nGain of the next activity in %s%s (standard error), and customers:%n",
                "%n再参加一次活动的增益(%s)%s,括号内为标准误,其后为客户数:%n",
                VisibleText.line(regression.response()),
                regression.interactions().isEmpty() ? "" : language.pick(" at the mean controls", "(控制变量取均值)"));
        Map<Double, String[]> rows = gainCells(fits);
        TextTable table = new TextTable();
        cells(
                table,
                VisibleText.line(regression.activities()),
                fits.keySet().stream().map(VisibleText::line).toList());
        rows.entrySet().stream()
                .limit(MOST_ROWS)
                .forEach(row -> cells(table, plain(row.getKey()), List.of(row.getValue())));
        table.appendTo(text);
        if (rows.size() > MOST_ROWS) {
            line("... %d numbers of activities%n", "…… 共 %d 种活动次数%n", rows.size());
        }
        line("* nobody was seen with one more%n", "* 没有客户达到再多一次%n");
    }

    private static Map<Double, String[]> gainCells(Map<String, TenureFit> fits) {
        Map<Double, String[]> rows = new TreeMap<>();
        int group = 0;
        for (TenureFit fit : fits.values()) {
            for (ActivityGain gain : fit.gains()) {
                String[] cells = rows.computeIfAbsent(gain.activities(), count -> none(fits.size()));
                cells[group] = String.format(
                        Locale.ROOT,
                        "%+.2f (%.2f)%s %7d",
                        gain.gain(),
                        gain.standardError(),
                        gain.extrapolated() ? "*" : " ",
                        gain.customers());
            }
            group++;
        }
        return rows;
    }

    private static String[] none(int groups) {
        String[] cells = new String[groups];
        Arrays.fill(cells, "-");
        return cells;
    }

    private static String plain(double number) {
        return RNumbers.number(number, 15);
    }

    private void notes() {
        line(
                "%nThis is association, not effect: those who stay longer are offered more. The tenure of customers who are still"
                        + " here is%ncensored: it is not how long they will stay.%n",
                "%n这是相关关系,不是因果效应:在网越久的客户得到的活动越多。仍在网客户的时长是删失的:它不是客户最终会停留的时间。%n");
    }

    static String of(NestedTests nested, Language language) {
        TenureText text = new TenureText(language);
        List<TenureFit> fits = nested.fits();
        List<NestedTest> tests = nested.tests();
        for (int i = 0; i < fits.size(); i++) {
            text.line(
                    "Model %d: %s%n",
                    "模型 %d:%s%n",
                    i + 1,
                    VisibleText.line(fits.get(i).regression().formula()));
        }
        List<String> rss = RNumbers.column(
                fits.stream().mapToDouble(TenureFit::residualSumOfSquares).toArray(), DIGITS + 1);
        List<String> sums = RNumbers.column(
                tests.stream().mapToDouble(NestedTest::sumOfSquares).toArray(), DIGITS + 1);
        double[] p = tests.stream().mapToDouble(NestedTest::pValue).toArray();
        List<String> ps = RNumbers.probabilities(p, DIGITS);
        TextTable table = new TextTable();
        table.row(
                "",
                language.pick("Res.Df", "残差自由度"),
                language.pick("RSS", "残差平方和"),
                language.pick("Df", "自由度"),
                language.pick("Sum of Sq", "平方和"),
                "F",
                "Pr(>F)",
                "");
        for (int i = 0; i < fits.size(); i++) {
            String df = Integer.toString(fits.get(i).degreesOfFreedom());
            String number = Integer.toString(i + 1);
            if (i == 0) {
                table.row(number, df, rss.get(i), "", "", "", "", "");
                continue;
            }
            NestedTest test = tests.get(i - 1);
            table.row(
                    number,
                    df,
                    rss.get(i),
                    Integer.toString(test.terms()),
                    sums.get(i - 1),
                    String.format(Locale.ROOT, "%.4f", test.f()),
                    ps.get(i - 1),
                    RNumbers.stars(test.pValue()));
        }
        table.appendTo(text.text);
        CoefficientTable.appendLegend(text.text, p, language);
        return text.text.toString();
    }

    static String of(TenureGroups groups, Language language) {
        TenureText text = new TenureText(language);
        TenureRegression regression = groups.fits().values().iterator().next().regression();
        text.text.append(VisibleText.line(regression.formula())).append('\n');
        text.line("estimates, standard errors in parentheses, stars as in R%n%n", "估计值,括号内为标准误,星号同 R%n%n");
        text.sideBySide(groups.fits(), regression);
        text.gains(groups.fits());
        text.notes();
        return text.text.toString();
    }

    private void sideBySide(Map<String, TenureFit> fits, TenureRegression regression) {
        TextTable table = new TextTable();
        cells(
                table,
                "",
                fits.entrySet().stream()
                        .map(entry -> VisibleText.line(entry.getKey()))
                        .toList());
        for (String term : regression.terms()) {
            row(table, VisibleText.line(term), fits, fit -> estimate(fit.coefficient(term)));
        }
        row(table, language.pick("customers", "客户数"), fits, fit -> Integer.toString(fit.customers()));
        row(table, language.pick("R-squared", "R 方"), fits, fit -> RNumbers.number(fit.rSquared(), DIGITS));
        row(
                table,
                language.pick("residual standard error", "残差标准误"),
                fits,
                fit -> RNumbers.number(fit.residualStandardError(), DIGITS));
        if (regression.isQuadratic()) {
            row(
                    table,
                    language.pick("turning point", "拐点"),
                    fits,
                    fit -> turning(
                            fit,
                            point -> String.format(Locale.ROOT, "%.3f (%.3f)", point.value(), point.standardError())));
            row(table, "", fits, fit -> turning(fit, point -> point.kind().displayName(language)));
            row(
                    table,
                    language.pick("in observed range", "在观测范围内"),
                    fits,
                    fit -> turning(
                            fit,
                            point -> point.isInObservedRange() ? language.pick("yes", "是") : language.pick("no", "否")));
            row(table, language.pick("best whole number", "最佳活动次数"), fits, fit -> turning(fit, TenureText::bestOrNone));
        }
        table.appendTo(text);
        List<String> unsettled = fits.entrySet().stream()
                .filter(entry -> regression.isQuadratic() && isUnsettled(entry.getValue()))
                .map(entry -> VisibleText.line(entry.getKey()))
                .toList();
        if (!unsettled.isEmpty()) {
            line(
                    "note: the square is not significant in %s, so neither the sign of the turning point nor its place is settled%n",
                    "提示:%s 的平方项不显著,拐点的方向和位置都不确定%n", String.join(language.pick(", ", "、"), unsettled));
        }
    }

    private static boolean isUnsettled(TenureFit fit) {
        return fit.coefficients().get(2).pValue() > SIGNIFICANT;
    }

    private static String bestOrNone(TurningPoint point) {
        return point.bestWholeNumber().isPresent()
                ? plain(point.bestWholeNumber().getAsDouble())
                : "-";
    }

    private static String estimate(LinearCoefficient row) {
        return RNumbers.number(row.estimate(), DIGITS) + " (" + RNumbers.number(row.standardError(), DIGITS - 1) + ")"
                + " " + RNumbers.stars(row.pValue())
                + " ".repeat(3 - RNumbers.stars(row.pValue()).length());
    }

    /** At the mean controls of the group. */
    private static String turning(TenureFit fit, Function<TurningPoint, String> part) {
        return fit.turningPoint(fit.meanControls()).map(part).orElse("-");
    }

    private static void row(
            TextTable table, String name, Map<String, TenureFit> fits, Function<TenureFit, String> part) {
        cells(table, name, fits.values().stream().map(part).toList());
    }

    private static void cells(TextTable table, String name, List<String> values) {
        List<String> cells = new ArrayList<>(List.of(name));
        values.forEach(value -> cells.add(" " + value));
        cells.add("");
        table.row(cells);
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }
}
