package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.retention.LikelihoodAscent.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fits of lifetime distributions by maximum likelihood.
 *
 * <pre>
 *   whole periods   LL = sum over t of lost(t) log h(t) + kept(t) log r(t)          h = 1 - r, the hazard of period t
 *   any moment      LL = sum over leavers of log(hazard rate at t) - sum over all of H(t) - H(entry)      H = -log S
 * </pre>
 *
 * <p>Customers still there are censored: they count for the time they were watched. Those watched from an entry time on are
 * counted from there. The maximum is found by Newton steps on the logarithms of the parameters with analytic derivatives;
 * what is left of a last step is of the order of its square, below 1e-10 standard errors.
 *
 * <p>A likelihood that has its maximum at no finite parameters is no error: the {@linkplain LifetimeFit#boundary() fit says
 * so}. A table in which nobody left has no estimate.
 *
 * <p>Stateless and thread-safe.
 */
public final class LifetimeFits {

    private static final List<String> BETA = List.of("alpha", "beta");
    private static final List<String> DISCRETE = List.of("rate", "exponent");
    private static final List<String> BETA_WEIBULL = List.of("alpha", "beta", "exponent");

    /** a + b of a lifetime that stands for one of customers all alike, and 1 / that of its opposite. */
    private static final double FAR_OUT = 1e8;

    /** With a + b above this the limit is taken unless it is visibly worse. */
    private static final double LARGE = 1e5;

    /** With a + b above this the likelihood is too flat to start on. */
    private static final double MODERATE = 100;

    /** A difference of log-likelihoods that no test would see. */
    private static final double VISIBLE = 1e-3;

    /** An exponent that nobody's customers have. */
    private static final double LARGE_EXPONENT = 5;

    /** A cumulative hazard that leaves one in two hundred million. */
    private static final double CERTAIN = 19;

    /** With an exponent above this, S is a power of time from the second period on, maximum or not. */
    private static final double HUGE_EXPONENT = 20;

    private LifetimeFits() {}

    /**
     * Fits a geometric lifetime: the share kept of those watched.
     *
     * @param table the customers
     * @return the fit; a retention rate of 0 where everybody was lost in the first period
     * @throws FitException if nobody was lost
     */
    public static LifetimeFit<GeometricLifetime> geometric(CohortTable table) {
        double lost = requireLeavers(table);
        double watched = lost + keptOf(table);
        double retention = (watched - lost) / watched;
        GeometricLifetime lifetime = new GeometricLifetime(retention);
        return new LifetimeFit<>(
                lifetime,
                "retentionRate",
                retention,
                retention * (1 - retention) / watched,
                PeriodLikelihood.of(table, lifetime, 0),
                table.customers(),
                lost);
    }

    private static double keptOf(CohortTable table) {
        double kept = 0;
        for (int t = 1; t <= table.periods(); t++) {
            kept += table.kept(t);
        }
        return kept;
    }

    /**
     * Fits a shifted beta geometric lifetime.
     *
     * @param table the customers, watched in at least two periods
     * @return the fit
     * @throws IllegalArgumentException if nobody was watched in a second period
     * @throws FitException if nobody was lost, or no maximum was found
     */
    public static LifetimeFit<ShiftedBetaGeometric> shiftedBetaGeometric(CohortTable table) {
        requirePeriods(table, 2);
        if (isFirstPeriodOnly(table)) {
            return betaGeometricLimit(table, LifetimeBoundary.FIRST_PERIOD_ONLY);
        }
        Place place = betaGeometric(table);
        double gain = place.value() - geometric(table).logLikelihood();
        if (place.isSettled() && isApart(place, gain)) {
            return fit(new ShiftedBetaGeometric(place.parameter(0), place.parameter(1)), BETA, place, table);
        }
        if (!isApart(place, gain)) {
            return betaGeometricLimit(table, LifetimeBoundary.HOMOGENEOUS);
        }
        throw notFound(BETA);
    }

    /** Whether a fit of customers who differ is to be told from that of customers all alike. */
    private static boolean isApart(Place place, double gain) {
        return gain > (size(place) < LARGE ? 0 : VISIBLE);
    }

    private static Place betaGeometric(CohortTable table) {
        return LikelihoodAscent.from(startOf(table), new PeriodLikelihood(table, BetaGeometricRetention::new));
    }

