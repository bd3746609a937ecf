package io.github.clv4j.retention;

import java.util.stream.IntStream;

/** The contract of a lifetime whose customers leave at the end of a whole period. */
abstract class WholePeriodContract extends LifetimeDistributionContract {

    @Override
    final double[] steps() {
        return IntStream.range(1, (int) last()).mapToDouble(t -> t).toArray();
    }
}
