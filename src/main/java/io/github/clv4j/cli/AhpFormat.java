package io.github.clv4j.cli;

/** How answers are printed. */
enum AhpFormat {
    /** For people. */
    TEXT,
    /** One JSON array. */
    JSON
}
