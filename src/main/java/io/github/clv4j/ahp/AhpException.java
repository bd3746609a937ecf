package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judgements that cannot be solved: why, and which of the things judged are to blame. */
public final class AhpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there are no weights. Immutable and thread-safe. */
    public enum Reason {
        /** A pair has two judgements that are not each other's reciprocal. */
        NOT_RECIPROCAL,
        /** The judgements fall into groups that were never compared with each other. */
        DISCONNECTED,
        /** Judgements are missing, and nothing says how to do without them. */
        INCOMPLETE,
        /** The computation did not settle. */
        NOT_CONVERGED
    }

    /** Why there are no weights. */
    private final Reason reason;

    private final transient ImmutableList<List<String>> culprits;

    AhpException(Reason reason, List<List<String>> culprits, String message) {
        super(message);
        this.reason = reason;
        this.culprits = ImmutableList.copyOf(culprits);
    }

    /** A computation that did not settle, or could not go on; which happens only to ratios no person would judge. */
    static AhpException notConverged(String problem, @Nullable Throwable cause) {
        AhpException exception =
                new AhpException(Reason.NOT_CONVERGED, List.of(), problem + ": the judgements are too far apart");
        exception.initCause(cause);
        return exception;
    }

    /** The same, saying whose judgements they are. */
    AhpException of(String whose) {
        AhpException placed = new AhpException(reason, culprits, whose + ": " + getMessage());
        placed.initCause(this);
        return placed;
    }

    /**
     * Why there are no weights.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Who is to blame.
     *
     * @return the groups that are not connected, or pairs of names; empty where there is no one in particular
     */
    public List<List<String>> culprits() {
        return culprits;
    }
}
