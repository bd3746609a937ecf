package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Log-weights over a wide range, with customers who come and go, against the plain definition. */
class CoxOutlierPropertyTest {

    private static final int CUSTOMERS = 120;

    private final double[] x = new double[CUSTOMERS];
    private final double[] entries = new double[CUSTOMERS];
    private final double[] times = new double[CUSTOMERS];
    private final double[] left = new double[CUSTOMERS];

    private void makeUp(long seed, boolean tied) {
        Random random = new Random(seed);
        for (int i = 0; i < CUSTOMERS; i++) {
            double tail = random.nextInt(8) == 0 ? 10 : 1;
            x[i] = tail * random.nextGaussian();
            double entry = 10 * random.nextDouble();
            double time = entry + (random.nextInt(3) == 0 ? 10 : 0.5) * random.nextDouble();
            entries[i] = tied ? Math.floor(entry) : entry;
            times[i] = tied ? Math.floor(time) + 1 : time;
            left[i] = random.nextInt(3) > 0 ? 1 : 0;
        }
    }

    private boolean atRisk(int row, double time) {
        return times[row] >= time && entries[row] < time;
    }

    /** Log-likelihood, slope and curvature at b, one time after the other, each scaled by the largest at risk. */
    private double[] definition(double b, TiedTimes ties) {
        double[] sums = new double[3];
        double[] leaving = IntStream.range(0, CUSTOMERS)
                .filter(i -> left[i] == 1)
                .mapToDouble(i -> times[i])
                .distinct()
                .toArray();
        for (double time : leaving) {
            int[] those =
                    IntStream.range(0, CUSTOMERS).filter(i -> atRisk(i, time)).toArray();
            double largest =
                    Arrays.stream(those).mapToDouble(i -> b * x[i]).max().orElseThrow();
            int[] leavers = Arrays.stream(those)
                    .filter(i -> times[i] == time && left[i] == 1)
                    .toArray();
            for (int l = 0; l < leavers.length; l++) {
                double gone = ties == TiedTimes.EFRON ? (double) l / leavers.length : 0;
                double[] weights = Arrays.stream(those)
                        .mapToDouble(
                                i -> Math.exp(b * x[i] - largest) * (times[i] == time && left[i] == 1 ? 1 - gone : 1))
                        .toArray();
                double total = Arrays.stream(weights).sum();
                double mean = IntStream.range(0, those.length)
                                .mapToDouble(k -> weights[k] * x[those[k]])
                                .sum()
                        / total;
                double variance = IntStream.range(0, those.length)
                                .mapToDouble(k -> weights[k] * (x[those[k]] - mean) * (x[those[k]] - mean))
                                .sum()
                        / total;
                sums[0] += b * x[leavers[l]] - largest - Math.log(total);
                sums[1] += x[leavers[l]] - mean;
                sums[2] += variance;
            }
        }
        return sums;
    }

    @Property(tries = 100)
    void theSweepIsTheDefinition(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -40, max = 40) double b,
            @ForAll TiedTimes ties,
            @ForAll boolean tied) {
        makeUp(seed, tied);
        Design design = new Design(List.of("x"), new double[][] {x});
        double deviation = 1 / design.model(new double[] {1, 1}).coefficients()[0];
        ObservedTenures tenures = ObservedTenures.of(times, left).withEntries(entries);
        CoxLikelihood.Point point =
                new CoxLikelihood(new CoxRows(design, tenures), ties, 1).at(new double[] {b * deviation});
        double[] expected = definition(b, ties);
        assertThat(point.logLikelihood()).isCloseTo(expected[0], within(1e-11 * Math.max(1, Math.abs(expected[0]))));
        assertThat(point.gradient()[0] * deviation)
                .isCloseTo(expected[1], within(1e-10 * Math.max(1, Math.abs(expected[1]))));
        assertThat(point.information()[0][0] * deviation * deviation)
                .isCloseTo(expected[2], within(1e-8 * Math.max(1, expected[2])));
    }
}
