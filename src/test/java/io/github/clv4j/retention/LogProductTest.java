package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogProductTest {

    @Test
    void theLogOfAProductIsTheSumOfTheLogs() {
        Random random = new Random(6);
        LogProduct product = new LogProduct();
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double factor = i % 10 == 0 ? LogProduct.LEAST_FACTOR : random.nextDouble();
            product.times(factor);
            sum += Math.log(factor);
        }
        product.add(-5000);
        assertThat(product.value()).isCloseTo(sum - 5000, within(1e-12 * Math.abs(sum)));
    }

    @Test
    void theEmptyProductIsOne() {
        assertThat(new LogProduct().value()).isEqualTo(0);
    }
}
