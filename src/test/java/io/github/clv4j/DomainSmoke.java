package io.github.clv4j;

import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.List;

/** A program that fits and scores with every package of the domain, to be run with little on the class path. */
public final class DomainSmoke {

    private DomainSmoke() {}

    /**
     * Prints a segment and whether the fit converged.
     *
     * @param args none
     */
    public static void main(String[] args) {
        double[] profit = new double[50];
        double[] left = new double[50];
        Arrays.setAll(profit, i -> i % 13);
        Arrays.setAll(left, i -> (i * i % 7) % 2);
        ScoringFit fit = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .churn(ChurnPlan.logistic("left", List.of("profit")))
                .build()
                .fit(CustomerColumns.builder(50)
                        .number("profit", profit)
                        .number("left", left)
                        .build());
        System.out.println(fit.model().score(new double[] {12}).segment() + " "
                + (fit.churn().orElseThrow().convergence().iterations() < 10));
    }
}
