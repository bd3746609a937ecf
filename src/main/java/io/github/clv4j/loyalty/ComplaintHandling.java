package io.github.clv4j.loyalty;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import java.util.List;

/**
 * How well complaints are handled (投诉处理), in [0, 1]: whether they are resolved at all, how fast, with what attitude,
 * and how often the story is told on. The score of a customer is one indicator for a loyalty index, on a linear scale
 * from 0 to 1.
 *
 * <table>
 * <caption>The four indicators in their order, and their default scales</caption>
 * <tr><th>name</th><th>中文</th><th>raw value</th><th>worst</th><th>best</th></tr>
 * <tr><td>resolved</td><td>是否解决</td><td>0 or 1</td><td>0</td><td>1</td></tr>
 * <tr><td>time to resolution</td><td>解决时长</td><td>days</td><td>30 and more</td><td>0</td></tr>
 * <tr><td>attitude</td><td>处理态度</td><td>answer</td><td>1</td><td>5</td></tr>
 * <tr><td>retellings</td><td>转述人数</td><td>people told</td><td>10 and more</td><td>0</td></tr>
 * </table>
 *
 * <p>The default weights follow from {@link #judgements()} by the eigenvector: resolved .449, time and attitude .235
 * each, retellings .082. A complaint of which less than half is known by weight has no score: that it was resolved is
 * by itself too little. An open complaint counts the days so far, so its score falls while it stays open.
 *
 * <p>Which four questions to ask of a complaint is the thought of Chinese writing on customer loyalty; scales,
 * judgements and the floor of one half are those of clv4j, and {@link #withIndex(CompositeIndex)} changes them.
 *
 * <p>Immutable and thread-safe.
 */
public final class ComplaintHandling {

    private static final List<String> NAMES = List.of("resolved", "time to resolution", "attitude", "retellings");
    private static final double WORST_DAYS = 30;
    private static final double WORST_RETELLINGS = 10;
    private static final int ANSWERS = 5;
    private static final ComplaintHandling DEFAULTS = new ComplaintHandling(defaultIndex());

    private final CompositeIndex index;

    private ComplaintHandling(CompositeIndex index) {
        this.index = index;
    }

    private static CompositeIndex defaultIndex() {
        List<Indicator> indicators = List.of(
                new Indicator(NAMES.get(0), "是否解决", "", Scale.linear(0, 1)),
                new Indicator(NAMES.get(1), "解决时长", "days", "天", Scale.linear(WORST_DAYS, 0)),
                new Indicator(NAMES.get(2), "处理态度", "", Scale.likert(ANSWERS)),
                new Indicator(NAMES.get(3), "转述人数", "people", "人", Scale.linear(WORST_RETELLINGS, 0)));
        return CompositeIndex.of(new IndexGroup(
                "complaint handling",
                "投诉处理",
                AhpSolver.withDefaults().solve(judgements()).weights(),
                List.copyOf(indicators)));
    }

    /**
     * The index with the default weights and scales.
     *
     * @return the calculator
     */
    public static ComplaintHandling withDefaults() {
        return DEFAULTS;
    }

    /**
     * The judgements behind the default weights, which are those of clv4j: resolving a complaint is twice as important
     * as doing so fast or with a good attitude, and five times as important as keeping the story from spreading; time
     * and attitude are equally important, and each three times as important as the retellings. Their consistency ratio
     * is 0.0015.
     *
     * @return the judgement matrix of the four indicators in their order
     */
    public static PairwiseMatrix judgements() {
        return PairwiseMatrix.ofUpperTriangle(NAMES, 2, 2, 5, 1, 3, 3);
    }

    /**
     * The calculator with other weights, scales or another policy for what is missing.
     *
     * @param newIndex an index of indicators with the same four names in the same order; their scales must admit the
     *     values of the complaints to be scored
     * @return a new calculator
     * @throws IllegalArgumentException if the names or their order differ
     */
    public ComplaintHandling withIndex(CompositeIndex newIndex) {
        List<String> names = newIndex.indicators().stream().map(Indicator::name).toList();
        if (!names.equals(NAMES)) {
            throw new IllegalArgumentException(
                    "indicators of complaint handling must be " + NAMES + ", but were " + names);
        }
        return new ComplaintHandling(newIndex);
    }

    /**
     * The weighted indicators.
     *
     * @return the index
     */
    public CompositeIndex index() {
        return index;
    }

    /**
     * How well one complaint was handled.
     *
     * @param complaint the complaint
     * @return the score, in [0, 1]; NaN if too little is known for one
     * @throws IllegalArgumentException as {@link CompositeIndex#value(double...)}: never by the default index
     */
    public double score(Complaint complaint) {
        return index.value(values(complaint));
    }

    /**
     * How well the complaints of one customer were handled: the mean of their scores, those without one left out.
     *
     * @param complaints the complaints of the customer
     * @return the mean, in [0, 1]; NaN if no complaint has a score. So a customer who never complained is missing, not
     *     perfect: there is no handling to judge
     * @throws IllegalArgumentException as {@link #score(Complaint)}
     */
    public double score(List<Complaint> complaints) {
        double sum = 0;
        int scored = 0;
        for (Complaint complaint : complaints) {
            double score = score(complaint);
            if (!Double.isNaN(score)) {
                sum += score;
                scored++;
            }
        }
        return scored > 0 ? sum / scored : Double.NaN;
    }

    /**
     * The score of one complaint and where it comes from.
     *
     * @param complaint the complaint
     * @return the explanation, whose value is {@link #score(Complaint)}
     * @throws IllegalArgumentException as {@link #score(Complaint)}
     */
    public IndexExplanation explain(Complaint complaint) {
        return index.explain(values(complaint));
    }

    private static double[] values(Complaint complaint) {
        return new double[] {
            complaint.resolved() ? 1 : 0, complaint.days(), complaint.attitude(), complaint.retellings()
        };
    }

    /** The weights and the policy, for people. */
    @Override
    public String toString() {
        return "ComplaintHandling[" + index + "]";
    }
}
