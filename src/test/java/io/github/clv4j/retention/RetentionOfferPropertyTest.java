package io.github.clv4j.retention;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class RetentionOfferPropertyTest {

    @Property
    void columnsGiveTheBitsOfTheScalarForm(
            @ForAll("rows") double[][] rows,
            @ForAll @DoubleRange(min = -1, max = 1) double effect,
            @ForAll @DoubleRange(max = Double.MAX_VALUE) double cost) {
        RetentionOffer offer = RetentionOffer.of(effect, cost);
        double[] churn = AnyNumber.column(rows, 0);
        double[] value = AnyNumber.column(rows, 1);

        ColumnarContract.assertSameBits(
                rows.length,
                i -> offer.breakEvenSpend(churn[i], value[i]),
                (from, to, out) -> offer.breakEvenSpend(churn, value, from, to, out));
        ColumnarContract.assertSameBits(
                rows.length,
                i -> offer.gain(churn[i], value[i]),
                (from, to, out) -> offer.gain(churn, value, from, to, out));
    }

    @Provide
    Arbitrary<double[][]> rows() {
        return AnyNumber.rows(AnyNumber.mostlyProbability(), AnyNumber.any());
    }
}
