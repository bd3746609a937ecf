package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/** Times counted in whole periods. */
final class Periods {

    private Periods() {}

    /** The number of periods completed at a time in [0, Inf). */
    static double completed(double time) {
        return StrictMath.floor(requireTime(time));
    }

    /** The end of a period that began at 0 or later. */
    static double requireEnd(double time) {
        if (time >= 1 && time < Double.POSITIVE_INFINITY) {
            return time;
        }
        throw Require.outside("time", "in [1, Inf), the end of a period", time);
    }

    /** The number of periods completed when the period that ends at a time in [1, Inf) began. */
    static double started(double time) {
        return StrictMath.floor(requireEnd(time)) - 1;
    }

    /** A time in [0, Inf). */
    static double requireTime(double time) {
        if (time >= 0 && time < Double.POSITIVE_INFINITY) {
            return time;
        }
        throw Require.outside("time", "in [0, Inf)", time);
    }
}
