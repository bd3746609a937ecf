package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexAllocationTest {

    private static final int CUSTOMERS = 200_000;

    /** A few iterators and the like of one call, however many customers there are. */
    private static final long CALL_BYTES = 100_000;

    @Test
    void scoringColumnsAllocatesNothingForACustomerWhateverTheScaleAndWhateverIsMissing() {
        List<Scale> scales = List.of(
                Scale.linear(0, 1),
                Scale.likert(0, 1),
                Scale.logarithmic(0.1, 1),
                Scale.piecewise(List.of(new ScalePoint(0, 0), new ScalePoint(0.5, 1), new ScalePoint(1, 0.5))),
                ScaleRule.ranks().fit(column(0, 1000)));
        List<IndexNode> parts = IntStream.range(0, scales.size())
                .<IndexNode>mapToObj(j -> Indicator.of("i" + j, "", scales.get(j)))
                .toList();
        Weights weights = Weights.equal(parts.stream().map(IndexNode::name).toList());
        CompositeIndex index = CompositeIndex.of(new IndexGroup("index", "指数", weights, parts));
        double[][] columns = IntStream.range(0, scales.size())
                .mapToObj(j -> column(j, CUSTOMERS))
                .toArray(double[][]::new);
        double[] value = new double[CUSTOMERS];
        double[] coverage = new double[CUSTOMERS];
        index.score(columns, 0, CUSTOMERS, value, coverage);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        index.score(columns, 0, CUSTOMERS, value, coverage);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(value[CUSTOMERS - 1]).isBetween(0.0, 1.0);
        assertThat(allocated).isLessThan(CALL_BYTES);
    }

    /** The first half is complete; of the second every seventh value is missing. */
    private static double[] column(int j, int customers) {
        return IntStream.range(0, customers)
                .mapToDouble(i -> i > customers / 2 && (i + j) % 7 == 0 ? Double.NaN : (i * 37 + j * 11) % 101 / 100.0)
                .toArray();
    }
}
