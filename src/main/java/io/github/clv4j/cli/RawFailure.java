package io.github.clv4j.cli;

/**
 * What is wrong with one row of the customer file. The run goes on without the row, which keeps its place.
 *
 * @param inputRow 0-based position of the row in the file
 * @param column the declared column, or empty where the row as a whole cannot be read
 * @param value the text of the cell, or the beginning of a row that cannot be read
 * @param reason what is wrong, with the line number where the row cannot be read
 */
record RawFailure(long inputRow, String column, String value, String reason) {}
