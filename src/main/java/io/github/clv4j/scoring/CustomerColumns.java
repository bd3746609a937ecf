package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Require;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers as columns of equal length, each with a name: numbers, where NaN is missing, and groups, which are texts. One
 * more column may hold the customers' ids.
 *
 * <p>Columns of numbers are used in place, not copied: whoever builds the columns must not change the arrays and buffers while
 * the columns are in use. With that, immutable and thread-safe. Arrays of doubles are the fastest to score; all other kinds are
 * copied block by block on their way.
 */
public final class CustomerColumns {

    private final int customers;
    private final String @Nullable [] ids;
    private final ImmutableMap<String, NumberColumn> numbers;
    private final ImmutableMap<String, GroupColumn> groups;

    private CustomerColumns(
            int customers,
            String @Nullable [] ids,
            Map<String, NumberColumn> numbers,
            Map<String, GroupColumn> groups) {
        this.customers = customers;
        this.ids = ids;
        this.numbers = ImmutableMap.copyOf(numbers);
        this.groups = ImmutableMap.copyOf(groups);
    }

    /**
     * Starts a set of columns.
     *
     * @param customers the number of customers, which is the length of every column
     * @return a builder
     */
    public static Builder builder(int customers) {
        return new Builder(customers);
    }

    /**
     * The number of customers.
     *
     * @return the length of every column
     */
    public int customers() {
        return customers;
    }

    /**
     * The id of a customer.
     *
     * @param row the customer's place, from 0
     * @return the id, empty where there are no ids
     */
    public String id(int row) {
        return ids == null ? "" : ids[row];
    }

    /**
     * Some of the customers.
     *
     * @param rows their places in these columns, in the order wanted
     * @return columns with copies of their values, or these columns where all customers are wanted in their order
     */
    public CustomerColumns select(int[] rows) {
        if (Arrays.equals(rows, IntStream.range(0, customers).toArray())) {
            return this;
        }
        Map<String, NumberColumn> someNumbers = new LinkedHashMap<>();
        numbers.forEach((name, values) -> someNumbers.put(name, new NumberColumn.Doubles(values.select(rows))));
        Map<String, GroupColumn> someGroups = new LinkedHashMap<>();
        groups.forEach((name, column) -> someGroups.put(name, column.select(rows)));
        return new CustomerColumns(rows.length, pick(ids, rows), someNumbers, someGroups);
    }

    /** The numbers of a number input, not to be written to; in place where they are an array of doubles. */
    double[] numbers(String name) {
        return numberColumn(name).toArray();
    }

    /** The column of a number input. */
    NumberColumn numberColumn(String name) {
        NumberColumn column = numbers.get(name);
        if (column == null) {
            throw missing(name, groups.containsKey(name) ? "holds groups, not numbers" : "is missing");
        }
        return column;
    }

    /** The column of a group input. */
    GroupColumn groups(String name) {
        GroupColumn column = groups.get(name);
        if (column == null) {
            throw missing(name, numbers.containsKey(name) ? "holds numbers, not groups" : "is missing");
        }
        return column;
    }

    private IllegalArgumentException missing(String name, String what) {
        return new IllegalArgumentException(
                "column " + name + " " + what + "; there are " + numbers.keySet() + " and groups " + groups.keySet());
    }

    static double[] pick(double[] values, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }

    private static String @Nullable [] pick(String @Nullable [] values, int[] rows) {
        if (values == null) {
            return null;
        }
        String[] some = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }

    /** Collects columns. Not thread-safe. */
    public static final class Builder {

        private final int customers;
        private String @Nullable [] ids;
        private final Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        private final Map<String, GroupColumn> groups = new LinkedHashMap<>();

        private Builder(int customers) {
            if (customers < 0) {
                throw Require.outside("customers", "in [0, 2147483647]", customers);
            }
            this.customers = customers;
        }

        /**
         * Gives the customers their ids.
         *
         * @param values the ids, one for each customer; an empty id is allowed and may stand more than once
         * @return this builder
         * @throws IllegalArgumentException if an id stands twice or the length is wrong
         */
        public Builder ids(String[] values) {
            Require.length(values.length, customers, "ids");
            Map<String, Integer> seen = new HashMap<>(2 * customers);
            for (int row = 0; row < customers; row++) {
                Integer before = values[row].isEmpty() ? null : seen.put(values[row], row);
                if (before != null) {
                    throw new IllegalArgumentException("customer ids must be distinct, but \"" + values[row]
                            + "\" stands at rows " + before + " and " + row + ", counted from 0");
                }
            }
            ids = values.clone();
            return this;
        }

        /**
         * Adds a column of numbers.
         *
         * @param name the name of the column
         * @param values one number for each customer, NaN where it is missing; used in place
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the length is wrong
         */
        public Builder number(String name, double[] values) {
            return number(name, new NumberColumn.Doubles(values));
        }

        /**
         * Adds a column of floats, each standing for the double of the same value.
         *
         * @param name the name of the column
         * @param values one number for each customer, NaN where it is missing; used in place
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the length is wrong
         */
        public Builder number(String name, float[] values) {
            return number(name, new NumberColumn.Floats(values));
        }

        /**
         * Adds a column of numbers that stand in a buffer, which may be memory outside the heap, such as that of another
         * library: {@code bytes.order(ByteOrder.nativeOrder()).asDoubleBuffer()}. Libraries that mark missing values in a bitmap of
         * their own leave any number in their place: it must be NaN here.
         *
         * @param name the name of the column
         * @param values one number for each customer from the position of the buffer to its limit, NaN where it is missing; used
         *     in place, also if the position is moved later
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the length is wrong
         */
        public Builder number(String name, DoubleBuffer values) {
            return number(name, new NumberColumn.DoubleMemory(values.slice()));
        }

        /**
         * Adds a column of floats that stand in a buffer, each standing for the double of the same value.
         *
         * @param name the name of the column
         * @param values one number for each customer from the position of the buffer to its limit, NaN where it is missing; used
         *     in place, also if the position is moved later
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the length is wrong
         */
        public Builder number(String name, FloatBuffer values) {
            return number(name, new NumberColumn.FloatMemory(values.slice()));
        }

        private Builder number(String name, NumberColumn column) {
            requireFree(name);
            Require.length(column.size(), customers, "column " + name);
            numbers.put(name, column);
            return this;
        }

        /**
         * Adds a column of groups.
         *
         * @param name the name of the column
         * @param values one group for each customer, null where it is missing
         * @return this builder
         * @throws IllegalArgumentException if the name is taken or the length is wrong
         */
        public Builder group(String name, @Nullable String[] values) {
            requireFree(name);
            Require.length(values.length, customers, "column " + name);
            groups.put(name, GroupColumn.of(values));
            return this;
        }

        private void requireFree(String name) {
            Require.notBlank(name, "column name");
            if (numbers.containsKey(name) || groups.containsKey(name)) {
                throw new IllegalArgumentException("columns must be distinct, but \"" + name + "\" stands twice");
            }
        }

        /**
         * The columns collected.
         *
         * @return immutable columns
         */
        public CustomerColumns build() {
            return new CustomerColumns(customers, ids, numbers, groups);
        }
    }
}
