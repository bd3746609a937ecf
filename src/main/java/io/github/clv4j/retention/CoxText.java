package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;

/** A Cox regression for people. */
final class CoxText {

    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private CoxText(Language language) {
        this.language = language;
    }

    static String of(CoxFit fit, Language language) {
        CoxText text = new CoxText(language);
        text.line(
                "%,d customers, %,d left, ties by %s\n",
                "%,d 个客户,其中 %,d 个离开,结的处理:%s\n",
                fit.customers(),
                fit.leavers(),
                fit.ties().displayName(language));
        TextTable table = new TextTable();
        table.row("", "coef", "exp(coef)", "se(coef)", "z", "p", "");
        fit.coefficients().forEach(coefficient -> table.row(row(coefficient)));
        table.appendTo(text.text);
        text.line("concordance %.4f\n", "一致性指数 %.4f\n", fit.concordance());
        text.test("likelihood ratio test", "似然比检验", fit.likelihoodRatioTest());
        text.test("Wald test", "Wald 检验", fit.waldTest());
        text.test("score (log-rank) test", "得分(对数秩)检验", fit.scoreTest());
        return text.text.toString();
    }

    private static List<String> row(CoxCoefficient coefficient) {
        return List.of(
                coefficient.feature(),
                cell("%.5f", coefficient.estimate()),
                cell("%.5f", StrictMath.exp(coefficient.estimate())),
                cell("%.5f", coefficient.standardError()),
                cell("%.3f", coefficient.z()),
                p(coefficient.test()),
                "");
    }

    private static String cell(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void test(String english, String chinese, ChiSquareTest test) {
        line(
                english + " %,.2f on %d df, p = %s\n",
                chinese + " %,.2f,自由度 %d,p = %s\n",
                test.chiSquare(),
                test.degreesOfFreedom(),
                p(test));
    }

    /** A p value with three digits, also where it is too small for a double. */
    static String p(ChiSquareTest test) {
        double log = test.log10PValue();
        if (log > -3) {
            return String.format(Locale.ROOT, "%.4f", test.pValue());
        }
        double exponent = StrictMath.floor(log);
        String mantissa = String.format(Locale.ROOT, "%.2f", StrictMath.pow(10, log - exponent));
        return mantissa.equals("10.00")
                ? String.format(Locale.ROOT, "1.00e%.0f", exponent + 1)
                : String.format(Locale.ROOT, "%se%.0f", mantissa, exponent);
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }
}
