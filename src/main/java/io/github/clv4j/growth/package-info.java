/**
 * Raising customer value by the 8-2-4-1 model: eight {@linkplain io.github.clv4j.growth.PerceptionPoint perception points},
 * two {@linkplain io.github.clv4j.growth.GrowthDimension dimensions}, four {@linkplain io.github.clv4j.growth.ValueTier
 * kinds of customer} with the {@linkplain io.github.clv4j.growth.GrowthPath paths} between them, and one goal, a better
 * {@linkplain io.github.clv4j.growth.TierPortfolio customer structure}. {@link io.github.clv4j.growth.GrowthModel} says which
 * path a customer should take first and what it is worth.
 *
 * <p>The eight points and their order, the two dimensions, the two {@linkplain io.github.clv4j.growth.GrowthLever levers}
 * and the path from low to secondary value by ARPU are of the source; the other tiers and paths, what a step is worth and
 * the leverage of a point are of clv4j. Each type says which it is.
 */
@NullMarked
package io.github.clv4j.growth;

import org.jspecify.annotations.NullMarked;
