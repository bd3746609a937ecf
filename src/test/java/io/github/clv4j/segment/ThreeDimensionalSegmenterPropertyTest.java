package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThreeDimensionalSegmenterPropertyTest {

    private static final byte UNTOUCHED = 42;
    private static final CutPoints CUTS = CutPoints.of(0, 3, -2);
    private static final ThreeDimensionalSegmenter SEGMENTER = ThreeDimensionalSegmenter.of(CUTS);

    @Property
    void columnsGiveTheIndicesOfTheScalarForm(@ForAll("customers") double[][] rows) {
        ColumnarContract.assertSameBits(
                rows.length,
                row -> SEGMENTER
                        .segment(rows[row][0], rows[row][1], rows[row][2])
                        .index(),
                (from, to, out) -> write(rows, from, to, out));
    }

    @Property
    void eachAxisDecidesForItselfWhetherItIsHigh(@ForAll("finiteCustomers") double[][] rows) {
        for (double[] row : rows) {
            String code = SEGMENTER.segment(row[0], row[1], row[2]).code();
            assertThat(code).isEqualTo(letter(row[0], 0) + letter(row[1], 3) + letter(row[2], -2));
        }
    }

    @Property
    void theExplanationNamesTheSegmentThatIsScored(@ForAll("finiteCustomers") double[][] rows) {
        for (double[] row : rows) {
            SegmentPlacement placement = SEGMENTER.explain(row[0], row[1], row[2]);
            assertThat(placement.segment()).isSameAs(SEGMENTER.segment(row[0], row[1], row[2]));
            for (int axis = 0; axis < 3; axis++) {
                boolean high = placement.segment().code().charAt(axis) == 'H';
                assertThat(placement.axes().get(axis).isHigh()).isEqualTo(high);
            }
        }
    }

    /** Values around the cuts, many of them equal to one. */
    private static Arbitrary<Double> aroundTheCuts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-4, 4).map(Integer::doubleValue),
                Arbitraries.doubles().between(-5, 5).ofScale(9));
    }

    @Provide
    Arbitrary<double[][]> customers() {
        Arbitrary<Double> any = AnyNumber.mostly(aroundTheCuts());
        return AnyNumber.rows(any, any, any);
    }

    @Provide
    Arbitrary<double[][]> finiteCustomers() {
        return AnyNumber.rows(aroundTheCuts(), aroundTheCuts(), aroundTheCuts());
    }

    private static String letter(double value, double cut) {
        return value >= cut ? "H" : "L";
    }

    /** Widens the bytes written: no segment to NaN; bytes that were not written leave {@code out} as it is. */
    private static void write(double[][] rows, int from, int to, double[] out) {
        byte[] indices = new byte[rows.length];
        Arrays.fill(indices, UNTOUCHED);
        SEGMENTER.segment(
                AnyNumber.column(rows, 0), AnyNumber.column(rows, 1), AnyNumber.column(rows, 2), from, to, indices);
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] != UNTOUCHED) {
                out[i] = indices[i] == ThreeDimensionalSegmenter.NO_SEGMENT ? Double.NaN : indices[i];
            }
        }
    }
}
