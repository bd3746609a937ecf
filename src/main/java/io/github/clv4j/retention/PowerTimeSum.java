package io.github.clv4j.retention;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The sum of {@code S(t) exp(-rho t)} over t = 0 .. n - 1 for a survival curve that is a function of {@link PowerTime}, n
 * without limit if wanted.
 *
 * <p>The first terms are added one by one. Where they have become so smooth that each is within 1 % of the one before, the
 * rest is an integral over the logarithm of time with two terms of the Euler-Maclaurin formula (in its form for the
 * middles of steps), right to about 1e-15 of the sum. So a sum of any length, or over a tail of any weight, ends after some
 * thousand evaluations.
 */
final class PowerTimeSum {

    /** The logarithm of a survival curve. */
    interface Survival {

        /** log S at a time. */
        double log(double time);

        /** log S at a time given by its logarithm, which may be too large for a double. */
        double logAtLog(double logTime);
    }

    private static final int LEAST_TERMS = 256;
    private static final double SMOOTH = 0.01;
    private static final double NEGLIGIBLE = 0x1p-54;
    private static final int NODES = 16;

    /** Sixteen nodes integrate an exponential to the last digits while its exponent changes by no more than this. */
    private static final double WIDEST = 8;

    /** Where the clock shows this many times the sum of the parameters, S is a power of it but for rounding. */
    private static final double FAR = 1e17;

    /** With an exponent above this, the first terms are looked at together as long as nobody leaves. */
    private static final double STEEP = 20;

    /** From this many times the exponent on, S falls over so many steps that their sum is an integral to the last digits. */
    private static final double WIDE = 5;

    /** A log of S that cannot be told from 0 in any sum. */
    private static final double NOBODY = 0x1p-80;

    private static final double LARGEST_WHOLE = 0x1p53;
    private static final double LONGEST = 1e300;

    private final PowerTime clock;
    private final Survival survival;
    private final double tailPower;
    private final double farOut;
    private final double growth;

    /**
     * A sum.
     *
     * @param clock the clock
     * @param survival S
     * @param tailPower the power p of a tail t^-p, infinite where S falls faster than any
     * @param scale what the clock has to be well beyond for S to be that power
     * @param growth rho, at least 0
     */
    PowerTimeSum(PowerTime clock, Survival survival, double tailPower, double scale, double growth) {
        this.clock = clock;
        this.survival = survival;
        this.tailPower = tailPower;
        this.farOut = FAR * (1 + scale);
        this.growth = growth;
    }

    /** The sum of a whole number of terms, or of all. */
    double of(double terms) {
        if (terms == Double.POSITIVE_INFINITY && growth == 0 && tailPower <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double first = clock.exponent() > STEEP ? withNobodyGone(terms) : 0;
        double sum = growth == 0 || first == 0 ? first : StrictMath.expm1(-growth * first) / StrictMath.expm1(-growth);
        double before = first == 0 ? 0 : -growth * (first - 1);
        for (double t = first; t < terms; t++) {
            double log = logTerm(t);
            double fall = before - log;
            if (Double.isNaN(log)) {
                throw new IllegalStateException("log S is NaN at " + t + " for " + survival);
            }
            if (t >= LEAST_TERMS && fall <= SMOOTH && isWide(t)) {
                return sum + rest(t, terms);
            }
            double term = StrictMath.exp(log);
            sum += term;
            if (t > 0 && term * (t + 1) <= NEGLIGIBLE * sum * fall) {
                return sum;
            }
            before = log;
        }
        return sum;
    }

    /** A whole number of terms during which S is 1, at most as many as there are. */
    private double withNobodyGone(double terms) {
        double there = 0;
        double gone = Math.min(terms, LONGEST);
        while (gone - there > Math.max(1, there / LARGEST_WHOLE * 8)) {
            double middle = StrictMath.floor((there + gone) / 2);
            if (survival.log(middle) >= -NOBODY) {
                there = middle;
            } else {
                gone = middle;
            }
        }
        return there;
    }

    private double rest(double from, double to) {
        return to - from < LEAST_TERMS
                ? plain(from, to)
                : integral(from - 0.5, to - 0.5) + correction(from) - (Double.isInfinite(to) ? 0 : correction(to));
    }

    private double plain(double from, double to) {
        double sum = 0;
        for (double t = from; t < to; t++) {
            sum += term(t);
        }
        return sum;
    }

    /** f'(m) / 24 - 7 f'''(m) / 5760 in the middle m of the step to a time, by differences. */
    private double correction(double time) {
        double first = term(time) - term(time - 1);
        double third = term(time + 1) - term(time - 2) - 3 * first;
        return first / 24 - 17 * third / 5760;
    }

    private double integral(double from, double to) {
        double end = StrictMath.log(to);
        double start = StrictMath.log(from);
        double sum = 0;
        double before = 0;
        GaussIntegratorFactory nodes = new GaussIntegratorFactory();
        while (start < end) {
            if (growth == 0 && Double.isInfinite(end) && isFar(start)) {
                return sum + density(start) / (tailPower - 1);
            }
            double stop = Math.min(end, start + width(start));
            if (stop == start) {
                return sum; // S falls to nothing within what a double tells apart
            }
            double panel = nodes.legendre(NODES, start, stop).integrate(this::density);
            sum += panel;
            if (!(sum < Double.POSITIVE_INFINITY)) {
                return Double.POSITIVE_INFINITY; // too large for a double; the integrator makes a NaN of it
            }
            if (panel == 0 || (panel < before && panel * panel <= NEGLIGIBLE * sum * (before - panel))) {
                return sum;
            }
            before = panel;
            start = stop;
        }
        return sum;
    }

    private boolean isWide(double time) {
        return clock.age() + time >= WIDE * clock.exponent() || time >= LARGEST_WHOLE / 2;
    }

    private boolean isFar(double logTime) {
        return clock.elapsedAtLog(logTime) > farOut && logTime > StrictMath.log(FAR * clock.age());
    }

    /** A stretch of log time over which a polynomial follows the curve to the last digits. */
    private double width(double start) {
        double slow = Math.min(2 / clock.exponent(), growth > 0 ? 1 : clock.age() > 0 ? 2 : WIDEST);
        double there = logSurvivalAtLog(start);
        while (there - logSurvivalAtLog(start + slow) > WIDEST) {
            slow /= 2;
        }
        return slow;
    }

    private double logSurvivalAtLog(double logTime) {
        return survival.logAtLog(logTime);
    }

    private double density(double logTime) {
        double discount = growth == 0 ? 0 : growth * StrictMath.exp(logTime);
        return StrictMath.exp(logSurvivalAtLog(logTime) + logTime - discount);
    }

    private double term(double time) {
        return StrictMath.exp(logTerm(time));
    }

    private double logTerm(double time) {
        return survival.log(time) - growth * time;
    }
}
