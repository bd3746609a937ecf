package io.github.clv4j.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RunningBlockSumPropertyTest {

    @Property(tries = 200)
    void valuesOneAfterTheOtherHaveTheSumOfAllAtOnce(
            @ForAll @IntRange(max = 3 * BlockSum.BLOCK + 1) int count, @ForAll Random random) {
        double[] values = random.doubles(count, -1e9, 1e9).toArray();
        RunningBlockSum sum = new RunningBlockSum();
        for (double value : values) {
            sum.add(value);
        }
        assertThat(sum.value()).isEqualTo(BlockSum.of(values));
    }
}
