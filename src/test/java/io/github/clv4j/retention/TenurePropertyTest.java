package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.ColumnarContract;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/** What holds of every tenure regression: beside the one of Commons Math, and under changes of the data. */
class TenurePropertyTest {

    private static final TenureRegression REGRESSION = TenureRegression.of("tenure", "HD")
            .quadratic()
            .withControl("SEX")
            .withControl("AGE")
            .withInteraction("SEX")
            .withInteraction("AGE");

    /** Places of the coefficients. */
    private static final int COUNT = 1;

    private static final int SQUARE = 2;
    private static final int AGE = 4;
    private static final int COUNT_AGE = 6;

    /** Customers made of random numbers. */
    private record Customers(double[] counts, double[] sex, double[] age, double[] tenure) {

        static Customers of(long seed, int size) {
            Random random = new Random(seed);
            Customers made = new Customers(new double[size], new double[size], new double[size], new double[size]);
            for (int i = 0; i < size; i++) {
                made.counts[i] = random.nextInt(9);
                made.sex[i] = random.nextInt(2);
                made.age[i] = 18 + random.nextInt(60);
                made.tenure[i] = Math.max(
                        0,
                        20
                                + 4 * made.counts[i]
                                - 0.4 * made.counts[i] * made.counts[i]
                                + 0.1 * made.age[i]
                                + 5 * random.nextGaussian());
            }
            return made;
        }

        double[][] controls() {
            return new double[][] {sex, age};
        }

        TenureFit fit() {
            return REGRESSION.fit(counts, controls(), tenure);
        }

        double[][] rows() {
            double[][] rows = new double[counts.length][];
            for (int i = 0; i < rows.length; i++) {
                double n = counts[i];
                rows[i] = new double[] {n, n * n, sex[i], age[i], n * sex[i], n * age[i]};
            }
            return rows;
        }
    }

    private static double estimate(TenureFit fit, int place) {
        return fit.coefficients().get(place).estimate();
    }

    private static void assertClose(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 100)
    void theRegressionOfCommonsMathFindsTheSame(@ForAll long seed, @ForAll @IntRange(min = 60, max = 2500) int size) {
        Customers customers = Customers.of(seed, size);
        TenureFit fit = customers.fit();
        OLSMultipleLinearRegression other = new OLSMultipleLinearRegression();
        other.newSampleData(customers.tenure, customers.rows());

        double[] estimates = other.estimateRegressionParameters();
        double[] errors = other.estimateRegressionParametersStandardErrors();
        for (int j = 0; j < estimates.length; j++) {
            assertClose(estimate(fit, j), estimates[j]);
            assertClose(fit.coefficients().get(j).standardError(), errors[j]);
        }
        assertClose(fit.rSquared(), other.calculateRSquared());
        assertClose(fit.adjustedRSquared(), other.calculateAdjustedRSquared());
        assertClose(fit.residualStandardError(), other.estimateRegressionStandardError());
        double[] residuals = other.estimateResiduals();
        for (int i = 0; i < size; i++) {
            assertThat(fit.residuals()[i]).isCloseTo(residuals[i], within(1e-8));
        }
    }

    @Property(tries = 100)
    void residualsHaveNothingInCommonWithAnyColumn(
            @ForAll long seed, @ForAll @IntRange(min = 60, max = 2500) int size) {
        Customers customers = Customers.of(seed, size);
        double[] residuals = customers.fit().residuals();
        double[][] rows = customers.rows();
        assertThat(Arrays.stream(residuals).sum()).isCloseTo(0, within(1e-9 * size));
        for (int j = 0; j < rows[0].length; j++) {
            double product = 0;
            double size2 = 0;
            for (int i = 0; i < size; i++) {
                product += residuals[i] * rows[i][j];
                size2 += rows[i][j] * rows[i][j];
            }
            assertThat(product).isCloseTo(0, within(1e-10 * size2));
        }
    }

