/**
 * What a customer is worth: {@linkplain io.github.clv4j.value.CustomerLifetimeValue lifetime value} as the sum of current
 * value and potential value, the {@linkplain io.github.clv4j.value.ServiceOffer services} a customer could still take,
 * and {@linkplain io.github.clv4j.value.GroupShareTable how likely} that is.
 */
@NullMarked
package io.github.clv4j.value;

import org.jspecify.annotations.NullMarked;
