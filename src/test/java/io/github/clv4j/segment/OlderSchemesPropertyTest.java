package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.ColumnarContract;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;

class OlderSchemesPropertyTest {

    private static final byte UNTOUCHED = 42;

    @Property
    void columnsOfThePyramidGiveTheTiersOfTheScalarForm(@ForAll("columns") double[] values) {
        ValuePyramid pyramid = ValuePyramid.of(2, -1);
        ColumnarContract.assertSameBits(
                values.length, row -> pyramid.tier(values[row]).index(), (from, to, out) -> {
                    byte[] tiers = untouched(values.length);
                    pyramid.tier(values, from, to, tiers);
                    copy(tiers, out);
                });
    }

    @Property
    void columnsOfTheMatrixGiveTheCellsOfTheScalarForm(@ForAll("columns") double[] values) {
        ValueMatrix matrix = ValueMatrix.of(2, -1);
        double[] potential = reversed(values);
        ColumnarContract.assertSameBits(
                values.length, row -> matrix.cell(values[row], potential[row]).index(), (from, to, out) -> {
                    byte[] cells = untouched(values.length);
                    matrix.cell(values, potential, from, to, cells);
                    copy(cells, out);
                });
    }

    @Property
    void theMatrixIsTheCubeSeenWithoutLoyalty(
            @ForAll @DoubleRange(min = -5, max = 5) double current,
            @ForAll @DoubleRange(min = -5, max = 5) double potential,
            @ForAll @DoubleRange(max = 1) double loyalty) {
        CutPoints cuts = CutPoints.of(2, -1, 0.5);
        assertThat(ValueMatrix.of(cuts).cell(current, potential))
                .isSameAs(ValueCell.of(ThreeDimensionalSegmenter.of(cuts).segment(current, potential, loyalty)));
    }

    /** By counting: a cut has the share at or above it, and without the customers on it there would be too few. */
    @Property
    void aFittedCutIsTheHighestThatHasItsShareAtOrAboveIt(
            @ForAll("finite") @NotEmpty double[] values,
            @ForAll @DoubleRange(min = 0.01, max = 0.6) double highShare,
            @ForAll @DoubleRange(max = 0.4) double middleShare) {
        ValuePyramid pyramid = ValuePyramid.fit(values, highShare, middleShare);
        assertIsCut(values, pyramid.highCut(), highShare);
        assertIsCut(values, pyramid.middleCut(), highShare + middleShare);
    }

    private static void assertIsCut(double[] values, double cut, double share) {
        double rounding = 1e-12;
        assertThat(values).contains(cut);
        assertThat((double) Arrays.stream(values).filter(value -> value >= cut).count() / values.length)
                .isGreaterThanOrEqualTo(share - rounding);
        assertThat((double) Arrays.stream(values).filter(value -> value > cut).count() / values.length)
                .isLessThan(share + rounding);
    }

    @Provide
    Arbitrary<double[]> columns() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(-4, 4).ofScale(1),
                        Arbitraries.of(2.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .array(double[].class)
                .ofMaxSize(20);
    }

    /** Many ties. */
    @Provide
    Arbitrary<double[]> finite() {
        return Arbitraries.doubles()
                .between(-2, 2)
                .ofScale(1)
                .array(double[].class)
                .ofMaxSize(60);
    }

    private static byte[] untouched(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, UNTOUCHED);
        return bytes;
    }

    /** As the contract wants it: NaN for none, and what was not written left alone. */
    private static void copy(byte[] places, double[] out) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] != UNTOUCHED) {
                out[i] = places[i] == -1 ? Double.NaN : places[i];
            }
        }
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }
}
