/**
 * The loyalty index: behaviour and feeling, weighted; stages and forms of loyalty; complaint handling.
 */
@NullMarked
package io.github.clv4j.loyalty;

import org.jspecify.annotations.NullMarked;
