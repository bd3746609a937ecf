package io.github.clv4j.retention;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Work on all customers, cut into ranges at fixed places. The ranges are worked on by several threads where there are many,
 * and what each gives is handed on in their order, so that sums over them have the same bits on any number of threads.
 */
final class CustomerRanges {

    /** Customers per range: so many that what a range costs by itself, its buffers, does not count. */
    static final int LENGTH = 1 << 15;

    private CustomerRanges() {}

    /** What is done with the customers from..to, without changing anything that other ranges see. */
    interface Work<T> {
        T on(int from, int to);
    }

    /** What the work gives for each range, in the order of the ranges. */
    static <T> List<T> map(int customers, Work<T> work) {
        int ranges = (customers + LENGTH - 1) / LENGTH;
        IntStream places = IntStream.range(0, ranges);
        return (ranges > 1 ? places.parallel() : places)
                .mapToObj(range -> work.on(range * LENGTH, Math.min((range + 1) * LENGTH, customers)))
                .toList();
    }
}
