package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The coefficients of a regression as text, with the digits and in the layout that R has for its summaries. */
final class CoefficientTable {

    /** Significant digits of the smallest estimate; a probability has one less. */
    private static final int DIGITS = 4;

    /** A line of the table; statistic and p-value are NaN where nothing is tested. */
    record Row(String name, double estimate, double standardError, double statistic, double pValue) {}

    private CoefficientTable() {}

    /** Appends a table whose rows are all tested by a statistic of that name, or all not. */
    static void append(StringBuilder text, List<Row> rows, String statistic, Language language) {
        boolean tested = rows.stream().anyMatch(row -> !Double.isNaN(row.pValue()));
        text.append(language.pick("Coefficients:\n", "系数:\n"));
        TextTable table = new TextTable();
        table.row(heading(statistic, tested, language));
        int size = rows.size();
        double[] both = new double[2 * size];
        System.arraycopy(column(rows, Row::estimate), 0, both, 0, size);
        System.arraycopy(column(rows, Row::standardError), 0, both, size, size);
        List<String> estimates =
                RNumbers.column(RNumbers.rounded(both, RNumbers.decimalsOfSmallest(both, DIGITS)), DIGITS);
        List<String> statistics = RNumbers.column(RNumbers.rounded(column(rows, Row::statistic), DIGITS - 1), DIGITS);
        List<String> p = tested ? RNumbers.probabilities(column(rows, Row::pValue), DIGITS - 1) : List.of();
        for (int j = 0; j < size; j++) {
            String name = VisibleText.line(rows.get(j).name());
            if (tested) {
                String stars = RNumbers.stars(rows.get(j).pValue());
                table.row(name, estimates.get(j), estimates.get(size + j), statistics.get(j), p.get(j), stars);
            } else {
                table.row(name, estimates.get(j), estimates.get(size + j), "");
            }
        }
        table.appendTo(text);
        appendLegend(text, column(rows, Row::pValue), language);
    }

    /** Appends what the stars mean, if there are any. */
    static void appendLegend(StringBuilder text, double[] pValues, Language language) {
        if (Arrays.stream(pValues).anyMatch(p -> !RNumbers.stars(p).isEmpty())) {
            text.append("---\n")
                    .append(language.pick("Signif. codes:", "显著性标记:"))
                    .append("  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1\n");
        }
    }

    private static List<String> heading(String statistic, boolean tested, Language language) {
        String estimate = language.pick("Estimate", "估计值");
        String error = language.pick("Std. Error", "标准误");
        return tested
                ? List.of(
                        "", estimate, error, statistic + language.pick(" value", " 值"), "Pr(>|" + statistic + "|)", "")
                : List.of("", estimate, error, "");
    }

    private static double[] column(List<Row> rows, ToDoubleFunction<Row> part) {
        return rows.stream().mapToDouble(part).toArray();
    }
}
