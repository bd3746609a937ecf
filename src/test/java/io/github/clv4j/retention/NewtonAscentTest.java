package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clv4j.retention.FitException.Reason;
import io.github.clv4j.retention.LogisticFit.Penalty;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewtonAscentTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] OUTCOME = {0, 1, 0, 1, 0, 1};

    private final Design design = new Design(List.of("x"), new double[][] {X});
    private final LogisticLikelihood likelihood = new LogisticLikelihood(design, OUTCOME, ClassWeights.NONE, 0);
    private final NewtonAscent ascent =
            new NewtonAscent(design, OUTCOME, 3, Penalty.NONE, new OutcomeNames("outcome", "ones", "zeros"));

    private NewtonAscent.Place at(double... coefficients) {
        return new NewtonAscent.Place(coefficients, likelihood.at(coefficients));
    }

    @Test
    void aStepTooFarIsHalvedUntilTheLikelihoodRises() {
        NewtonAscent.Place up = ascent.upFrom(at(0, 0), new double[] {0, 1000});
        assertThat(up.coefficients()[1]).isBetween(0.1, 1.5);
        assertThat(up.point().objective()).isGreaterThan(at(0, 0).point().objective());
    }

    /** Down however short the step is, or nowhere: a refusal, not a fit there. */
    @Test
    void aStepWithoutAPointUpwardsIsRefused() {
        for (double[] step : new double[][] {{0, Double.NaN}, {0, -1e12}}) {
            FitException refusal = catchThrowableOfType(FitException.class, () -> ascent.upFrom(at(0, 0), step));
            assertThat(refusal.reason()).isSameAs(Reason.NO_CONVERGENCE);
            assertThat(refusal).hasMessageContaining("look for outliers among [x]");
        }
    }
}