    private static double[] startOf(CohortTable table) {
        double retention = geometric(table).distribution().retentionRate();
        return new double[] {0, StrictMath.log(retention / (1 - retention))};
    }

    private static LifetimeFit<ShiftedBetaGeometric> betaGeometricLimit(CohortTable table, LifetimeBoundary boundary) {
        boolean alike = boundary == LifetimeBoundary.HOMOGENEOUS;
        double retention = alike ? geometric(table).distribution().retentionRate() : firstRetention(table);
        double size = alike ? FAR_OUT : 1 / FAR_OUT;
        double[] logs = {StrictMath.log((1 - retention) * size), StrictMath.log(retention * size)};
        Place place = at(logs, table, BetaGeometricRetention::new);
        return limit(new ShiftedBetaGeometric(place.parameter(0), place.parameter(1)), BETA, place, table, boundary);
    }

    /**
     * Fits a discrete Weibull lifetime.
     *
     * @param table the customers, watched in at least two periods
     * @return the fit
     * @throws IllegalArgumentException if nobody was watched in a second period
     * @throws FitException if nobody was lost, or no maximum was found
     */
    public static LifetimeFit<DiscreteWeibull> discreteWeibull(CohortTable table) {
        requirePeriods(table, 2);
        Optional<LifetimeBoundary> boundary = weibullBoundary(table);
        Place place = boundary.isPresent()
                ? at(weibullLimit(table, boundary.get()), table, () -> new WeibullRetention(1))
                : weibull(table);
        if (boundary.isEmpty() && (!place.isSettled() || losesAllAtLast(table, place))) {
            boundary = Optional.of(lastPeriod(table, place, 1).orElseThrow(() -> notFound(DISCRETE)));
        }
        return new LifetimeFit<>(
                new DiscreteWeibull(place.parameter(0), place.parameter(1)),
                DISCRETE,
                place,
                table.customers(),
                table.leavers(),
                boundary);
    }

    /** Whether S at the end is 0 but for rounding, where the likelihood is flat however it got there. */
    private static boolean losesAllAtLast(CohortTable table, Place place) {
        int last = lastWatched(table);
        double hazard = place.parameter(0) * StrictMath.pow(last, place.parameter(1));
        return table.kept(last) == 0 && hazard > CERTAIN;
    }

    /** Whether the exponent grew as everybody was lost in the last period. */
    private static Optional<LifetimeBoundary> lastPeriod(CohortTable table, Place place, int exponent) {
        boolean steep = place.parameter(exponent) > LARGE_EXPONENT || (exponent == 1 && losesAllAtLast(table, place));
        boolean everybody = table.kept(lastWatched(table)) == 0 && steep;
        return everybody ? Optional.of(LifetimeBoundary.LAST_PERIOD) : Optional.empty();
    }

    private static Place weibull(CohortTable table) {
        double unit = lastWatched(table);
        double retention = geometric(table).distribution().retentionRate();
        double[] start = {StrictMath.log(-unit * StrictMath.log(Math.max(retention, 0x1p-10))), 0};
        PeriodLikelihood likelihood = new PeriodLikelihood(table, () -> new WeibullRetention(unit));
        return inPeriods(LikelihoodAscent.from(start, likelihood), unit);
    }

    /** The place by the rate of one period instead of that of a unit of several, {@code rate x unit^c}. */
    private static Place inPeriods(Place place, double unit) {
        double slope = place.parameter(1) * StrictMath.log(unit); // of the log rate of the unit in log c
        double[] logs = {place.logs()[0] - slope, place.logs()[1]};
        double[] gradient = place.gradient();
        double[][] h = place.hessian();
        double mixed = h[0][1] + slope * h[0][0];
        double last = h[1][1] + slope * (2 * h[0][1] + slope * h[0][0] + gradient[0]);
        return new Place(
                logs,
                place.value(),
                new double[] {gradient[0], gradient[1] + slope * gradient[0]},
                new double[][] {{h[0][0], mixed}, {mixed, last}},
                place.iterations(),
                place.isSettled());
    }

