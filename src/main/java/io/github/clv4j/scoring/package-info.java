/**
 * The composition of the models: a {@linkplain io.github.clv4j.scoring.ScoringPlan plan} says what to fit, fitting it to
 * {@linkplain io.github.clv4j.scoring.CustomerColumns customers} gives an immutable {@linkplain
 * io.github.clv4j.scoring.ScoringModel model}, and the model scores and explains one customer or millions with the same
 * bits.
 */
@NullMarked
package io.github.clv4j.scoring;

import org.jspecify.annotations.NullMarked;
