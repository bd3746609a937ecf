package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tenure regression: ordinary least squares of tenure, in months, on the number n of retention activities a customer
 * took part in, its square, controls z such as sex and age, and products of the activities with controls:
 *
 * <pre>
 *   tenure = b0 + b1 n + b2 n^2 + sum_k d_k z_k + sum_k e_k n z_k + error
 * </pre>
 *
 * <p>Two things it cannot say. It is association, not effect: those who stay longer are offered more, so that activities
 * follow tenure as well as tenure activities. And the tenure of a customer who is still here is censored: it is how long the
 * customer has stayed so far, so that a regression over such customers says too short a tenure, and tells when customers
 * joined as much as how long they stay. Fit those who left and those who stayed apart ({@link #fitByGroup}); for the time to
 * leaving use a survival model.
 *
 * <p>All figures are those of R's {@code lm} and {@code summary.lm}, by a QR decomposition of columns taken from their means:
 * the square of a count is one of its distance from the mean count, and the coefficients are brought back to the count itself.
 * So counts that all lie far from 0 cost no digits.
 *
 * <p>A fit that cannot be is a {@link FitException} that names the columns: a constant column or response, a column that
 * others explain (the square, where there are only two counts), not more customers than coefficients.
 *
 * <p>Source: the fifth source regresses tenure on the number of retention activities, its square, sex, age, and their products
 * with the activities, apart for customers who left and customers still there after a year.
 *
 * <p>Immutable and thread-safe.
 */
public final class TenureRegression {

    private final String response;
    private final String activities;
    private final boolean squared;
    private final ImmutableList<String> controls;
    private final ImmutableList<String> interactions;

    private TenureRegression(
            String response,
            String activities,
            boolean squared,
            ImmutableList<String> controls,
            ImmutableList<String> interactions) {
        this.response = response;
        this.activities = activities;
        this.squared = squared;
        this.controls = controls;
        this.interactions = interactions;
    }

    /**
     * A regression of tenure on the number of activities alone.
     *
     * @param response what the tenure is called, not blank
     * @param activities what the number of activities is called, not blank
     * @return the regression
     * @throws IllegalArgumentException if a name is blank, or both are the same
     */
    public static TenureRegression of(String response, String activities) {
        Require.notBlank(response, "name of the response");
        Require.notBlank(activities, "name of the activities");
        Require.distinct(List.of(response, activities), "columns");
        return new TenureRegression(response, activities, false, ImmutableList.of(), ImmutableList.of());
    }

    /**
     * The same regression with the square of the number of activities.
     *
     * @return a new regression
     */
    public TenureRegression quadratic() {
        return new TenureRegression(response, activities, true, controls, interactions);
    }

    /**
     * The same regression with one more control.
     *
     * @param name what it is called, not blank
     * @return a new regression
     * @throws IllegalArgumentException if the name is blank or that of another column
     */
    public TenureRegression withControl(String name) {
        Require.notBlank(name, "name of a control");
        ImmutableList<String> more = with(controls, name);
        Require.distinct(
                Stream.concat(Stream.of(response, activities), more.stream()).toList(), "columns");
        return new TenureRegression(response, activities, squared, more, interactions);
    }

    /**
     * The same regression with the product of the activities and a control.
     *
     * @param control the name of a control of this regression
     * @return a new regression
     * @throws IllegalArgumentException if it has no such control, or the product already
     */
    public TenureRegression withInteraction(String control) {
        if (!controls.contains(control)) {
            throw new IllegalArgumentException(
                    "an interaction must be with one of the controls " + controls + ", but was with " + control);
        }
        ImmutableList<String> more = with(interactions, control);
        Require.distinct(more, "interactions");
        return new TenureRegression(response, activities, squared, controls, more);
    }

    private static ImmutableList<String> with(List<String> names, String name) {
        return ImmutableList.<String>builder().addAll(names).add(name).build();
    }

    /**
     * What the tenure is called.
     *
     * @return the name
     */
    public String response() {
        return response;
    }

    /**
     * What the number of activities is called.
     *
     * @return the name
     */
    public String activities() {
        return activities;
    }

    /**
     * Whether the square of the number of activities is among the terms.
     *
     * @return whether it is
     */
    public boolean isQuadratic() {
        return squared;
    }

    /**
     * The controls.
     *
     * @return their names, in the order in which values are given
     */
    public List<String> controls() {
        return controls;
    }

    /**
     * The controls that have a product with the activities.
     *
     * @return their names, in the order of the terms
     */
    public List<String> interactions() {
        return interactions;
    }

    /**
     * The names of the coefficients as R writes them.
     *
     * @return {@code (Intercept), HD, I(HD^2), SEX, HD:SEX}, for example
     */
    public List<String> terms() {
        List<String> terms = new ArrayList<>(List.of("(Intercept)", activities));
        if (squared) {
            terms.add("I(" + activities + "^2)");
        }
        terms.addAll(controls);
        interactions.forEach(control -> terms.add(activities + ":" + control));
        return List.copyOf(terms);
    }

    /**
     * The model as R writes it.
     *
     * @return {@code tenure ~ HD + I(HD^2)}, for example
     */
    public String formula() {
        return response + " ~ " + String.join(" + ", terms().subList(1, terms().size()));
    }

    /**
     * Fits the regression.
     *
     * @param activityCounts the number of activities of each customer, in [0, Inf)
     * @param controlColumns one column for each control in the order of {@link #controls()}, one finite value for each customer
     * @param tenure the tenure of each customer, in months, in [0, Inf)
     * @return the fit; the columns are not kept
     * @throws IllegalArgumentException if a value is out of range (NaN included), or lengths differ
     * @throws FitException if there is no fit
     */
    public TenureFit fit(double[] activityCounts, double[][] controlColumns, double[] tenure) {
        requireShape(activityCounts, controlColumns, tenure);
        TenureDesign design = new TenureDesign(this, activityCounts, controlColumns);
        return new TenureFit(design, design.fit(activityCounts, controlColumns, tenure));
    }

    /**
     * Fits the regression to each group of customers apart, such as those who left and those who stayed.
     *
     * @param activityCounts the number of activities of each customer, in [0, Inf)
     * @param controlColumns one column for each control in the order of {@link #controls()}, one finite value for each customer
     * @param tenure the tenure of each customer, in months, in [0, Inf)
     * @param groups the name of the group of each customer
     * @return a fit for each group, in the order in which the groups appear
     * @throws IllegalArgumentException if a value is out of range (NaN included), lengths differ, or there is no customer
     * @throws FitException if there is no fit for a group, which it names
     */
    public TenureGroups fitByGroup(
            double[] activityCounts, double[][] controlColumns, double[] tenure, List<String> groups) {
        requireShape(activityCounts, controlColumns, tenure);
        Require.length(groups.size(), tenure.length, "groups");
        Map<String, TenureFit> fits = new LinkedHashMap<>();
        for (String group : groups.stream().distinct().toList()) {
            int[] places = IntStream.range(0, tenure.length)
                    .filter(i -> groups.get(i).equals(group))
                    .toArray();
            try {
                fits.put(group, fit(at(places, activityCounts), at(places, controlColumns), at(places, tenure)));
            } catch (FitException e) {
                throw e.withSubject(group);
            }
        }
        return TenureGroups.of(fits);
    }

    private static double[] at(int[] places, double[] column) {
        return IntStream.of(places).mapToDouble(i -> column[i]).toArray();
    }

    private static double[][] at(int[] places, double[][] columns) {
        return Stream.of(columns).map(column -> at(places, column)).toArray(double[][]::new);
    }

    private void requireShape(double[] activityCounts, double[][] controlColumns, double[] tenure) {
        Require.length(activityCounts.length, tenure.length, "column " + activities);
        Require.length(controlColumns.length, controls.size(), "controls");
        for (int i = 0; i < tenure.length; i++) {
            TenureCurve.requireNotNegative(tenure[i], response + " at row " + i);
            TenureCurve.requireNotNegative(activityCounts[i], activities + " at row " + i);
        }
        for (int k = 0; k < controlColumns.length; k++) {
            Require.length(controlColumns[k].length, tenure.length, "column " + controls.get(k));
            for (int i = 0; i < tenure.length; i++) {
                Require.finite(controlColumns[k][i], controls.get(k) + " at row " + i);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenureRegression that
                && response.equals(that.response)
                && terms().equals(that.terms())
                && controls.equals(that.controls);
    }

    @Override
    public int hashCode() {
        return formula().hashCode();
    }

    /** The formula, for people. */
    @Override
    public String toString() {
        return "TenureRegression[" + formula() + "]";
    }
}
