package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one customer, set by the names of their indicators; what is not set is missing. Made by
 * {@link CompositeIndex#values()}; not thread-safe.
 */
public final class IndicatorValues {

    private final ImmutableList<String> names;
    private final double[] values;
    private final boolean[] set;

    IndicatorValues(List<Indicator> indicators) {
        this.names = indicators.stream().map(Indicator::name).collect(ImmutableList.toImmutableList());
        this.values = new double[names.size()];
        this.set = new boolean[names.size()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Sets the value of an indicator.
     *
     * @param name the name of the indicator
     * @param value its raw value, NaN if it is missing
     * @return this
     * @throws IllegalArgumentException if there is no such indicator, it was set before, or the value is infinite
     */
    public IndicatorValues set(String name, double value) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no indicator \"" + name + "\"; known are " + names);
        }
        if (set[place]) {
            throw new IllegalArgumentException("indicator \"" + name + "\" must be set once, but was " + values[place]
                    + " before it was " + value);
        }
        if (Double.isInfinite(value)) {
            throw Require.outside(name, "finite or missing", value);
        }
        values[place] = value;
        set[place] = true;
        return this;
    }

    /**
     * The values as an index takes them.
     *
     * @return a copy, in the order of the indicators, NaN where nothing was set
     */
    public double[] toArray() {
        return values.clone();
    }
}
