package io.github.clv4j.retention;

/**
 * A clock that shows t^c, started at some age: what it has shown since.
 *
 * @param exponent c, above 0
 * @param age the age at the start, at least 0
 */
record PowerTime(double exponent, double age) {

    /** (age + t)^c - age^c, without cancellation at high ages. */
    double elapsed(double time) {
        return age == 0
                ? StrictMath.pow(time, exponent)
                : reached() * StrictMath.expm1(exponent * StrictMath.log1p(time / age));
    }

    /** The same for a time given by its logarithm, which may be too large for a double. */
    double elapsedAtLog(double logTime) {
        double time = StrictMath.exp(logTime);
        return age == 0 || time == Double.POSITIVE_INFINITY ? StrictMath.exp(exponent * logTime) : elapsed(time);
    }

    /** What the clock shows at the start, age^c. */
    double reached() {
        return StrictMath.pow(age, exponent);
    }

    /** The clock that starts later. */
    PowerTime later(double time) {
        return new PowerTime(exponent, age + time);
    }
}
