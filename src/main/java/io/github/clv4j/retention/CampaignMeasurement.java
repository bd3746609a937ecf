package io.github.clv4j.retention;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Locale;

/**
 * What a retention campaign did: the customers treated against a control group that was left alone.
 *
 * <pre>
 *   p = kept / customers            of the treated (1) and of the control (2)
 *   lift d = p1 - p2
 *
 *   l, u: the roots t of |p - t| = z sqrt(t (1 - t) / n)                      (Wilson's score interval)
 *   lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
 *   upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)                               (Newcombe's hybrid score interval)
 *
 *   incremental customers kept = d n1          profit per contact = d V - c
 * </pre>
 *
 * for the normal quantile z of the confidence level, 95 % by default. Intervals are without continuity correction. Any
 * size of group from one customer on is legal; the intervals are then wide. That the difference is the work of the
 * campaign is known only where chance decided who was treated.
 *
 * <p>The interval of the incremental customers and of the profit is that of the lift, scaled: V and c are taken as
 * known.
 *
 * <p>Source: R. G. Newcombe, 1998, Interval estimation for the difference between independent proportions: comparison
 * of eleven methods, Statistics in Medicine 17, method 10; E. B. Wilson, 1927, Probable inference, the law of
 * succession, and statistical inference, Journal of the American Statistical Association 22.
 *
 * <p>Immutable and thread-safe.
 */
public final class CampaignMeasurement {

    private static final double DEFAULT_CONFIDENCE = 0.95;

    private final long treatedKept;
    private final long treated;
    private final long controlKept;
    private final long control;
    private final double confidence;

    private CampaignMeasurement(long treatedKept, long treated, long controlKept, long control, double confidence) {
        this.treatedKept = treatedKept;
        this.treated = treated;
        this.controlKept = controlKept;
        this.control = control;
        this.confidence = confidence;
    }

    /**
     * A campaign by its counts, at a confidence level of 95 %.
     *
     * @param treatedKept how many of the treated were kept, in [0, treated]
     * @param treated how many were treated, at least 1
     * @param controlKept how many of the control group were kept, in [0, control]
     * @param control how many were in the control group, at least 1
     * @return the measurement
     * @throws IllegalArgumentException if a group has nobody or a number is out of range
     */
    public static CampaignMeasurement of(long treatedKept, long treated, long controlKept, long control) {
        requireGroup(treatedKept, treated, "treated");
        requireGroup(controlKept, control, "control");
        return new CampaignMeasurement(treatedKept, treated, controlKept, control, DEFAULT_CONFIDENCE);
    }

    /**
     * A campaign by its customers, at a confidence level of 95 %.
     *
     * @param treated 1 for each customer treated, 0 for those of the control group
     * @param kept 1 for each customer kept, 0 for those who left, in the same order
     * @return the measurement
     * @throws IllegalArgumentException if a group has nobody, a number is neither 0 nor 1, or the lengths differ
     */
    public static CampaignMeasurement of(double[] treated, double[] kept) {
        Require.length(kept.length, treated.length, "kept");
        long[] customers = new long[2];
        long[] keptOnes = new long[2];
        for (int i = 0; i < treated.length; i++) {
            int group = flag(treated, i, "treated");
            customers[group]++;
            keptOnes[group] += flag(kept, i, "kept");
        }
        return of(keptOnes[1], customers[1], keptOnes[0], customers[0]);
    }

    /** A 0 or a 1, named by its place if it is neither. */
    static int flag(double[] values, int place, String name) {
        double value = values[place];
        if (value != 0 && value != 1) {
            throw Require.outside(name + "[" + place + "]", "0 or 1", value);
        }
        return (int) value;
    }

    static void requireGroup(long kept, long customers, String name) {
        if (!(customers >= 1)) {
            throw new IllegalArgumentException("a campaign is measured by a treated group against a control group: "
                    + name + " customers must be at least 1, but was " + customers);
        }
        if (!(kept >= 0 && kept <= customers)) {
            throw new IllegalArgumentException(
                    name + " customers kept must be in [0, " + customers + "], but was " + kept);
        }
    }

