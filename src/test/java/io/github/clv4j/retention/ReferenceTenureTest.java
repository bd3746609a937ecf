package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Language;
import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The regressions of the reference folder, computed there with {@code lm}, {@code summary.lm} and {@code anova} of R 4.2.2; see
 * its README.
 */
class ReferenceTenureTest {

    /** 1e-11 relative: the folder asks for 1e-8 of coefficients and 1e-6 of standard errors. */
    private static final Percentage AGREEMENT = withinPercentage(1e-9);

    private record Base(String file, String activities, List<String> controls, double[][] columns, double[] tenure) {

        static Base of(String name) {
            return name.equals("ibm-telco") ? telco() : simulated();
        }

        private static Base telco() {
            CsvTable customers = SharedData.csv("data/ibm-telco-customer-churn.csv");
            double[] services =
                    SharedData.csv("reference/ibm-telco-service-counts.csv").numbers("n_services");
            return new Base(
                    "ibm-telco-ols",
                    "HD",
                    List.of("male", "senior"),
                    new double[][] {services, customers.equalTo("gender", "Male"), customers.numbers("SeniorCitizen")},
                    customers.numbers("tenure"));
        }

        private static Base simulated() {
            CsvTable customers = SharedData.csv("reference/sim-retention-2000.csv");
            return new Base(
                    "sim-retention-ols",
                    "HD",
                    List.of("SEX", "AGE"),
                    new double[][] {customers.numbers("HD"), customers.numbers("SEX"), customers.numbers("AGE")},
                    customers.numbers("TIME"));
        }

        TenureFit fit(String model) {
            TenureRegression regression = TenureRegression.of("tenure", activities);
            regression = model.equals("m1") ? regression : regression.quadratic();
            boolean controlled = model.equals("m3") || model.equals("m4");
            for (String control : controlled ? controls : List.<String>of()) {
                regression = regression.withControl(control);
            }
            for (String control : model.equals("m4") ? controls : List.<String>of()) {
                regression = regression.withInteraction(control);
            }
            double[][] used = controlled ? new double[][] {columns[1], columns[2]} : new double[0][];
            return regression.fit(columns[0], used, tenure);
        }

        double[] noControls(String model) {
            return new double[model.equals("m3") || model.equals("m4") ? 2 : 0];
        }

        JsonNode reference() {
            return json("reference/" + file + ".json");
        }

        CsvTable reference(String model) {
            CsvTable table = SharedData.csv("reference/" + file + "-coefficients.csv");
            return new CsvTable(
                    table.header(),
                    table.rows().stream().filter(row -> row[0].equals(model)).toList());
        }
    }

