/**
 * An {@linkplain io.github.clv4j.indicator.CompositeIndex index} of weighted {@linkplain io.github.clv4j.indicator.Indicator
 * indicators}: {@linkplain io.github.clv4j.indicator.Scale scales} that turn raw values into scores, {@linkplain
 * io.github.clv4j.indicator.Weights weights} that know where they come from, and what becomes of what is missing.
 */
@NullMarked
package io.github.clv4j.indicator;

import org.jspecify.annotations.NullMarked;
