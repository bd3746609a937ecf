package io.github.clv4j.retention;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/**
 * A curve up to its last time L, and another distribution from there on, {@code S(t) = S(L) tail.S(t - L)} for t &gt; L.
 * Immutable and thread-safe.
 *
 * @param curve the curve
 * @param tail how long those stay who are still there at the last time of the curve, counted from then
 */
public record TailedLifetime(StepLifetime curve, LifetimeDistribution tail) implements LifetimeDistribution {

    /** More payments than anybody adds up one by one. */
    private static final double MANY = 1e7;

    @Override
    public double survivalProbability(double time) {
        double last = curve.lastTime();
        return time > last
                ? curve.lastSurvival() * tail.survivalProbability(time - last)
                : curve.survivalProbability(Periods.requireTime(time));
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        double after = horizon.periods() - curve.lastTime();
        if (after <= 0) {
            return curve.expectedLifetime(horizon);
        }
        double before = curve.expectedLifetime(new Horizon(curve.lastTime()));
        return before + curve.lastSurvival() * tail.expectedLifetime(new Horizon(after));
    }

    /** The payments up to the last time one by one, and those after it as far as the tail says. */
    @Override
    public double discountedExpectedLifetime(DiscountRate rate) {
        double last = curve.lastTime();
        double first = StrictMath.ceil(last);
        if (!(rate.rate() > 0 && first <= MANY)) {
            return discountedExpectedLifetime(rate, Horizon.unlimited());
        }
        double sum = 0;
        for (int t = 0; t < first; t++) {
            sum += curve.survivalProbability(t) * rate.discountFactor(t);
        }
        double there = curve.lastSurvival() * tail.survivalProbability(first - last) * rate.discountFactor(first);
        return there == 0 ? sum : sum + there * tail.residual(first - last).discountedExpectedLifetime(rate);
    }

    @Override
    public LifetimeDistribution residual(double age) {
        double after = ResidualLifetime.requireAge(age) - curve.lastTime();
        return after > 0 ? tail.residual(after) : ConditionalLifetime.of(this, age);
    }
}
