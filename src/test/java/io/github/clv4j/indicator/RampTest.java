package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RampTest {

    private static final int VALUES = 1_000_000;

    @Test
    void theStepsHaveTheBitsOfTheQuotientAndTheTwoComparisons() {
        Random random = new Random(3);
        int different = 0;
        for (int i = 0; i < VALUES; i++) {
            double worst = random.nextGaussian() * 100;
            double range = random.nextGaussian() * 50;
            double value = worst + range * (3 * random.nextDouble() - 1);
            double weight = random.nextInt(1, 1 << 20) * 0x1p-20;
            double expected = weight * ScaleFormula.linear(value, worst, range);
            different += new Ramp(weight, worst, range).points(value) == expected ? 0 : 1;
        }
        assertThat(different).isZero();
    }
}
