package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/** The summary of a logistic regression for people, as R prints {@code summary(glm)}. */
final class LogisticText {

    private static final int DEVIANCE_DIGITS = 5;

    private LogisticText() {}

    static String of(LogisticFit fit, Language language) {
        StringBuilder text = new StringBuilder();
        CoefficientTable.append(
                text,
                fit.coefficients().stream()
                        .map(c ->
                                new CoefficientTable.Row(c.name(), c.estimate(), c.standardError(), c.z(), c.pValue()))
                        .toList(),
                "z",
                language);
        text.append('\n');
        if (fit.standardErrorKind() != StandardErrorKind.INFORMATION) {
            appendNotes(text, fit, language);
        }
        appendDeviances(text, fit, language);
        return text.toString();
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
        List<String> deviances = RNumbers.column(new double[] {fit.nullDeviance(), fit.deviance()}, DEVIANCE_DIGITS);
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
                RNumbers.number(fit.aic(), DEVIANCE_DIGITS),
                fit.convergence().iterations()));
    }
}
