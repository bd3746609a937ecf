package io.github.clv4j.cli;

/** How a command prints what it found. */
enum ReportFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
