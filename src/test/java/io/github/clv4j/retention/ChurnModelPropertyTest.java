package io.github.clv4j.retention;

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

class ChurnModelPropertyTest {

    private static final List<String> FEATURES = List.of("tenure", "charges", "calls");
    private static final double ADDITION = 1e-12;

    @Property
    void columnsGiveTheBitsOfTheScalarForm(@ForAll("models") ChurnModel model, @ForAll("customers") double[][] rows) {
        double[][] columns = {AnyNumber.column(rows, 0), AnyNumber.column(rows, 1), AnyNumber.column(rows, 2)};
        ColumnarContract.assertSameBits(
                rows.length,
                row -> model.churnProbability(rows[row]),
                (from, to, out) -> model.churnProbability(columns, from, to, out));
    }

    @Property
    void aTableGivesTheBitsOfTheScalarForm(@ForAll("models") ChurnModel model, @ForAll("customers") double[][] rows) {
        FeatureTable.Builder builder = FeatureTable.builder();
        for (int j = 0; j < FEATURES.size(); j++) {
            builder.number(FEATURES.get(j), AnyNumber.column(rows, j));
        }
        FeatureTable table = builder.build();
        ColumnarContract.assertSameBits(
                rows.length,
                row -> model.churnProbability(rows[row]),
                (from, to, out) -> System.arraycopy(model.churnProbability(table), from, out, from, to - from));
        ColumnarContract.assertSameBits(
                rows.length,
                row -> model.logOdds(rows[row]),
                (from, to, out) -> System.arraycopy(model.logOdds(table), from, out, from, to - from));
    }

    @Property
    void contributionsAddUpToTheLogOddsAndTheseGiveTheProbability(
            @ForAll("models") ChurnModel model, @ForAll("ordinaryCustomers") double[][] rows) {
        for (double[] row : rows) {
            ChurnExplanation explanation = model.explain(row);
            double sum = explanation.baseline()
                    + explanation.contributions().stream()
                            .mapToDouble(FeatureContribution::amount)
                            .sum();
            assertThat(explanation.logOdds()).isCloseTo(sum, within(ADDITION));
            assertThat(explanation.probability()).isCloseTo(1 / (1 + Math.exp(-sum)), within(ADDITION));
            assertThat(explanation.contributions())
                    .extracting(FeatureContribution::name)
                    .isEqualTo(FEATURES);
        }
    }

    @Property
    void churnAndRetentionAreProbabilitiesThatAddToOne(
            @ForAll("models") ChurnModel model, @ForAll("ordinaryCustomers") double[][] rows) {
        for (double[] row : rows) {
            assertThat(model.churnProbability(row)).isBetween(0.0, 1.0);
            assertThat(model.churnProbability(row) + model.retentionProbability(row))
                    .isCloseTo(1, within(ADDITION));
        }
    }

    @Provide
    Arbitrary<ChurnModel> models() {
        Arbitrary<Double> coefficient = Arbitraries.doubles().between(-2, 2).ofScale(9);
        Arbitrary<double[]> three = coefficient.array(double[].class).ofSize(FEATURES.size());
        return Combinators.combine(coefficient, three, three)
                .as((intercept, coefficients, means) -> ChurnModel.of(FEATURES, intercept, coefficients, means));
    }

    @Provide
    Arbitrary<double[][]> customers() {
        return AnyNumber.rows(AnyNumber.any(), AnyNumber.any(), AnyNumber.any());
    }

    @Provide
    Arbitrary<double[][]> ordinaryCustomers() {
        Arbitrary<Double> value = Arbitraries.doubles().between(-100, 100).ofScale(9);
        return AnyNumber.rows(value, value, value);
    }
}
