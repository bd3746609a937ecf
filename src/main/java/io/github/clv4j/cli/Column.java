package io.github.clv4j.cli;

import java.util.function.UnaryOperator;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** A named column of a table to be written. The array it is made of is read later, never changed and never copied. */
abstract class Column {

    private final String name;
    private final int rows;

    private Column(String name, int rows) {
        this.name = name;
        this.rows = rows;
    }

    /** A column of doubles, NaN where missing. */
    static Column numbers(String name, double[] values) {
        return new Numbers(name, values);
    }

    /** A column of whole numbers, none missing. */
    static Column counts(String name, long[] values) {
        return new Counts(name, values);
    }

    /** A column of texts, null where missing. */
    static Column texts(String name, @Nullable String[] values) {
        return new Texts(name, values, UnaryOperator.identity());
    }

    final String name() {
        return name;
    }

    final int rows() {
        return rows;
    }

    abstract Class<?> type();

    /** The same column with another form of its texts; a column of numbers has none and stays itself. */
    abstract Column withTexts(UnaryOperator<String> form);

    /** Writes the values from row {@code from} on to the first {@code count} places of the vector. */
    abstract void write(int from, int count, DuckDBWritableVector to);

    private static final class Numbers extends Column {

        private final double[] values;

        Numbers(String name, double[] values) {
            super(name, values.length);
            this.values = values;
        }

        @Override
        Class<?> type() {
            return Double.class;
        }

        @Override
        Column withTexts(UnaryOperator<String> form) {
            return this;
        }

        @Override
        void write(int from, int count, DuckDBWritableVector to) {
            for (int i = 0; i < count; i++) {
                double value = values[from + i];
                if (Double.isNaN(value)) {
                    to.setNull(i);
                } else {
                    to.setDouble(i, value);
                }
            }
        }
    }

    private static final class Counts extends Column {

        private final long[] values;

        Counts(String name, long[] values) {
            super(name, values.length);
            this.values = values;
        }

        @Override
        Class<?> type() {
            return Long.class;
        }

        @Override
        Column withTexts(UnaryOperator<String> form) {
            return this;
        }

        @Override
        void write(int from, int count, DuckDBWritableVector to) {
            for (int i = 0; i < count; i++) {
                to.setLong(i, values[from + i]);
            }
        }
    }

    private static final class Texts extends Column {

        private final @Nullable String[] values;
        private final UnaryOperator<String> form;

        Texts(String name, @Nullable String[] values, UnaryOperator<String> form) {
            super(name, values.length);
            this.values = values;
            this.form = form;
        }

        @Override
        Class<?> type() {
            return String.class;
        }

        @Override
        Column withTexts(UnaryOperator<String> next) {
            return new Texts(name(), values, text -> next.apply(form.apply(text)));
        }

        @Override
        void write(int from, int count, DuckDBWritableVector to) {
            for (int i = 0; i < count; i++) {
                String value = values[from + i];
                if (value == null) {
                    to.setNull(i);
                } else {
                    to.setString(i, form.apply(value));
                }
            }
        }
    }
}
