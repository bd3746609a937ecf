package io.github.clv4j.scoring;

import java.util.Arrays;

/** What one scoring call has computed for customers of some group and age, so that it is computed once. */
final class AgeMemo {

    /** Nothing computed yet; nothing remembered is negative. */
    static final double UNKNOWN = -1;

    /** A table must end somewhere: this is 89 years, where a period is a day. */
    private static final int OLDEST = 1 << 15;

    private double[][] values = new double[0][];

    double get(int group, double age) {
        return group < values.length && age < values[group].length ? values[group][(int) age] : UNKNOWN;
    }

    void put(int group, double age, double value) {
        if (age < OLDEST) {
            reserve(group, (int) age);
            values[group][(int) age] = value;
        }
    }

    private void reserve(int group, int age) {
        if (group >= values.length) {
            int before = values.length;
            values = Arrays.copyOf(values, group + 1);
            Arrays.fill(values, before, values.length, new double[0]);
        }
        int known = values[group].length;
        if (age >= known) {
            values[group] = Arrays.copyOf(values[group], Math.min(OLDEST, 2 * age + 16));
            Arrays.fill(values[group], known, values[group].length, UNKNOWN);
        }
    }
}
