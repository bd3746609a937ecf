package io.github.clv4j.json;

import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.PairwiseMatrixBuilder;
import java.util.List;

/** Turns the rows of a judgement matrix into the matrix. */
final class JudgementReader {

    private JudgementReader() {}

    /** A matrix of judgements on things of these names; entries are numbers, ratios such as "1/3", or null. */
    static PairwiseMatrix read(JsonPlace json, List<String> names) {
        List<JsonPlace> rows = json.items();
        PairwiseMatrixBuilder builder = json.made(() -> PairwiseMatrix.builder(names));
        if (rows.size() != names.size()) {
            throw json.error("must have a row for each of " + names + ", but has " + rows.size() + " rows");
        }
        for (int i = 0; i < rows.size(); i++) {
            List<JsonPlace> entries = rows.get(i).items();
            if (entries.size() != rows.size()) {
                throw rows.get(i)
                        .error("must have as many entries as the matrix has rows, " + rows.size() + ", but has "
                                + entries.size());
            }
            for (int j = 0; j < entries.size(); j++) {
                judge(entries.get(j), i, j, builder);
            }
        }
        return json.made(builder::build);
    }

    private static void judge(JsonPlace entry, int row, int column, PairwiseMatrixBuilder builder) {
        if (entry.isNumber()) {
            entry.made(() -> builder.judge(row, column, entry.nearest()));
        } else if (entry.isText()) {
            entry.made(() -> builder.judge(row, column, entry.text()));
        } else if (!entry.isNull()) {
            throw entry.error("must be a number, a ratio such as \"1/3\" or null, but was " + entry.shown());
        } else if (row == column) {
            throw entry.error("must be 1, as on all of the diagonal, but was null");
        }
    }
}
