package io.github.clv4j.cli;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Customers scored, and the fit of the model they were scored with, unless it was fitted before.
 *
 * @param scored the customers
 * @param fit the fit, if there was one
 */
record ScoringRun(ScoredCustomers scored, Optional<ScoringFit> fit) {

    private static final double[] NONE = {};

    /** How many customers have a score, but no loyalty index where the model has one: their loyalty is another thing. */
    int withoutIndex() {
        double[] coverages = scored.loyaltyCoverages().orElse(NONE);
        double[] indices = scored.loyaltyIndices().orElse(NONE);
        return (int) IntStream.range(0, coverages.length)
                .filter(i -> !Double.isNaN(coverages[i]) && Double.isNaN(indices[i]))
                .count();
    }

    static ScoringRun of(ScoringPlan plan, CustomerColumns toFit, CustomerColumns toScore) {
        ScoringFit fit = plan.fit(toFit);
        return new ScoringRun(fit.model().score(toScore), Optional.of(fit));
    }
}
