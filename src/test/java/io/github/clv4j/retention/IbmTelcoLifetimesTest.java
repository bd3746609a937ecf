package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.testing.SharedData;
import io.github.clv4j.testing.SharedData.CsvTable;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lifetimes of few parameters of the IBM telco sample, by contract, against scipy's minimize on the same likelihoods. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IbmTelcoLifetimesTest {

    private Map<String, ObservedTenures> contracts;

    @BeforeAll
    void read() {
        CsvTable table = SharedData.csv("data/ibm-telco-customer-churn.csv");
        contracts = ObservedTenures.of(table.numbers("tenure"), table.equalTo("Churn", "Yes"))
                .byGroup(table.texts("Contract"));
    }

    private ObservedTenures of(String contract) {
        return Objects.requireNonNull(contracts.get(contract));
    }

    /** Of two-year contracts next to nobody leaves in the first months: a first hazard of 8e-15. */
    @Test
    void twoYearContractsHaveASteepDiscreteWeibull() {
        LifetimeFit<DiscreteWeibull> fit = LifetimeFits.discreteWeibull(CohortTable.ofTenures(of("Two year")));
        assertThat(fit.leavers()).isEqualTo(48);
        assertThat(fit.logLikelihood()).isCloseTo(-350.6216, within(5e-5));
        assertThat(fit.distribution().exponent()).isCloseTo(6.925, within(5e-4));
        assertThat(fit.distribution().rate()).isCloseTo(8.06e-15, withinPercentage(0.2));
        assertThat(LifetimeModel.BETA_DISCRETE_WEIBULL.fit(of("Two year")).boundary())
                .contains(LifetimeBoundary.HOMOGENEOUS);
    }

    @Test
    void monthlyContractsAreLeftBestAtTheStart() {
        LifetimeFit<?> fit = LifetimeModel.DISCRETE_WEIBULL.fit(of("Month-to-month"));
        assertThat(fit.leavers()).isEqualTo(1655);
        assertThat(fit.logLikelihood()).isCloseTo(-7537.451, within(1e-3));
        assertThat(fit.estimates()[1]).isLessThan(0.61);
    }
}
