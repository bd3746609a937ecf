package io.github.clv4j.retention;

import com.google.common.collect.ImmutableSortedMap;
import io.github.clv4j.base.BlockSum;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The columns of a tenure regression, taken from the mean count c and the mean controls m: 1, h = n - c, h^2, z' = z - m and
 * h z'. What is asked of the coefficients of n, n^2, z and n z is put in terms of these by
 *
 * <pre>
 *   of n z_k: e_k    of z_k: d_k - c e_k    of n^2: g2    of n: g1 - 2 c g2 - sum m_k e_k
 *   intercept: g0 - c g1 + c^2 g2 - sum m_k d_k + sum c m_k e_k
 * </pre>
 *
 * <p>Immutable and thread-safe.
 */
final class TenureDesign {

    private final TenureRegression regression;
    private final double centre;
    private final double[] means;

    /** How many customers have which number of activities. */
    private final ImmutableSortedMap<Double, Integer> counts;

    /** The controls with a product, by their places among the controls. */
    private final int[] interacting;

    TenureDesign(TenureRegression regression, double[] activities, double[][] controls) {
        this.regression = regression;
        this.centre = BlockSum.mean(activities);
        this.means = new double[controls.length];
        Arrays.setAll(means, k -> BlockSum.mean(controls[k]));
        this.counts = counts(activities);
        this.interacting = regression.interactions().stream()
                .mapToInt(regression.controls()::indexOf)
                .toArray();
    }

    private static ImmutableSortedMap<Double, Integer> counts(double[] activities) {
        SortedMap<Double, Integer> counts = new TreeMap<>();
        for (double count : activities) {
            counts.merge(count + 0.0, 1, Integer::sum);
        }
        return ImmutableSortedMap.copyOfSorted(counts);
    }

    LeastSquares fit(double[] activities, double[][] controls, double[] tenure) {
        LeastSquares.requireCustomers(tenure.length, size());
        requireVaried(activities, controls);
        List<String> terms = regression.terms();
        double[][] columns = new double[terms.size() - 1][activities.length];
        double[] row = new double[terms.size()];
        double[] z = new double[controls.length];
        for (int i = 0; i < activities.length; i++) {
            for (int k = 0; k < z.length; k++) {
                z[k] = controls[k][i];
            }
            customer(activities[i], z, row);
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = row[j + 1];
            }
        }
        return new LeastSquares(terms.subList(1, terms.size()), columns, regression.response(), tenure);
    }

    /** Of the columns as they were given; those made of them here are other numbers. */
    private void requireVaried(double[] activities, double[][] controls) {
        LeastSquares.requireVaried(regression.activities(), activities, "; leave it out");
        for (int k = 0; k < controls.length; k++) {
            LeastSquares.requireVaried(regression.controls().get(k), controls[k], "; leave it out");
        }
    }

    TenureRegression regression() {
        return regression;
    }

    double centre() {
        return centre;
    }

    SortedMap<Double, Integer> counts() {
        return counts;
    }

    double[] meanControls() {
        return means.clone();
    }

    int size() {
        return squarePlace() + means.length + interacting.length + 1;
    }

    /** The last place of the powers of the count. */
    private int squarePlace() {
        return regression.isQuadratic() ? 2 : 1;
    }

    private int controlPlace(int k) {
        return squarePlace() + 1 + k;
    }

    private int productPlace(int product) {
        return squarePlace() + 1 + means.length + product;
    }

    /** The weights of the expected tenure of a customer. */
    void customer(double activities, double[] controls, double[] weights) {
        double h = activities - centre;
        weights[0] = 1;
        weights[1] = h;
        if (regression.isQuadratic()) {
            weights[2] = h * h;
        }
        for (int k = 0; k < means.length; k++) {
            weights[controlPlace(k)] = controls[k] - means[k];
        }
        for (int product = 0; product < interacting.length; product++) {
            int k = interacting[product];
            weights[productPlace(product)] = h * (controls[k] - means[k]);
        }
    }

    /** The weights of the change from n activities to n + 1. */
    void gain(double activities, double[] controls, double[] weights) {
        slope(controls, weights);
        if (regression.isQuadratic()) {
            weights[2] = 2 * (activities - centre) + 1;
        }
    }

    /** The weights of the slope at the mean count. */
    void slope(double[] controls, double[] weights) {
        Arrays.fill(weights, 0);
        weights[1] = 1;
        for (int product = 0; product < interacting.length; product++) {
            int k = interacting[product];
            weights[productPlace(product)] = controls[k] - means[k];
        }
    }

    /** The weights of the coefficients of n, n^2, z and n z, a row each. */
    double[][] coefficients() {
        double[][] weights = new double[size()][size()];
        for (int j = 0; j < weights.length; j++) {
            weights[j][j] = 1;
        }
        weights[0][1] = -centre;
        if (regression.isQuadratic()) {
            weights[0][2] = centre * centre;
            weights[1][2] = -2 * centre;
        }
        for (int k = 0; k < means.length; k++) {
            weights[0][controlPlace(k)] = -means[k];
        }
        for (int product = 0; product < interacting.length; product++) {
            int k = interacting[product];
            weights[0][productPlace(product)] = centre * means[k];
            weights[1][productPlace(product)] = -means[k];
            weights[controlPlace(k)][productPlace(product)] = -centre;
        }
        return weights;
    }
}
