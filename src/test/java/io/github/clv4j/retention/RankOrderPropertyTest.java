package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankOrderPropertyTest {

    @Property
    void itIsAStableSortOfThoseWhoTakePart(@ForAll("ranks") List<Double> ranks) {
        double[] rank = ranks.stream().mapToDouble(Double::doubleValue).toArray();
        int[] odd = IntStream.range(0, rank.length).filter(k -> k % 2 == 1).toArray();

        assertThat(RankOrder.of(rank, odd, odd.length))
                .containsExactly(IntStream.of(odd)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -rank[k]))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    @Provide
    Arbitrary<List<Double>> ranks() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(0, 10),
                        Arbitraries.of(0.0, 1.0, 2.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY))
                .list()
                .ofMaxSize(40);
    }
}
