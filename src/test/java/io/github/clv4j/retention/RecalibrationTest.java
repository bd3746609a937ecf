package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.timevalue.RatePeriod;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

class RecalibrationTest {

    private static final ChurnModel MODEL =
            ChurnModel.of(List.of("tenure", "charges"), 0.5, new double[] {-0.25, 0.125}, new double[] {10, 4});

    @Test
    void aCorrectedModelHasTheCorrectedLogOdds() {
        ChurnPeriod year = new ChurnPeriod(1, RatePeriod.YEAR);
        ChurnModel corrected = MODEL.withPeriod(year).recalibrated(new Recalibration(-1, 0.5));
        assertThat(corrected.logOdds(6, 16)).isEqualTo(-1 + 0.5 * MODEL.logOdds(6, 16));
        assertThat(corrected.features()).isEqualTo(MODEL.features());
        assertThat(corrected.means()).isEqualTo(MODEL.means());
        assertThat(corrected.period()).contains(year);
        assertThat(corrected.explain(6, 16).contributions())
                .extracting(FeatureContribution::amount)
                .containsExactly(0.5, 0.75);
    }

    /** At the sample rate the corrected odds are those of the base rate, by Bayes: odds x (base odds) / (sample odds). */
    @Test
    void thePriorCorrectionIsThatOfBayes() {
        Recalibration correction = Recalibration.toBaseRate(0.5, 0.02);
        double odds = Math.exp(correction.logOdds(Math.log(3)));
        assertThat(odds).isCloseTo(3 * 0.02 / 0.98, within(1e-15));
        assertThat(correction.slope()).isEqualTo(1);
        assertThat(Recalibration.toBaseRate(0.3, 0.3).intercept()).isZero();
    }

    /** Each leaver twice is a class weight of 2, and a sample with more leavers; both corrections bring back the mean. */
    @Test
    void leaversTakenTwiceAreCorrectedByTheirWeight() {
        ChurnBase base = ChurnBase.madeUp(4000, 11);
        int[] rows = IntStream.range(0, base.customers())
                .flatMap(i -> base.outcome()[i] == 1 ? IntStream.of(i, i) : IntStream.of(i))
                .toArray();
        ChurnBase twice = ChurnBase.ofOutcome(pick(base.outcome(), rows))
                .with("tenure", pick(base.column("tenure"), rows))
                .with("charges", pick(base.column("charges"), rows));
        ChurnModel plain = base.fit().model();
        ChurnModel corrected = twice.fit().model().recalibrated(Recalibration.undoingClassWeights(1, 2));
        double left = Arrays.stream(base.outcome()).sum();
        Recalibration byRate = Recalibration.toBaseRate(2 * left / (4000 + left), left / 4000);

        assertThat(mean(twice.fit().model(), base)).isGreaterThan(mean(plain, base) + 0.05);
        assertThat(mean(corrected, base)).isCloseTo(mean(plain, base), within(0.002));
        assertThat(byRate.intercept()).isCloseTo(-Math.log(2), within(1e-12));
    }

    /** The likelihood is the largest by a search without derivatives, too. */
    @Test
    void theFittedCorrectionIsTheMostLikely() {
        ChurnBase base = ChurnBase.madeUp(2000, 5);
        double[] logOdds = new double[base.customers()];
        Arrays.setAll(logOdds, i -> 0.7 + 2 * (-1.2 - 0.03 * base.row(i)[0] + 0.02 * base.row(i)[1]));
        Recalibration fitted = Recalibration.fit(logOdds, base.outcome());
        double[] best = new SimplexOptimizer(1e-14, 1e-14)
                .optimize(
                        new MaxEval(10_000),
                        GoalType.MAXIMIZE,
                        new ObjectiveFunction(point -> logLikelihood(point, logOdds, base.outcome())),
                        new InitialGuess(new double[] {0, 1}),
                        new NelderMeadSimplex(2))
                .getPoint();
        assertThat(fitted.intercept()).isCloseTo(best[0], within(1e-5));
        assertThat(fitted.slope()).isCloseTo(best[1], within(1e-5)).isLessThan(0.7);
    }

    private static double logLikelihood(double[] line, double[] logOdds, double[] outcome) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double eta = line[0] + line[1] * logOdds[i];
            sum += outcome[i] * eta - Math.log1p(Math.exp(eta));
        }
        return sum;
    }

    /** On the customers of the fit itself there is nothing to correct: the likelihood is largest already. */
    @Test
    void onTheCustomersOfTheFitThereIsNothingToCorrect() {
        ChurnBase base = ChurnBase.madeUp(2000, 6);
        ChurnModel model = base.fit().model();
        double[] logOdds = new double[base.customers()];
        Arrays.setAll(logOdds, i -> model.logOdds(base.row(i)));
        Recalibration fitted = Recalibration.fit(logOdds, base.outcome());
        assertThat(fitted.intercept()).isCloseTo(0, within(1e-7));
        assertThat(fitted.slope()).isCloseTo(1, within(1e-7));
    }

    @Test
    void aCorrectionThatTurnsTheOrderRoundIsRefused() {
        double[] logOdds = {1, 2, 3, 4, 5, 6};
        double[] left = {1, 1, 0, 1, 0, 0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.fit(logOdds, left))
                .withMessageStartingWith(
                        "customers to recalibrate on must leave more the higher the log-odds of the model,"
                                + " but the slope was -")
                .withMessageEndingWith("; the model ranks them no better than chance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recalibration(0, 0))
                .withMessage("slope of the recalibration must be in (0, Inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recalibration(Double.NaN, 1))
                .withMessage("intercept of the recalibration must be finite, but was NaN");
    }

    @Test
    void whatCannotBeFittedIsSaid() {
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> Recalibration.fit(new double[] {1, 2, 3}, new double[] {0, 0, 1}))
                .withMessage(
                        "column log-odds of the model separates customers who left from customers who stayed, so the"
                                + " recalibration has no finite estimate; hold out more customers");
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> Recalibration.fit(new double[] {2, 2, 2}, new double[] {0, 1, 1}))
                .withMessage("column log-odds of the model is 2.0 for every customer: the model gives all the same"
                        + " probability, so there is no slope to learn; recalibrate to a base rate");
        assertThatExceptionOfType(FitException.class)
                .isThrownBy(() -> Recalibration.fit(new double[] {1, 2, 3}, new double[3]))
                .withMessageContaining("outcome must have both 0 and 1")
                .withMessageEndingWith("; hold out more customers");
    }

    @Test
    void ratesAndWeightsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.toBaseRate(0.5, 0))
                .withMessage("base rate must be in (0, 1), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.toBaseRate(1, 0.5))
                .withMessage("sample rate must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.undoingClassWeights(0, 1))
                .withMessage("class weight of those who stayed must be in (0, Inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.undoingClassWeights(1, Double.NaN))
                .withMessage("class weight of those who left must be in (0, Inf), but was NaN");
    }

    private static double mean(ChurnModel model, ChurnBase base) {
        return IntStream.range(0, base.customers())
                .mapToDouble(i -> model.churnProbability(base.row(i)))
                .average()
                .orElseThrow();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