    private static double[] weibullLimit(CohortTable table, LifetimeBoundary boundary) {
        if (boundary == LifetimeBoundary.FIRST_PERIOD_ONLY) {
            return new double[] {StrictMath.log(-StrictMath.log(firstRetention(table))), StrictMath.log(1 / FAR_OUT)};
        }
        // next to nobody is lost before the last period; in it the share that was, or where that is all, next to all
        int end = lastWatched(table);
        double last = StrictMath.log(end);
        double before = StrictMath.log(end - 1);
        double exponent = Math.min(24 / (last - before), 30 / last); // or q is 1 but for rounding
        double kept = table.kept(end) / (table.kept(end) + table.lost(end));
        double rate =
                kept == 0 ? -exponent * (last + before) / 2 : StrictMath.log(-StrictMath.log(kept)) - exponent * last;
        return new double[] {rate, StrictMath.log(exponent)};
    }

    /**
     * Fits a beta discrete Weibull lifetime.
     *
     * @param table the customers, watched in at least three periods
     * @return the fit
     * @throws IllegalArgumentException if nobody was watched in a third period
     * @throws FitException if nobody was lost, or no maximum was found
     */
    public static LifetimeFit<BetaDiscreteWeibull> betaDiscreteWeibull(CohortTable table) {
        requirePeriods(table, 3);
        Optional<LifetimeBoundary> known = weibullBoundary(table);
        if (known.isPresent()) {
            return betaWeibullLimit(table, weibullLimit(table, known.get()), known.get());
        }
        Place alike = weibull(table);
        Place place = better(betaWeibull(table, startWithoutAgeing(table)), () -> betaWeibull(table, moderate(alike)));
        boolean apart = !alike.isSettled() || isApart(place, place.value() - alike.value());
        if (place.isSettled() && apart && place.parameter(2) < HUGE_EXPONENT) {
            return fit(betaDiscreteWeibull(place), BETA_WEIBULL, place, table);
        }
        if (!apart) {
            return betaWeibullLimit(table, alike.logs(), LifetimeBoundary.HOMOGENEOUS);
        }
        Optional<LifetimeBoundary> last = lastPeriod(table, place, 2);
        if (last.isPresent() || place.parameter(2) > LARGE_EXPONENT) {
            return limit(
                    betaDiscreteWeibull(place), BETA_WEIBULL, place, table, last.orElse(LifetimeBoundary.POWER_TAIL));
        }
        throw notFound(BETA_WEIBULL);
    }

    private static Place betaWeibull(CohortTable table, double[] start) {
        return LikelihoodAscent.from(start, new PeriodLikelihood(table, BetaWeibullRetention::new));
    }

    /** The shifted beta geometric fit, or where its customers are too much alike to start from, a moderate one. */
    private static double[] startWithoutAgeing(CohortTable table) {
        Place place = betaGeometric(table);
        double[] logs = place.isSettled() && size(place) < MODERATE ? place.logs() : startOf(table);
        return new double[] {logs[0], logs[1], 0};
    }

    /** A discrete Weibull lifetime with some difference between customers. */
    private static double[] moderate(Place weibull) {
        double rate = weibull.parameter(0);
        double size = StrictMath.log(3);
        return new double[] {
            StrictMath.log(-StrictMath.expm1(-rate)) + size, size - rate, Math.min(weibull.logs()[1], 1)
        };
    }

    private static double[] alike(double[] weibull) {
        double rate = StrictMath.exp(weibull[0]);
        double size = StrictMath.log(FAR_OUT) + Math.max(0, -weibull[0]); // large beside the powers of time too
        return new double[] {StrictMath.log(-StrictMath.expm1(-rate)) + size, size - rate, weibull[1]};
    }

    private static Place better(Place first, Supplier<Place> other) {
        if (first.isSettled()) {
            return first;
        }
        Place second = other.get();
        return second.isSettled() || second.value() > first.value() ? second : first;
    }

    private static BetaDiscreteWeibull betaDiscreteWeibull(Place place) {
        return new BetaDiscreteWeibull(place.parameter(0), place.parameter(1), place.parameter(2));
    }

    private static LifetimeFit<BetaDiscreteWeibull> betaWeibullLimit(
            CohortTable table, double[] weibull, LifetimeBoundary boundary) {
        Place place = at(alike(weibull), table, BetaWeibullRetention::new);
        return limit(betaDiscreteWeibull(place), BETA_WEIBULL, place, table, boundary);
    }

    /**
     * Fits an exponential lifetime: the leavers by the time all were watched.
     *
     * @param tenures the customers
     * @return the fit
     * @throws IllegalArgumentException if a customer left at time 0
     * @throws FitException if nobody left
     */
    public static LifetimeFit<ExponentialLifetime> exponential(ObservedTenures tenures) {
        TenureLikelihood likelihood = new TenureLikelihood(tenures);
        double leavers = likelihood.leavers();
        double rate = leavers / likelihood.watched();
        return new LifetimeFit<>(
                new ExponentialLifetime(rate),
                "hazardRate",
                rate,
                rate * rate / leavers,
                leavers * StrictMath.log(rate) - leavers,
                tenures.customers(),
                leavers);
    }

