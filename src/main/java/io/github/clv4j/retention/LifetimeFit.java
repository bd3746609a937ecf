package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A lifetime distribution fitted by maximum likelihood.
 *
 * <p>The covariance of the estimates is the inverse of the observed information, taken by the logarithms of the parameters and
 * brought back by the delta method. Where the likelihood has no maximum but grows towards a {@linkplain #boundary()
 * boundary}, there are no standard errors, and the parameters are numbers far out on the way there.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the distribution
 */
public final class LifetimeFit<T extends LifetimeDistribution> {

    private final T distribution;
    private final ImmutableList<String> names;
    private final double[] estimates;
    private final double[][] covariance;
    private final double logLikelihood;
    private final double customers;
    private final double leavers;
    private final int iterations;
    private final double largestGradient;
    private final Optional<LifetimeBoundary> boundary;

    /** The fit at a place, whose covariance by logarithms there is unless the fit ends at a boundary. */
    LifetimeFit(
            T distribution,
            List<String> names,
            LikelihoodAscent.Place place,
            double customers,
            double leavers,
            Optional<LifetimeBoundary> boundary) {
        this.distribution = distribution;
        this.names = ImmutableList.copyOf(names);
        this.estimates = Arrays.stream(place.logs()).map(StrictMath::exp).toArray();
        this.covariance =
                covariance(boundary.isPresent() ? Optional.empty() : LikelihoodAscent.covariance(place), estimates);
        this.logLikelihood = place.value();
        this.customers = customers;
        this.leavers = leavers;
        this.iterations = place.iterations();
        this.largestGradient =
                Arrays.stream(place.gradient()).map(Math::abs).max().orElse(0);
        this.boundary = boundary;
    }

    /** The fit of one parameter that has a closed form. */
    LifetimeFit(
            T distribution,
            String name,
            double estimate,
            double variance,
            double logLikelihood,
            double customers,
            double leavers) {
        this.distribution = distribution;
        this.names = ImmutableList.of(name);
        this.estimates = new double[] {estimate};
        this.covariance = new double[][] {{variance}};
        this.logLikelihood = logLikelihood;
        this.customers = customers;
        this.leavers = leavers;
        this.iterations = 0;
        this.largestGradient = 0;
        this.boundary = Optional.empty();
    }

    private static double[][] covariance(Optional<double[][]> byLogs, double[] estimates) {
        int size = estimates.length;
        double[][] covariance = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                covariance[j][k] = byLogs.isPresent() ? byLogs.get()[j][k] * estimates[j] * estimates[k] : Double.NaN;
            }
        }
        return covariance;
    }

    /**
     * The distribution fitted.
     *
     * @return the distribution with the estimates as its parameters
     */
    public T distribution() {
        return distribution;
    }

    /**
     * What the parameters are called.
     *
     * @return the names of the components of the distribution, in its order
     */
    public List<String> parameterNames() {
        return names;
    }

    /**
     * The estimates.
     *
     * @return one for each parameter, in the order of their names
     */
    public double[] estimates() {
        return estimates.clone();
    }

    /**
     * How far the estimates may be off.
     *
     * @return the standard error of each parameter, in the order of their names; NaN where there is none, as at a boundary
     */
    public double[] standardErrors() {
        double[] errors = new double[estimates.length];
        Arrays.setAll(errors, j -> StrictMath.sqrt(covariance[j][j]));
        return errors;
    }

    /**
     * The covariance of the estimates.
     *
     * @return a square matrix in the order of the names; NaN where there is none, as at a boundary
     */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The log-likelihood at the estimates.
     *
     * @return natural logarithm; of probabilities for lifetimes in whole periods, of densities for others
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Akaike's criterion.
     *
     * @return {@code 2 k - 2 log-likelihood} for k parameters; lower is better, between fits of the same data
     */
    public double aic() {
        return 2 * estimates.length - 2 * logLikelihood;
    }

    /**
     * Schwarz's criterion.
     *
     * @return {@code k log(customers) - 2 log-likelihood} for k parameters
     */
    public double bic() {
        return estimates.length * StrictMath.log(customers) - 2 * logLikelihood;
    }

    /**
     * How many customers it was fitted on.
     *
     * @return their number, above 0; a fraction where shares were given
     */
    public double customers() {
        return customers;
    }

    /**
     * How many of them left.
     *
     * @return their number, above 0
     */
    public double leavers() {
        return leavers;
    }

    /**
     * How many steps the fit took.
     *
     * @return the number of Newton steps; 0 where the estimate has a closed form
     */
    public int iterations() {
        return iterations;
    }

    /**
     * How flat the likelihood is at the estimates.
     *
     * @return the largest component of the gradient of the log-likelihood by the logarithms of the parameters, in absolute
     *     value; 0 where the estimate has a closed form
     */
    public double largestGradient() {
        return largestGradient;
    }

    /**
     * Whether the likelihood has no maximum at finite parameters.
     *
     * @return what it grows towards, and what to use instead; empty where the estimates are a maximum
     */
    public Optional<LifetimeBoundary> boundary() {
        return boundary;
    }

    /**
     * The fit for people.
     *
     * @param language the language of the text
     * @return lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        String format = language.pick("%s: %s customers, %s left\n", "%s:客户 %s 名,流失 %s 名\n");
        LifetimeModel model = LifetimeModel.of(distribution);
        line(text, format, model.displayName(language), count(customers), count(leavers));
        double[] errors = standardErrors();
        for (int j = 0; j < estimates.length; j++) {
            line(
                    text,
                    language.pick("  %-14s %12.6g  standard error %s\n", "  %-14s %12.6g  标准误 %s\n"),
                    names.get(j),
                    estimates[j],
                    Double.isNaN(errors[j])
                            ? language.pick("none", "无")
                            : String.format(Locale.ROOT, "%.4g", errors[j]));
        }
        line(
                text,
                language.pick("  log-likelihood %.6f, AIC %.3f, BIC %.3f\n", "  对数似然 %.6f,AIC %.3f,BIC %.3f\n"),
                logLikelihood,
                aic(),
                bic());
        boundary.ifPresent(b -> line(
                text,
                language.pick("  no maximum at finite parameters (%s): %s\n", "  似然在有限参数处没有最大值(%s):%s\n"),
                b.displayName(language),
                b.advice(language)));
        return text.toString();
    }

    private static String count(double number) {
        return number == StrictMath.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.1f", number);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    @Override
    public String toString() {
        return "LifetimeFit[" + distribution + ", logLikelihood=" + logLikelihood
                + boundary.map(b -> ", boundary=" + b).orElse("") + "]";
    }
}
