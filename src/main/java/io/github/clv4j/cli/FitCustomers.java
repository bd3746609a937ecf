package io.github.clv4j.cli;

import io.github.clv4j.loyalty.LoyaltyValidation;
import io.github.clv4j.scoring.RowFailure;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.List;

/** The customers of a file that a plan is fitted to: in memory, or read in chunks as often as the fit asks. */
interface FitCustomers {

    /** Fits a plan; whatever the fit refuses is said with the file, and with what could not be read of it. */
    ScoringFit fit(ScoringPlan plan);

    /**
     * What is wrong with these customers, in the order of the file. Of a row that could not be read only that is said: what
     * follows from it is no news.
     *
     * @param found what a fit says of them
     */
    List<CustomerFailure> failures(List<RowFailure> found);

    /** Whether the loyalty index of a model tells who of the customers leaves. */
    LoyaltyValidation validateLoyalty(ScoringModel model, String outcome);
}