    private static JsonNode json(String name) {
        try {
            return new JsonMapper().readTree(Files.readString(SharedData.file(name)));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static Stream<String> models() {
        return Stream.of("m1", "m2", "m3", "m4");
    }

    @ParameterizedTest
    @CsvSource({
        "ibm-telco, m1", "ibm-telco, m2", "ibm-telco, m3", "ibm-telco, m4",
        "sim-retention, m1", "sim-retention, m2", "sim-retention, m3", "sim-retention, m4"
    })
    void theTableOfCoefficientsIsThatOfR(String data, String model) {
        Base base = Base.of(data);
        CsvTable expected = base.reference(model);
        TenureFit fit = base.fit(model);

        assertThat(fit.coefficients())
                .extracting(LinearCoefficient::name)
                .containsExactlyElementsOf(expected.texts("term"));
        for (int j = 0; j < fit.coefficients().size(); j++) {
            LinearCoefficient row = fit.coefficients().get(j);
            assertThat(row.estimate()).as(row.name()).isCloseTo(expected.numbers("estimate")[j], AGREEMENT);
            assertThat(row.standardError()).as(row.name()).isCloseTo(expected.numbers("std_error")[j], AGREEMENT);
            assertThat(row.t()).as(row.name()).isCloseTo(expected.numbers("t")[j], AGREEMENT);
            assertThat(row.pValue()).as(row.name()).isCloseTo(expected.numbers("p_value")[j], withinPercentage(1e-6));
            IntervalEstimate interval = fit.interval(row.name(), 0.95);
            assertThat(interval.lower()).as(row.name()).isCloseTo(expected.numbers("lo95")[j], AGREEMENT);
            assertThat(interval.upper()).as(row.name()).isCloseTo(expected.numbers("hi95")[j], AGREEMENT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ibm-telco, m1", "ibm-telco, m2", "ibm-telco, m3", "ibm-telco, m4",
        "sim-retention, m1", "sim-retention, m2", "sim-retention, m3", "sim-retention, m4"
    })
    void theFiguresOfTheSummaryAreThoseOfR(String data, String model) {
        Base base = Base.of(data);
        JsonNode expected = base.reference().get("models").get(model);
        TenureFit fit = base.fit(model);

        assertThat(fit.customers()).isEqualTo(expected.get("n").intValue());
        assertThat(fit.degreesOfFreedom()).isEqualTo(expected.get("df_residual").intValue());
        assertThat(fit.explainingTerms()).isEqualTo(expected.get("f_df1").intValue());
        close(fit.residualSumOfSquares(), expected, "rss");
        close(fit.residualStandardError(), expected, "sigma");
        close(fit.rSquared(), expected, "r_squared");
        close(fit.adjustedRSquared(), expected, "adj_r_squared");
        close(fit.fStatistic(), expected, "f_statistic");
        close(fit.logLikelihood(), expected, "log_likelihood");
        close(fit.aic(), expected, "aic");
        close(fit.bic(), expected, "bic");
        assertThat(fit.fPValue()).isCloseTo(expected.get("f_p_value").doubleValue(), withinPercentage(1e-6));
        double[][] covariance = fit.covariance();
        for (int j = 0; j < covariance.length; j++) {
            for (int k = 0; k < covariance.length; k++) {
                assertThat(covariance[j][k])
                        .as("%d, %d", j, k)
                        .isCloseTo(expected.get("covariance").get(j).get(k).doubleValue(), AGREEMENT);
            }
        }
    }

    private static void close(double found, JsonNode expected, String key) {
        assertThat(found).as(key).isCloseTo(expected.get(key).doubleValue(), AGREEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "ibm-telco, m2, MINIMUM", "ibm-telco, m3, MINIMUM", "ibm-telco, m4, MINIMUM",
        "sim-retention, m2, MAXIMUM", "sim-retention, m3, MAXIMUM", "sim-retention, m4, MAXIMUM"
    })
    void theTurningPointIsThatOfRWithItsSign(String data, String model, TurningKind kind) {
        Base base = Base.of(data);
        JsonNode expected = base.reference().get("models").get(model).get("turning_point");
        TurningPoint point =
                base.fit(model).turningPoint(base.noControls(model)).orElseThrow();

        close(point.value(), expected, "value");
        close(point.standardError(), expected, "std_error");
        assertThat(expected.get("kind").stringValue()).isEqualTo(kind.displayName(Language.ENGLISH));
        assertThat(point.kind()).isSameAs(kind);
        assertThat(point.isInObservedRange()).isTrue();
        assertThat(point.bestWholeNumber().isPresent()).isEqualTo(kind == TurningKind.MAXIMUM);
    }

    @Test
    void theNestedTestsAreThoseOfR() {
        Base base = Base.of("ibm-telco");
        JsonNode expected = base.reference().get("nested_f_tests");
        NestedTests tests = NestedTests.of(models().map(base::fit).toArray(TenureFit[]::new));

        assertThat(tests.tests()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            NestedTest test = tests.tests().get(i);
            assertThat(test.terms()).isEqualTo(expected.get("df").get(i).intValue());
            assertThat(test.f()).isCloseTo(expected.get("F").get(i).doubleValue(), AGREEMENT);
            assertThat(test.pValue()).isCloseTo(expected.get("p_value").get(i).doubleValue(), withinPercentage(1e-6));
        }
    }

    @Test
    void thePriceListHiddenInTheMonthlyChargesIsThatOfR() {
        CsvTable customers = SharedData.csv("data/ibm-telco-customer-churn.csv");
        CsvTable table = SharedData.csv("reference/ibm-telco-price-list-coefficients.csv");
        JsonNode expected = json("reference/ibm-telco-price-list.json");
        List<String> names = table.texts("term").subList(1, 11);
        List<double[]> columns = new ArrayList<>(List.of(
                customers.equalTo("PhoneService", "Yes"),
                customers.equalTo("MultipleLines", "Yes"),
                customers.equalTo("InternetService", "DSL"),
                customers.equalTo("InternetService", "Fiber optic")));
        names.subList(4, 10).forEach(name -> columns.add(customers.equalTo(name, "Yes")));

        LeastSquares fit = new LeastSquares(
                names, columns.toArray(double[][]::new), "MonthlyCharges", customers.numbers("MonthlyCharges"));

        close(fit.residualSumOfSquares(), expected, "rss");
        assertThat(1 - fit.residualSumOfSquares() / fit.totalSumOfSquares())
                .isCloseTo(expected.get("r_squared").doubleValue(), within(1e-13));
        for (int j = 0; j <= 10; j++) {
            assertThat(fit.estimate(only(j))).isCloseTo(table.numbers("estimate")[j], AGREEMENT);
            assertThat(fit.standardError(only(j))).isCloseTo(table.numbers("std_error")[j], AGREEMENT);
            for (int k = 0; k <= 10; k++) {
                assertThat(fit.covariance(only(j), only(k)))
                        .isCloseTo(expected.get("covariance").get(j).get(k).doubleValue(), withinPercentage(1e-8));
            }
        }
    }

    private static double[] only(int j) {
        double[] weights = new double[11];
        weights[j] = 1;
        return weights;
    }
}
