package io.github.clv4j.cli;

import io.github.clv4j.json.FitDraw;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.List;
import java.util.Optional;

/**
 * What customers are scored with.
 *
 * @param model the model
 * @param fitted its fit, unless it was fitted before
 */
record ScoringRun(ScoringModel model, Optional<Fitted> fitted) {

    /**
     * A fit, and whom it was made of.
     *
     * @param fit the fit
     * @param customers the customers
     * @param draw how they were drawn, if they were
     */
    record Fitted(ScoringFit fit, FitCustomers customers, Optional<FitDraw> draw) {}

    static ScoringRun of(ScoringModel model) {
        return new ScoringRun(model, Optional.empty());
    }

    static ScoringRun fit(ScoringPlan plan, CustomerSource source, Optional<FitSample> sample) {
        FitCustomers customers = sample.isEmpty()
                        && FitChunks.areTooMany(source, Runtime.getRuntime().maxMemory())
                ? new FitChunks(source)
                : CustomerTable.toFit(source, sample);
        ScoringFit fit = customers.fit(plan);
        Optional<FitDraw> draw = sample.map(FitSample::draw);
        return new ScoringRun(fit.model(), Optional.of(new Fitted(fit, customers, draw)));
    }

    Optional<ScoringFit> fit() {
        return fitted.map(Fitted::fit);
    }

    /** What is wrong with the customers of the fit, in the order of the file. */
    List<CustomerFailure> failures() {
        return fitted.map(found -> found.customers().failures(found.fit().failures()))
                .orElse(List.of());
    }
}
