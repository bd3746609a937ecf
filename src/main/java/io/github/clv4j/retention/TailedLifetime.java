package io.github.clv4j.retention;

import io.github.clv4j.timevalue.Horizon;

/**
 * A curve up to its last time L, and another distribution from there on, {@code S(t) = S(L) tail.S(t - L)} for t &gt; L.
 * Immutable and thread-safe.
 *
 * @param curve the curve
 * @param tail how long those stay who are still there at the last time of the curve, counted from then
 */
public record TailedLifetime(StepLifetime curve, LifetimeDistribution tail) implements LifetimeDistribution {

    @Override
    public double survivalProbability(double time) {
        double last = curve.lastTime();
        return time > last
                ? curve.lastSurvival() * tail.survivalProbability(time - last)
                : curve.survivalProbability(ResidualLifetime.requireTime(time));
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

    @Override
    public LifetimeDistribution residual(double age) {
        double after = ResidualLifetime.requireAge(age) - curve.lastTime();
        return after > 0 ? tail.residual(after) : ConditionalLifetime.of(this, age);
    }
}
