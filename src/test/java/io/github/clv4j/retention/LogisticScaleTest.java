package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The units in which a feature is measured are no part of a customer's risk. */
class LogisticScaleTest {

    private static final ChurnBase BASE = ChurnBase.madeUp(2000, 11);
    private static final ChurnModel MODEL = BASE.fit().model();

    /** 1e-8 relative. */
    private static final double AGREEMENT_PERCENT = 1e-6;

    @ParameterizedTest
    @CsvSource({"0, 1e-6", "0, 1e6", "1e6, 1", "-1e6, 1", "1e6, 1e6", "1e3, 1e-3", "0, -1"})
    void probabilitiesDoNotDependOnOriginAndUnit(double origin, double unit) {
        ChurnBase moved = moved(origin, unit);
        ChurnModel model = moved.fit().model();
        for (int i = 0; i < BASE.customers(); i++) {
            assertThat(model.churnProbability(moved.row(i)))
                    .isCloseTo(MODEL.churnProbability(BASE.row(i)), withinPercentage(AGREEMENT_PERCENT));
        }
        assertThat(model.coefficients()[0] * unit)
                .isCloseTo(MODEL.coefficients()[0], withinPercentage(AGREEMENT_PERCENT));
    }

    @Test
    void anotherOriginChangesTheInterceptOnly() {
        ChurnModel shifted = moved(500, 1).fit().model();
        assertThat(shifted.coefficients()).containsExactly(MODEL.coefficients(), within(1e-10));
        assertThat(shifted.intercept())
                .isCloseTo(MODEL.intercept() - 500 * MODEL.coefficients()[0], withinPercentage(AGREEMENT_PERCENT));
    }

    @Test
    void exchangingLeaversAndStayersChangesEverySign() {
        double[] stayed = Arrays.stream(BASE.outcome()).map(y -> 1 - y).toArray();
        ChurnModel mirrored = BASE.withOutcome(stayed).fit().model();
        assertThat(mirrored.intercept()).isCloseTo(-MODEL.intercept(), withinPercentage(AGREEMENT_PERCENT));
        for (int j = 0; j < MODEL.coefficients().length; j++) {
            assertThat(mirrored.coefficients()[j])
                    .isCloseTo(-MODEL.coefficients()[j], withinPercentage(AGREEMENT_PERCENT));
        }
    }

    private static ChurnBase moved(double origin, double unit) {
        double[] tenure =
                Arrays.stream(BASE.column("tenure")).map(x -> origin + unit * x).toArray();
        return ChurnBase.ofOutcome(BASE.outcome()).with("tenure", tenure).with("charges", BASE.column("charges"));
    }
}
