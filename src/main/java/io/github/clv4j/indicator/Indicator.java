package io.github.clv4j.indicator;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;

/**
 * Something measured of a customer that counts in an index, such as tenure in months, and how its raw values become scores.
 * Immutable and thread-safe.
 *
 * @param name the name, by which the indicator is known
 * @param chineseName the Chinese name, for people
 * @param unit the unit of the raw values; may be empty
 * @param chineseUnit the unit in Chinese, for people; may be empty
 * @param scale the scale, or the rule that fits one to customers
 */
public record Indicator(String name, String chineseName, String unit, String chineseUnit, ScaleRule scale)
        implements IndexNode {

    /**
     * Creates an indicator.
     *
     * @param name the name, not blank
     * @param chineseName the Chinese name, not blank
     * @param unit the unit of the raw values; may be empty
     * @param chineseUnit the unit in Chinese; may be empty
     * @param scale the scale, or the rule that fits one to customers
     * @throws IllegalArgumentException if a name is blank
     */
    public Indicator {
        Require.notBlank(name, "name of an indicator");
        Require.notBlank(chineseName, "Chinese name of " + name);
    }

    /**
     * An indicator with one unit in all languages.
     *
     * @param name the name, not blank
     * @param chineseName the Chinese name, not blank
     * @param unit the unit of the raw values; may be empty
     * @param scale the scale, or the rule that fits one to customers
     * @throws IllegalArgumentException if a name is blank
     */
    public Indicator(String name, String chineseName, String unit, ScaleRule scale) {
        this(name, chineseName, unit, unit, scale);
    }

    /**
     * An indicator with one name in all languages.
     *
     * @param name the name, not blank
     * @param unit the unit of the raw values; may be empty
     * @param scale the scale, or the rule that fits one to customers
     * @return the indicator
     * @throws IllegalArgumentException if the name is blank
     */
    public static Indicator of(String name, String unit, ScaleRule scale) {
        return new Indicator(name, name, unit, scale);
    }

    /**
     * This indicator under other names.
     *
     * @param newName the name, not blank
     * @param newChineseName the Chinese name, not blank
     * @return a new indicator
     * @throws IllegalArgumentException if a name is blank
     */
    public Indicator withNames(String newName, String newChineseName) {
        return new Indicator(newName, newChineseName, unit, chineseUnit, scale);
    }

    /**
     * This indicator on another scale.
     *
     * @param newScale the scale, or the rule that fits one to customers
     * @return a new indicator
     */
    public Indicator withScale(ScaleRule newScale) {
        return new Indicator(name, chineseName, unit, chineseUnit, newScale);
    }

    /**
     * The unit for people.
     *
     * @param language the language of the unit
     * @return the unit; may be empty
     */
    public String displayUnit(Language language) {
        return language.pick(unit, chineseUnit);
    }

    /** The scale, fitted to values. */
    Scale fit(double[] values) {
        try {
            return scale.fit(values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("scale of " + name + " cannot be fitted: " + e.getMessage(), e);
        }
    }

    /** The scale; throws if it is yet to be fitted. */
    Scale fittedScale() {
        if (scale instanceof Scale fitted) {
            return fitted;
        }
        throw new IllegalArgumentException(
                "scale of " + name + " must be stated, or fitted to customers, but is yet to be fitted by " + scale);
    }
}
