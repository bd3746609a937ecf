package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.Horizon;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * The survival curve of a sample by Kaplan and Meier, with nothing assumed of its form.
 *
 * <pre>
 *   S(t) = prod_{t_i &lt;= t} (1 - d_i / n_i)                       n_i at risk at time t_i, of whom d_i leave
 *   se(t) = S(t) sqrt(sum_{t_i &lt;= t} d_i / (n_i (n_i - d_i)))    Greenwood
 *   H(t) = sum_{t_i &lt;= t} d_i / n_i                              Nelson and Aalen
 * </pre>
 *
 * <p>At risk at a time is who was last seen then or later and, where there are entries, entered before. Who is censored at a time
 * is censored after the events of that time. S just before 0 is 1, and customers may leave at time 0. Every time at which
 * somebody left or was last seen is a step of the table, also where S does not change.
 *
 * <p>With entries the risk set starts small, as few are watched from an early age. If everybody at risk leaves at an early time, S is
 * 0 from there on whatever comes later: see {@link #emptiedAt()}.
 *
 * <p>Beyond the last time the curve is not known unless S is 0 there: see {@link #curve()}, whose {@code with} methods say how
 * it goes on. Rows of one customer in several pieces (entry, time] count as several customers, but change nothing else.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: E. L. Kaplan, P. Meier, 1958, Nonparametric estimation from incomplete observations, Journal of the American
 * Statistical Association 53.
 */
public final class KaplanMeier implements LifetimeDistribution {

    /** A limit this close to a quantile has reached it, as R has it: the square root of what separates 1 from the next double. */
    private static final double CLOSE = 0x1p-26;

    private final int customers;
    private final int leavers;
    private final double[] times;
    private final int[] atRisk;
    private final int[] events;
    private final int[] censored;
    private final double[] survival;
    private final double[] greenwood;
    private final double[] hazard;
    private final StepLifetime curve;

    private KaplanMeier(SortedTenures tenures, int size) {
        customers = tenures.customers();
        leavers = tenures.leavers();
        times = new double[size];
        atRisk = new int[size];
        events = new int[size];
        censored = new int[size];
        survival = new double[size];
        greenwood = new double[size];
        hazard = new double[size];
        sweep(tenures.cursor());
        curve = new StepLifetime(times, survival);
    }

    /**
     * The curve of a sample.
     *
     * @param tenures how long the customers were watched, and who left
     * @return the curve
     */
    public static KaplanMeier of(ObservedTenures tenures) {
        SortedTenures sorted = SortedTenures.of(tenures);
        SortedTenures.Cursor cursor = sorted.cursor();
        int size = 0;
        for (double time = cursor.next(); time < Double.POSITIVE_INFINITY; time = cursor.next()) {
            cursor.moveTo(time);
            size++;
        }
        return new KaplanMeier(sorted, size);
    }

    /**
     * The curve of each group of a sample.
     *
     * @param tenures how long the customers were watched, and who left
     * @param groups the name of the group of each customer
     * @return the curves, in the natural order of the names; not to be changed
     * @throws IllegalArgumentException if there is not one name for each customer
     */
    public static Map<String, KaplanMeier> byGroup(ObservedTenures tenures, List<String> groups) {
        Map<String, KaplanMeier> curves = new TreeMap<>();
        tenures.byGroup(groups).forEach((group, some) -> curves.put(group, of(some)));
        return Collections.unmodifiableMap(curves);
    }

    private void sweep(SortedTenures.Cursor cursor) {
        double alive = 1;
        double variance = 0;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double time = cursor.next();
            cursor.moveTo(time);
            int n = cursor.atRisk();
            int d = cursor.events();
            if (d > 0) {
                double share = (double) d / n;
                alive *= (double) (n - d) / n;
                variance += share / (n - d);
                sum += share;
            }
            times[i] = time + 0.0;
            atRisk[i] = n;
            events[i] = d;
            censored[i] = cursor.censored();
            survival[i] = alive;
            greenwood[i] = variance;
            hazard[i] = sum;
        }
    }

    /**
     * How many customers there are.
     *
     * @return the number of rows, at least 1
     */
    public int customers() {
        return customers;
    }

    /**
     * How many of them left.
     *
     * @return the number of events
     */
    public int leavers() {
        return leavers;
    }

    /**
     * The table of the curve.
     *
     * @return one row for each time at which somebody left or was last seen, in increasing order; not to be changed
     */
    public List<SurvivalStep> steps() {
        return new Steps();
    }

    /** Rows made when asked for: ten million of them would be most of the work. */
    private final class Steps extends AbstractList<SurvivalStep> implements RandomAccess {

        @Override
        public SurvivalStep get(int i) {
            return new SurvivalStep(
                    times[i], atRisk[i], events[i], censored[i], survival[i], standardError(i), hazard[i]);
        }

        @Override
        public int size() {
            return times.length;
        }
    }

    int size() {
        return times.length;
    }

    double survival(int step) {
        return survival[step];
    }

    double standardError(int step) {
        return survival[step] * StrictMath.sqrt(greenwood[step]); // 0 x Inf is NaN where nobody is left
    }

    /**
     * Confidence limits of the curve.
     *
     * @param kind the scale on which they are symmetric
     * @param level how sure they are, in (0, 1)
     * @return the limits at each step
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public SurvivalLimits limits(LimitKind kind, double level) {
        return SurvivalLimits.of(this, kind, level);
    }

    /**
     * The time by which half of the customers have left, with limits.
     *
     * @param limits limits of this curve
     * @return the median
     * @throws IllegalArgumentException if the limits are those of a curve of another length
     */
    public TenureQuantile median(SurvivalLimits limits) {
        return quantile(0.5, limits);
    }

    /**
     * The time by which a share of the customers has left, with limits: the first time at which S is not above 1 - share. Where S
     * equals it, to within 2^-26 as in R, and falls later, the middle of the flat piece.
     *
     * @param share the share, in (0, 1)
     * @param limits limits of this curve
     * @return the quantile of the curve, and those of its limits as limits; NaN where not reached
     * @throws IllegalArgumentException if the share is out of range (NaN included), or the limits are those of a curve of
     *     another length
     */
    public TenureQuantile quantile(double share, SurvivalLimits limits) {
        if (!(share > 0 && share < 1)) {
            throw Require.outside("share", "in (0, 1)", share);
        }
        Require.length(limits.size(), times.length, "limits");
        return new TenureQuantile(
                share,
                reached(i -> survival[i], 1 - share),
                reached(limits::lower, 1 - share),
                reached(limits::upper, 1 - share));
    }

    /** The first time at which a curve is not above a level; a NaN is no part of it. */
    private double reached(IntToDoubleFunction values, double level) {
        int first = 0;
        while (first < times.length && !(values.applyAsDouble(first) < level + CLOSE)) {
            first++;
        }
        if (first == times.length) {
            return Double.NaN;
        }
        double value = values.applyAsDouble(first);
        if (Math.abs(value - level) < CLOSE) {
            for (int i = first + 1; i < times.length; i++) {
                if (values.applyAsDouble(i) < value) {
                    return (times[first] + times[i]) / 2;
                }
            }
        }
        return times[first];
    }

    /**
     * The expected lifetime within a horizon with its standard error.
     *
     * @param horizon the time up to which stays are counted, unlimited only if S is 0 at the end
     * @return the restricted mean
     * @throws IllegalArgumentException if the curve is not known up to the horizon
     */
    public RestrictedMean restrictedMean(Horizon horizon) {
        double mean = expectedLifetime(horizon);
        double variance = 0;
        double area = 0;
        double to = Math.min(horizon.periods(), curve.lastTime());
        for (int i = curve.lastStep(horizon.periods()); i >= 0; i--) {
            area += (to - times[i]) * survival[i];
            to = times[i];
            int rest = atRisk[i] - events[i];
            variance += rest == 0 ? 0 : area * area * events[i] / ((double) atRisk[i] * rest);
        }
        return new RestrictedMean(horizon.periods(), mean, StrictMath.sqrt(variance));
    }

    /**
     * When the risk set was empty too early: the time at which everybody at risk left, so that S is 0, although other customers
     * entered or were seen later. The curve then says nothing of them. Start the time axis where enough are at risk, with
     * only the rows that go on beyond, their times and entries counted from there.
     *
     * @return that time; empty where it did not happen
     */
    public OptionalDouble emptiedAt() {
        int i = 0;
        while (i < times.length && survival[i] > 0) {
            i++;
        }
        return i < times.length - 1 ? OptionalDouble.of(times[i]) : OptionalDouble.empty();
    }

    /**
     * The curve alone, which can be continued beyond its last time.
     *
     * @return the step function
     */
    public StepLifetime curve() {
        return curve;
    }

    @Override
    public double survivalProbability(double time) {
        return curve.survivalProbability(time);
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        return curve.expectedLifetime(horizon);
    }

    @Override
    public LifetimeDistribution residual(double age) {
        return curve.residual(age);
    }

    /**
     * The curve with another distribution after its last time; see {@link StepLifetime#withTail}.
     *
     * @param tail how long those stay who are still there at the last time, counted from then
     * @return a distribution that is known wherever the tail is
     */
    public LifetimeDistribution withTail(LifetimeDistribution tail) {
        return curve.withTail(tail);
    }

    @Override
    public String toString() {
        return "KaplanMeier[customers=" + customers + ", leavers=" + leavers + ", times=" + times.length
                + ", survival at " + curve.lastTime() + "=" + curve.lastSurvival() + "]";
    }
}
