package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;

/**
 * A lifetime known as a step function up to some time, as it comes out of a sample: S is 1 before the first step, and falls
 * to the value of a step at its time.
 *
 * <p>Beyond the last time at which anybody was watched nothing is known, unless S is 0 by then: asking for it is an error. The
 * {@code with} methods say how it goes on, and give a distribution that is known at all times.
 *
 * <p>Immutable and thread-safe.
 */
public final class StepLifetime implements LifetimeDistribution {

    private final double[] times;
    private final double[] survival;
    private final int steps;

    /** Takes over the arrays: increasing times, the last being the last that is known, and S from each on. */
    StepLifetime(double[] times, double[] survival) {
        this.times = times;
        this.survival = survival;
        this.steps = times.length;
    }

    /**
     * A step function of known values.
     *
     * @param times the times of the steps, increasing, each in [0, Inf); S is known up to the last
     * @param survival S from each of the times on, none above the one before; as many as times, at least one
     * @return the distribution
     * @throws IllegalArgumentException if the lengths differ, there is no step, times do not increase, or S leaves [0, 1] or
     *     increases
     */
    public static StepLifetime of(double[] times, double[] survival) {
        Require.length(survival.length, times.length, "survival");
        if (times.length == 0) {
            throw new IllegalArgumentException("times must have at least one step, but had 0");
        }
        for (int i = 0; i < times.length; i++) {
            requireStep(i, times, survival);
        }
        return new StepLifetime(times.clone(), survival.clone());
    }

    private static void requireStep(int i, double[] times, double[] survival) {
        double before = i == 0 ? 1 : survival[i - 1];
        if (!(times[i] < Double.POSITIVE_INFINITY && (i == 0 ? times[i] >= 0 : times[i] > times[i - 1]))) {
            throw Require.outside("time " + i, i == 0 ? "in [0, Inf)" : "in (" + times[i - 1] + ", Inf)", times[i]);
        }
        if (!(survival[i] >= 0 && survival[i] <= before)) {
            throw Require.outside("survival " + i, "in [0, " + before + "]", survival[i]);
        }
    }

    /**
     * The times of the steps.
     *
     * @return a copy, increasing
     */
    public double[] times() {
        return times.clone();
    }

    /**
     * The survival at the steps.
     *
     * @return a copy: S from each of the {@link #times()} on, in their order
     */
    public double[] survival() {
        return survival.clone();
    }

    /**
     * The time up to which S is known.
     *
     * @return the last time anybody was watched; infinite where S is 0 by then
     */
    public double knownUntil() {
        return survival[steps - 1] == 0 ? Double.POSITIVE_INFINITY : lastTime();
    }

    double lastTime() {
        return times[steps - 1];
    }

    double lastSurvival() {
        return survival[steps - 1];
    }

    @Override
    public double survivalProbability(double time) {
        if (!(time >= 0 && time <= knownUntil() && time < Double.POSITIVE_INFINITY)) {
            throw outside("time", time);
        }
        int place = lastStep(time);
        return place < 0 ? 1 : survival[place];
    }

    private IllegalArgumentException outside(String name, double value) {
        double until = knownUntil();
        String bound = until < Double.POSITIVE_INFINITY
                ? "in [0, " + until + "], as nobody was watched longer (withTail says how the curve goes on)"
                : "in [0, Inf)";
        return Require.outside(name, bound, value);
    }

    /** The last step at or before a time, -1 if there is none. */
    int lastStep(double time) {
        int place = Arrays.binarySearch(times, time + 0.0);
        return place >= 0 ? place : -place - 2;
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        double end = horizon.periods();
        if (end > knownUntil()) {
            throw outside("horizon", end);
        }
        double area = 0;
        double from = 0;
        double alive = 1;
        for (int i = 0; i < steps && times[i] <= end; i++) {
            area += (times[i] - from) * alive;
            from = times[i];
            alive = survival[i];
        }
        return alive == 0 ? area : area + (end - from) * alive;
    }

    @Override
    public LifetimeDistribution residual(double age) {
        return ConditionalLifetime.of(this, age);
    }

    /**
     * The curve with another distribution after its last time L, S(L) times the survival of that distribution at t - L.
     *
     * @param tail how long those stay who are still there at the last time, counted from then
     * @return a distribution that is known wherever the tail is
     */
    public LifetimeDistribution withTail(LifetimeDistribution tail) {
        return lastSurvival() == 0 ? this : new TailedLifetime(this, tail);
    }

    /**
     * The curve with nobody leaving after its last time: the highest that the sample allows.
     *
     * @return a distribution known at all times, without a finite mean unless S is 0 at the last time
     */
    public LifetimeDistribution withNobodyLeaving() {
        return withTail(new GeometricLifetime(1));
    }

    /**
     * The curve with all who are left leaving right after its last time: the lowest that the sample allows.
     *
     * @return a distribution known at all times
     */
    public LifetimeDistribution withAllLeaving() {
        double[] longer = Arrays.copyOf(times, steps + 1);
        longer[steps] = Math.nextUp(lastTime());
        return lastSurvival() == 0 ? this : new StepLifetime(longer, Arrays.copyOf(survival, steps + 1));
    }

    /**
     * The curve continued by the churn of its last periods: from the last time L on customers renew each period at the rate r.
     *
     * <pre>
     *   r = (S(L) / S(L - periods))^(1 / periods)      S(L + t) = S(L) r^floor(t)
     * </pre>
     *
     * @param periods how many of the last periods are looked at, in (0, L]
     * @return a distribution known at all times
     * @throws IllegalArgumentException if the periods are out of range (NaN included)
     */
    public LifetimeDistribution withConstantHazard(double periods) {
        if (lastTime() == 0) {
            throw new IllegalArgumentException(
                    "nobody was watched beyond time 0, so nothing says at which rate customers"
                            + " leave; add customers with a longer time, or use withTail");
        }
        if (!(lastTime() - periods < lastTime() && periods <= lastTime())) { // the first is not so for a tiny number
            throw Require.outside("periods", "in (0, " + lastTime() + "], the last time", periods);
        }
        if (lastSurvival() == 0) {
            return this;
        }
        double kept = lastSurvival() / survivalProbability(lastTime() - periods);
        return withTail(new GeometricLifetime(StrictMath.pow(kept, 1 / periods)));
    }

    /**
     * The curve continued by the churn of all its periods: {@link #withConstantHazard} over the whole time, which leaves least
     * to chance where few were watched for long.
     *
     * @return a distribution known at all times
     * @throws IllegalArgumentException if the last time is 0
     */
    public LifetimeDistribution withAverageHazard() {
        return withConstantHazard(lastTime());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepLifetime that
                && Arrays.equals(times, that.times)
                && Arrays.equals(survival, that.survival);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(survival);
    }

    @Override
    public String toString() {
        return "StepLifetime[steps=" + steps + ", knownUntil=" + knownUntil() + "]";
    }
}
