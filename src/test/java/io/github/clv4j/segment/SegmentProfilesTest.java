package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SegmentProfilesTest {

    private static final byte GOLD = Segment.GOLD.index();
    private static final byte LOYAL = Segment.LOYAL.index();
    private static final byte NONE = ThreeDimensionalSegmenter.NO_SEGMENT;

    @Test
    void aProfileHasCountShareMeansAndShareOfValue() {
        SegmentProfiles profiles = SegmentProfiles.of(
                new double[] {100, 40, 200, 10},
                new double[] {0, 20, 10, 20},
                new double[] {0.5, 0.25, 1, 0.75},
                new byte[] {GOLD, LOYAL, GOLD, LOYAL});
        assertThat(profiles.of(Segment.GOLD))
                .isEqualTo(new SegmentProfile(Segment.GOLD, 2, 0.5, 150, 5, 0.75, 310.0 / 400));
        assertThat(profiles.of(Segment.LOYAL))
                .isEqualTo(new SegmentProfile(Segment.LOYAL, 2, 0.5, 25, 20, 0.5, 90.0 / 400));
        assertThat(profiles.all()).extracting(SegmentProfile::segment).isEqualTo(Segment.all());
    }

    @Test
    void customersWithoutASegmentAreLeftOut() {
        SegmentProfiles profiles = SegmentProfiles.of(
                new double[] {100, Double.NaN, 1000},
                new double[] {0, 1, Double.POSITIVE_INFINITY},
                new double[] {0.5, 0.5, 0.5},
                new byte[] {GOLD, NONE, NONE});
        assertThat(profiles.of(Segment.GOLD)).isEqualTo(new SegmentProfile(Segment.GOLD, 1, 1, 100, 0, 0.5, 1));
        assertThat(profiles.all()).extracting(SegmentProfile::customers).containsExactly(0, 1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void anEmptySegmentHasNoMeans() {
        SegmentProfiles profiles =
                SegmentProfiles.of(new double[] {100}, new double[] {0}, new double[] {0.5}, new byte[] {GOLD});
        assertThat(profiles.of(Segment.PLATINUM))
                .isEqualTo(new SegmentProfile(Segment.PLATINUM, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0));
    }

    @Test
    void aBaseInWhichNobodyHasASegmentHasNoShares() {
        SegmentProfiles profiles =
                SegmentProfiles.of(new double[] {100}, new double[] {0}, new double[] {0.5}, new byte[] {NONE});
        for (SegmentProfile profile : profiles.all()) {
            assertThat(profile.customers()).isZero();
            assertThat(profile.share()).isNaN();
            assertThat(profile.valueShare()).isNaN();
        }
    }

    @Test
    void valueThatAddsUpToNothingHasNoShares() {
        SegmentProfiles profiles =
                SegmentProfiles.of(new double[] {5, -5}, new double[2], new double[2], new byte[] {GOLD, LOYAL});
        assertThat(profiles.of(Segment.GOLD).valueShare()).isNaN();
        assertThat(profiles.of(Segment.GOLD).share()).isEqualTo(0.5);
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        byte[] two = {GOLD, GOLD};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentProfiles.of(new double[1], new double[2], new double[2], two))
                .withMessage("current must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentProfiles.of(new double[2], new double[3], new double[2], two))
                .withMessage("potential must have length 2, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentProfiles.of(new double[2], new double[2], new double[0], two))
                .withMessage("loyalty must have length 2, but had 0");
    }
}
