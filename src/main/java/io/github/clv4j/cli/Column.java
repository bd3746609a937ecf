package io.github.clv4j.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
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

    /** A column of doubles, missing where the bit is set, and nowhere else: NaN is a number here. */
    static Column numbers(String name, double[] values, BitSet missing) {
        return new NumbersOrNan(name, values, missing);
    }

    /** A column of dates, null where missing. */
    static Column dates(String name, @Nullable LocalDate[] values) {
        return new Dates(name, values);
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

    /** The same column with another form of its texts; a column of others has none and stays itself. */
    Column withTexts(UnaryOperator<String> form) {
        return this;
    }

    /** Writes {@code count} values, those from row {@code from} on, to the places of the vector from {@code at} on. */
    abstract void write(int from, int count, DuckDBWritableVector to, int at);

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
        void write(int from, int count, DuckDBWritableVector to, int at) {
            for (int i = 0; i < count; i++) {
                double value = values[from + i];
                if (Double.isNaN(value)) {
                    to.setNull(at + i);
                } else {
                    to.setDouble(at + i, value);
                }
            }
        }
    }

    private static final class NumbersOrNan extends Column {

        private final double[] values;
        private final BitSet missing;

        NumbersOrNan(String name, double[] values, BitSet missing) {
            super(name, values.length);
            this.values = values;
            this.missing = missing;
        }

        @Override
        Class<?> type() {
            return Double.class;
        }

        @Override
        void write(int from, int count, DuckDBWritableVector to, int at) {
            for (int i = 0; i < count; i++) {
                double value = values[from + i];
                if (Double.isNaN(value) && missing.get(from + i)) {
                    to.setNull(at + i);
                } else {
                    to.setDouble(at + i, value);
                }
            }
        }
    }

    private static final class Dates extends Column {

        private final @Nullable LocalDate[] values;

        Dates(String name, @Nullable LocalDate[] values) {
            super(name, values.length);
            this.values = values;
        }

        @Override
        Class<?> type() {
            return LocalDate.class;
        }

        @Override
        void write(int from, int count, DuckDBWritableVector to, int at) {
            for (int i = 0; i < count; i++) {
                LocalDate value = values[from + i];
                if (value == null) {
                    to.setNull(at + i);
                } else {
                    to.setDate(at + i, value);
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
        void write(int from, int count, DuckDBWritableVector to, int at) {
            for (int i = 0; i < count; i++) {
                to.setLong(at + i, values[from + i]);
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
        void write(int from, int count, DuckDBWritableVector to, int at) {
            @Nullable String[] texts = Arrays.copyOfRange(values, from, from + count);
            for (int i = 0; i < count; i++) {
                String text = texts[i];
                texts[i] = text == null ? null : form.apply(text);
            }
            to.setStrings(at, texts); // one call into DuckDB, not one for each
        }
    }
}
