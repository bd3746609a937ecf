package io.github.clv4j.timevalue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    @Test
    void retentionIsTheShareOfThoseStillThereWhoStay() {
        SurvivalCurve halving = time -> StrictMath.pow(0.5, time);
        SurvivalCurve linear = time -> Math.max(0, 1 - time / 4);
        assertThat(halving.retentionRate(3)).isEqualTo(0.5);
        assertThat(linear.retentionRate(1)).isEqualTo(3.0 / 4);
        assertThat(linear.retentionRate(3)).isEqualTo(1.0 / 2);
        assertThat(linear.retentionRate(4)).isZero();
    }

    @Test
    void whereNobodyIsLeftThereIsNoRetention() {
        assertThat(((SurvivalCurve) time -> 0).retentionRate(2)).isNaN();
    }

    @Test
    void certainCustomersNeverLeave() {
        assertThat(SurvivalCurve.certain().survivalProbability(1e9)).isEqualTo(1);
        assertThat(SurvivalCurve.certain().retentionRate(1e9)).isEqualTo(1);
    }
}
