/**
 * The few things every other package needs: the {@linkplain io.github.clv4j.base.Language language} of names, argument
 * checks, and sums that do not depend on how the work was split.
 */
@NullMarked
package io.github.clv4j.base;

import org.jspecify.annotations.NullMarked;
