package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.PlainBase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million customers of whom 1 % of the indicators are missing, and one in a thousand has something that cannot be. */
class MillionRowsTest {

    private static final int CUSTOMERS = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 6})
    void getTheScoresAndFailuresOfTheScalarForm(long seed) {
        PlainBase base = new PlainBase(seed);
        ScoringModel model = base.model();
        Map<String, double[]> numbers = base.customers(CUSTOMERS, 0.01, 0.001, false);
        double[][] columns =
                model.inputs().stream().map(input -> numbers.get(input.name())).toArray(double[][]::new);

        ScoredCustomers scored = model.batch().inParallel().score(PlainBase.columns(numbers, CUSTOMERS));

        CustomerScorer scorer = model.scorer();
        ScoreBuffer alone = model.buffer(1);
        double[] customer = new double[columns.length];
        int failed = 0;
        List<RowFailure> failures = scored.failures();
        for (int row = 0; row < CUSTOMERS; row++) {
            for (int j = 0; j < columns.length; j++) {
                customer[j] = columns[j][row];
            }
            try {
                scorer.score(customer, alone, 0);
                if (!scored.score(row).equals(alone.score(0))) { // an assertion a row would take longer than the rest
                    assertThat(scored.score(row)).as("customer %d", row).isEqualTo(alone.score(0));
                }
            } catch (IllegalArgumentException e) {
                assertThat(scored.score(row)).isEmpty();
                assertThat(failures.get(failed)).isEqualTo(RowFailure.of(row, "", e));
                failed++;
            }
        }
        assertThat(failures).hasSize(failed).hasSizeBetween(100, 100_000);
    }
}
