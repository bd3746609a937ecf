package io.github.clv4j.retention;

/**
 * A clock that shows (t / unit)^c, started at some age: what it has shown since.
 *
 * @param exponent c, above 0
 * @param age the age at the start, at least 0
 * @param unit the time after which a clock started at 0 shows 1, above 0; as a part of the power, which may be beyond the
 *     doubles where time and unit are not
 */
record PowerTime(double exponent, double age, double unit) {

    /** ((age + t) / unit)^c - (age / unit)^c, without cancellation at high ages. */
    double elapsed(double time) {
        if (age == 0) {
            return at(time);
        }
        double reached = reached();
        double growth = exponent * StrictMath.log1p(time / age);
        if (reached == Double.POSITIVE_INFINITY) {
            return StrictMath.exp(exponent * StrictMath.log(age / unit) + StrictMath.log(StrictMath.expm1(growth)));
        }
        // a clock that shows more than twice as much loses nothing in the difference, and one that showed 0 gets going
        return growth > 1 ? at(age + time) - reached : reached * StrictMath.expm1(growth);
    }

    /** The same for a time given by its logarithm, which may be too large for a double. */
    double elapsedAtLog(double logTime) {
        double time = StrictMath.exp(logTime);
        return time == Double.POSITIVE_INFINITY
                ? StrictMath.exp(exponent * (logTime - StrictMath.log(unit)))
                : elapsed(time);
    }

    /** What the clock shows at the start, (age / unit)^c. */
    double reached() {
        return at(age);
    }

    private double at(double time) {
        return StrictMath.pow(time / unit, exponent);
    }

    /** The clock that starts later. */
    PowerTime later(double time) {
        return new PowerTime(exponent, age + time, unit);
    }
}
