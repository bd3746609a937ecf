package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

class LogRankPropertyTest {

    private static Map<String, ObservedTenures> groups(Random random, int count, boolean late) {
        Map<String, ObservedTenures> groups = new LinkedHashMap<>();
        for (int g = 0; g < count; g++) {
            int customers = 5 + random.nextInt(40);
            int months = 2 + random.nextInt(12);
            double[] entries =
                    random.ints(customers, 0, late ? 5 : 1).asDoubleStream().toArray();
            double[] times = Arrays.stream(entries)
                    .map(entry -> entry + 1 + random.nextInt(months))
                    .toArray();
            double[] left = random.doubles(customers).map(u -> u < 0.6 ? 1 : 0).toArray();
            left[0] = 1;
            ObservedTenures tenures = ObservedTenures.of(times, left);
            groups.put("g" + g, late ? tenures.withEntries(entries) : tenures);
        }
        return groups;
    }

    private static long atRisk(ObservedTenures tenures, double time) {
        return IntStream.range(0, tenures.customers())
                .filter(i -> tenures.time(i) >= time && (!tenures.hasEntries() || tenures.entry(i) < time))
                .count();
    }

    private static long events(ObservedTenures tenures, double time) {
        return IntStream.range(0, tenures.customers())
                .filter(i -> tenures.time(i) == time && tenures.left(i))
                .count();
    }

    /** The definition, a time after the other, and a singular value decomposition for the generalised inverse. */
    @Property(tries = 200)
    void theTestFollowsFromTheDefinition(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int count, @ForAll boolean late) {
        Map<String, ObservedTenures> groups = groups(new Random(seed), count, late);
        ObservedTenures[] all = groups.values().toArray(ObservedTenures[]::new);
        double[] difference = new double[count];
        double[][] variance = new double[count][count];
        for (double t = 1; t < 20; t++) {
            double time = t;
            double n = Arrays.stream(all).mapToLong(g -> atRisk(g, time)).sum();
            double d = Arrays.stream(all).mapToLong(g -> events(g, time)).sum();
            for (int g = 0; g < count && d > 0; g++) {
                double share = atRisk(all[g], t) / n;
                difference[g] += events(all[g], t) - d * share;
                for (int h = 0; h < count && n > 1; h++) {
                    variance[g][h] += d * (n - d) / (n - 1) * share * ((g == h ? 1 : 0) - atRisk(all[h], t) / n);
                }
            }
        }
        LogRank logRank = LogRank.of(groups);
        for (int g = 0; g < count; g++) {
            assertThat(logRank.observed()[g] - logRank.expected()[g]).isCloseTo(difference[g], within(1e-10));
        }
        double expected = new ArrayRealVector(difference)
                .dotProduct(new SingularValueDecomposition(new Array2DRowRealMatrix(variance))
                        .getSolver()
                        .solve(new ArrayRealVector(difference)));
        assertThat(logRank.test().chiSquare()).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }

    @Property(tries = 100)
    void asManyAreExpectedToLeaveAsLeft(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int count) {
        LogRank logRank = LogRank.of(groups(new Random(seed), count, true));
        assertThat(Arrays.stream(logRank.expected()).sum())
                .isCloseTo(Arrays.stream(logRank.observed()).sum(), withPercentage(1e-10));
    }

    @Property(tries = 100)
    void theOrderOfTheGroupsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int count) {
        Map<String, ObservedTenures> groups = groups(new Random(seed), count, false);
        Map<String, ObservedTenures> reversed = new LinkedHashMap<>();
        IntStream.range(0, count).map(g -> count - 1 - g).forEach(g -> reversed.put("g" + g, groups.get("g" + g)));
        ChiSquareTest test = LogRank.of(groups).test();
        ChiSquareTest other = LogRank.of(reversed).test();
        assertThat(other.degreesOfFreedom()).isEqualTo(test.degreesOfFreedom());
        assertThat(other.chiSquare()).isCloseTo(test.chiSquare(), within(1e-9 * Math.max(1, test.chiSquare())));
    }
}
