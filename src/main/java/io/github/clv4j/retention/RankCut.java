package io.github.clv4j.retention;

import java.util.Arrays;

/**
 * Where the money runs out in a ranking, found without sorting it. The ranks are not negative, so they are ordered as
 * their bits are. Digit by digit from the highest, the costs of the customers with the same digit are added, the digit
 * at which the money runs out is found, and only its customers are looked at again: five looks at most, whatever the
 * ranks, and mostly one and a half. Stateless and thread-safe.
 */
final class RankCut {

    /** The first digit is the exponent, the other four are the significand. */
    private static final int DIGIT_BITS = 13;

    private static final int FIRST_SHIFT = 52;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RankCut() {}

    /**
     * The rank at which the money runs out: all above it can be paid for, but not all that are equal to it. The sums
     * are taken in an order of their own, so this holds up to rounding.
     *
     * @param rank the rank of every customer; of those who take part at least 0 and not -0
     * @param cost the cost of every customer; of those who take part at least 0 and finite
     * @param who the places of those who take part
     * @param count how many they are
     * @param amount the money, at least 0
     * @return the rank, or one not above the lowest if all can be paid for
     */
    static double of(double[] rank, double[] cost, int[] who, int count, double amount) {
        int[] open = Arrays.copyOf(who, count);
        int left = count;
        double money = amount;
        long cut = 0;
        for (int shift = FIRST_SHIFT; shift >= 0 && left > 0; shift -= DIGIT_BITS) {
            double[] sums = sums(rank, cost, open, left, shift);
            int digit = DIGITS - 1;
            while (digit > 0 && sums[digit] <= money) {
                money -= sums[digit];
                digit--;
            }
            cut |= (long) digit << shift;
            left = keep(rank, open, left, shift, digit);
        }
        return Double.longBitsToDouble(cut);
    }

    private static double[] sums(double[] rank, double[] cost, int[] who, int count, int shift) {
        double[] sums = new double[DIGITS];
        for (int k = 0; k < count; k++) {
            sums[digit(rank[who[k]], shift)] += cost[who[k]];
        }
        return sums;
    }

    /** Moves those with the digit to the front, and counts them. */
    private static int keep(double[] rank, int[] who, int count, int shift, int digit) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int customer = who[k];
            who[kept] = customer;
            kept += digit(rank[customer], shift) == digit ? 1 : 0;
        }
        return kept;
    }

    private static int digit(double rank, int shift) {
        return (int) (Double.doubleToRawLongBits(rank) >>> shift) & (DIGITS - 1);
    }
}
