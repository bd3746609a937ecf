package io.github.clv4j.retention;

import io.github.clv4j.timevalue.Horizon;

/** What is left of a lifetime at an age that some reach, by the definition. */
record ConditionalLifetime(LifetimeDistribution whole, double age, double reached, double lived)
        implements LifetimeDistribution {

    static LifetimeDistribution of(LifetimeDistribution whole, double age) {
        double reached = whole.survivalProbability(ResidualLifetime.requireAge(age));
        if (reached == 0) {
            throw ResidualLifetime.nobodyAt(age);
        }
        return new ConditionalLifetime(whole, age, reached, whole.expectedLifetime(Horizon.ofPeriods(age)));
    }

    @Override
    public double survivalProbability(double time) {
        return whole.survivalProbability(age + Periods.requireTime(time)) / reached;
    }

    @Override
    public double expectedLifetime(Horizon horizon) {
        return (whole.expectedLifetime(new Horizon(age + horizon.periods())) - lived) / reached;
    }

    @Override
    public LifetimeDistribution residual(double more) {
        return of(whole, age + ResidualLifetime.requireAge(more));
    }
}
