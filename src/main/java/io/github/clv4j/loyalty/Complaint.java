package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;
import java.util.Objects;

/**
 * One complaint of a customer and what became of it. Immutable and thread-safe.
 *
 * @param cause what it is about
 * @param resolved whether it has been resolved
 * @param days the days until it was resolved, or that it has been open so far; at least 0, NaN if unknown
 * @param attitude how the customer felt treated, from 1, badly, to 5, well; NaN if nobody asked
 * @param retellings how many people the customer told of it; at least 0, NaN if unknown
 */
public record Complaint(ComplaintCause cause, boolean resolved, double days, double attitude, double retellings) {

    private static final double WORST_ATTITUDE = 1;
    private static final double BEST_ATTITUDE = 5;

    /**
     * Creates a complaint.
     *
     * @param cause what it is about
     * @param resolved whether it has been resolved
     * @param days the days until it was resolved, or that it has been open so far; in [0, Inf), or NaN
     * @param attitude how the customer felt treated, in [1, 5], or NaN
     * @param retellings how many people the customer told of it, in [0, Inf), or NaN
     * @throws IllegalArgumentException if a number is out of range
     */
    public Complaint {
        Objects.requireNonNull(cause, "cause");
        requireKnownOrMissing(days, 0, Double.MAX_VALUE, "days", "in [0, Inf)");
        requireKnownOrMissing(attitude, WORST_ATTITUDE, BEST_ATTITUDE, "attitude", "in [1, 5]");
        requireKnownOrMissing(retellings, 0, Double.MAX_VALUE, "retellings", "in [0, Inf)");
    }

    private static void requireKnownOrMissing(double value, double lowest, double highest, String name, String bound) {
        boolean known = value >= lowest && value <= highest;
        if (!known && !Double.isNaN(value)) {
            throw Require.outside(name, bound + " or missing", value);
        }
    }
}
