package io.github.clv4j.loyalty;

import com.google.common.collect.Maps;
import io.github.clv4j.base.Require;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Complaints counted by cause. Immutable and thread-safe.
 *
 * @param counts the number of complaints of each cause, all causes present, in the order of the causes
 * @param unresolved the number of complaints not resolved, in [0, total]
 */
public record ComplaintTally(Map<ComplaintCause, Long> counts, long unresolved) {

    /**
     * Creates a tally.
     *
     * @param counts the number of complaints of each cause, at least 0, all causes present
     * @param unresolved the number of complaints not resolved, in [0, total]
     * @throws IllegalArgumentException if a cause is missing or a number is out of range
     */
    public ComplaintTally {
        counts = Maps.immutableEnumMap(counts);
        for (ComplaintCause cause : ComplaintCause.values()) {
            requireCount(counts, cause);
        }
        long total = total(counts);
        if (!(unresolved >= 0 && unresolved <= total)) {
            throw Require.outside("unresolved complaints", "in [0, " + total + "]", (double) unresolved);
        }
    }

    private static void requireCount(Map<ComplaintCause, Long> counts, ComplaintCause cause) {
        Long count = counts.get(cause);
        if (count == null) {
            throw new IllegalArgumentException(
                    "complaints of all causes must be counted, but " + cause + " is missing");
        }
        if (!(count >= 0)) {
            throw Require.outside("complaints of cause " + cause, "at least 0", (double) count);
        }
    }

    private static long total(Map<ComplaintCause, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /**
     * Counts complaints.
     *
     * @param complaints the complaints, of one customer or of many
     * @return their tally
     */
    public static ComplaintTally of(Collection<Complaint> complaints) {
        Map<ComplaintCause, Long> counts = new EnumMap<>(ComplaintCause.class);
        for (ComplaintCause cause : ComplaintCause.values()) {
            counts.put(cause, 0L);
        }
        long unresolved = 0;
        for (Complaint complaint : complaints) {
            counts.merge(complaint.cause(), 1L, Long::sum);
            unresolved += complaint.resolved() ? 0 : 1;
        }
        return new ComplaintTally(counts, unresolved);
    }

    /**
     * How many complaints have a cause.
     *
     * @param cause the cause
     * @return their number, at least 0
     */
    public long count(ComplaintCause cause) {
        return counts.getOrDefault(cause, 0L);
    }

    /**
     * The share of a cause in all complaints.
     *
     * @param cause the cause
     * @return the share, in [0, 1]; NaN if there are no complaints
     */
    public double share(ComplaintCause cause) {
        long total = total();
        return total > 0 ? (double) count(cause) / total : Double.NaN;
    }

    /**
     * How many complaints there are.
     *
     * @return their number, at least 0
     */
    public long total() {
        return total(counts);
    }
}
