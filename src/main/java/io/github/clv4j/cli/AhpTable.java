package io.github.clv4j.cli;

import io.github.clv4j.base.VisibleText;
import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Weights as a table for a terminal: the names, one column of numbers or more, and the first of them as bars. */
final class AhpTable {

    private static final int LONGEST_BAR = 30;
    private static final String GAP = "  ";

    private AhpTable() {}

    /** One column, without a header. */
    static String ofWeights(String indent, Weights weights) {
        return laidOut(indent, rows(weights));
    }

    /** Several columns under a header. */
    static String ofWeights(String indent, List<String> header, Weights... columns) {
        List<List<String>> rows = rows(columns);
        rows.add(0, header);
        return laidOut(indent, rows);
    }

    private static List<List<String>> rows(Weights... columns) {
        Weights first = columns[0];
        double largest = Arrays.stream(first.toArray()).max().orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            List<String> row = new ArrayList<>();
            row.add(VisibleText.line(first.names().get(k)));
            for (Weights column : columns) {
                row.add(String.format(Locale.ROOT, "%.4f", column.weight(k)));
            }
            row.add(bar(first.weight(k) / largest));
            rows.add(row);
        }
        return rows;
    }

    /** A bar for a share of the longest; what has a weight has a bar. */
    private static String bar(double share) {
        return "█".repeat((int) Math.max(1, Math.round(LONGEST_BAR * share)));
    }

    private static String laidOut(String indent, List<List<String>> rows) {
        int[] widths = new int[rows.get(rows.size() - 1).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], SegmentTable.width(row.get(c)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < row.size(); c++) {
                String cell = row.get(c);
                line.append(cell)
                        .append(" ".repeat(widths[c] - SegmentTable.width(cell)))
                        .append(GAP);
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
