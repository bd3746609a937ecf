package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts that all lie far from 0, so that a count and its square are nearly collinear. The expected figures were computed from
 * {@code sim-retention-2000.csv} in fractions of whole numbers (Python 3, {@code fractions}), and rounded to 17 digits at the
 * end.
 */
class ShiftedTenureTest {

    /** Ten digits; six were asked for. */
    private static final Percentage TEN_DIGITS = withinPercentage(1e-8);

    private static final double[] BY_2000 = {
        -1405336.3027543891,
        1399.705633641754,
        -0.34851668637912515,
        -1058.0353443818491,
        36.709650370196882,
        0.52948340114931702,
        -0.018284331019933898
    };

    private static final double[] ERRORS_BY_2000 = {
        70863.684053864938,
        70.700577399192417,
        0.017634544056921483,
        184.51316430239377,
        7.4578212176214187,
        0.09207287043812079,
        0.0037214847911858812
    };

    private static final double[] BY_MILLION = {
        -348522325259.03139,
        697039.01164637555,
        -0.34851668637912515,
        -529482.46969140023,
        18284.472008264227,
        0.52948340114931702,
        -0.018284331019933898
    };

    private static final double[] ERRORS_BY_MILLION = {
        17634706254.443194,
        35269.250310659623,
        0.017634544056921483,
        92073.237770037878,
        3721.4996391953746,
        0.09207287043812079,
        0.0037214847911858812
    };

    @ParameterizedTest
    @ValueSource(doubles = {2000, 1e6})
    void aShiftOfTheCountsCostsNoDigits(double shift) {
        TenureFit fit = fit(shift);
        double[] estimates = shift == 2000 ? BY_2000 : BY_MILLION;
        double[] errors = shift == 2000 ? ERRORS_BY_2000 : ERRORS_BY_MILLION;
        for (int j = 0; j < estimates.length; j++) {
            LinearCoefficient row = fit.coefficients().get(j);
            assertThat(row.estimate()).as(row.name()).isCloseTo(estimates[j], TEN_DIGITS);
            assertThat(row.standardError()).as(row.name()).isCloseTo(errors[j], TEN_DIGITS);
            assertThat(row.t()).as(row.name()).isCloseTo(estimates[j] / errors[j], TEN_DIGITS);
        }
        assertThat(fit.residualSumOfSquares()).isCloseTo(33608.39243089264, TEN_DIGITS);
        assertThat(fit.rSquared()).isCloseTo(0.58460864431905532, TEN_DIGITS);
        assertThat(fit.covariance()[0][1])
                .isCloseTo(shift == 2000 ? -5010088.8869936606 : -621962869035673.29, TEN_DIGITS);
        assertThat(fit.covariance()[1][2])
                .isCloseTo(shift == 2000 ? -1.2467688360527956 : -621.95714845068035, TEN_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2000, 1e6})
    void theTurningPointMovesWithTheCountsAndTheGainStays(double shift) {
        TenureFit fit = fit(shift);
        TurningPoint point = fit.turningPoint(1, 30).orElseThrow();

        assertThat(point.value() - shift).isCloseTo(8.0625143866014062, TEN_DIGITS);
        assertThat(point.standardError()).isCloseTo(0.21216101318147099, TEN_DIGITS);
        assertThat(fit.gainOfNext(3 + shift, 1, 30)).isCloseTo(3.1802247911508177, TEN_DIGITS);
        assertThat(fit.gainStandardError(3 + shift, 1, 30)).isCloseTo(0.08666864938957046, TEN_DIGITS);
    }

    private static TenureFit fit(double shift) {
        CsvTable customers = SharedData.csv("reference/sim-retention-2000.csv");
        double[] counts = Arrays.stream(customers.numbers("HD"))
                .map(count -> count + shift)
                .toArray();
        return TenureRegression.of("TIME", "HD")
                .quadratic()
                .withControl("SEX")
                .withControl("AGE")
                .withInteraction("SEX")
                .withInteraction("AGE")
                .fit(
                        counts,
                        new double[][] {customers.numbers("SEX"), customers.numbers("AGE")},
                        customers.numbers("TIME"));
    }
}
