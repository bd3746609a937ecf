package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do about the customers of each of the eight segments: how much may be spent on them, what for, and with which
 * measures.
 *
 * <p>{@link #standard()} is a start for a telecom operator. Its stances are those of the sources ({@link Segment#stance}); aims
 * and measures work them out in our own words. They are advice and not findings: whether a measure pays is a question to
 * a control group. {@link #with} puts your own entry in the place of one.
 *
 * <p>Immutable and thread-safe.
 */
public final class Playbook {

    private final ImmutableList<PlaybookEntry> entries;

    /** One entry for each segment, in the order of the segments. */
    Playbook(ImmutableList<PlaybookEntry> entries) {
        this.entries = entries;
    }

    /**
     * The playbook of clv4j.
     *
     * @return the playbook
     */
    public static Playbook standard() {
        return StandardPlaybook.PLAYBOOK;
    }

    /**
     * What to do about one segment.
     *
     * @param segment the segment
     * @return its entry
     */
    public PlaybookEntry of(Segment segment) {
        return entries.get(segment.index());
    }

    /**
     * This playbook with another entry for a segment.
     *
     * @param entry the entry, in the place of the one for its segment
     * @return a new playbook
     */
    public Playbook with(PlaybookEntry entry) {
        List<PlaybookEntry> changed = new ArrayList<>(entries);
        changed.set(entry.segment().index(), entry);
        return new Playbook(ImmutableList.copyOf(changed));
    }

    /**
     * The entries.
     *
     * @return all eight, in the order of {@link Segment#all()}
     */
    public List<PlaybookEntry> all() {
        return entries;
    }

    /** Two playbooks are equal if their entries are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Playbook that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Playbook" + entries;
    }
}
