package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GeometricLifetimeTest {

    private static double[] wholePeriods() {
        return IntStream.range(1, 60).mapToDouble(t -> t).toArray();
    }

    @Nested
    class OfMostWhoRenew extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return new GeometricLifetime(0.85);
        }

        @Override
        double[] steps() {
            return wholePeriods();
        }
    }

    @Nested
    class OfNobodyWhoRenews extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return new GeometricLifetime(0);
        }

        @Override
        double[] steps() {
            return wholePeriods();
        }
    }

    @Nested
    class OfEverybodyWhoRenews extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return new GeometricLifetime(1);
        }

        @Override
        double[] steps() {
            return wholePeriods();
        }
    }

    /** With r = 0.8 and d = 0.1: 1 / 0.2 periods, and 1.1 / 0.3 discounted. */
    @Test
    void theSumsOfAGeometricSeriesAreKnown() {
        GeometricLifetime lifetime = new GeometricLifetime(0.8);
        assertThat(lifetime.expectedLifetime()).isCloseTo(5, within(1e-14));
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.of(0.1, RatePeriod.YEAR)))
                .isCloseTo(11.0 / 3, within(1e-14));
        assertThat(lifetime.discountedExpectedLifetime(DiscountRate.of(0, RatePeriod.YEAR)))
                .isCloseTo(5, within(1e-14));
        assertThat(new GeometricLifetime(1).expectedLifetime()).isInfinite();
    }

    @Test
    void aRateBelowTheShareWhoLeaveHasNoFiniteSum() {
        assertThatThrownBy(() ->
                        new GeometricLifetime(0.8).discountedExpectedLifetime(DiscountRate.of(-0.2, RatePeriod.YEAR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("discountRate must be above retentionRate - 1 = -0.1")
                .hasMessageEndingWith("but was -0.2");
    }

    @Test
    void aRetentionRateIsAProbability() {
        assertThatThrownBy(() -> new GeometricLifetime(1.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retentionRate must be in [0, 1], but was 1.01");
    }

    @Test
    void nobodyIsOlderThanTheOldest() {
        assertThatThrownBy(() -> new GeometricLifetime(0).residual(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("age must be one that some customers reach, but was 1.0");
    }
}
