package io.github.clv4j.base;

/**
 * Puts customers into an order that is random but for its seed, so that whoever knows the seed can draw the same sample
 * again, on any machine and with any version of Java.
 *
 * <p>The order is that of Fisher and Yates, drawn from the last place to the first, each place by the first 31 bits of the
 * next number of SplitMix64 (Steele, Lea and Flood 2014), drawn again where the remainder would favour small places. It is
 * not for secrets. Shared by the packages of clv4j; not part of what the library promises. Stateless and thread-safe.
 */
public final class SeededShuffle {

    /** The number that SplitMix64 adds to its state. */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private SeededShuffle() {}

    /**
     * A random order.
     *
     * @param n how many there are, not negative
     * @param seed any number; the same seed gives the same order
     * @return 0..n-1 in that order
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] permutation(int n, long seed) {
        if (n < 0) {
            throw Require.outside("number to shuffle", "0 or more", n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        long state = seed;
        for (int last = n - 1; last > 0; last--) {
            int bits;
            int place;
            do {
                state += GAMMA;
                bits = (int) (mixed(state) >>> 33);
                place = bits % (last + 1);
            } while (bits - place + last < 0); // of the numbers left over at the top of the 31 bits
            int swapped = order[last];
            order[last] = order[place];
            order[place] = swapped;
        }
        return order;
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
