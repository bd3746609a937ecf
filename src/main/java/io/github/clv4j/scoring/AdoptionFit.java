package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.Convergence;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.value.AdoptionModel;

/**
 * The result of fitting who holds a service. Immutable and thread-safe.
 *
 * @param model the adoption model fitted
 * @param convergence how the fit ended
 * @param customers how many customers it was fitted on, all of them eligible
 * @param holders how many of them hold the service
 */
public record AdoptionFit(AdoptionModel model, Convergence convergence, int customers, int holders) {

    /** The same regression, with holding a service as its outcome instead of leaving. */
    static AdoptionFit of(LogisticFit fit) {
        ChurnModel fitted = fit.model();
        return new AdoptionFit(
                AdoptionModel.of(fitted.features(), fitted.intercept(), fitted.coefficients(), fitted.means()),
                fit.convergence(),
                fit.customers(),
                fit.churned());
    }
}
