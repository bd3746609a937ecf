/**
 * What a customer is worth: {@linkplain io.github.clv4j.value.CustomerLifetimeValue lifetime value} as the sum of current
 * value and potential value, the {@linkplain io.github.clv4j.value.ServiceOffer services} a customer could still take,
 * and how likely that is ({@linkplain io.github.clv4j.value.GroupShareTable shares by group}, {@linkplain
 * io.github.clv4j.value.AdoptionModel adoption models}); and an {@linkplain io.github.clv4j.value.ValueIndex index} for
 * where money is not known.
 */
@NullMarked
package io.github.clv4j.value;

import org.jspecify.annotations.NullMarked;
