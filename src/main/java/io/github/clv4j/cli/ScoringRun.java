package io.github.clv4j.cli;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.Optional;

/**
 * Customers scored, and the fit of the model they were scored with, unless it was fitted before.
 *
 * @param scored the customers
 * @param fit the fit, if there was one
 */
record ScoringRun(ScoredCustomers scored, Optional<ScoringFit> fit) {

    static ScoringRun of(ScoringPlan plan, CustomerColumns toFit, CustomerColumns toScore) {
        ScoringFit fit = plan.fit(toFit);
        return new ScoringRun(fit.model().score(toScore), Optional.of(fit));
    }
}
