package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The summary of a logistic regression as text, with the digits and in the layout that R has for {@code summary(glm)}. */
final class CoefficientTable {

    /** Significant digits of the smallest estimate, of the smallest p-value and of the deviances. */
    private static final int ESTIMATE_DIGITS = 4;

    private static final int P_DIGITS = 3;
    private static final int DEVIANCE_DIGITS = 5;

    private static final int Z_DECIMALS = 3;

    /** With more decimals than this a table is written in powers of ten. */
    private static final int MOST_DECIMALS = 9;

    /** Smaller p-values are written in powers of ten. */
    private static final double SMALL_P = 1e-4;

    /** The distance from 1 to the next double, below which R writes no p-value. */
    private static final double LEAST_P = 0x1p-52;

    private CoefficientTable() {}

    static String text(LogisticFit fit, Language language) {
        boolean tested = fit.ridge() == 0;
        StringBuilder text = new StringBuilder();
        text.append(language.pick("Coefficients:\n", "系数:\n"));
        appendColumns(text, columns(fit.coefficients(), tested, language));
        if (tested) {
            text.append("---\n")
                    .append(language.pick("Signif. codes:", "显著性标记:"))
                    .append("  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1\n");
        }
        text.append('\n');
        if (fit.standardErrorKind() != StandardErrorKind.INFORMATION) {
            appendNotes(text, fit, language);
        }
        appendDeviances(text, fit, language);
        return text.toString();
    }

    private static List<List<String>> columns(List<Coefficient> lines, boolean tested, Language language) {
        double[] both = DoubleStream.concat(
                        lines.stream().mapToDouble(Coefficient::estimate),
                        lines.stream().mapToDouble(Coefficient::standardError))
                .toArray();
        List<String> numbers = aligned(both, ESTIMATE_DIGITS, Integer.MAX_VALUE);
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("", lines.stream().map(Coefficient::name).toList()));
        columns.add(column(language.pick("Estimate", "估计值"), numbers.subList(0, lines.size())));
        columns.add(column(language.pick("Std. Error", "标准误"), numbers.subList(lines.size(), numbers.size())));
        if (tested) {
            double[] z = lines.stream().mapToDouble(Coefficient::z).toArray();
            double[] p = lines.stream().mapToDouble(Coefficient::pValue).toArray();
            columns.add(column(language.pick("z value", "z 值"), aligned(z, ESTIMATE_DIGITS, Z_DECIMALS)));
            columns.add(column("Pr(>|z|)", pValues(p)));
            columns.add(column(
                    "", DoubleStream.of(p).mapToObj(CoefficientTable::stars).toList()));
        }
        return columns;
    }

    private static List<String> column(String head, List<String> cells) {
        List<String> column = new ArrayList<>(cells.size() + 1);
        column.add(head);
        column.addAll(cells);
        return column;
    }

    /** Names and stars to the left, numbers to the right. */
    private static void appendColumns(StringBuilder text, List<List<String>> columns) {
        List<Integer> widths = columns.stream()
                .map(column ->
                        column.stream().mapToInt(CoefficientTable::width).max().orElse(0))
                .toList();
        for (int row = 0; row < columns.get(0).size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns.size(); c++) {
                String cell = columns.get(c).get(row);
                String gap = " ".repeat(widths.get(c) - width(cell));
                boolean left = c == 0 || c == 5;
                line.append(c == 0 ? "" : " ").append(left ? cell + gap : gap + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static void appendNotes(StringBuilder text, LogisticFit fit, Language language) {
        if (fit.ridge() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("Ridge penalty %s, %.2f effective parameters\n", "岭惩罚 %s,有效参数 %.2f 个\n"),
                    fit.ridge(),
                    fit.effectiveParameters()));
        }
        if (fit.weightOfLeft() != 1 || fit.weightOfStayed() != 1) {
            text.append(String.format(
                    Locale.ROOT,
                    language.pick("Class weights: stayed %.4f, left %.4f\n", "类别权重:留存 %.4f,流失 %.4f\n"),
                    fit.weightOfStayed(),
                    fit.weightOfLeft()));
        }
        text.append(language.pick("Standard errors: ", "标准误:"))
                .append(fit.standardErrorKind().displayName(language))
                .append("\n\n");
    }

    private static void appendDeviances(StringBuilder text, LogisticFit fit, Language language) {
        List<String> deviances =
                aligned(new double[] {fit.nullDeviance(), fit.deviance()}, DEVIANCE_DIGITS, Integer.MAX_VALUE);
        int width = deviances.stream().mapToInt(String::length).max().orElse(0);
        text.append(String.format(
                Locale.ROOT,
                language.pick(
                        "    Null deviance: %" + width + "s  on %d  degrees of freedom\n"
                                + "Residual deviance: %" + width + "s  on %d  degrees of freedom\n"
                                + "AIC: %s\n\nNumber of Newton steps: %d\n",
                        "零模型偏差: %" + width + "s  自由度 %d\n"
                                + "  残差偏差: %" + width + "s  自由度 %d\n"
                                + "AIC: %s\n\n牛顿迭代次数: %d\n"),
                deviances.get(0),
                fit.customers() - 1,
                deviances.get(1),
                fit.customers() - fit.coefficients().size(),
                aligned(new double[] {fit.aic()}, DEVIANCE_DIGITS, Integer.MAX_VALUE)
                        .get(0),
                fit.convergence().iterations()));
    }

    /** Numbers with the same decimals, as many as it takes to give each its significant digits. */
    private static List<String> aligned(double[] values, int digits, int mostDecimals) {
        int decimals = DoubleStream.of(values)
                .mapToInt(value -> decimals(value, digits))
                .max()
                .orElse(0);
        String format = decimals > MOST_DECIMALS && mostDecimals > MOST_DECIMALS
                ? "%." + (digits - 1) + "e"
                : "%." + Math.min(decimals, mostDecimals) + "f";
        return DoubleStream.of(values)
                .mapToObj(value -> String.format(Locale.ROOT, format, value))
                .toList();
    }

    /** The decimals it takes to write a number to some significant digits, without zeros at the end. */
    private static int decimals(double value, int digits) {
        if (value == 0) {
            return 0;
        }
        String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", Math.abs(value))
                .split("e", -1);
        String mantissa = parts[0].replaceAll("\\.?0*$", "");
        int behindPoint = Math.max(0, mantissa.length() - 2);
        return Math.max(0, behindPoint - Integer.parseInt(parts[1]));
    }

    private static List<String> pValues(double[] values) {
        double[] plain = DoubleStream.of(values).filter(p -> p >= SMALL_P).toArray();
        int decimals = DoubleStream.of(plain)
                .mapToInt(p -> decimals(p, P_DIGITS))
                .max()
                .orElse(0);
        return DoubleStream.of(values).mapToObj(p -> pValue(p, decimals)).collect(Collectors.toList());
    }

    private static String pValue(double p, int decimals) {
        if (p < LEAST_P) {
            return "< 2e-16";
        }
        return String.format(Locale.ROOT, p < SMALL_P ? "%." + (P_DIGITS - 1) + "e" : "%." + decimals + "f", p);
    }

    private static String stars(double p) {
        if (p <= 0.001) {
            return "***";
        }
        if (p <= 0.01) {
            return "**";
        }
        if (p <= 0.05) {
            return "*";
        }
        return p <= 0.1 ? "." : "";
    }

    /** Places on a screen: Chinese characters take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 2 : 1)
                .sum();
    }
}
