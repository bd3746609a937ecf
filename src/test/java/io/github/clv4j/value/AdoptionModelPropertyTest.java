package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AdoptionModelPropertyTest {

    private static final List<String> FEATURES = List.of("tenure", "charges");
    private static final double ADDITION = 1e-12;

    @Property
    void columnsGiveTheBitsOfTheScalarForm(
            @ForAll("models") AdoptionModel model, @ForAll("customers") double[][] rows) {
        double[] eligible = AnyNumber.column(rows, 0);
        double[][] columns = {AnyNumber.column(rows, 1), AnyNumber.column(rows, 2)};
        ColumnarContract.assertSameBits(
                rows.length,
                row -> model.adoptionProbability(eligible[row], rows[row][1], rows[row][2]),
                (from, to, out) -> model.adoptionProbability(eligible, columns, from, to, out));
    }

    @Property
    void theProbabilityIsThatOfTheLogOddsInsideTheFilterAndZeroOutside(
            @ForAll("models") AdoptionModel model, @ForAll("ordinaryCustomers") double[][] rows) {
        double[] b = model.coefficients();
        for (double[] x : rows) {
            double expected = 1 / (1 + Math.exp(-(model.intercept() + b[0] * x[0] + b[1] * x[1])));
            assertThat(model.adoptionProbability(1, x)).isBetween(0.0, 1.0).isCloseTo(expected, within(ADDITION));
            assertThat(model.adoptionProbability(0, x)).isZero();
        }
    }

    @Provide
    Arbitrary<AdoptionModel> models() {
        Arbitrary<Double> coefficient = Arbitraries.doubles().between(-2, 2).ofScale(9);
        Arbitrary<double[]> two = coefficient.array(double[].class).ofSize(FEATURES.size());
        return Combinators.combine(coefficient, two, two)
                .as((intercept, coefficients, means) -> AdoptionModel.of(FEATURES, intercept, coefficients, means));
    }

    @Provide
    Arbitrary<double[][]> customers() {
        return AnyNumber.rows(AnyNumber.mostly(Arbitraries.of(0.0, 1.0)), AnyNumber.any(), AnyNumber.any());
    }

    @Provide
    Arbitrary<double[][]> ordinaryCustomers() {
        Arbitrary<Double> value = Arbitraries.doubles().between(-100, 100).ofScale(9);
        return AnyNumber.rows(value, value);
    }
}
