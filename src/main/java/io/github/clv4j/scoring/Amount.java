package io.github.clv4j.scoring;

import io.github.clv4j.base.Require;

/** A number of the plan: the same for all customers, or one for each from a column. Immutable and thread-safe. */
public sealed interface Amount {

    /**
     * The same number for all customers.
     *
     * @param value the number, finite
     * @return the amount
     */
    static Amount constant(double value) {
        return new Constant(value);
    }

    /**
     * A number for each customer.
     *
     * @param name the name of the column
     * @return the amount
     */
    static Amount column(String name) {
        return new Column(name);
    }

    /**
     * The same number for all customers.
     *
     * @param value the number, finite
     */
    record Constant(double value) implements Amount {

        /**
         * Creates the amount.
         *
         * @param value the number, finite
         */
        public Constant {
            Require.finite(value, "amount");
        }
    }

    /**
     * A number for each customer.
     *
     * @param name the name of the column
     */
    record Column(String name) implements Amount {

        /**
         * Creates the amount.
         *
         * @param name the name of the column
         */
        public Column {
            Require.notBlank(name, "column name");
        }
    }
}
