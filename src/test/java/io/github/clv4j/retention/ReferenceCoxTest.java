package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Cox regressions of the telecom base, computed with {@code coxph} of R 4.2.2 (survival 3.5-3). */
class ReferenceCoxTest {

    /** 1e-8 relative, as the folder suggests. */
    private static final Percentage AGREEMENT = withinPercentage(1e-6);

    /** 1e-6 relative. */
    private static final Percentage AGREEMENT_OF_ERRORS = withinPercentage(1e-4);

    private static JsonNode reference(TiedTimes ties) throws IOException {
        JsonNode fits = new JsonMapper()
                .readTree(Files.readString(SharedData.file("reference/ibm-telco-cox.json")))
                .get("fits");
        JsonNode fit = fits.get(ties.ordinal());
        assertThat(fit.get("ties").stringValue()).isEqualToIgnoringCase(ties.name());
        return fit;
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsThatOfR(TiedTimes ties) throws IOException {
        JsonNode expected = reference(ties);
        CsvTable telco = SharedData.csv("data/ibm-telco-customer-churn.csv");
        List<String> features =
                List.of("Contract=One year", "Contract=Two year", "MonthlyCharges", "PaperlessBilling=Yes");
        double[][] columns = {
            telco.equalTo("Contract", "One year"),
            telco.equalTo("Contract", "Two year"),
            telco.numbers("MonthlyCharges"),
            telco.equalTo("PaperlessBilling", "Yes")
        };
        ObservedTenures tenures = ObservedTenures.of(telco.numbers("tenure"), telco.equalTo("Churn", "Yes"));
        CoxFit fit = CoxRegression.withDefaults().withTies(ties).fit(features, columns, tenures);
        for (int j = 0; j < features.size(); j++) {
            assertThat(expected.get("columns").get(j).stringValue()).isEqualTo(features.get(j));
            CoxCoefficient coefficient = fit.coefficients().get(j);
            assertThat(coefficient.estimate())
                    .isCloseTo(expected.get("coefficients").get(j).doubleValue(), AGREEMENT);
            assertThat(coefficient.standardError())
                    .isCloseTo(expected.get("std_errors").get(j).doubleValue(), AGREEMENT_OF_ERRORS);
        }
        assertThat(fit.nullLogLikelihood())
                .isCloseTo(expected.get("loglik_null").doubleValue(), AGREEMENT);
        assertThat(fit.logLikelihood()).isCloseTo(expected.get("loglik").doubleValue(), AGREEMENT);
        assertThat(fit.likelihoodRatioTest().chiSquare())
                .isCloseTo(expected.get("lr_chisq").doubleValue(), AGREEMENT);
        assertThat(fit.waldTest().chiSquare())
                .isCloseTo(expected.get("wald_chisq").doubleValue(), AGREEMENT);
        assertThat(fit.scoreTest().chiSquare())
                .isCloseTo(expected.get("score_chisq").doubleValue(), AGREEMENT);
        assertThat(fit.concordance()).isCloseTo(expected.get("concordance").doubleValue(), AGREEMENT);
    }
}
