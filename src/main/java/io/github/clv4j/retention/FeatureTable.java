package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import io.github.clv4j.retention.FitException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The features of a regression: named columns of numbers, one value for each customer, made from numbers and from categories.
 *
 * <p>A category becomes one column of 0 and 1 for each of its levels but the baseline, named {@code name=level}, in the order
 * of the levels as texts (by UTF-16 code units, as {@link String#compareTo}). Its coefficient then compares customers of that
 * level with customers of the baseline. This is the treatment coding of R, but for the order of levels, which R takes from the
 * locale.
 *
 * <p>A category has at most 1000 levels, and at most 100 or half as many as customers if that is less: each is a column, and
 * more look like the ids of something. The bounds are ours.
 *
 * <p>Immutable and thread-safe.
 */
public final class FeatureTable {

    /** The most levels of a category, whatever the number of customers. */
    private static final int MOST_LEVELS = 1000;

    /** So many levels are right however few customers there are. */
    private static final int FEW_LEVELS = 100;

    private final ImmutableList<String> names;
    private final double[][] columns;
    private final int customers;

    private FeatureTable(Collection<String> names, double[][] columns, int customers) {
        this.names = ImmutableList.copyOf(names);
        this.columns = columns;
        this.customers = customers;
    }

    /**
     * Begins a table.
     *
     * @return a builder without columns
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Takes the columns of a {@link FeatureTable} one after the other. Not thread-safe. */
    public static final class Builder {

        private final Set<String> names = new LinkedHashSet<>();
        private final List<double[]> columns = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a column of numbers.
         *
         * @param name what it is called, not blank
         * @param column one value for each customer; copied. Whether all are finite is checked by the fit
         * @return this builder
         * @throws IllegalArgumentException if the name is blank or taken, or the column has another length than those before
         */
        public Builder number(String name, double[] column) {
            return add(Require.notBlank(name, "name of a feature"), column.clone());
        }

        /**
         * Adds a category whose baseline is its most frequent level, of equally frequent ones the first as a text.
         *
         * @param name what it is called, not blank
         * @param values the level of each customer, none missing or blank
         * @return this builder
         * @throws IllegalArgumentException as {@link #category(String, List, String)}
         * @throws FitException if there is only one level
         */
        public Builder category(String name, List<String> values) {
            Map<String, Integer> counts = counts(name, values);
            int most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            Optional<String> baseline = counts.entrySet().stream()
                    .filter(level -> level.getValue() == most)
                    .map(Map.Entry::getKey)
                    .findFirst();
            return addLevels(name, values, counts, baseline.orElse(""));
        }

        /**
         * Adds a category.
         *
         * @param name what it is called, not blank
         * @param values the level of each customer, none missing or blank
         * @param baseline the level that gets no column, which occurs
         * @return this builder
         * @throws IllegalArgumentException if a value is missing or blank, there are too many levels, the baseline does not
         *     occur, the name is blank or a column name taken, or there are not as many values as customers
         * @throws FitException if there is only one level
         */
        public Builder category(String name, List<String> values, String baseline) {
            Map<String, Integer> counts = counts(name, values);
            if (!values.isEmpty() && !counts.containsKey(baseline)) {
                throw new IllegalArgumentException("baseline of category " + name + " must be one of "
                        + List.copyOf(counts.keySet()) + ", but was \"" + baseline + "\"");
            }
            return addLevels(name, values, counts, baseline);
        }

        /**
         * The table of what was added.
         *
         * @return the table
         * @throws IllegalArgumentException if nothing was added
         */
        public FeatureTable build() {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a feature table must have at least 1 column, but had 0");
            }
            return new FeatureTable(names, columns.toArray(double[][]::new), columns.get(0).length);
        }

        private Builder addLevels(String name, List<String> values, Map<String, Integer> counts, String baseline) {
            if (counts.size() == 1) {
                throw new FitException(
                        Reason.CONSTANT_COLUMN,
                        List.of(name),
                        "category " + name + " is " + baseline + " for every customer; leave it out");
            }
            double[][] indicators = indicators(values, List.copyOf(counts.keySet()));
            int place = 0;
            for (String level : counts.keySet()) {
                if (!level.equals(baseline)) {
                    add(name + "=" + level, indicators[place]);
                }
                place++;
            }
            return this;
        }

        /** For each level a column of 1 for the customers who have it, else 0. */
        private static double[][] indicators(List<String> values, List<String> levels) {
            Map<String, Integer> places = new HashMap<>();
            levels.forEach(level -> places.put(level, places.size()));
            double[][] indicators = new double[levels.size()][values.size()];
            int customer = 0;
            for (String value : values) {
                indicators[places.getOrDefault(value, 0)][customer] = 1;
                customer++;
            }
            return indicators;
        }

        private Builder add(String name, double[] column) {
            if (names.contains(name)) {
                throw new IllegalArgumentException("features must be distinct, but \"" + name + "\" stands twice");
            }
            if (!columns.isEmpty()) {
                Require.length(column.length, columns.get(0).length, "column " + name);
            }
            names.add(name);
            columns.add(column);
            return this;
        }

        /** How many customers have each level, levels in order. */
        private static Map<String, Integer> counts(String name, List<String> values) {
            Require.notBlank(name, "name of a feature");
            Map<String, Integer> counts = new TreeMap<>();
            for (String value : values) {
                if (value == null || value.isBlank()) {
                    throw new IllegalArgumentException("category " + name + " at row " + values.indexOf(value)
                            + " must have a level, but was missing; leave the customer out or name a level for it");
                }
                counts.merge(value, 1, Integer::sum);
            }
            requireFew(name, counts.size(), values.size());
            return counts;
        }

        private static void requireFew(String name, int levels, int customers) {
            int most = Math.min(MOST_LEVELS, Math.max(FEW_LEVELS, customers / 2));
            if (levels > most) {
                throw new IllegalArgumentException("category " + name + " must have at most " + most + " levels for "
                        + customers + " customers, but had " + levels + "; is it a column of ids?");
            }
        }
    }

    /**
     * The names of the columns.
     *
     * @return the names, in the order in which they were added
     */
    public List<String> names() {
        return names;
    }

    /**
     * The columns.
     *
     * @return a copy: one column for each name, one value for each customer
     */
    public double[][] columns() {
        return mapped(double[]::clone);
    }

    /**
     * How many customers there are.
     *
     * @return the length of every column
     */
    public int customers() {
        return customers;
    }

    /**
     * The table of some of the customers. It keeps all columns, also one that is the same for all of them.
     *
     * @param rows the places of the customers, in the order wanted; one may stand more than once
     * @return a new table
     * @throws IllegalArgumentException if a place is not one of this table
     */
    public FeatureTable select(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= customers) {
                throw Require.outside("row " + i + " to select", "in [0, " + (customers - 1) + "]", rows[i]);
            }
        }
        return new FeatureTable(names, mapped(column -> selected(column, rows)), rows.length);
    }

    /** The columns themselves, for those who do not change them. */
    double[][] shared() {
        return columns.clone();
    }

    static double[] selected(double[] column, int[] rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = column[rows[i]];
        }
        return selected;
    }

    private double[][] mapped(UnaryOperator<double[]> change) {
        double[][] result = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            result[j] = change.apply(columns[j]);
        }
        return result;
    }

    @Override
    public String toString() {
        return "FeatureTable[customers=" + customers + ", names=" + names + "]";
    }
}
