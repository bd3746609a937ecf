package io.github.clv4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tables written as the commands write them. */
final class Tables {

    private Tables() {}

    static void write(Path target, List<Column> columns) {
        AtomicFile.replaceAll(Map.of(target, TableWriter.content(target, columns, FormulaCells.NEUTRALISED)));
    }
}
