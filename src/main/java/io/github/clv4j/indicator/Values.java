package io.github.clv4j.indicator;

import io.github.clv4j.base.Require;
import java.util.Arrays;

/** The values of an indicator that a scale is fitted to. */
final class Values {

    private Values() {}

    /** The known ones in ascending order; throws if there is none or one is infinite. */
    static double[] known(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("there must be at least one value to fit a scale to, but of "
                    + values.length + " there were 0 known");
        }
        for (double value : known) {
            Require.finite(value, "value to fit a scale to");
        }
        Arrays.sort(known);
        return known;
    }
}