    @Property(tries = 100)
    void theOrderOfTheCustomersDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 60, max = 2500) int size) {
        Customers customers = Customers.of(seed, size);
        Customers turned = Customers.of(seed, size);
        for (double[] column : new double[][] {turned.counts, turned.sex, turned.age, turned.tenure}) {
            reverse(column);
        }
        TenureFit one = customers.fit();
        TenureFit other = turned.fit();
        for (int j = 0; j < one.coefficients().size(); j++) {
            assertClose(estimate(other, j), estimate(one, j));
            assertClose(
                    other.coefficients().get(j).standardError(),
                    one.coefficients().get(j).standardError());
        }
        assertClose(other.bic(), one.bic());
    }

    private static void reverse(double[] column) {
        for (int i = 0; i < column.length / 2; i++) {
            double kept = column[i];
            column[i] = column[column.length - 1 - i];
            column[column.length - 1 - i] = kept;
        }
    }

    /** {@code e n (z + s) = e n z + e s n}: the coefficients of n and the intercept give way, all else stays. */
    @Property(tries = 100)
    void aShiftOfAControlChangesOnlyTheInterceptAndTheCountItHasAProductWith(
            @ForAll long seed, @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
        Customers customers = Customers.of(seed, 300);
        Customers shifted = Customers.of(seed, 300);
        Arrays.setAll(shifted.age, i -> shifted.age[i] + shift);
        TenureFit one = customers.fit();
        TenureFit other = shifted.fit();

        for (int j = SQUARE; j < one.coefficients().size(); j++) {
            assertClose(estimate(other, j), estimate(one, j));
        }
        assertClose(estimate(other, COUNT), estimate(one, COUNT) - shift * estimate(one, COUNT_AGE));
        assertClose(estimate(other, 0), estimate(one, 0) - shift * estimate(one, AGE));
        assertClose(other.residualSumOfSquares(), one.residualSumOfSquares());
        assertClose(other.gainOfNext(3, 1, 40 + shift), one.gainOfNext(3, 1, 40));
        assertClose(other.gainStandardError(3, 1, 40 + shift), one.gainStandardError(3, 1, 40));
    }

    @Property(tries = 100)
    void theUnitOfAControlDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = -9, max = 9) int power) {
        double unit = StrictMath.pow(10, power);
        Customers customers = Customers.of(seed, 300);
        Customers scaled = Customers.of(seed, 300);
        Arrays.setAll(scaled.age, i -> scaled.age[i] * unit);
        TenureFit one = customers.fit();
        TenureFit other = scaled.fit();

        assertClose(estimate(other, AGE) * unit, estimate(one, AGE));
        assertClose(estimate(other, COUNT_AGE) * unit, estimate(one, COUNT_AGE));
        assertClose(estimate(other, SQUARE), estimate(one, SQUARE));
        assertClose(
                other.coefficients().get(AGE).t(), one.coefficients().get(AGE).t());
        assertClose(other.rSquared(), one.rSquared());
    }

    @Property(tries = 50)
    void theColumnarFormsGiveTheBitsOfTheScalarOnes(@ForAll long seed) {
        Customers customers = Customers.of(seed, 80);
        TenureFit fit = customers.fit();
        double[] counts = customers.counts.clone();
        double[][] controls = {customers.sex, customers.age.clone()};
        counts[3] = Double.NaN;
        counts[4] = -1;
        counts[5] = Double.POSITIVE_INFINITY;
        counts[6] = Double.MAX_VALUE;
        controls[1][40] = Double.NaN;
        ColumnarContract.assertSameBits(
                80,
                i -> fit.gainOfNext(counts[i], controls[0][i], controls[1][i]),
                (from, to, out) -> fit.gainOfNext(counts, controls, from, to, out));
        ColumnarContract.assertSameBits(
                80,
                i -> fit.gainStandardError(counts[i], controls[0][i], controls[1][i]),
                (from, to, out) -> fit.gainStandardError(counts, controls, from, to, out));
        int[] ranking = fit.ranking(counts, controls);
        for (int k = 1; k < ranking.length; k++) {
            int before = ranking[k - 1];
            int after = ranking[k];
            assertThat(fit.gainOfNext(counts[before], controls[0][before], controls[1][before]))
                    .isGreaterThanOrEqualTo(fit.gainOfNext(counts[after], controls[0][after], controls[1][after]));
        }
        assertThat(ranking).doesNotHaveDuplicates().doesNotContain(3, 4, 5, 40);
    }

    /** Of the standard errors of gain and turning point by resampling nothing but the covariance matrix. */
    @Property(tries = 50)
    void theStandardErrorOfTheGainIsThatOfTheCovarianceMatrix(@ForAll long seed) {
        TenureFit fit = Customers.of(seed, 300).fit();
        double[] weights = {0, 1, 7, 0, 0, 1, 40};
        assertClose(fit.gainStandardError(3, 1, 40), Math.sqrt(form(fit.covariance(), weights)));

        double b2 = estimate(fit, SQUARE);
        double b1 = estimate(fit, COUNT) + estimate(fit, 5) + 40 * estimate(fit, COUNT_AGE);
        double slope = -1 / (2 * b2);
        double[] gradient = {0, slope, b1 / (2 * b2 * b2), 0, 0, slope, 40 * slope};
        TurningPoint point = fit.turningPoint(1, 40).orElseThrow();
        assertClose(point.value(), b1 * slope);
        assertClose(point.standardError(), Math.sqrt(form(fit.covariance(), gradient)));
    }

    private static double form(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k < vector.length; k++) {
                sum += vector[j] * matrix[j][k] * vector[k];
            }
        }
        return sum;
    }
}
