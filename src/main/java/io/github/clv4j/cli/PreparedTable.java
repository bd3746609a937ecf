package io.github.clv4j.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that a plan's SQL made of the customer file; index i of every array is the customer at position i of the file. */
final class PreparedTable {

    private final int rows;
    private final Map<String, double[]> numbers;
    private final Map<String, @Nullable String[]> texts;

    /** Keeps the arrays, which belong to it from now on. */
    PreparedTable(int rows, Map<String, double[]> numbers, Map<String, @Nullable String[]> texts) {
        this.rows = rows;
        this.numbers = numbers;
        this.texts = texts;
    }

    int rows() {
        return rows;
    }

    /** A column of numbers, NaN where missing; the array itself, not a copy. */
    double[] numbers(String column) {
        return required(numbers.get(column), column);
    }

    /** A column of texts, null where missing; the array itself, not a copy. */
    @Nullable
    String[] texts(String column) {
        return required(texts.get(column), column);
    }

    private static <T> T required(@Nullable T values, String column) {
        if (values == null) {
            throw new IllegalArgumentException("column '" + column + "' was not asked for");
        }
        return values;
    }
}
