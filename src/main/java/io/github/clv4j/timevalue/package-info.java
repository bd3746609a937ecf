/**
 * The time value of money: {@linkplain io.github.clv4j.timevalue.DiscountRate discount rates} that know their period,
 * {@linkplain io.github.clv4j.timevalue.Horizon horizons}, {@linkplain io.github.clv4j.timevalue.Annuity annuities} and
 * the {@linkplain io.github.clv4j.timevalue.SurvivalCurve survival curve} they may be weighted with.
 */
@NullMarked
package io.github.clv4j.timevalue;

import org.jspecify.annotations.NullMarked;
