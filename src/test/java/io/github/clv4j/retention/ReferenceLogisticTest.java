package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.util.List;
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
        assertThat(fit.customers()).isEqualTo((int) SharedData.jsonNumber(file, "n"));
        assertThat(fit.churned()).isEqualTo((int) SharedData.jsonNumber(file, "events"));
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
