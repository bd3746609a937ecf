package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumPropertyTest {

    @Property(tries = 200)
    void theSumIsThatOfDecimalsWithoutAnyRounding(@ForAll long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(random.nextInt(50))
                .map(u -> Math.abs(Double.longBitsToDouble(Double.doubleToLongBits(u) ^ random.nextLong())))
                .filter(Double::isFinite)
                .toArray();
        BigDecimal expected = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(new ExactSum().add(values, 0, values.length).value().bigDecimalValue())
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 3 * Double.MIN_VALUE, Double.MIN_NORMAL, 0.1, 1, Double.MAX_VALUE})
    void theEdgesOfTheRangeAreExactToo(double value) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 3000; i++) { // carries out of 63 bits, and beyond the greatest double
            sum.add(value);
        }
        assertThat(sum.value().bigDecimalValue())
                .isEqualByComparingTo(new BigDecimal(value).multiply(BigDecimal.valueOf(3000)));
    }
}
