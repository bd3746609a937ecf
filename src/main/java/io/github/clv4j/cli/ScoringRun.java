package io.github.clv4j.cli;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;

/** A plan fitted to some customers, and the customers scored with it: what the demo and the score command share. */
record ScoringRun(ScoringFit fit, ScoredCustomers scored) {

    static ScoringRun of(ScoringPlan plan, CustomerColumns toFit, CustomerColumns toScore) {
        ScoringFit fit = plan.fit(toFit);
        return new ScoringRun(fit, fit.model().score(toScore));
    }
}
