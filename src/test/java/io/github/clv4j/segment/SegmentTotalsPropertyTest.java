package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.BlockSum;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SegmentTotalsPropertyTest {

    @Property(tries = 100)
    void partsOfAnyLengthGiveTheProfilesOfAllCustomersBitForBit(
            @ForAll @IntRange(max = 5000) int customers,
            @ForAll @IntRange(min = 1, max = 3000) int longest,
            @ForAll long seed) {
        Base base = new Base(customers, seed);
        SegmentTotals totals = new SegmentTotals();
        SplittableRandom random = new SplittableRandom(seed);
        for (int from = 0; from < customers; ) {
            int to = Math.min(customers, from + random.nextInt(longest + 1));
            totals.add(
                    Arrays.copyOfRange(base.current, from, to),
                    Arrays.copyOfRange(base.potential, from, to),
                    Arrays.copyOfRange(base.loyalty, from, to),
                    Arrays.copyOfRange(base.segments, from, to));
            from = to;
        }
        assertThat(totals.profiles().all())
                .isEqualTo(SegmentProfiles.of(base.current, base.potential, base.loyalty, base.segments)
                        .all());
    }

    @Property(tries = 50)
    void theMeansAreThoseOfBlockSumsOverAllCustomers(
            @ForAll @IntRange(min = 1, max = 5000) int customers, @ForAll long seed) {
        Base base = new Base(customers, seed);
        SegmentProfiles profiles = SegmentProfiles.of(base.current, base.potential, base.loyalty, base.segments);
        for (SegmentProfile profile : profiles.all()) {
            double[] ofSegment = new double[customers];
            for (int i = 0; i < customers; i++) {
                ofSegment[i] = base.segments[i] == profile.segment().index() ? base.current[i] : 0;
            }
            assertThat(profile.meanCurrentValue()).isEqualTo((Double) (BlockSum.of(ofSegment) / profile.customers()));
        }
    }

    @Example
    void whatIsNoSegmentIsRefusedAndNobodyIsAdded() {
        SegmentTotals totals = new SegmentTotals();
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(two, two, two, new byte[] {0, 8}))
                .withMessage("segment must be in [-1, 8), but was 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(new double[1], two, two, new byte[] {0, 1}))
                .withMessageContaining("current");
        assertThat(totals.profiles().all()).allMatch(profile -> profile.customers() == 0);
    }

    private static final class Base {

        private final double[] current;
        private final double[] potential;
        private final double[] loyalty;
        private final byte[] segments;

        Base(int customers, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            current = random.doubles(customers, -1e6, 1e6).toArray();
            potential = random.doubles(customers, 0, 1e3).toArray();
            loyalty = random.doubles(customers).toArray();
            segments = new byte[customers];
            for (int i = 0; i < customers; i++) {
                segments[i] = (byte) (random.nextInt(9) - 1);
            }
        }
    }
}