    /**
     * The same campaign at another confidence level.
     *
     * @param newConfidence the level, in (0, 1)
     * @return a new measurement
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public CampaignMeasurement withConfidence(double newConfidence) {
        return new CampaignMeasurement(
                treatedKept, treated, controlKept, control, IntervalEstimate.requireConfidence(newConfidence));
    }

    /**
     * The retention rate of the treated.
     *
     * @return the share kept, in [0, 1], with Wilson's score interval
     */
    public IntervalEstimate treatedRetention() {
        return wilson(treatedKept, treated);
    }

    /**
     * The retention rate of the control group.
     *
     * @return the share kept, in [0, 1], with Wilson's score interval
     */
    public IntervalEstimate controlRetention() {
        return wilson(controlKept, control);
    }

    /**
     * The lift in retention.
     *
     * @return the retention of the treated less that of the control group, in [-1, 1], with Newcombe's hybrid score
     *     interval
     */
    public IntervalEstimate lift() {
        IntervalEstimate one = treatedRetention();
        IntervalEstimate two = controlRetention();
        double lift = one.value() - two.value();
        double down = root(one.value() - one.lower(), two.upper() - two.value());
        double up = root(one.upper() - one.value(), two.value() - two.lower());
        return new IntervalEstimate(lift, Math.max(-1, lift - down), Math.min(1, lift + up), confidence);
    }

    /**
     * How many of the treated were kept who would have left.
     *
     * @return the lift times the number treated; below 0 if more of them left
     */
    public IntervalEstimate incrementalKept() {
        return lift().scaled((double) treated, 0, "incremental customers kept");
    }

    /**
     * What one contact brought, its cost paid.
     *
     * @param value the value of a customer kept, in money, finite
     * @param cost the cost of a contact, at least 0 and finite
     * @return the lift times the value less the cost
     * @throws IllegalArgumentException if a number is out of range (NaN included), or the profit or an end of its
     *     interval too large for a double
     */
    public IntervalEstimate profitPerContact(double value, double cost) {
        Require.finite(value, "value");
        if (!RetentionOffer.isCost(cost)) {
            throw RetentionOffer.badCost(cost, "cost");
        }
        return lift().scaled(value, -cost, "profit per contact");
    }

    private IntervalEstimate wilson(long kept, long customers) {
        double n = customers;
        double p = kept / n;
        double z = TailProbability.quantileOfNormal(confidence);
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * root(StrictMath.sqrt(p * (1 - p) / n), z / (2 * n)) / (1 + z * z / n);
        return new IntervalEstimate(
                p, Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half)), confidence);
    }

    private static double root(double a, double b) {
        return StrictMath.sqrt(a * a + b * b);
    }

    /**
     * The findings as lines a person can read.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        line(text, language.pick("confidence level %s\n", "置信水平 %s\n"), confidence);
        groupLine(text, language, language.pick("treated", "实验组"), treatedKept, treated, treatedRetention());
        groupLine(text, language, language.pick("control", "对照组"), controlKept, control, controlRetention());
        IntervalEstimate lift = lift();
        line(
                text,
                language.pick("lift in retention %+.4f (%+.4f to %+.4f): %s\n", "保持率提升 %+.4f(%+.4f 至 %+.4f):%s\n"),
                lift.value(),
                lift.lower(),
                lift.upper(),
                lift.excludesZero()
                        ? language.pick("the interval excludes 0", "区间不含 0")
                        : language.pick("the interval holds 0, so no effect is shown", "区间含 0,未显示效果"));
        IntervalEstimate more = incrementalKept();
        line(
                text,
                language.pick(
                        "customers kept who would have left %+.1f (%+.1f to %+.1f)\n", "多保住的客户 %+.1f(%+.1f 至 %+.1f)\n"),
                more.value(),
                more.lower(),
                more.upper());
        return text.toString();
    }

    private static void groupLine(
            StringBuilder text, Language language, String name, long kept, long customers, IntervalEstimate rate) {
        line(
                text,
                language.pick("  %s: %d of %d kept, %.4f (%.4f to %.4f)\n", "  %s:保住 %d / %d,%.4f(%.4f 至 %.4f)\n"),
                name,
                kept,
                customers,
                rate.value(),
                rate.lower(),
                rate.upper());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    /** The counts, for people. */
    @Override
    public String toString() {
        return "CampaignMeasurement[treated=" + treatedKept + "/" + treated + ", control=" + controlKept + "/" + control
                + ", confidence=" + confidence + "]";
    }
}
