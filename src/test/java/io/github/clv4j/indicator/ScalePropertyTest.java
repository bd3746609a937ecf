package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every scale, whatever its kind and its numbers. */
class ScalePropertyTest {

    private static final double ROUNDING = 1e-15;
    private static final int VALUES = 50;

    @Property(tries = 300)
    void aScoreIsFromZeroToOne(@ForAll("scales") Scale scale, @ForAll Random random) {
        for (int k = 0; k < VALUES; k++) {
            assertThat(scale.score(RandomIndexTree.value(random, scale))).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 300)
    void reversedItScoresOneLess(@ForAll("scales") Scale scale, @ForAll Random random) {
        Scale reversed = scale.reversed();
        assertThat(reversed.lowest()).isEqualTo(scale.lowest());
        assertThat(reversed.highest()).isEqualTo(scale.highest());
        for (int k = 0; k < VALUES; k++) {
            double value = RandomIndexTree.value(random, scale);
            assertThat(reversed.score(value)).isCloseTo(1 - scale.score(value), within(ROUNDING));
        }
    }

    @Property(tries = 300)
    void reversedTwiceItIsItself(@ForAll("scales") Scale scale) {
        Assume.that(!(scale instanceof Scale.Piecewise)); // 1 - (1 - s) need not be s in the last bit
        assertThat(scale.reversed().reversed()).isEqualTo(scale).hasSameHashCodeAs(scale);
        assertThat(scale.reversed()).isNotEqualTo(scale);
    }

    @Property(tries = 300)
    void aMonotoneScaleRisesOrFallsThroughout(@ForAll("monotone") Scale scale, @ForAll Random random) {
        double sign = RandomIndexTree.lowIsBest(scale) ? -1 : 1;
        for (int k = 0; k < VALUES; k++) {
            double one = RandomIndexTree.value(random, scale);
            double other = random.nextBoolean() ? RandomIndexTree.value(random, scale) : next(scale, one);
            double rise = scale.score(Math.max(one, other)) - scale.score(Math.min(one, other));
            assertThat(sign * rise).isGreaterThanOrEqualTo(0);
        }
    }

    private static double next(Scale scale, double value) {
        return scale.admits(Math.nextUp(value)) ? Math.nextUp(value) : Math.nextDown(value);
    }

    @Property(tries = 300)
    void theWorstScoresZeroAndTheBestOne(@ForAll("monotone") Scale scale) {
        assertThat(scale.score(RandomIndexTree.worst(scale))).isEqualTo(0);
        assertThat(scale.score(RandomIndexTree.best(scale))).isEqualTo(1);
    }

    /** Answers beyond the ends are refused instead. */
    @Property(tries = 300)
    void beyondItsEndsItIsLevel(@ForAll("scales") Scale scale, @ForAll Random random) {
        double below = Math.nextDown(scale.lowest());
        double above = Math.nextUp(scale.highest());
        double further = 100 * random.nextDouble();
        if (scale instanceof Scale.Likert) {
            assertThat(scale.admits(below)).isFalse();
            assertThat(scale.admits(above)).isFalse();
        } else {
            assertThat(scale.score(below - further)).isEqualTo(scale.score(below));
            assertThat(scale.score(above + further)).isEqualTo(scale.score(above));
        }
    }

    @Provide
    Arbitrary<Scale> scales() {
        return RandomIndexTree.scales();
    }

    @Provide
    Arbitrary<Scale> monotone() {
        return RandomIndexTree.monotoneScales();
    }
}
