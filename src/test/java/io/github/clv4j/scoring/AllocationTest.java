package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.clv4j.testing.RandomBase;
import java.lang.management.ManagementFactory;
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
}
