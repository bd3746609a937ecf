package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlainSumPropertyTest {

    /** From its limit on the rest keeps the amount, and from the next number on it does not. */
    @Property
    void theLimitIsTheLastNumberThatKeepsTheAmount(
            @ForAll("costs") double[] cost, @ForAll("shares") double share, @ForAll @IntRange(max = 4) int ulps) {
        double[] shares = new double[cost.length];
        Arrays.fill(shares, 1);
        shares[cost.length / 2] = share;
        double amount = PlainSum.of(shares, cost);
        for (int i = 0; i < ulps; i++) {
            amount = Math.nextUp(amount);
        }

        double[] limits = PlainSum.limits(shares, cost, amount);

        for (int k = 0; k < cost.length; k++) {
            assertThat(from(limits[k], k, shares, cost)).isLessThanOrEqualTo(amount);
            assertThat(from(Math.nextUp(limits[k]), k, shares, cost)).isGreaterThan(amount);
        }
    }

    private static double from(double start, int after, double[] shares, double[] cost) {
        double sum = start;
        for (int k = after + 1; k < cost.length; k++) {
            sum += shares[k] * cost[k];
        }
        return sum;
    }

    @Provide
    Arbitrary<double[]> costs() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 999).map(cents -> cents / 100.0),
                        Arbitraries.doubles().between(0, 5),
                        Arbitraries.of(0.0, Double.MIN_VALUE, 1e-300, 1e-17, 1.0, 4.0, 1e16, 1e30))
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1);
    }
}
