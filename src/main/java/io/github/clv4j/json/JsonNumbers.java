package io.github.clv4j.json;

import tools.jackson.databind.node.ObjectNode;

/** Numbers as JSON can hold them, which has no NaN and no infinity. */
final class JsonNumbers {

    private JsonNumbers() {}

    /** Puts a number that exists, and null for one that does not. */
    static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
