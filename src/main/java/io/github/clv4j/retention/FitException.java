package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A model that cannot be fitted, as it has no estimate or none that could be found: why, and which columns. */
public final class FitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there is no fit. Immutable and thread-safe. */
    public enum Reason {
        /** All outcomes are the same. */
        ONE_CLASS,
        /** Nobody is known to have left, so that nothing says when customers leave. */
        NO_EVENTS,
        /** There are not more customers than coefficients. */
        TOO_FEW_CUSTOMERS,
        /** A column has the same value for every customer, as the intercept has. */
        CONSTANT_COLUMN,
        /** A column is a linear combination of others. */
        COLLINEAR_COLUMNS,
        /** Some combination of columns splits leavers from stayers, so the likelihood grows without end. */
        SEPARATION,
        /** The Newton steps did not settle. */
        NO_CONVERGENCE
    }

    /** What always helps a logistic regression, at the end of a message. */
    static final String PENALTY = ", or fit with a ridge penalty";

    /** Why there is no fit. */
    private final Reason reason;

    private final transient ImmutableList<String> columns;

    FitException(Reason reason, List<String> columns, String message) {
        super(message);
        this.reason = reason;
        this.columns = ImmutableList.copyOf(columns);
    }

    /**
     * Why there is no fit.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * The columns at fault.
     *
     * @return their names, the chief culprit first
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The same, with more to say.
     *
     * @param note what to add to the message, with whatever separates it
     * @return a new exception, caused by this one
     */
    public FitException withNote(String note) {
        return caused(getMessage() + note);
    }

    /**
     * The same, without the advice to fit with a ridge penalty, for callers who offer none.
     *
     * @return a new exception, caused by this one; this one where it does not give that advice
     */
    public FitException withoutPenaltyAdvice() {
        String message = String.valueOf(getMessage());
        return message.endsWith(PENALTY) ? caused(message.substring(0, message.length() - PENALTY.length())) : this;
    }

    private FitException caused(String message) {
        FitException other = new FitException(reason, columns, message);
        other.initCause(this);
        return other;
    }

    /**
     * The same, with what it is about in front.
     *
     * @param subject what could not be fitted
     * @return a new exception, caused by this one
     */
    public FitException withSubject(String subject) {
        return caused(subject + ": " + getMessage());
    }
}
