package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clv4j.retention.FitException.Reason;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MonotoneLikelihoodPropertyTest {

    private static double[] flags(int customers, IntPredicate is) {
        return IntStream.range(0, customers)
                .mapToDouble(i -> is.test(i) ? 1 : 0)
                .toArray();
    }

    /** Customers in whole months, some of whom entered late. */
    private static ObservedTenures tenures(Random random, int customers, boolean late) {
        double[] entries =
                random.ints(customers, 0, late ? 4 : 1).asDoubleStream().toArray();
        double[] times = IntStream.range(0, customers)
                .mapToDouble(i -> entries[i] + 1 + random.nextInt(12))
                .toArray();
        ObservedTenures tenures = ObservedTenures.of(times, flags(customers, i -> random.nextInt(3) > 0));
        return late ? tenures.withEntries(entries) : tenures;
    }

    /** Whoever holds the level stays, and some of them were at risk when others left. */
    @Property(tries = 150)
    void aLevelOfWhichNobodyLeavesIsNamed(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 120) int customers,
            @ForAll TiedTimes ties,
            @ForAll boolean late) {
        Random random = new Random(seed);
        ObservedTenures tenures = tenures(random, customers, late);
        double[] age = random.doubles(customers, 20, 70).toArray();
        double[] level = flags(customers, i -> !tenures.left(i) && i % 2 == 0);
        Assume.that(IntStream.range(0, customers).anyMatch(i -> level[i] == 1 && sawLeaving(tenures, i)));
        FitException refusal = catchThrowableOfType(
                FitException.class,
                () -> CoxRegression.withDefaults()
                        .withTies(ties)
                        .fit(List.of("age", "level"), new double[][] {age, level}, tenures));
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns().get(0)).isEqualTo("level");
    }

    private static boolean sawLeaving(ObservedTenures tenures, int row) {
        return IntStream.range(0, tenures.customers())
                .anyMatch(i -> tenures.left(i)
                        && tenures.time(i) <= tenures.time(row)
                        && (!tenures.hasEntries() || tenures.entry(row) < tenures.time(i)));
    }

    /** Once one of them leaves while others without it stay, there is an estimate. */
    @Property(tries = 100)
    void aLevelOfWhichFewLeaveHasAnEstimate(
            @ForAll long seed, @ForAll @IntRange(min = 60, max = 120) int customers, @ForAll boolean late) {
        Random random = new Random(seed);
        ObservedTenures tenures = tenures(random, customers, late);
        double[] level = flags(customers, i -> i % 2 == 0);
        CoxFit fit = CoxRegression.withDefaults().fit(List.of("level"), new double[][] {level}, tenures);
        assertThat(fit.coefficients().get(0).estimate()).isBetween(-3.0, 3.0);
    }
}
