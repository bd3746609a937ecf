package io.github.clv4j.segment;

import io.github.clv4j.testing.ColumnarContract;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LifecycleRulesPropertyTest {

    private static final byte UNTOUCHED = 42;

    @Property
    void columnsGiveTheStagesOfTheScalarForm(@ForAll("customers") double[][] rows) {
        LifecycleRules rules = LifecycleRules.of(2, -0.5);
        ColumnarContract.assertSameBits(
                rows.length,
                row -> rules.stage(rows[row][0], rows[row][1], rows[row][2]).index(),
                (from, to, out) -> {
                    byte[] stages = new byte[rows.length];
                    Arrays.fill(stages, UNTOUCHED);
                    rules.stage(column(rows, 0), column(rows, 1), column(rows, 2), from, to, stages);
                    for (int i = 0; i < stages.length; i++) {
                        if (stages[i] != UNTOUCHED) {
                            out[i] = stages[i] == LifecycleRules.NO_STAGE ? Double.NaN : stages[i];
                        }
                    }
                });
    }

    @Provide
    Arbitrary<double[][]> customers() {
        return Arbitraries.of(0.0, 1.0, 0.5, -0.5, -1.0, 2.0, 3.0, Double.NaN, Double.POSITIVE_INFINITY)
                .array(double[].class)
                .ofSize(3)
                .array(double[][].class)
                .ofMaxSize(20);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
