package io.github.clv4j.json;

import io.github.clv4j.base.VisibleText;

/** A plan or model file that is not what it must be. The message says in which file and where in it. */
public final class ModelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFormatException(String file, String place, String problem) {
        super(VisibleText.line(file) + ": " + (place.isEmpty() ? "" : place + " ") + problem);
    }
}
