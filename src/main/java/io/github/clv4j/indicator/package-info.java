/**
 * What an index is made of: {@linkplain io.github.clv4j.indicator.Weights weights} with names that know where they come
 * from.
 */
@NullMarked
package io.github.clv4j.indicator;

import org.jspecify.annotations.NullMarked;
