package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.clv4j.testing.PlainBase;
import io.github.clv4j.testing.RandomBase;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int CUSTOMERS = 200_000;

    /** Four doubles and a segment: the columns that are handed out. */
    private static final long OUTPUT_BYTES = 4 * Double.BYTES + 1;

    /** Scratch columns of one call, however many customers there are. */
    private static final long SCRATCH_BYTES = 1 << 20;

    @Test
    void scoringColumnsAllocatesNothingForACustomerButItsScore() {
        RandomBase base = new RandomBase(5, CUSTOMERS, 0);
        ScoringModel model =
                base.plan().fit(new RandomBase(6, 500, 0).columns()).model();
        CustomerColumns columns = base.columns();
        model.score(columns);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ScoredCustomers scored = model.score(columns);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(scored.failures()).isEmpty();
        assertThat(allocated).isLessThan(CUSTOMERS * OUTPUT_BYTES + SCRATCH_BYTES);
    }

    @Test
    void scoringOneCustomerIntoAPlaceAllocatesNothingWhicheverModelsAreInUse() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long seed = 1; seed < 9; seed++) {
            PlainBase base = new PlainBase(seed);
            ScoringModel model = base.model();
            Map<String, double[]> numbers = base.customers(200, 0, 0, false);
            double[][] rows = new double[200][];
            Arrays.setAll(
                    rows,
                    i -> model.inputs().stream()
                            .mapToDouble(input -> numbers.get(input.name())[i])
                            .toArray());
            CustomerScorer scorer = model.scorer();
            ScoreBuffer score = model.buffer(1);
            scoreAll(scorer, rows, score);

            long before = threads.getCurrentThreadAllocatedBytes();
            scoreAll(scorer, rows, score);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated).as("seed %d", seed).isLessThan(10 * rows.length);
        }
    }

    private static void scoreAll(CustomerScorer scorer, double[][] rows, ScoreBuffer score) {
        for (double[] row : rows) {
            scorer.score(row, score, 0);
        }
    }
}
