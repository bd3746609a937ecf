package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SortKeyPropertyTest {

    @Property
    void keysAreInTheOrderOfTheirValues(@ForAll("anyBits") double a, @ForAll("anyBits") double b) {
        assertThat(Long.compare(SortKey.of(a), SortKey.of(b))).isEqualTo(Double.compare(a + 0.0, b + 0.0));
    }

    @Property
    void aKeyHasItsValue(@ForAll("anyBits") double value) {
        assertThat(SortKey.value(SortKey.of(value))).isEqualTo(value + 0.0);
    }

    @Test
    void zeroAndMinusZeroHaveTheSameKey() {
        assertThat(SortKey.of(-0.0)).isEqualTo(SortKey.of(0.0)).isZero();
        assertThat(SortKey.of(-Double.MIN_VALUE)).isNegative();
        assertThat(SortKey.of(Double.MIN_VALUE)).isEqualTo(1);
    }

    @Provide
    Arbitrary<Double> anyBits() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(value -> !Double.isNaN(value));
    }
}
