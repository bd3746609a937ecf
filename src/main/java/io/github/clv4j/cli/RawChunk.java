package io.github.clv4j.cli;

import java.util.List;

/**
 * Some customers of a file, one after another, as the file has them.
 *
 * @param from the place of the first of them in the file, from 0
 * @param columns {@code input_row}, which is the place of each in the file, and the declared columns
 * @param failures what is wrong with single rows, in the order of the file
 */
record RawChunk(int from, List<Column> columns, List<RawFailure> failures) {

    int rows() {
        return columns.get(0).rows();
    }
}
