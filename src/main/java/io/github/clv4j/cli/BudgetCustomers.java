package io.github.clv4j.cli;

import com.google.common.base.Strings;
import io.github.clv4j.retention.BudgetPlan;
import io.github.clv4j.retention.RetentionBudget;
import io.github.clv4j.retention.RetentionOffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers a budget may be spent on: their places in the file, and what is known of each. */
final class BudgetCustomers {

    private final int[] rows;
    private final double[] churn;
    private final double[] value;
    private final double[] cost;

    /** Keeps the arrays, all of one length. */
    BudgetCustomers(int[] rows, double[] churn, double[] value, double[] cost) {
        this.rows = rows;
        this.churn = churn;
        this.value = value;
        this.cost = cost;
    }

    int size() {
        return rows.length;
    }

    RetentionBudget budget(double effect) {
        return RetentionBudget.of(churn, value, cost, effect);
    }

    /** All customers of the file as the columns of a table: what is known of each, and whether to contact it. */
    List<Column> columns(ScoredFile scored, double effect, BudgetPlan plan) {
        @Nullable String[] ids = new @Nullable String[scored.customers()];
        Arrays.setAll(ids, row -> Strings.emptyToNull(scored.id(row)));
        return List.of(
                Column.texts(ScoredFile.ID, ids),
                Column.numbers("churn_probability", placed(churn, ids.length)),
                Column.numbers("value", placed(value, ids.length)),
                Column.numbers("cost", placed(cost, ids.length)),
                Column.numbers("break_even_spend", placed(breakEvenSpends(effect), ids.length)),
                Column.numbers("expected_gain", placed(gains(effect), ids.length)),
                Column.texts("contact", contacts(plan, ids.length)));
    }

    private double[] breakEvenSpends(double effect) {
        double[] spends = new double[rows.length];
        RetentionOffer.of(effect, 0).breakEvenSpend(churn, value, 0, rows.length, spends);
        return spends;
    }

    private double[] gains(double effect) {
        double[] gains = new double[rows.length];
        Arrays.setAll(gains, i -> RetentionOffer.of(effect, cost[i]).gain(churn[i], value[i]));
        return gains;
    }

    /** Nothing is decided about a customer who is not among these. */
    private @Nullable String[] contacts(BudgetPlan plan, int customers) {
        @Nullable String[] contacts = new @Nullable String[customers];
        for (int row : rows) {
            contacts[row] = "no";
        }
        for (int place : plan.chosen()) {
            contacts[rows[place]] = "yes";
        }
        return contacts;
    }

    private double[] placed(double[] values, int customers) {
        double[] column = new double[customers];
        Arrays.fill(column, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            column[rows[i]] = values[i];
        }
        return column;
    }
}
