package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.segment.TiedCut;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fitted model and what there is to know about its fit. Immutable and thread-safe.
 *
 * @param model the model
 * @param provenance which customers it was fitted on
 * @param adoption the fits of who holds a service, by the name of each service whose probability is that of a
 *     logistic model
 * @param churn the fit of the churn model, before a recalibration; empty where the churn probability is given
 * @param churnEvaluation how good the churn model is on the customers the plan holds out; empty where it holds out nobody
 * @param survival the fits of the survival curves, one for all customers or one for each group; none where the plan has none
 * @param warnings the axes on which ties put more than 60 % of the customers high
 * @param failures the customers left out of the fit, or of the churn model, because a value cannot be used
 */
public record ScoringFit(
        ScoringModel model,
        FitProvenance provenance,
        Map<String, AdoptionFit> adoption,
        Optional<LogisticFit> churn,
        Optional<ChurnEvaluation> churnEvaluation,
        List<SurvivalFit> survival,
        List<TiedCut> warnings,
        List<RowFailure> failures) {

    /**
     * Keeps copies of the map, in its order, and the lists.
     *
     * @param model the model
     * @param provenance which customers it was fitted on
     * @param adoption the fits of who holds a service, by the name of each service whose probability is that of a
     *     logistic model
     * @param churn the fit of the churn model, before a recalibration; empty where the churn probability is given
     * @param churnEvaluation how good the churn model is on the customers the plan holds out; empty where it holds out nobody
     * @param survival the fits of the survival curves, one for all customers or one for each group; none where the plan has none
     * @param warnings the axes on which ties put more than 60 % of the customers high
     * @param failures the customers left out of the fit, or of the churn model, because a value cannot be used
     */
    public ScoringFit {
        adoption = ImmutableMap.copyOf(adoption);
        survival = List.copyOf(survival);
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }
}
