package io.github.clv4j.benchmarks;

import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;

/** A model of all numbers known, in the forms in which the library and its peers take it. */
interface PeerModel {

    double RATE = 0.01;
    double MONTHS = 24;

    /** The model of that name: {@code index} or {@code logistic}. */
    static PeerModel of(String name) {
        return switch (name) {
            case "index" -> new IndexModel();
            case "logistic" -> new LogisticModel();
            default -> throw new IllegalArgumentException("model must be index or logistic, but was " + name);
        };
    }

    /** What a profit of 1 a month is worth. */
    static double annuity() {
        return (1 - Math.pow(1 + RATE, -MONTHS)) / RATE;
    }

    static DiscountRate discountRate() {
        return DiscountRate.monthly(RATE);
    }

    static Horizon horizon() {
        return Horizon.ofPeriods(MONTHS);
    }

    /** The cut of the current value, at the median of the profits. */
    static double currentCut() {
        return annuity() * (SimulatedCustomers.LEAST_PROFIT + SimulatedCustomers.MOST_PROFIT) / 2;
    }

    ScoringModel scoringModel();

    CutPoints cuts();

    /** How many services make the potential value. */
    int services();

    /** The formulas as one writes them without a library. */
    Score score(Customer customer);

    /**
     * The formulas in SQL: a SELECT of current_value, potential_value and loyalty from the table customers.
     *
     * @param tuned whether as fast as DuckDB was seen to do it, or as one writes it at first
     */
    String sql(boolean tuned);

    /** The segment as one writes it without a library. */
    static Segment segment(double current, double potential, double loyalty, CutPoints cuts) {
        boolean highCurrent = current >= cuts.currentValue();
        boolean highPotential = potential >= cuts.potentialValue();
        if (loyalty >= cuts.loyalty()) {
            return highCurrent
                    ? highPotential ? Segment.PLATINUM : Segment.GOLD
                    : highPotential ? Segment.POTENTIAL : Segment.LOYAL;
        }
        return highCurrent
                ? highPotential ? Segment.CHURN_PRONE : Segment.SHORT_TERM
                : highPotential ? Segment.DEVELOPABLE : Segment.LEAST_VALUABLE;
    }
}
