package io.github.clv4j.json;

import io.github.clv4j.base.VisibleText;

/**
 * A plan, model or judgement file that is not what it must be. The message says in which file and where in it.
 */
public final class ModelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message without the file. */
    private final String inFile;

    ModelFormatException(String file, String place, String problem) {
        this(file, (place.isEmpty() ? "" : place + " ") + problem);
    }

    private ModelFormatException(String file, String inFile) {
        super(VisibleText.line(file) + ": " + inFile);
        this.inFile = inFile;
    }

    /** The message without the file: where in it, and what is wrong. */
    String inFile() {
        return inFile;
    }
}
