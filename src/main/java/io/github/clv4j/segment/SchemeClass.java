package io.github.clv4j.segment;

import io.github.clv4j.base.Language;

/**
 * One class of a scheme that divides customers (a tier of the pyramid, a cell of the matrix, a segment of the cube), and the
 * two parts of it that loyalty tells apart. Immutable and thread-safe.
 *
 * <p>What a scheme without loyalty hides in a class is {@link #disloyal()}: how many they are, what they are worth, and how
 * their mean risk stands beside that of {@link #loyal()}.
 *
 * @param key the name of the enum constant, such as {@code "HIGH"}, {@code "HIGH_LOW"} or {@code "GOLD"}
 * @param english the name for people in English
 * @param chinese the name for people in Chinese
 * @param share its share of the customers who have a segment, in [0, 1]; NaN where nobody has one
 * @param valueShare its share of the summed current and potential value of all who have a segment; NaN where that sum is 0,
 *     and of little meaning where some customers are worth less than nothing
 * @param loyal its customers whose loyalty is high
 * @param disloyal its customers whose loyalty is low
 */
public record SchemeClass(
        String key,
        String english,
        String chinese,
        double share,
        double valueShare,
        SchemeGroup loyal,
        SchemeGroup disloyal) {

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /**
     * All customers of the class.
     *
     * @return the loyal and the disloyal together
     */
    public SchemeGroup all() {
        return loyal.plus(disloyal);
    }

    /**
     * How many customers the class has.
     *
     * @return the number of customers
     */
    public int customers() {
        return all().customers();
    }

    /**
     * The mean risk of the class.
     *
     * @return the mean over those whose risk is known, in [0, 1]; NaN if it is of nobody
     */
    public double meanRisk() {
        return all().meanRisk();
    }

    /**
     * The value at risk in the class.
     *
     * @return the sum of value x risk over those whose risk is known
     */
    public double valueAtRisk() {
        return all().valueAtRisk();
    }

    /**
     * How many customers of the class are of low loyalty.
     *
     * @return the number of customers
     */
    public int lowLoyalty() {
        return disloyal.customers();
    }

    /**
     * The share of the class that is of low loyalty.
     *
     * @return the share of its customers, in [0, 1]; NaN for a class without customers
     */
    public double shareLowLoyalty() {
        return (double) lowLoyalty() / customers();
    }
}
