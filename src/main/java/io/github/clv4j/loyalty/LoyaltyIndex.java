package io.github.clv4j.loyalty;

import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.IndicatorValues;
import io.github.clv4j.indicator.MissingPolicy;
import java.util.Arrays;
import java.util.List;

/**
 * The loyalty of a customer (客户忠诚度指数): the weighted mean of what the customer does and of what the customer feels.
 *
 * <pre>index = sum(w s) / sum(w) over the indicators that are known</pre>
 *
 * <p>s is the score of an indicator in [0, 1], w its weight in the whole, {@code sum(w)} the coverage. The whole has two
 * groups, {@value #BEHAVIOURAL} and {@value #EMOTIONAL}, of equal weight unless said otherwise; within a group, weights mostly
 * come from pairwise judgements. A {@link LoyaltyPreset} has them for an industry, {@link #builder()} starts from nothing.
 *
 * <p>Values come in the order of {@link #indicators()}, NaN where they are missing; a missing indicator is never counted as 0.
 * An infinite value, or an answer that is not among the possible ones, is refused.
 *
 * <p>Immutable and thread-safe.
 */
public final class LoyaltyIndex {

    /** The name of the whole index. */
    public static final String WHOLE = "loyalty index";

    /** The name of the group of indicators of behaviour. */
    public static final String BEHAVIOURAL = "behavioural";

    /** The name of the group of indicators of feeling. */
    public static final String EMOTIONAL = "emotional";

    static final String CHINESE_WHOLE = "客户忠诚度指数";
    static final String CHINESE_BEHAVIOURAL = "行为忠诚";
    static final String CHINESE_EMOTIONAL = "情感忠诚";

    private final CompositeIndex whole;
    private final CompositeIndex behavioural;
    private final CompositeIndex emotional;

    private LoyaltyIndex(CompositeIndex whole) {
        this.whole = whole;
        this.behavioural = whole.part(BEHAVIOURAL);
        this.emotional = whole.part(EMOTIONAL);
    }

    /**
     * A loyalty index out of a composite index.
     *
     * @param index an index that {@link #requireLoyalty} lets pass
     * @return the loyalty index
     * @throws IllegalArgumentException if the index or its parts have other names
     */
    public static LoyaltyIndex of(CompositeIndex index) {
        requireLoyalty(index.root());
        return new LoyaltyIndex(index);
    }

    /**
     * Checks that a tree is one of a loyalty index: it is named {@value #WHOLE} (客户忠诚度指数), and its parts are the two groups
     * {@value #BEHAVIOURAL} (行为忠诚) and {@value #EMOTIONAL} (情感忠诚), in this order. A builder makes no other.
     *
     * @param root the tree
     * @throws IllegalArgumentException if the tree or its parts have other names
     */
    public static void requireLoyalty(IndexGroup root) {
        requireNames("a loyalty index", List.of(root), List.of(WHOLE), List.of(CHINESE_WHOLE));
        requireNames(
                "the parts of a loyalty index",
                root.parts(),
                List.of(BEHAVIOURAL, EMOTIONAL),
                List.of(CHINESE_BEHAVIOURAL, CHINESE_EMOTIONAL));
    }

    private static void requireNames(
            String what, List<? extends IndexNode> parts, List<String> names, List<String> chineseNames) {
        List<String> found = parts.stream().map(IndexNode::name).toList();
        List<String> foundChinese = parts.stream().map(IndexNode::chineseName).toList();
        if (!found.equals(names) || !foundChinese.equals(chineseNames)) {
            throw new IllegalArgumentException("names of " + what + " must be " + names + " and " + chineseNames
                    + ", but were " + found + " and " + foundChinese);
        }
        if (!parts.stream().allMatch(IndexGroup.class::isInstance)) {
            throw new IllegalArgumentException(what + " must be groups, but one of " + found + " is an indicator");
        }
    }

    /**
     * Starts an index without indicators.
     *
     * @return a builder with two empty groups of equal weight
     */
    public static LoyaltyIndexBuilder builder() {
        return new LoyaltyIndexBuilder();
    }

    /**
     * This index with another policy for missing indicators.
     *
     * @param policy the policy
     * @return a new index
     */
    public LoyaltyIndex withMissing(MissingPolicy policy) {
        return new LoyaltyIndex(whole.withMissing(policy));
    }

