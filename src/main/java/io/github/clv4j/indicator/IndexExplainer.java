package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableList;

/** Explains the index of one customer: walks down the tree, indicator by indicator, and sums up on the way back. */
final class IndexExplainer {

    private final CompositeIndex index;
    private final double[] values;

    private final double value;

    /** The sum of the weights of all indicators known; NaN where there is no index. */
    private final double divisor;

    private int next;

    IndexExplainer(CompositeIndex index, double[] values) {
        this.index = index;
        this.values = values;
        this.value = index.value(values);
        this.divisor = Double.isNaN(value) ? Double.NaN : index.known(values);
    }

    IndexExplanation explain() {
        IndexExplanation whole = group(index.root());
        return new IndexExplanation(whole.part(), whole.raw(), 1, value, index.coverage(values), value, whole.parts());
    }

    private IndexExplanation group(IndexGroup group) {
        ImmutableList.Builder<IndexExplanation> parts = ImmutableList.builder();
        double points = 0;
        double known = 0;
        double weight = 0;
        int from = next;
        for (IndexNode part : group.parts()) {
            parts.add(part instanceof IndexGroup inner ? group(inner) : indicator((Indicator) part));
        }
        for (int j = from; j < next; j++) {
            points += index.scorer(j).points(values[j]);
            known += index.scorer(j).known(values[j]);
            weight += index.weight(j);
        }
        return new IndexExplanation(
                group,
                Double.NaN,
                weight / index.total(),
                known > 0 ? points / known : Double.NaN,
                known / weight,
                points / divisor,
                parts.build());
    }

    private IndexExplanation indicator(Indicator indicator) {
        int j = next++;
        double raw = values[j];
        return new IndexExplanation(
                indicator,
                raw,
                index.weight(j) / index.total(),
                indicator.fittedScale().score(raw),
                Double.isNaN(raw) ? 0 : 1,
                index.scorer(j).points(raw) / divisor,
                ImmutableList.of());
    }
}
