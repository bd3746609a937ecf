package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.Recalibration;
import java.util.List;
import java.util.Optional;

/**
 * The fit of the churn model of a plan. With a holdout the model is first fitted on the others and judged on those held
 * out, and then fitted again on all whose outcome is known; that one is the model. Only where it is recalibrated on the
 * customers held out it is the first one, since the correction is that of this model. Immutable and thread-safe.
 *
 * @param fit the fit of the model, before a recalibration
 * @param model the model: that of the fit, recalibrated if the plan asks for it
 * @param recalibration the correction of its probabilities, if there is one
 * @param evaluation how good the model is: on the customers held out, or, where there are none, in-sample. It is that of the
 *     model before a correction to another churn rate than that of the customers of the fit, or one that was found on the
 *     customers held out
 * @param failures the customers left out because a value cannot be used
 */
public record ChurnFit(
        LogisticFit fit,
        ChurnModel model,
        Optional<Recalibration> recalibration,
        ChurnEvaluation evaluation,
        List<RowFailure> failures) {

    /**
     * Keeps a copy of the list.
     *
     * @param fit the fit of the model, before a recalibration
     * @param model the model: that of the fit, recalibrated if the plan asks for it
     * @param recalibration the correction of its probabilities, if there is one
     * @param evaluation how good the model is
     * @param failures the customers left out because a value cannot be used
     */
    public ChurnFit {
        failures = List.copyOf(failures);
    }

    ChurnFit withFailures(List<RowFailure> found) {
        return new ChurnFit(fit, model, recalibration, evaluation, found);
    }
}
