package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;

/**
 * The complaint iceberg (投诉冰山): how many customers may have a problem, when only a few of those who have one complain.
 *
 * <pre>
 *   problems       = min(complaints / complaintRate, customers)
 *   silent at risk = min(silentShare problems, problems - complaints)
 * </pre>
 *
 * <p>{@code complaintRate} is the share of those with a problem who complain, {@code silentShare} the share of them who
 * say nothing and are likely to leave. One problem and one complaint a customer are assumed: hence nobody is counted
 * beyond the base, and whoever complained is not silent. In a base where many complain, the second bound makes the
 * silent fewer again.
 *
 * <p>The defaults, 8 % and 69 %, are often quoted in the literature on complaints, by way of Chinese writing on
 * customer loyalty. They are quoted, not estimated: no data of clv4j stand behind them, and they may differ by trade. The
 * result is an order of magnitude; {@link #withRates(double, double)} takes figures of your own.
 *
 * <p>Immutable and thread-safe.
 */
public final class ComplaintIceberg {

    private static final double QUOTED_COMPLAINT_RATE = 0.08;
    private static final double QUOTED_SILENT_SHARE = 0.69;
    private static final ComplaintIceberg DEFAULTS = new ComplaintIceberg(QUOTED_COMPLAINT_RATE, QUOTED_SILENT_SHARE);

    private final double complaintRate;
    private final double silentShare;

    private ComplaintIceberg(double complaintRate, double silentShare) {
        this.complaintRate = complaintRate;
        this.silentShare = silentShare;
    }

    /**
     * The iceberg with the quoted figures: 8 % complain, 69 % are silent.
     *
     * @return the calculator
     */
    public static ComplaintIceberg withDefaults() {
        return DEFAULTS;
    }

    /**
     * The iceberg with other figures.
     *
     * @param newComplaintRate the share of those with a problem who complain, in (0, 1]
     * @param newSilentShare the share of those with a problem who are silent and likely to leave, in [0, 1]
     * @return a new calculator
     * @throws IllegalArgumentException if a share is out of range (NaN included)
     */
    public ComplaintIceberg withRates(double newComplaintRate, double newSilentShare) {
        if (!(newComplaintRate > 0 && newComplaintRate <= 1)) {
            throw Require.outside("complaint rate", "in (0, 1]", newComplaintRate);
        }
        return new ComplaintIceberg(newComplaintRate, Require.probability(newSilentShare, "silent share"));
    }

    /**
     * The share of those with a problem who complain.
     *
     * @return the rate, in (0, 1]
     */
    public double complaintRate() {
        return complaintRate;
    }

    /**
     * The share of those with a problem who are silent and likely to leave.
     *
     * @return the share, in [0, 1]
     */
    public double silentShare() {
        return silentShare;
    }

    /**
     * What a number of complaints says of a base of customers.
     *
     * @param complaints the complaints of a period, in [0, customers]
     * @param customers the customers of that period, at least 0
     * @return the estimate
     * @throws IllegalArgumentException if a number is out of range
     */
    public IcebergEstimate estimate(long complaints, long customers) {
        IcebergEstimate.requireCounts(complaints, customers);
        double problems = Math.min(complaints / complaintRate, (double) customers);
        double silent = Math.min(silentShare * problems, problems - complaints);
        return new IcebergEstimate(complaints, customers, problems, silent);
    }

    /** The two figures, for people. */
    @Override
    public String toString() {
        return "ComplaintIceberg[complaintRate=" + complaintRate + ", silentShare=" + silentShare + "]";
    }
}
