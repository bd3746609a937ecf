package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.BudgetTerms;
import io.github.clv4j.retention.BudgetPlan;
import io.github.clv4j.retention.BudgetSplit;
import java.util.Locale;

/** The use of a retention budget for people. Names stand after the numbers, so that these align in any language. */
final class BudgetText {

    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private BudgetText(Language language) {
        this.language = language;
    }

    static String of(BudgetTerms terms, BudgetPlan plan, Language language) {
        BudgetText text = new BudgetText(language);
        BudgetSplit split = plan.split();
        int scored = terms.customers() - terms.withoutScore();
        text.line(
                "budget %,.2f, effect %s, %,d %s with a score%n",
                "预算 %,.2f,效果 %s,有评分的客户 %,d 个%n",
                terms.amount(),
                Double.toString(terms.effect()),
                scored,
                scored == 1 ? "customer" : "customers");
        text.line("customers, spent, expected gain%n", "客户数、花费、预期收益%n");
        text.row(plan.customers(), plan.spent(), plan.gain(), "to contact", "建议联系");
        text.row(split.customers(), split.spent(), split.gain(), "best with parts of customers", "允许部分客户的最优解");
        if (plan.isOptimal()) {
            text.line("no choice of customers gains more%n", "没有更好的客户组合%n");
        } else {
            text.line(
                    "no choice of customers gains more than %,.2f, which is %,.2f above this one%n",
                    "任何客户组合的收益不超过 %,.2f,比此方案最多高 %,.2f%n", plan.bound(), plan.gap());
        }
        text.line(
                "the next unit of money would gain %,.2f, its own cost paid%n",
                "预算每再增加一个货币单位,扣除自身后可增加收益 %,.2f%n", split.marginalReturn());
        return text.text.toString();
    }

    private void row(int customers, double spent, double gain, String english, String chinese) {
        text.append(String.format(
                Locale.ROOT, "%,9d%,16.2f%,16.2f  %s%n", customers, spent, gain, language.pick(english, chinese)));
    }

    private void line(String english, String chinese, Object... values) {
        text.append(String.format(Locale.ROOT, language.pick(english, chinese), values));
    }
}