    /**
     * Fits a Weibull lifetime.
     *
     * @param tenures the customers
     * @return the fit
     * @throws IllegalArgumentException if a customer left at time 0
     * @throws FitException if nobody left, all left at the same latest time, or no maximum was found
     */
    public static LifetimeFit<WeibullLifetime> weibull(ObservedTenures tenures) {
        TenureLikelihood likelihood = new TenureLikelihood(tenures);
        likelihood.requireSpread();
        List<String> names = List.of("shape", "scale");
        Place place = LikelihoodAscent.from(likelihood.start(), likelihood);
        if (!place.isSettled()) {
            throw notFound(names);
        }
        Place scaled = likelihood.inPeriods(place);
        return new LifetimeFit<>(
                new WeibullLifetime(scaled.parameter(0), scaled.parameter(1)),
                names,
                scaled,
                tenures.customers(),
                likelihood.leavers(),
                Optional.empty());
    }

    private static <T extends LifetimeDistribution> LifetimeFit<T> fit(
            T lifetime, List<String> names, Place place, CohortTable table) {
        return new LifetimeFit<>(lifetime, names, place, table.customers(), table.leavers(), Optional.empty());
    }

    private static <T extends LifetimeDistribution> LifetimeFit<T> limit(
            T lifetime, List<String> names, Place place, CohortTable table, LifetimeBoundary boundary) {
        return new LifetimeFit<>(lifetime, names, place, table.customers(), table.leavers(), Optional.of(boundary));
    }

    private static Place at(double[] logs, CohortTable table, Supplier<PeriodLikelihood.LogRetention> model) {
        return LikelihoodAscent.at(logs, new PeriodLikelihood(table, model), 0, false);
    }

    private static double size(Place place) {
        return place.parameter(0) + place.parameter(1);
    }

    private static double firstRetention(CohortTable table) {
        return table.kept(1) / (table.kept(1) + table.lost(1));
    }

    private static Optional<LifetimeBoundary> weibullBoundary(CohortTable table) {
        if (isFirstPeriodOnly(table)) {
            return Optional.of(LifetimeBoundary.FIRST_PERIOD_ONLY);
        }
        int last = lastWatched(table);
        boolean lastOnly = table.lost(last) == table.leavers();
        return lastOnly ? Optional.of(LifetimeBoundary.LAST_PERIOD) : Optional.empty();
    }

    private static boolean isFirstPeriodOnly(CohortTable table) {
        return table.lost(1) == table.leavers();
    }

    private static int lastWatched(CohortTable table) {
        int last = table.periods();
        while (table.lost(last) + table.kept(last) == 0) {
            last--;
        }
        return last;
    }

    private static double requireLeavers(CohortTable table) {
        double leavers = table.leavers();
        if (leavers > 0) {
            return leavers;
        }
        throw new FitException(
                Reason.NO_EVENTS,
                List.of(),
                "none of the " + table.customers() + " customers was lost within " + table.periods()
                        + " periods, so nothing says when customers leave; wait for more periods or add older cohorts");
    }

    private static void requirePeriods(CohortTable table, int needed) {
        requireLeavers(table);
        if (table.kept(1) == 0 && table.lost(1) > 0 && isFirstPeriodOnly(table) && table.watched() >= needed) {
            throw new FitException(
                    Reason.NO_CONVERGENCE,
                    List.of(),
                    "everybody watched in period 1 was lost in it, while those watched later on were all kept, so that no"
                            + " lifetime has both; fit on those watched from a later time only, or check the entry times");
        }
        if (table.watched() < needed) {
            throw new IllegalArgumentException("customers must be watched in at least " + needed + " periods for "
                    + needed + " parameters, but were in " + table.watched()
                    + "; use a distribution with fewer parameters or wait for more periods");
        }
    }

    private static FitException notFound(List<String> names) {
        return new FitException(
                Reason.NO_CONVERGENCE,
                names,
                "no maximum of the likelihood was found for the parameters " + names
                        + "; use a distribution with fewer parameters, or look at losses and survivors period by period");
    }
}
