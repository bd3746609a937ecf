package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KaplanMeierPropertyTest {

    /** Few whole months, so that there are ties of every kind. */
    private static ObservedTenures tenures(long seed, int customers, boolean late) {
        Random random = new Random(seed);
        double[] entries =
                random.ints(customers, 0, late ? 6 : 1).asDoubleStream().toArray();
        double[] times = Arrays.stream(entries)
                .map(entry -> entry + (late ? 1 : 0) + random.nextInt(8))
                .toArray();
        double[] left = random.ints(customers, 0, 2).asDoubleStream().toArray();
        ObservedTenures tenures = ObservedTenures.of(times, left);
        return late ? tenures.withEntries(entries) : tenures;
    }

    @Property(tries = 300)
    void everyRowFollowsFromTheDefinition(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int customers, @ForAll boolean late) {
        ObservedTenures tenures = tenures(seed, customers, late);
        double alive = 1;
        double hazard = 0;
        for (SurvivalStep step : KaplanMeier.of(tenures).steps()) {
            double t = step.time();
            int[] atRisk = IntStream.range(0, customers)
                    .filter(i -> tenures.time(i) >= t && (!late || tenures.entry(i) < t))
                    .toArray();
            long events = Arrays.stream(atRisk)
                    .filter(i -> tenures.time(i) == t && tenures.left(i))
                    .count();
            long censored = Arrays.stream(atRisk)
                    .filter(i -> tenures.time(i) == t && !tenures.left(i))
                    .count();
            alive *= 1 - (double) events / atRisk.length;
            hazard += (double) events / atRisk.length;
            assertThat(step.atRisk()).isEqualTo(atRisk.length);
            assertThat(step.events()).isEqualTo((int) events);
            assertThat(step.censored()).isEqualTo((int) censored);
            assertThat(step.survival()).isCloseTo(alive, within(1e-14));
            assertThat(step.cumulativeHazard()).isCloseTo(hazard, within(1e-13));
        }
    }

    /** Without censoring S is the share of customers still there, and its error that of a share. */
    @Property(tries = 100)
    void withoutCensoringTheCurveIsAShare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int customers) {
        double[] times =
                new Random(seed).ints(customers, 0, 20).asDoubleStream().toArray();
        double[] left = new double[customers];
        Arrays.fill(left, 1);
        for (SurvivalStep step : KaplanMeier.of(ObservedTenures.of(times, left)).steps()) {
            double share =
                    (double) Arrays.stream(times).filter(t -> t > step.time()).count() / customers;
            assertThat(step.survival()).isCloseTo(share, within(1e-13));
            if (share > 0) {
                assertThat(step.standardError()).isCloseTo(Math.sqrt(share * (1 - share) / customers), within(1e-13));
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfTheCustomersDoesNotMatter(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int customers, @ForAll boolean late) {
        ObservedTenures tenures = tenures(seed, customers, late);
        int[] reversed =
                IntStream.range(0, customers).map(i -> customers - 1 - i).toArray();
        List<SurvivalStep> steps = KaplanMeier.of(tenures).steps();
        assertThat(KaplanMeier.of(tenures.select(reversed)).steps()).isEqualTo(steps);
    }

    @Property(tries = 100)
    void timeInAnotherUnitMovesTheStepsOnly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int customers) {
        ObservedTenures tenures = tenures(seed, customers, false);
        double[] left = IntStream.range(0, customers)
                .mapToDouble(i -> tenures.left(i) ? 1 : 0)
                .toArray();
        double[] days = Arrays.stream(tenures.times()).map(t -> 30.4 * t).toArray();
        List<SurvivalStep> steps = KaplanMeier.of(tenures).steps();
        List<SurvivalStep> scaled =
                KaplanMeier.of(ObservedTenures.of(days, left)).steps();
        assertThat(scaled).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(scaled.get(i).time()).isEqualTo(30.4 * steps.get(i).time());
            assertThat(scaled.get(i).survival()).isEqualTo(steps.get(i).survival());
        }
    }

    @Property(tries = 100)
    void limitsEncloseTheCurve(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int customers) {
        KaplanMeier curve = KaplanMeier.of(tenures(seed, customers, false));
        for (LimitKind kind : LimitKind.values()) {
            SurvivalLimits limits = curve.limits(kind, 0.95);
            for (int i = 0; i < curve.size(); i++) {
                if (curve.survival(i) > 0 && curve.survival(i) < 1) {
                    assertThat(limits.lower()[i]).isBetween(0.0, curve.survival(i));
                    assertThat(limits.upper()[i]).isBetween(curve.survival(i), 1.0);
                }
            }
        }
    }
}
