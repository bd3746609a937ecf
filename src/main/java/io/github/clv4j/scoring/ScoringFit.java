package io.github.clv4j.scoring;

import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.segment.TiedCut;
import java.util.List;
import java.util.Optional;

/**
 * A fitted model and what there is to know about its fit. Immutable and thread-safe.
 *
 * @param model the model
 * @param provenance which customers it was fitted on
 * @param churn the fit of the churn model; empty where the churn probability is given
 * @param warnings the axes on which ties put more than 60 % of the customers high
 * @param failures the customers left out of the fit, or of the churn model, because a value cannot be used
 */
public record ScoringFit(
        ScoringModel model,
        FitProvenance provenance,
        Optional<LogisticFit> churn,
        List<TiedCut> warnings,
        List<RowFailure> failures) {

    /**
     * Keeps copies of the lists.
     *
     * @param model the model
     * @param provenance which customers it was fitted on
     * @param churn the fit of the churn model; empty where the churn probability is given
     * @param warnings the axes on which ties put more than 60 % of the customers high
     * @param failures the customers left out of the fit, or of the churn model, because a value cannot be used
     */
    public ScoringFit {
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }
}
