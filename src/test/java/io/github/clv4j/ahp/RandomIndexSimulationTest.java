package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of random indices of incomplete matrices, against a short run of the simulation it comes from. */
class RandomIndexSimulationTest {

    private static final int SAMPLES = 2_000;

    /** Wide enough that chance fails one run in a million, plus what the table is rounded to and fitted by. */
    private static final double STANDARD_ERRORS = 5;

    private static final double TABLE_ERROR = 0.002;

    @ParameterizedTest
    @CsvSource({"4, 1", "4, 2", "5, 3", "6, 4", "8, 10"})
    void theTableAgreesWithTheSimulation(int order, int missing) {
        RandomIndexSimulation.Estimate estimate = RandomIndexSimulation.simulate(order, missing, SAMPLES);
        assertThat(IncompleteRandomIndex.of(order, missing, RandomIndex.SAATY_1980))
                .isCloseTo(estimate.mean(), within(STANDARD_ERRORS * estimate.standardError() + TABLE_ERROR));
    }

    /** With nothing missing the simulation must meet the mean indices of Alonso and Lamata (2006), table and all. */
    @ParameterizedTest
    @CsvSource({"3, 0.5247", "4, 0.8816", "7, 1.3417"})
    void withNothingMissingTheSimulationMeetsThePublishedIndices(int order, double published) {
        RandomIndexSimulation.Estimate estimate = RandomIndexSimulation.simulate(order, 0, SAMPLES);
        assertThat(estimate.mean())
                .isCloseTo(published, within(STANDARD_ERRORS * estimate.standardError() + TABLE_ERROR));
    }

    @Test
    void whereJudgementsFormATreeTheSimulationFindsNoInconsistency() {
        for (int order = 3; order <= 6; order++) {
            assertThat(RandomIndexSimulation.simulate(order, RandomIndexSimulation.mostMissing(order), 20)
                            .mean())
                    .isCloseTo(0, within(1e-9));
        }
    }
}
