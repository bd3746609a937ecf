package io.github.clv4j.retention;

import java.util.stream.DoubleStream;

/**
 * The remissions of leukaemia patients in weeks of E. J. Freireich and others, 1963, as D. R. Cox, 1972, Regression models and
 * life-tables, prints them: 21 with the drug 6-MP, 21 without.
 */
final class Remissions {

    private static final double[] TREATED = {
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
    };
    private static final double[] TREATED_ENDED = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    private Remissions() {}

    static ObservedTenures treated() {
        return ObservedTenures.of(TREATED, TREATED_ENDED);
    }

    static ObservedTenures placebo() {
        return ObservedTenures.of(PLACEBO, ones(PLACEBO.length));
    }

    /** The treated first. */
    static ObservedTenures all() {
        return ObservedTenures.of(
                DoubleStream.concat(DoubleStream.of(TREATED), DoubleStream.of(PLACEBO))
                        .toArray(),
                DoubleStream.concat(DoubleStream.of(TREATED_ENDED), DoubleStream.of(ones(PLACEBO.length)))
                        .toArray());
    }

    /** 1 for each patient without the drug. */
    static double[] withoutDrug() {
        return DoubleStream.concat(DoubleStream.of(new double[TREATED.length]), DoubleStream.of(ones(PLACEBO.length)))
                .toArray();
    }

    private static double[] ones(int count) {
        return DoubleStream.generate(() -> 1).limit(count).toArray();
    }
}
