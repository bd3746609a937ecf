package io.github.clv4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.json.ModelFile;
import io.github.clv4j.scoring.CustomerInput;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.testing.SharedData;
import io.github.clv4j.value.AdoptionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Technical support of the IBM telco sample, which only customers with internet can take: by a model of who holds it. Most have
 * no potential then, so that the potential value is not cut at its median, which is 0.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoAdoptionTest {

    private static final String PLAN = """
            {
              "format": "clv4j-plan/1",
              "name": "adoption",
              "input": {
                "columns": {
                  "customerID": "text", "tenure": "number", "SeniorCitizen": "number", "Partner": "text",
                  "InternetService": "text", "TechSupport": "text", "Contract": "text", "MonthlyCharges": "number",
                  "Churn": "text"
                },
                "fitOnly": ["Churn"],
                "sql": "features.sql",
                "id": "customer_id"
              },
              "value": {
                "profit": "profit",
                "discountRate": {"rate": 0.01, "per": "month"},
                "horizon": 24,
                "services": [{
                  "name": "tech support",
                  "held": "has_tech_support",
                  "probability": {"logistic": {
                    "features": ["tenure", "senior_citizen", "contract_one_year", "contract_two_year",
                                 "internet_fiber_optic", "has_partner"],
                    "eligible": "has_internet"
                  }},
                  "profit": 2.5
                }]
              },
              "churn": {"logistic": {"outcome": "churned", "features": ["tenure", "senior_citizen"]}},
              "cuts": {"potentialValue": "mean"}
            }
            """;
    private static final String SQL = """
            SELECT input_row, customerID AS customer_id, 0.3 * MonthlyCharges AS profit, tenure,
                SeniorCitizen AS senior_citizen, Partner = 'Yes' AS has_partner,
                Contract = 'One year' AS contract_one_year, Contract = 'Two year' AS contract_two_year,
                InternetService = 'Fiber optic' AS internet_fiber_optic, InternetService <> 'No' AS has_internet,
                TechSupport = 'Yes' AS has_tech_support, Churn = 'Yes' AS churned
            FROM customers
            """;

    /**
     * Newton steps in NumPy with 80-bit sums, to steps below 1e-16, over the 5,517 rows of the file whose InternetService is
     * not "No"; the outcome is TechSupport = "Yes", the features as in the SQL.
     */
    private static final double INTERCEPT = -1.14739186322849;

    private static final double[] COEFFICIENTS = {
        0.014682360361644478,
        -0.4854342918165047,
        0.9079419129784243,
        1.9112420363777092,
        -0.7208275242240921,
        -0.03720767745780015
    };
    private static final double DEVIANCE = 5825.996836714919;

    private static final double AGAINST_NUMPY = 1e-8;

    /** Relative; the same sums in another order. */
    private static final double AGAINST_PLAIN_LOOPS = 1e-10;

    private Path folder;
    private List<Map<String, String>> customers;
    private List<Map<String, String>> scored;

    @BeforeAll
    void scoreTheFile(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
        Files.writeString(folder.resolve("features.sql"), SQL);
        Path input = SharedData.file("data/ibm-telco-customer-churn.csv");
        CommandLine run = CommandLine.run(
                "score",
                plan,
                "--input",
                input,
                "--output",
                folder.resolve("scored.csv"),
                "--summary",
                folder.resolve("summary.json"),
                "--model-out",
                folder.resolve("model.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        customers = Csv.read(input);
        scored = Csv.read(folder.resolve("scored.csv"));
    }

    private ScoringModel model() throws IOException {
        return ModelFile.parse("model.json", Files.readString(folder.resolve("model.json")))
                .model();
    }

    @Test
    void theModelIsThatOfPlainNewtonStepsOverTheCustomersWithInternet() throws IOException {
        AdoptionModel adoption = model().parameters().adoption().get("tech support");
        JsonNode summary = JsonMapper.shared()
                .readTree(folder.resolve("summary.json"))
                .at("/fit/adoption")
                .get("tech support");

        assertThat(adoption.intercept()).isCloseTo(INTERCEPT, within(AGAINST_NUMPY));
        for (int j = 0; j < COEFFICIENTS.length; j++) {
            assertThat(adoption.coefficients()[j])
                    .as(adoption.features().get(j))
                    .isCloseTo(COEFFICIENTS[j], within(AGAINST_NUMPY));
        }
        assertThat(summary.get("customers").intValue()).isEqualTo(5517);
        assertThat(summary.get("holders").intValue()).isEqualTo(2044);
        assertThat(summary.get("deviance").doubleValue()).isCloseTo(DEVIANCE, within(AGAINST_NUMPY));
    }

    @Test
    void potentialIsTheProbabilityTimesTheDiscountedProfitAndNothingForHoldersAndOutsideTheFilter() {
        double worth = 0;
        for (int month = 1; month <= 24; month++) {
            worth += 2.5 / Math.pow(1.01, month);
        }
        int takers = 0;
        for (int i = 0; i < 7043; i++) {
            Map<String, String> customer = customers.get(i);
            double potential = Double.parseDouble(scored.get(i).get("potential_value"));
            if (customer.get("InternetService").equals("No")
                    || customer.get("TechSupport").equals("Yes")) {
                assertThat(potential).isZero();
            } else {
                double expected = probability(customer) * worth;
                assertThat(potential).isCloseTo(expected, within(AGAINST_NUMPY * expected));
                takers++;
            }
        }
        assertThat(takers).isEqualTo(5517 - 2044);
    }

    /** A model with an intercept gives the customers it was fitted on as many holders as there are. */
    @Test
    void theProbabilitiesOfAllWithInternetAddUpToTheHolders() throws IOException {
        AdoptionModel adoption = model().parameters().adoption().get("tech support");
        double sum = 0;
        for (Map<String, String> customer : customers) {
            double eligible = customer.get("InternetService").equals("No") ? 0 : 1;
            sum += adoption.adoptionProbability(eligible, features(customer));
        }
        assertThat(sum).isCloseTo(2044, within(2044 * AGAINST_PLAIN_LOOPS));
    }

    @Test
    void oneCustomerScoredAloneByTheModelFileGetsTheBitsItGotInTheFile() throws IOException {
        ScoringModel model = model();
        for (int i = 0; i < 7043; i += 101) {
            Map<String, String> raw = customers.get(i);
            double[] x = features(raw);
            CustomerInput customer = model.customer()
                    .set("profit", 0.3 * Double.parseDouble(raw.get("MonthlyCharges")))
                    .set("has_tech_support", raw.get("TechSupport").equals("Yes") ? 1 : 0)
                    .set("has_internet", raw.get("InternetService").equals("No") ? 0 : 1);
            for (int j = 0; j < x.length; j++) {
                customer.set(
                        model.parameters()
                                .adoption()
                                .get("tech support")
                                .features()
                                .get(j),
                        x[j]);
            }

            assertThat(customer.score().potentialValue())
                    .isEqualTo(Double.parseDouble(scored.get(i).get("potential_value")));
        }
    }

    private static double probability(Map<String, String> customer) {
        double[] x = features(customer);
        double logOdds = INTERCEPT;
        for (int j = 0; j < x.length; j++) {
            logOdds += COEFFICIENTS[j] * x[j];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double[] features(Map<String, String> customer) {
        return new double[] {
            Double.parseDouble(customer.get("tenure")),
            Double.parseDouble(customer.get("SeniorCitizen")),
            customer.get("Contract").equals("One year") ? 1 : 0,
            customer.get("Contract").equals("Two year") ? 1 : 0,
            customer.get("InternetService").equals("Fiber optic") ? 1 : 0,
            customer.get("Partner").equals("Yes") ? 1 : 0
        };
    }
}
