package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * An index of weighted indicators: {@code sum(w s) / sum(w)} over the indicators that are known, s being the score of an
 * indicator in [0, 1] and w its weight in the whole index, the product of the weights on the way to it. {@code sum(w)} is the
 * coverage, 1 where all are known. Both are in [0, 1].
 *
 * <p>Values come in the order of {@link #indicators()}, NaN where they are missing; {@link MissingPolicy} says what then
 * becomes of the index, by default {@code renormalise(0.5)}. An infinite value, or an answer that is not among the possible
 * ones, is refused whatever the policy. The columnar form has the bits of the scalar form.
 *
 * <p>Weights in the whole index are held as multiples of 2^-52, so that sums of them are exact: a customer with every
 * behavioural indicator and no other has a coverage of exactly 0.5 if these weigh one half.
 *
 * <p>Immutable and thread-safe.
 */
public final class CompositeIndex {

    /** Customers at a time: their sums stay in the first-level cache while one column after the other is added. */
    private static final int SLICE = 1024;

    private final IndexGroup root;

    /** The weight of the root: 1, or less for a part of a greater index. */
    private final double total;

    private final MissingPolicy missing;
    private final ImmutableList<Indicator> indicators;
    private final IndicatorScorer[] scorers;
    private final double[] weights;
    private final double leastCoverage;

    private CompositeIndex(IndexGroup root, double total, MissingPolicy missing) {
        this.root = root;
        this.total = total;
        this.missing = missing;
        this.indicators = ImmutableList.copyOf(root.indicators());
        this.weights = IndexWeights.of(root, total);
        this.scorers = new IndicatorScorer[weights.length];
        for (int j = 0; j < weights.length; j++) {
            scorers[j] = IndicatorScorer.of(indicators.get(j).fittedScale(), weights[j]);
        }
        this.leastCoverage = missing.leastCoverage();
    }

    /**
     * An index whose scales are all stated or fitted.
     *
     * @param root the whole index
     * @return the index, with the policy {@code renormalise(0.5)}
     * @throws IllegalArgumentException if a scale is yet to be fitted, or a weight in the whole index is below 2^-52
     */
    public static CompositeIndex of(IndexGroup root) {
        return new CompositeIndex(root, 1, MissingPolicy.renormalise(0.5));
    }

    /**
     * This index with another policy for missing indicators.
     *
     * @param policy the policy
     * @return a new index
     */
    public CompositeIndex withMissing(MissingPolicy policy) {
        return new CompositeIndex(root, total, policy);
    }

    /**
     * The whole index as a tree.
     *
     * @return the root
     */
    public IndexGroup root() {
        return root;
    }

    /**
     * What becomes of the index where indicators are missing.
     *
     * @return the policy
     */
    public MissingPolicy missing() {
        return missing;
    }

    /**
     * The indicators.
     *
     * @return the indicators in the order of the values
     */
    public List<Indicator> indicators() {
        return indicators;
    }

    /**
     * The weights of the indicators in the whole index.
     *
     * @return the weights in the order of the values, summing to 1
     */
    public Weights weights() {
        return IndexWeights.named(root, total, weights);
    }

    /**
     * The values of one customer, set by the names of their indicators.
     *
     * @return values that are all missing yet
     */
    public IndicatorValues values() {
        return new IndicatorValues(indicators);
    }

    /**
     * The index of one customer.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @return the index, in [0, 1]; NaN if too little is known for one by {@link MissingPolicy#renormalise(double)}
     * @throws IllegalArgumentException if there are not as many values as indicators, a value is refused by its scale, or one
     *     is missing and the policy rejects that
     */
    public double value(double... values) {
        double known = known(values);
        return value(points(values), known, known / total);
    }

    private double points(double[] values) {
        double points = 0;
        for (int j = 0; j < values.length; j++) {
            points += scorers[j].points(values[j]);
        }
        return points;
    }

    /**
     * How much of the index is known of one customer.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @return the weight of the indicators that are known, in [0, 1]
     * @throws IllegalArgumentException as {@link #value(double...)}
     */
    public double coverage(double... values) {
        return known(values) / total;
    }

    /**
     * The index and the coverage of one customer, for callers who reuse their arrays.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @param result receives the {@link #value(double...)} and the {@link #coverage(double...)}, in this order
     * @throws IllegalArgumentException as {@link #value(double...)}
     */
    public void score(double[] values, double[] result) {
        Require.length(values.length, weights.length, "values");
        double points = 0;
        for (int j = 0; j < values.length; j++) {
            points += scorers[j].knownPoints(values[j]);
        }
        double known = total;
        if (Double.isNaN(points)) {
            known = known(values);
            points = points(values);
        }
        result[1] = known / total;
        result[0] = value(points, known, result[1]);
    }

    /** The sum of the weights of the indicators that are known; throws where {@link #value(double...)} does. */
    double known(double[] values) {
        Require.length(values.length, weights.length, "values");
        double known = 0;
        for (int j = 0; j < values.length; j++) {
            known += scorers[j].known(values[j]);
        }
        if (!(known >= least())) {
            throw refusal(values);
        }
        return known;
    }

    private double value(double points, double known, double coverage) {
        return coverage >= leastCoverage && known > 0 ? points / known : Double.NaN;
    }

    private double least() {
        return rejects() ? total : 0;
    }

    private boolean rejects() {
        return missing instanceof MissingPolicy.Reject;
    }

    private IllegalArgumentException refusal(double[] values) {
        for (int j = 0; j < values.length; j++) {
            Scale scale = indicators.get(j).fittedScale();
            String name = indicators.get(j).name();
            if (Double.isNaN(values[j]) && rejects()) {
                return new IllegalArgumentException(name + " must not be missing, but was " + values[j]);
            }
            if (!Double.isNaN(values[j]) && !scale.admits(values[j])) {
                return Require.outside(name, scale.bound() + (rejects() ? "" : " or missing"), values[j]);
            }
        }
        throw new IllegalStateException("values were refused, but all are admitted: " + Arrays.toString(values));
    }

    /**
     * The columnar form of {@link #value(double...)} and {@link #coverage(double...)}.
     *
     * @param columns the values of each indicator, in the order of the indicators, each at least {@code to} long
     * @param from the first customer, from 0
     * @param to the end of the customers, exclusive
     * @param value where to write the indices, at the customers' places; NaN where there is none
     * @param coverage where to write the coverages, at the customers' places; NaN where the scalar form throws
     * @throws IllegalArgumentException if there are not as many columns as indicators, or a column is shorter than {@code to}
     */
    public void score(double[][] columns, int from, int to, double[] value, double[] coverage) {
        Require.length(columns.length, weights.length, "columns");
        for (int j = 0; j < columns.length; j++) {
            requireReaches(columns[j], to, indicators.get(j).name());
        }
        requireReaches(value, to, "indices");
        requireReaches(coverage, to, "coverages");
        for (int start = from, end; start < to; start = end) {
            end = start + Math.min(SLICE, to - start);
            if (addKnown(columns, start, end, value, coverage)) {
                divideAlike(start, end, value, coverage);
            } else {
                addAny(columns, start, end, value, coverage);
                divide(start, end, value, coverage);
            }
        }
    }

    private static void requireReaches(double[] column, int to, String name) {
        if (column.length < to) {
            throw new IllegalArgumentException(
                    "column of " + name + " must have at least " + to + " values, but had " + column.length);
        }
    }

    /** Adds up customers of whom the same indicators are known; says whether they are. */
    private boolean addKnown(double[][] columns, int from, int to, double[] points, double[] known) {
        Arrays.fill(points, from, to, 0);
        double sum = 0;
        int j = 0;
        while (j < columns.length) {
            if (isAbsent(columns[j], from, to)) {
                j++;
            } else if (startsPair(j, columns, from, to)) {
                ramp(j).add(columns[j], ramp(j + 1), columns[j + 1], from, to, points);
                sum += weights[j] + weights[j + 1]; // exact, as weights are multiples of 2^-52
                j += 2;
            } else {
                scorers[j].addKnown(columns[j], from, to, points);
                sum += weights[j];
                j++;
            }
        }
        Arrays.fill(known, from, to, sum);
        return hasNoNaN(points, from, to);
    }

    /** Whether two lines follow each other, which are added together. */
    private boolean startsPair(int j, double[][] columns, int from, int to) {
        return j + 1 < columns.length
                && scorers[j] instanceof IndicatorScorer.Line
                && scorers[j + 1] instanceof IndicatorScorer.Line
                && !isAbsent(columns[j + 1], from, to);
    }

    private Ramp ramp(int j) {
        return ((IndicatorScorer.Line) scorers[j]).ramp();
    }

    private static boolean isAbsent(double[] column, int from, int to) {
        int i = from;
        while (i < to && Double.isNaN(column[i])) {
            i++;
        }
        return i == to;
    }

    /** By four sums, as each addition waits for the one before it. */
    private static boolean hasNoNaN(double[] points, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a += points[i];
            b += points[i + 1];
            c += points[i + 2];
            d += points[i + 3];
        }
        for (; i < to; i++) {
            a += points[i];
        }
        return !Double.isNaN(a + b + c + d);
    }

    private void addAny(double[][] columns, int from, int to, double[] points, double[] known) {
        Arrays.fill(points, from, to, 0);
        Arrays.fill(known, from, to, 0);
        for (int j = 0; j < columns.length; j++) {
            scorers[j].add(columns[j], from, to, points, known);
        }
    }

    private void divide(int from, int to, double[] value, double[] coverage) {
        double least = least();
        for (int i = from; i < to; i++) {
            double known = coverage[i];
            coverage[i] = known >= least ? known / total : Double.NaN;
            value[i] = value(value[i], known, coverage[i]);
        }
    }

    /** Where of all the same is known, there is one question for all, and none where that is everything. */
    private void divideAlike(int from, int to, double[] value, double[] coverage) {
        double known = from < to ? coverage[from] : total;
        if (known == 1 && total == 1) {
            return; // points and weight are index and coverage
        }
        divide(from, to, value, coverage);
    }

    /**
     * The index of one customer and where it comes from, down to the single indicator.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @return the explanation of the whole index
     * @throws IllegalArgumentException as {@link #value(double...)}
     */
    public IndexExplanation explain(double... values) {
        return new IndexExplainer(this, values).explain();
    }

    /** What an indicator adds. */
    IndicatorScorer scorer(int indicator) {
        return scorers[indicator];
    }

    /** The weight of an indicator, of which all together weigh {@link #total()}. */
    double weight(int indicator) {
        return weights[indicator];
    }

    double total() {
        return total;
    }

    /**
     * The index of one group alone: its indicators with their weights within the group, wherever at least one is known.
     *
     * @param name the name of the group, at any depth, or of the whole
     * @return the index of the group, with the policy {@code renormalise(0)}
     * @throws IllegalArgumentException if there is no group of that name
     */
    public CompositeIndex part(String name) {
        IndexGroup group = root.group(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no group \"" + name + "\" in " + root.name()));
        List<Indicator> members = group.indicators();
        double weight = 0;
        for (int j = 0; j < weights.length; j++) {
            weight += members.contains(indicators.get(j)) ? weights[j] : 0;
        }
        return new CompositeIndex(group, weight, MissingPolicy.renormalise(0));
    }

    /**
     * Two indices are equal if their trees, with names, weights and scales, and their policies are; a part is another than the
     * same tree as a whole.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof CompositeIndex that
                && root.equals(that.root)
                && total == that.total
                && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return 31 * root.hashCode() + missing.hashCode();
    }

    @Override
    public String toString() {
        return "CompositeIndex[" + root.name() + ": " + weights() + ", " + missing + "]";
    }
}
