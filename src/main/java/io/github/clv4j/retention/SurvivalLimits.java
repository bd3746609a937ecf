package io.github.clv4j.retention;

import io.github.clv4j.base.Require;

/**
 * Confidence limits of a Kaplan-Meier curve, each for its own time only: that the whole curve lies between them is less certain
 * than their level. NaN where there are none, which is where S is 0, and for {@link LimitKind#LOG_LOG} where S is 1.
 *
 * <p>Immutable and thread-safe.
 */
public final class SurvivalLimits {

    private final LimitKind kind;
    private final double level;
    private final double[] lower;
    private final double[] upper;

    private SurvivalLimits(LimitKind kind, double level, double[] lower, double[] upper) {
        this.kind = kind;
        this.level = level;
        this.lower = lower;
        this.upper = upper;
    }

    static SurvivalLimits of(KaplanMeier curve, LimitKind kind, double level) {
        double z = normalQuantile(level);
        int size = curve.size();
        double[] lower = new double[size];
        double[] upper = new double[size];
        for (int i = 0; i < size; i++) {
            lower[i] = kind.limit(curve.survival(i), curve.standardError(i), z, -1);
            upper[i] = kind.limit(curve.survival(i), curve.standardError(i), z, 1);
        }
        return new SurvivalLimits(kind, level, lower, upper);
    }

    /** How many standard errors on either side hold a share of a normal distribution. */
    static double normalQuantile(double level) {
        if (level > 0 && level < 1) {
            return TailProbability.quantileOfNormal(level);
        }
        throw Require.outside("level", "in (0, 1)", level);
    }

    /**
     * The scale on which the limits are symmetric.
     *
     * @return the kind
     */
    public LimitKind kind() {
        return kind;
    }

    /**
     * How sure the limits are.
     *
     * @return the confidence level, in (0, 1)
     */
    public double level() {
        return level;
    }

    /**
     * The lower limits.
     *
     * @return a new array with one for each step of the curve, in that order
     */
    public double[] lower() {
        return lower.clone();
    }

    /**
     * The upper limits.
     *
     * @return a new array with one for each step of the curve, in that order
     */
    public double[] upper() {
        return upper.clone();
    }

    int size() {
        return lower.length;
    }

    double lower(int step) {
        return lower[step];
    }

    double upper(int step) {
        return upper[step];
    }
}
