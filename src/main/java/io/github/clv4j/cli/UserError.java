package io.github.clv4j.cli;

import org.jspecify.annotations.Nullable;

/**
 * Stops the run with a message written for the user: it says which file, row, column or value is wrong, so that no stack
 * trace is needed to act on it.
 */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String message) {
        super(message);
    }

    UserError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
