package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RankCutPropertyTest {

    /** Whole costs, so all sums are exact. */
    @Property
    void allAboveTheCutCanBePaidForAndNotAllOnIt(
            @ForAll("ranks") List<Double> ranks,
            @ForAll List<@IntRange(max = 9) Integer> someCosts,
            @ForAll @IntRange(max = 60) int amount) {
        double[] rank = ranks.stream().mapToDouble(Double::doubleValue).toArray();
        double[] cost = new double[rank.length];
        for (int k = 0; k < cost.length; k++) {
            cost[k] = k < someCosts.size() ? someCosts.get(k) : 1;
        }
        int[] who = IntStream.range(0, rank.length).toArray();

        double cut = RankCut.of(rank, cost, who, who.length, amount);

        assertThat(IntStream.of(who)
                        .filter(k -> rank[k] > cut)
                        .mapToDouble(k -> cost[k])
                        .sum())
                .isLessThanOrEqualTo(amount);
        double onIt = IntStream.of(who)
                .filter(k -> rank[k] >= cut)
                .mapToDouble(k -> cost[k])
                .sum();
        boolean allAreOnIt = IntStream.of(who).allMatch(k -> rank[k] >= cut);
        assertThat(onIt > amount || allAreOnIt).isTrue();
    }

    /** Only those who take part count. */
    @Property
    void theOthersDoNotMatter(@ForAll("ranks") List<Double> ranks, @ForAll @IntRange(max = 60) int amount) {
        double[] rank = ranks.stream().mapToDouble(Double::doubleValue).toArray();
        double[] cost = ranks.stream().mapToDouble(r -> 3).toArray();
        int[] even = IntStream.range(0, rank.length).filter(k -> k % 2 == 0).toArray();
        double[] evenRank = IntStream.of(even).mapToDouble(k -> rank[k]).toArray();

        assertThat(RankCut.of(rank, cost, even, even.length, amount))
                .isEqualTo(RankCut.of(
                        evenRank, cost, IntStream.range(0, even.length).toArray(), even.length, amount));
    }

    @Provide
    Arbitrary<List<Double>> ranks() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(0, 10),
                        Arbitraries.integers().between(0, 3).map(Integer::doubleValue),
                        Arbitraries.of(
                                Double.POSITIVE_INFINITY,
                                Double.MAX_VALUE,
                                Double.MIN_VALUE,
                                1.0,
                                Math.nextUp(1.0),
                                Math.nextDown(1.0)))
                .list()
                .ofMaxSize(20);
    }
}
