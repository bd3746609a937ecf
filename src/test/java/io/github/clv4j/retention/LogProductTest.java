package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogProductTest {

    @Test
    void theLogOfAProductIsTheSumOfTheLogs() {
        Random random = new Random(6);
        LogProduct product = new LogProduct();
        double[] factors = random.doubles(100_000).toArray();
        Arrays.setAll(factors, i -> i % 10 == 0 ? LogProduct.LEAST_FACTOR : factors[i]);
        double sum = Arrays.stream(factors).map(Math::log).sum();
        product.times(factors, factors.length);
        product.times(new double[] {0, 0}, 0);
        product.add(-5000);
        assertThat(product.value()).isCloseTo(sum - 5000, within(1e-12 * Math.abs(sum)));
    }

    @Test
    void theEmptyProductIsOne() {
        assertThat(new LogProduct().value()).isEqualTo(0);
    }
}
