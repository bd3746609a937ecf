package io.github.clv4j.base;

import java.util.Arrays;

/**
 * Order statistics without a full sort: in expected linear time. Shared by the packages of clv4j; not part of what the library
 * promises. Stateless and thread-safe.
 *
 * <p>The values must not be NaN. Zero and minus zero count as equal, so that which of the two is found depends on their
 * order; whoever hands a result on adds 0.0 to it.
 */
public final class Selection {

    /** Below this many values a sort costs no more than another round. */
    public static final int FEW = 512;

    /** Pivots are taken from so many values, evenly spread. */
    private static final int SAMPLE = 255;

    private Selection() {}

    /**
     * Rearranges values so that the one at a place is the one a sort would put there; none before it is greater, none after
     * it less.
     *
     * @param values the values, rearranged
     * @param from the first of the range to rearrange
     * @param to the place after the last of the range
     * @param k the place, in [from, to)
     * @return the value at that place
     */
    public static double select(double[] values, int from, int to, int k) {
        int low = from;
        int high = to;
        for (int rounds = rounds(to - from); high - low > FEW && rounds > 0; rounds--) {
            double[] sample = sample(values, low, high);
            double share = (k - low + 0.5) / (high - low);
            int split = split(values, low, high, sample[(int) (share * sample.length)]);
            if (k < split) {
                high = split;
            } else {
                low = split;
            }
        }
        Arrays.sort(values, low, high);
        return values[k];
    }

    /**
     * After so many rounds of splitting a range it is sorted: values laid out to defeat the pivots cost a sort, never more.
     *
     * @param length the length of the range
     * @return a number that values in any natural order do not need
     */
    public static int rounds(int length) {
        return 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(length));
    }

    /**
     * Values of a range, evenly spread over it, to take a pivot from.
     *
     * @param values the values
     * @param from the first of the range
     * @param to the place after the last, at least {@value #FEW} further on
     * @return some of the values in ascending order
     */
    public static double[] sample(double[] values, int from, int to) {
        double[] sample = new double[SAMPLE];
        long length = (long) to - from;
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] = values[from + (int) ((2L * i + 1) * length / (2 * SAMPLE))];
        }
        Arrays.sort(sample);
        return sample;
    }

    /**
     * Rearranges a range into those not above a pivot and those not below it, neither empty. Values equal to the pivot fall
     * on both sides, so that a range of equal values is halved.
     *
     * @param values the values, rearranged
     * @param from the first of the range
     * @param to the place after the last, at least two further on
     * @param pivot one of the values of the range
     * @return the place of the first value of the upper part
     */
    public static int split(double[] values, int from, int to, double pivot) {
        int i = from - 1;
        int j = to;
        while (true) {
            do {
                i++;
            } while (values[i] < pivot);
            do {
                j--;
            } while (values[j] > pivot);
            if (i >= j) {
                return Math.min(j + 1, to - 1); // the pivot may be the greatest and stand last
            }
            double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
