package io.github.clv4j.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of texts for people: the first column and the last start alike, those between end alike, a Chinese character being
 * two columns wide. Not thread-safe.
 */
final class TextTable {

    private static final int FIRST_WIDE = 0x1100;

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The rows as lines, without blanks at the end. */
    void appendTo(StringBuilder text) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, j -> Math.max(widths[j], width(row.get(j))));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < widths.length; j++) {
                String padding = " ".repeat(widths[j] - width(row.get(j)));
                boolean left = j == 0 || j == widths.length - 1;
                line.append(line.isEmpty() ? "" : " ").append(left ? row.get(j) + padding : padding + row.get(j));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int width(String cell) {
        return cell.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    }
}
