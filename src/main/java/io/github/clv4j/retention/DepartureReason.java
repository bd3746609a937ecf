package io.github.clv4j.retention;

import io.github.clv4j.base.Require;
import java.util.OptionalDouble;

/**
 * A reason why customers left, and how many left for it. Each customer who left counts for one reason. Immutable and
 * thread-safe.
 *
 * @param name the reason, not blank
 * @param customers how many left for it, at least 0
 * @param avoidable whether the firm could have kept them: poor service can be mended, a customer who moves abroad is
 *     lost
 * @param lifetimeProfit the lifetime profit of a customer lost for this reason, in money, finite; empty for that of any
 *     lost customer
 */
public record DepartureReason(String name, long customers, boolean avoidable, OptionalDouble lifetimeProfit) {

    /**
     * Creates a reason.
     *
     * @param name the reason, not blank
     * @param customers how many left for it, at least 0
     * @param avoidable whether the firm could have kept them
     * @param lifetimeProfit the lifetime profit of a customer lost for this reason, finite, or empty
     * @throws IllegalArgumentException if the name is blank or a number is out of range (NaN included)
     */
    public DepartureReason {
        Require.notBlank(name, "name of a reason");
        if (!(customers >= 0)) {
            throw new IllegalArgumentException(
                    "customers of reason " + name + " must be at least 0, but was " + customers);
        }
        lifetimeProfit.ifPresent(profit -> Require.finite(profit, "lifetime profit of reason " + name));
    }

    /**
     * A reason that the firm could have done something about.
     *
     * @param name the reason, not blank
     * @param customers how many left for it, at least 0
     * @return the reason
     * @throws IllegalArgumentException if the name is blank or the number below 0
     */
    public static DepartureReason avoidable(String name, long customers) {
        return new DepartureReason(name, customers, true, OptionalDouble.empty());
    }

    /**
     * A reason that the firm could do nothing about.
     *
     * @param name the reason, not blank
     * @param customers how many left for it, at least 0
     * @return the reason
     * @throws IllegalArgumentException if the name is blank or the number below 0
     */
    public static DepartureReason unavoidable(String name, long customers) {
        return new DepartureReason(name, customers, false, OptionalDouble.empty());
    }

    /**
     * The same reason with a value of its own for a customer lost.
     *
     * @param newLifetimeProfit the lifetime profit of a customer lost for this reason, finite
     * @return a new reason
     * @throws IllegalArgumentException if the profit is NaN or infinite
     */
    public DepartureReason withLifetimeProfit(double newLifetimeProfit) {
        return new DepartureReason(name, customers, avoidable, OptionalDouble.of(newLifetimeProfit));
    }
}
