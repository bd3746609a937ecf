package io.github.clv4j.segment;

import io.github.clv4j.base.RunningBlockSum;

/** The mean of more values than are kept; a second reading is needed only where their sum overflows. Not thread-safe. */
final class MeanSearch implements CutSearch {

    private RunningBlockSum sum = new RunningBlockSum();
    private int count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean overflows;
    private double cut;

    @Override
    public void add(double value) {
        if (overflows) {
            sum.add(value / count);
        } else {
            sum.add(value);
            count++;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
    }

    @Override
    public boolean endPass() {
        double mean = overflows ? sum.value() : sum.value() / count;
        if (!overflows && !Double.isFinite(mean)) {
            overflows = true;
            sum = new RunningBlockSum();
            return false;
        }
        cut = CutRule.Mean.within(mean, least, greatest);
        return true;
    }

    @Override
    public double cut() {
        return cut;
    }
}
