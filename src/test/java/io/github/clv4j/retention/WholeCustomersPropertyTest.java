package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WholeCustomersPropertyTest {

    /** Costs in cents, the amount a few last digits beside what the first and some others cost. */
    @Property
    void whoeverComesFirstIsNotGivenUpForRounding(
            @ForAll("costs") double[] cost,
            @ForAll @IntRange(max = 4095) int some,
            @ForAll @IntRange(min = -4, max = 4) int ulps) {
        double[] rank = new double[cost.length];
        double[] others = new double[cost.length];
        for (int k = 0; k < rank.length; k++) {
            rank[k] = 1 + k;
            others[k] = k == 0 ? 1 : (some >> k) & 1;
        }
        double sum = PlainSum.of(others, cost);
        double amount = Math.max(cost[0], sum + ulps * Math.ulp(sum));

        double[] chosen = WholeCustomers.fill(rank, cost, 0, amount);

        assertThat(chosen[0]).isEqualTo(1);
        assertThat(PlainSum.of(chosen, cost)).isLessThanOrEqualTo(amount);
        for (int k = 0; k < chosen.length; k++) {
            if (chosen[k] == 0) {
                double[] more = Arrays.copyOf(chosen, chosen.length);
                more[k] = 1;
                assertThat(PlainSum.of(more, cost)).isGreaterThan(amount);
            }
        }
    }

    @Provide
    Arbitrary<double[]> costs() {
        return Arbitraries.integers()
                .between(1, 999)
                .map(cents -> cents / 100.0)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
