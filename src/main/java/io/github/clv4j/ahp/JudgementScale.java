package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;

/**
 * What the words behind the numbers 1 to 9 are taken to mean as ratios. Each scale maps a judgement x in [1, 9] to a ratio,
 * 1 to 1, and a judgement below 1 to the reciprocal of what its reciprocal is mapped to. Immutable and thread-safe.
 */
public enum JudgementScale {
    /** Saaty's own: x itself, for any x above 0. */
    LINEAR("linear", "线性标度") {
        @Override
        public double apply(double judgement) {
            return Require.positive(judgement, "judgement on the linear scale");
        }
    },
    /**
     * Local weights evenly spread: {@code w / (1 - w)} with {@code w = 0.45 + 0.05 x}, that is {@code (9 + x) / (11 - x)}.
     *
     * <p>Source: Salo and Hamalainen, Journal of Multi-Criteria Decision Analysis 6 (1997) 309-319.
     */
    BALANCED("balanced", "平衡标度") {
        @Override
        double above(double x) {
            return (9 + x) / (11 - x);
        }
    },
    /**
     * {@code log2(1 + x)}: large numbers mean less.
     *
     * <p>Source: Ishizaka, Balkenborg and Kaplan, Journal of the Operational Research Society 62 (2011).
     */
    LOGARITHMIC("logarithmic", "对数标度") {
        @Override
        double above(double x) {
            return StrictMath.log(1 + x) / StrictMath.log(2);
        }
    },
    /**
     * {@code x^2}: large numbers mean more.
     *
     * <p>Source: Harker and Vargas, Management Science 33 (1987) 1383-1403.
     */
    POWER("power", "幂标度") {
        @Override
        double above(double x) {
            return x * x;
        }
    };

    private static final double LARGEST = 9;

    private final String english;
    private final String chinese;

    JudgementScale(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The ratio a judgement of at least 1 stands for. */
    double above(double x) {
        return x;
    }

    /** The ratio the strongest judgement of the scale stands for. */
    double largest() {
        return above(LARGEST);
    }

    /** The ratio of a judgement in a matrix, or an error that says which one is not on the scale. */
    double apply(double judgement, String row, String column) {
        try {
            return apply(judgement);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(MatrixEntries.label(row, column) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The ratio a judgement stands for.
     *
     * @param judgement the judgement x, in [1/9, 9], on the linear scale in (0, Inf)
     * @return the ratio; 1 for 1
     * @throws IllegalArgumentException if the judgement is outside that range, NaN included
     */
    public double apply(double judgement) {
        if (judgement >= 1 && judgement <= LARGEST) {
            return above(judgement);
        }
        if (judgement >= 1 / LARGEST && judgement < 1) {
            return 1 / above(Math.min(LARGEST, 1 / judgement));
        }
        throw Require.outside("judgement on the " + english + " scale", "in [1/9, 9]", judgement);
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }
}
