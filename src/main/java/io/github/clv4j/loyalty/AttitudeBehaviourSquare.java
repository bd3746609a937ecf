package io.github.clv4j.loyalty;

import io.github.clv4j.base.Require;

/**
 * Tells the {@link LoyaltyForm} of a customer from attitude and behaviour: each is high where it is equal to its cut or
 * above it, and low below.
 *
 * <p>Attitude and behaviour can be the emotional and the behavioural sub-index of a loyalty index, both in [0, 1]; any
 * other measures will do, as long as more is better and the cuts are of the same kind. A missing value (NaN) has no
 * form.
 *
 * <p>Source: A. S. Dick, K. Basu, 1994, Customer loyalty: toward an integrated conceptual framework, Journal of the
 * Academy of Marketing Science 22. Where to cut, and that the cut itself is high, is not theirs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param attitudeCut the least attitude that is high, finite
 * @param behaviourCut the least behaviour that is high, finite
 */
public record AttitudeBehaviourSquare(double attitudeCut, double behaviourCut) {

    /**
     * Creates a square.
     *
     * @param attitudeCut the least attitude that is high, finite
     * @param behaviourCut the least behaviour that is high, finite
     * @throws IllegalArgumentException if a cut is NaN or infinite
     */
    public AttitudeBehaviourSquare {
        Require.finite(attitudeCut, "cut of attitude");
        Require.finite(behaviourCut, "cut of behaviour");
    }

    /**
     * The form of a customer's loyalty.
     *
     * @param attitude the attitude, finite; more is better
     * @param behaviour the behaviour, finite; more is better
     * @return the form
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public LoyaltyForm form(double attitude, double behaviour) {
        boolean highAttitude = Require.finite(attitude, "attitude") >= attitudeCut;
        boolean highBehaviour = Require.finite(behaviour, "behaviour") >= behaviourCut;
        if (highAttitude) {
            return highBehaviour ? LoyaltyForm.TRUE : LoyaltyForm.LATENT;
        }
        return highBehaviour ? LoyaltyForm.SPURIOUS : LoyaltyForm.NONE;
    }
}