    /**
     * The index as a tree of weighted indicators.
     *
     * @return the composite index
     */
    public CompositeIndex index() {
        return whole;
    }

    /**
     * The index of behaviour alone.
     *
     * @return the composite index of the behavioural indicators, which come first among {@link #indicators()}
     */
    public CompositeIndex behavioural() {
        return behavioural;
    }

    /**
     * The index of feeling alone.
     *
     * @return the composite index of the emotional indicators, which come last among {@link #indicators()}
     */
    public CompositeIndex emotional() {
        return emotional;
    }

    /**
     * The indicators.
     *
     * @return the indicators in the order of the values, the behavioural ones first
     */
    public List<Indicator> indicators() {
        return whole.indicators();
    }

    /**
     * The values of one customer, set by the names of their indicators.
     *
     * @return values that are all missing yet
     */
    public IndicatorValues values() {
        return whole.values();
    }

    /**
     * The loyalty of one customer.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @return the loyalty; without an index where too little is known for one
     * @throws IllegalArgumentException if there are not as many values as indicators, a value is refused by its scale, or one
     *     is missing and the policy rejects that
     */
    public LoyaltyScore score(double... values) {
        double index = whole.value(values);
        int split = behavioural.indicators().size();
        return new LoyaltyScore(
                index,
                whole.coverage(values),
                behavioural.value(Arrays.copyOf(values, split)),
                emotional.value(Arrays.copyOfRange(values, split, values.length)));
    }

    /**
     * The loyalty of one customer.
     *
     * @param values the values, of {@link #values()}
     * @return the loyalty; without an index where too little is known for one
     * @throws IllegalArgumentException as {@link #score(double...)}
     */
    public LoyaltyScore score(IndicatorValues values) {
        return score(values.toArray());
    }

    /**
     * The loyalty of one customer and where it comes from, down to the single indicator.
     *
     * @param values the values in the order of the indicators, NaN where they are missing
     * @return the explanation of the whole index
     * @throws IllegalArgumentException as {@link #score(double...)}
     */
    public IndexExplanation explain(double... values) {
        return whole.explain(values);
    }

    /**
     * The loyalty of one customer and where it comes from, down to the single indicator.
     *
     * @param values the values, of {@link #values()}
     * @return the explanation of the whole index
     * @throws IllegalArgumentException as {@link #score(double...)}
     */
    public IndexExplanation explain(IndicatorValues values) {
        return explain(values.toArray());
    }

    /**
     * The columnar form of {@link #score(double...)}, index and coverage only; {@link #behavioural()} and
     * {@link #emotional()} have theirs.
     *
     * @param columns the values of each indicator, in the order of the indicators, each at least {@code to} long
     * @param from the first customer, from 0
     * @param to the end of the customers, exclusive
     * @param index where to write the indices, at the customers' places; NaN where there is none
     * @param coverage where to write the coverages, at the customers' places; NaN where the scalar form throws
     * @throws IllegalArgumentException if there are not as many columns as indicators
     */
    public void score(double[][] columns, int from, int to, double[] index, double[] coverage) {
        whole.score(columns, from, to, index, coverage);
    }

    /**
     * Whether the index tells who leaves: its AUC and rank correlation with the outcome, the rate of leaving by fifths of the
     * index, and the judged weights beside those a logistic regression of the outcome gives.
     *
     * @param columns the values of each indicator, in the order of the indicators, one for each customer
     * @param outcome 1 for each customer who left, 0 for each who stayed, NaN where that is not known
     * @return what was found
     * @throws IllegalArgumentException if lengths differ, or an outcome is another number
     */
    public LoyaltyValidation validate(double[][] columns, double[] outcome) {
        return new LoyaltyValidator(this, columns, outcome).run();
    }

    /** Two indices are equal if their trees, with names, weights and scales, and their policies are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LoyaltyIndex that && whole.equals(that.whole);
    }

    @Override
    public int hashCode() {
        return whole.hashCode();
    }

    @Override
    public String toString() {
        return "LoyaltyIndex[" + whole.weights() + ", " + whole.missing() + "]";
    }
}
