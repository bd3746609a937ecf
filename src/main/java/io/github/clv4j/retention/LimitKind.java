package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/**
 * The scale on which the confidence limits of a survival curve are symmetric, with z the normal quantile of the level and s
 * the standard error of S. Immutable and thread-safe.
 */
public enum LimitKind {
    /** {@code S exp(-+ z s / S)}, at most 1: what R takes unless told otherwise. */
    LOG("logarithm of S", "S 的对数"),
    /** {@code S -+ z s}, within 0 and 1. */
    PLAIN("S itself", "S 本身"),
    /** {@code S^exp(+- z s / (S log S))}: always within 0 and 1, none while S is 1. */
    LOG_LOG("log of minus the logarithm of S", "S 的重对数");

    private final String english;
    private final String chinese;

    LimitKind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the scale in that language
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /** The lower limit where {@code sign} is -1, the upper where it is 1; NaN where there is none. */
    double limit(double survival, double standardError, double z, int sign) {
        if (!(survival > 0)) {
            return Double.NaN;
        }
        double relative = z * standardError / survival;
        return switch (this) {
            case LOG -> Math.min(1, survival * StrictMath.exp(sign * relative));
            case PLAIN -> Math.max(0, Math.min(1, survival + sign * z * standardError));
            case LOG_LOG -> {
                double log = StrictMath.log(survival);
                yield log == 0 ? Double.NaN : StrictMath.exp(log * StrictMath.exp(sign * relative / log));
            }
        };
    }
}
