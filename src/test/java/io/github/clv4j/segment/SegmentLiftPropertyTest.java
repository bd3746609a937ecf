package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentLiftPropertyTest {

    private static final byte UNTOUCHED = 42;
    private static final List<Axis> AXES = List.of(Axis.values());

    @Property
    void columnsGiveWhatTheBestLiftNeeds(@ForAll("customers") double[][] rows, @ForAll("cuts") CutPoints cuts) {
        ThreeDimensionalSegmenter segmenter = ThreeDimensionalSegmenter.of(cuts);
        ColumnarContract.assertSameBits(
                rows.length,
                row -> best(segmenter, rows[row]).map(SegmentLift::needed).orElse(0.0),
                (from, to, out) -> lift(segmenter, rows, from, to, new byte[rows.length], out));
    }

    @Property
    void columnsGiveTheAxisOfTheBestLift(@ForAll("customers") double[][] rows, @ForAll("cuts") CutPoints cuts) {
        ThreeDimensionalSegmenter segmenter = ThreeDimensionalSegmenter.of(cuts);
        byte[] axes = new byte[rows.length + 2];
        Arrays.fill(axes, UNTOUCHED);

        lift(segmenter, rows, 0, rows.length, axes, new double[rows.length]);

        for (int i = 0; i < rows.length; i++) {
            assertThat(axes[i]).isEqualTo(axisOrNone(segmenter, rows[i]));
        }
        assertThat(axes).endsWith(UNTOUCHED, UNTOUCHED);
    }

    /** Found by comparing every lift with every other. */
    @Property
    void noLiftHasASmallerGapThanTheBest(@ForAll("finiteCustomers") double[][] rows, @ForAll("cuts") CutPoints cuts) {
        ThreeDimensionalSegmenter segmenter = ThreeDimensionalSegmenter.of(cuts);
        for (double[] row : rows) {
            List<SegmentLift> lifts = segmenter.explain(row[0], row[1], row[2]).lifts();
            Optional<SegmentLift> best = best(segmenter, row);
            assertThat(best.isEmpty()).isEqualTo(lifts.isEmpty());
            best.ifPresent(least -> assertThat(lifts)
                    .noneMatch(other -> other.relativeGap() < least.relativeGap())
                    .noneMatch(other -> Double.isNaN(least.relativeGap()) && !Double.isNaN(other.relativeGap())));
        }
    }

    @Property
    void aCustomerBroughtToTheCutIsInTheTarget(
            @ForAll("finiteCustomers") double[][] rows, @ForAll("cuts") CutPoints cuts) {
        ThreeDimensionalSegmenter segmenter = ThreeDimensionalSegmenter.of(cuts);
        for (double[] row : rows) {
            for (SegmentLift lift : segmenter.explain(row[0], row[1], row[2]).lifts()) {
                double[] moved = row.clone();
                moved[AXES.indexOf(lift.axis())] = lift.to();
                assertThat(segmenter.segment(moved[0], moved[1], moved[2])).isSameAs(lift.target());
                assertThat(lift.needed()).isPositive();
            }
        }
    }

    private static Optional<SegmentLift> best(ThreeDimensionalSegmenter segmenter, double[] row) {
        return segmenter.explain(row[0], row[1], row[2]).lift();
    }

    private static byte axisOrNone(ThreeDimensionalSegmenter segmenter, double[] row) {
        try {
            return best(segmenter, row)
                    .map(lift -> (byte) AXES.indexOf(lift.axis()))
                    .orElse(ThreeDimensionalSegmenter.NO_AXIS);
        } catch (IllegalArgumentException refused) {
            return ThreeDimensionalSegmenter.NO_AXIS;
        }
    }

    private static void lift(
            ThreeDimensionalSegmenter segmenter, double[][] rows, int from, int to, byte[] axes, double[] needed) {
        segmenter.lift(
                AnyNumber.column(rows, 0),
                AnyNumber.column(rows, 1),
                AnyNumber.column(rows, 2),
                from,
                to,
                axes,
                needed);
    }

    /** Small whole numbers, so that values meet their cuts, and gaps each other. */
    private static Arbitrary<Double> ordinary() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-4, 4).map(Integer::doubleValue),
                Arbitraries.doubles().between(-5, 5).ofScale(9));
    }

    @Provide
    Arbitrary<CutPoints> cuts() {
        Arbitrary<Double> cut = AnyNumber.mostly(ordinary()).filter(Double::isFinite);
        return cut.array(Double[].class).ofSize(3).map(c -> CutPoints.of(c[0], c[1], c[2]));
    }

    @Provide
    Arbitrary<double[][]> customers() {
        Arbitrary<Double> any = AnyNumber.mostly(ordinary());
        return AnyNumber.rows(any, any, any);
    }

    @Provide
    Arbitrary<double[][]> finiteCustomers() {
        return AnyNumber.rows(ordinary(), ordinary(), ordinary());
    }
}
