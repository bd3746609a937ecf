package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The telecom churn models S and A of the reference folder, computed there with {@code glm} of R 4.2.2 on the file
 * {@code ibm-telco-customer-churn.csv} and checked a second time with numpy; see its README.
 */
class ReferenceLogisticTest {

    /** 1e-8 relative, as the folder suggests. */
    private static final Percentage AGREEMENT = withinPercentage(1e-6);

    /** 1e-6 relative, as the folder suggests: R takes the weights of the last step but one. */
    private static final Percentage ERROR_AGREEMENT = withinPercentage(1e-4);

    /** Of p-values down to 1e-71: the relative error of z counts z squared times. */
    private static final Percentage P_AGREEMENT = withinPercentage(1e-2);

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void coefficientsAreThoseOfR(String model) {
        double[] expected = reference(model, "coefficients").numbers("estimate");
        ChurnModel fitted = customers(model).fit().model();
        assertThat(fitted.intercept()).isCloseTo(expected[0], AGREEMENT);
        for (int j = 1; j < expected.length; j++) {
            assertThat(fitted.coefficients()[j - 1])
                    .as(fitted.features().get(j - 1))
                    .isCloseTo(expected[j], AGREEMENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void theProbabilityOfEveryCustomerIsThatOfR(String model) {
        ChurnBase customers = customers(model);
        double[] expected = reference(model, "predictions").numbers("churn_probability");
        double[] probabilities = new double[customers.customers()];
        customers
                .fit()
                .model()
                .churnProbability(customers.columns().toArray(double[][]::new), 0, probabilities.length, probabilities);
        assertThat(probabilities).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(probabilities[i]).as("row %d", i).isCloseTo(expected[i], AGREEMENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void devianceAndItsRelativesAreThoseOfR(String model) {
        String file = "reference/ibm-telco-glm-" + model + ".json";
        LogisticFit fit = customers(model).fit();
        Convergence convergence = fit.convergence();
        assertThat(convergence.deviance()).isCloseTo(SharedData.jsonNumber(file, "deviance"), AGREEMENT);
        assertThat(-2 * convergence.nullLogLikelihood())
                .isCloseTo(SharedData.jsonNumber(file, "null_deviance"), AGREEMENT);
        assertThat(convergence.mcFaddenRSquared()).isCloseTo(SharedData.jsonNumber(file, "mcfadden_r2"), AGREEMENT);
        assertThat(fit.deviance()).isEqualTo(convergence.deviance());
        assertThat(fit.nullDeviance()).isCloseTo(SharedData.jsonNumber(file, "null_deviance"), AGREEMENT);
        assertThat(fit.aic()).isCloseTo(SharedData.jsonNumber(file, "aic"), AGREEMENT);
        assertThat(fit.mcFaddenRSquared()).isCloseTo(SharedData.jsonNumber(file, "mcfadden_r2"), AGREEMENT);
        assertThat(fit.bic() - fit.deviance()).isCloseTo(fit.coefficients().size() * Math.log(7043), AGREEMENT);
        assertThat(fit.customers()).isEqualTo((int) SharedData.jsonNumber(file, "n"));
        assertThat(fit.churned()).isEqualTo((int) SharedData.jsonNumber(file, "events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void theCoefficientTableIsThatOfR(String model) {
        CsvTable expected = reference(model, "coefficients");
        List<Coefficient> table = customers(model).fit().coefficients();
        assertThat(table).extracting(Coefficient::name).isEqualTo(expected.texts("term"));
        assertNumbers(table, Coefficient::estimate, expected.numbers("estimate"), AGREEMENT);
        assertNumbers(table, Coefficient::standardError, expected.numbers("std_error"), ERROR_AGREEMENT);
        assertNumbers(table, Coefficient::z, expected.numbers("z"), ERROR_AGREEMENT);
        assertNumbers(table, Coefficient::pValue, expected.numbers("p_value"), P_AGREEMENT);
        assertNumbers(table, line -> line.lower(0.95), expected.numbers("wald_lo95"), ERROR_AGREEMENT);
        assertNumbers(table, line -> line.upper(0.95), expected.numbers("wald_hi95"), ERROR_AGREEMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void theCovarianceMatrixIsThatOfR(String model) throws IOException {
        double[][] expected = matrix("reference/ibm-telco-glm-" + model + ".json", "covariance");
        double[][] covariance = customers(model).fit().covariance();
        assertThat(covariance).hasDimensions(expected.length, expected.length);
        for (int j = 0; j < expected.length; j++) {
            for (int k = 0; k < expected.length; k++) {
                double scale = Math.sqrt(expected[j][j] * expected[k][k]);
                assertThat(covariance[j][k]).as("%d, %d", j, k).isCloseTo(expected[j][k], within(1e-6 * scale));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "a"})
    void categoriesMakeTheSameFit(String model) {
        CsvTable telco = SharedData.csv("data/ibm-telco-customer-churn.csv");
        FeatureTable.Builder features = FeatureTable.builder()
                .number("tenure", telco.numbers("tenure"))
                .number("MonthlyCharges", telco.numbers("MonthlyCharges"))
                .category("Contract", telco.texts("Contract"));
        if (model.equals("a")) {
            features.category("InternetService", telco.texts("InternetService"), "DSL")
                    .category("PaymentMethod", telco.texts("PaymentMethod"), "Bank transfer (automatic)")
                    .category("PaperlessBilling", telco.texts("PaperlessBilling"), "No")
                    .number("SeniorCitizen", telco.numbers("SeniorCitizen"))
                    .category("Partner", telco.texts("Partner"), "No")
                    .category("Dependents", telco.texts("Dependents"), "No")
                    .category("gender", telco.texts("gender"), "Female")
                    .number("OnlineSecurity=Yes", telco.equalTo("OnlineSecurity", "Yes"))
                    .number("TechSupport=Yes", telco.equalTo("TechSupport", "Yes"));
        }
        assertThat(LogisticRegression.withDefaults().fit(features.build(), telco.equalTo("Churn", "Yes")))
                .isEqualTo(customers(model).fit());
    }

    /** The rows of numbers that follow a key, up to the first that is not one. */
    private static double[][] matrix(String file, String key) throws IOException {
        String text = Files.readString(SharedData.file(file));
        String rows = text.substring(text.indexOf("\"" + key + "\""));
        return Arrays.stream(rows.substring(rows.indexOf('[') + 1)
                        .split("]\\s*]", 2)[0]
                        .split("]"))
                .map(row -> Arrays.stream(
                                row.replaceAll("[\\[,\\s]+", " ").strip().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void assertNumbers(
            List<Coefficient> table, ToDoubleFunction<Coefficient> number, double[] expected, Percentage agreement) {
        for (int j = 0; j < expected.length; j++) {
            assertThat(number.applyAsDouble(table.get(j)))
                    .as(table.get(j).name())
                    .isCloseTo(expected[j], agreement);
        }
    }

    /** The design of a model: a term is a column of numbers, or {@code name=level}. */
    private static ChurnBase customers(String model) {
        CsvTable telco = SharedData.csv("data/ibm-telco-customer-churn.csv");
        ChurnBase base = ChurnBase.ofOutcome(telco.equalTo("Churn", "Yes"));
        List<String> terms = reference(model, "coefficients").texts("term");
        for (String term : terms.subList(1, terms.size())) {
            String[] parts = term.split("=", 2);
            base = base.with(term, parts.length == 1 ? telco.numbers(term) : telco.equalTo(parts[0], parts[1]));
        }
        return base;
    }

    private static CsvTable reference(String model, String part) {
        return SharedData.csv("reference/ibm-telco-glm-" + model + "-" + part + ".csv");
    }
}
