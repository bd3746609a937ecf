package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.BudgetTerms;
import io.github.clv4j.retention.RetentionBudget;
import org.junit.jupiter.api.Test;

class BudgetTextTest {

    private static String text(int customers, int withoutScore, Language language) {
        RetentionBudget budget = RetentionBudget.of(new double[] {0.5}, new double[] {100}, 1, 0.2);
        BudgetTerms terms = new BudgetTerms(customers, withoutScore, 1000, 0.2);
        return BudgetText.of(terms, budget.plan(1000), language);
    }

    @Test
    void oneIsNoPlural() {
        assertThat(text(4, 3, Language.ENGLISH)).startsWith("budget 1,000.00, effect 0.2, 1 customer with a score\n");
        assertThat(text(4, 1, Language.ENGLISH)).startsWith("budget 1,000.00, effect 0.2, 3 customers with a score\n");
        assertThat(text(1234, 0, Language.CHINESE)).startsWith("预算 1,000.00,效果 0.2,有评分的客户 1,234 个\n");
    }
}
