package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ridge penalty and class weights: the estimates, and what their standard errors are. */
class LogisticPenaltyTest {

    private static final double DERIVATIVE_FREE_SEARCH = 1e-5;
    private static final double SAME = 1e-9;

    /** Of second differences, relative to the matrix. */
    private static final double SECOND_DIFFERENCES = 1e-4;

    private static final LogisticRegression PLAIN = LogisticRegression.withDefaults();

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "5, 1, 1", "500, 1, 1", "0, 0.6, 3", "20, 2, 0.5"})
    void aSearchWithoutDerivativesEndsAtTheSameMaximum(double ridge, double stayed, double left) {
        ChurnBase base = smallUnits(600);
        double[] found = new BOBYQAOptimizer(9, 1, 1e-10)
                .optimize(
                        new MaxEval(20_000),
                        new ObjectiveFunction(b -> base.objective(b, ridge, stayed, left)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[3]),
                        SimpleBounds.unbounded(3))
                .getPoint();
        LogisticFit fit = base.fit(PLAIN.withRidge(ridge).withClassWeights(stayed, left));
        assertThat(ChurnBase.coefficients(fit)).containsExactly(found, within(DERIVATIVE_FREE_SEARCH));
        assertThat(fit.deviance())
                .isCloseTo(-2 * base.objective(ChurnBase.coefficients(fit), 0, stayed, left), within(SAME));
        assertThat(fit.ridge()).isEqualTo(ridge);
        assertThat(fit.weightOfStayed()).isEqualTo(stayed);
        assertThat(fit.weightOfLeft()).isEqualTo(left);
    }

    @Test
    void theNullDevianceIsThatOfAFitWithoutFeatures() {
        ChurnBase base = smallUnits(300);
        LogisticRegression weighted = PLAIN.withClassWeights(0.7, 2);
        assertThat(base.fit(weighted).nullDeviance())
                .isCloseTo(ChurnBase.ofOutcome(base.outcome()).fit(weighted).deviance(), within(SAME));
    }

    @Test
    void aVanishingPenaltyGivesTheMaximumOfTheLikelihood() {
        ChurnBase base = smallUnits(500);
        double[] likeliest = ChurnBase.coefficients(base.fit());
        assertThat(ChurnBase.coefficients(base.fit(PLAIN.withRidge(1e-8)))).containsExactly(likeliest, within(1e-8));
        assertThat(base.fit(PLAIN.withRidge(0))).isEqualTo(base.fit());
    }

    @Test
    void anEnormousPenaltyLeavesTheChurnRate() {
        ChurnBase base = smallUnits(500);
        LogisticFit fit = base.fit(PLAIN.withRidge(1e9));
        double rate = Arrays.stream(base.outcome()).average().orElseThrow();
        assertThat(fit.model().intercept()).isCloseTo(Math.log(rate / (1 - rate)), within(1e-5));
        assertThat(fit.model().coefficients()).containsExactly(new double[2], within(1e-6));
        assertThat(fit.effectiveParameters()).isCloseTo(1, within(1e-5));
    }

    @Test
    void theInterceptIsNotPenalised() {
        ChurnBase base = smallUnits(500);
        for (double ridge : new double[] {1, 100, 1e4}) {
            ChurnModel model = base.fit(PLAIN.withRidge(ridge)).model();
            double[] ones = new double[500];
            Arrays.fill(ones, 1);
            assertThat(base.score(model, ones)).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void customersWithAWeightOfTwoAreCustomersWhoStandTwice() {
        ChurnBase base = smallUnits(400);
        int[] rows = IntStream.concat(
                        IntStream.range(0, 400), IntStream.range(0, 400).filter(i -> base.outcome()[i] == 1))
                .toArray();
        // without a penalty it does not matter that the deviations of the columns are now others
        LogisticFit twice = selected(base, rows).fit();
        LogisticFit weighted = base.fit(PLAIN.withClassWeights(1, 2));
        assertThat(ChurnBase.coefficients(weighted)).containsExactly(ChurnBase.coefficients(twice), within(SAME));
        assertThat(weighted.deviance()).isCloseTo(twice.deviance(), within(1e-8));
        assertThat(weighted.nullDeviance()).isCloseTo(twice.nullDeviance(), within(1e-8));
    }

    @Test
    void weightsOfTwoForAllChangeOnlyTheLikelihood() {
        ChurnBase base = smallUnits(400);
        LogisticFit plain = base.fit();
        LogisticFit twice = base.fit(PLAIN.withClassWeights(2, 2));
        assertThat(ChurnBase.coefficients(twice)).containsExactly(ChurnBase.coefficients(plain), within(SAME));
        assertThat(twice.deviance()).isCloseTo(2 * plain.deviance(), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 1e-5, 3, 1e20, 1e300})
    void theUnitOfWeightsAndPenaltyDoesNotMatter(double unit) {
        ChurnBase base = smallUnits(400);
        for (double ridge : new double[] {0, 30}) {
            LogisticFit plain = base.fit(PLAIN.withRidge(ridge).withClassWeights(1, 3));
            LogisticFit other = base.fit(PLAIN.withRidge(ridge * unit).withClassWeights(unit, 3 * unit));
            assertThat(ChurnBase.coefficients(other)).containsExactly(ChurnBase.coefficients(plain), within(1e-10));
            assertMatrix(other.covariance(), new Array2DRowRealMatrix(plain.covariance()));
            assertThat(other.effectiveParameters()).isCloseTo(plain.effectiveParameters(), within(SAME));
            assertThat(other.deviance() / unit).isCloseTo(plain.deviance(), within(1e-8));
            assertThat(other.nullDeviance() / unit).isCloseTo(plain.nullDeviance(), within(1e-8));
            assertThat(other.convergence().iterations())
                    .isEqualTo(plain.convergence().iterations());
        }
    }

    @Test
    void oneClassMayWeighAMillionTimesTheOtherAndNoMore() {
        ChurnBase base = smallUnits(400);
        assertThat(base.fit(PLAIN.withClassWeights(1, 1e6)).model().intercept()).isFinite();
        assertThat(base.fit(PLAIN.withClassWeights(1e6, 1)).model().intercept()).isFinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withClassWeights(1, 1e10))
                .withMessage(
                        "class weight of left divided by class weight of stayed must be in [1e-6, 1e6], but was 1.0E10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withClassWeights(1e-300, 1e300))
                .withMessageContaining("must be in [1e-6, 1e6], but was Infinity");
    }

    @Test
    void aPenaltyOrALikelihoodTooLargeForADoubleIsRefused() {
        ChurnBase base = smallUnits(400);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.fit(PLAIN.withRidge(1e10).withClassWeights(1e-300, 1e-300)))
                .withMessage("ridge penalty divided by the mean class weight must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.fit(PLAIN.withClassWeights(1e307, 1e307)))
                .withMessage("log-likelihood with these class weights must be finite, but was -Infinity");
    }

    @Test
    void balancedClassesWeighTheSame() {
        ChurnBase base = smallUnits(500);
        LogisticFit fit = base.fit(PLAIN.withBalancedClasses());
        assertThat(fit.weightOfLeft() * fit.churned()).isCloseTo(250, within(SAME));
        assertThat(fit.weightOfStayed() * (500 - fit.churned())).isCloseTo(250, within(SAME));
        assertThat(fit)
                .isEqualTo(base.fit(PLAIN.withClassWeights(250.0 / (500 - fit.churned()), 250.0 / fit.churned())));
    }

    /** The inverse of the second differences of the objective. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 30})
    void theCovarianceIsTheInverseOfTheCurvature(double ridge) {
        ChurnBase base = smallUnits(300);
        LogisticFit fit = base.fit(PLAIN.withRidge(ridge));
        RealMatrix expected = curvature(base, fit, ridge, 1, 1);
        assertMatrix(fit.covariance(), new LUDecomposition(expected).getSolver().getInverse());
        assertThat(fit.standardErrorKind())
                .isSameAs(ridge > 0 ? StandardErrorKind.POSTERIOR : StandardErrorKind.INFORMATION);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30})
    void withClassWeightsTheCovarianceIsTheSandwich(double ridge) {
        ChurnBase base = smallUnits(300);
        LogisticFit fit = base.fit(PLAIN.withRidge(ridge).withClassWeights(0.5, 3));
        RealMatrix bread = new LUDecomposition(curvature(base, fit, ridge, 0.5, 3))
                .getSolver()
                .getInverse();
        RealMatrix filling = new Array2DRowRealMatrix(3, 3);
        for (int i = 0; i < base.customers(); i++) {
            double[] row = base.row(i);
            double weight = base.outcome()[i] == 1 ? 3 : 0.5;
            double score = weight * (base.outcome()[i] - fit.model().churnProbability(row));
            double[] scores = {score, score * row[0], score * row[1]};
            RealMatrix column = new Array2DRowRealMatrix(scores);
            filling = filling.add(column.multiply(column.transpose()));
        }
        assertMatrix(fit.covariance(), bread.multiply(filling).multiply(bread));
        assertThat(fit.standardErrorKind()).isSameAs(StandardErrorKind.SANDWICH);
    }

    /** Twenty times the same customers: errors fall by the root of 20, whatever all weights are multiplied by. */
    @Test
    void theSandwichDoesNotMistakeWeightsForCustomers() {
        ChurnBase base = smallUnits(300);
        double[] errors = errors(base.fit(PLAIN.withClassWeights(1, 2)));
        assertThat(errors(base.fit(PLAIN.withClassWeights(10, 20)))).containsExactly(errors, within(1e-8));
        int[] rows = IntStream.range(0, 6000).map(i -> i % 300).toArray();
        assertThat(errors(selected(base, rows).fit(PLAIN.withClassWeights(1, 2))))
                .containsExactly(
                        Arrays.stream(errors)
                                .map(error -> error / Math.sqrt(20))
                                .toArray(),
                        within(1e-8));
    }

    @Test
    void effectiveParametersAreTheTraceOfTheHatMatrix() {
        ChurnBase base = smallUnits(300);
        LogisticFit fit = base.fit(PLAIN.withRidge(30));
        RealMatrix likelihood = curvature(base, fit, 0, 1, 1);
        RealMatrix penalised = curvature(base, fit, 30, 1, 1);
        double trace = new LUDecomposition(penalised)
                .getSolver()
                .getInverse()
                .multiply(likelihood)
                .getTrace();
        assertThat(fit.effectiveParameters()).isCloseTo(trace, within(1e-4)).isBetween(1.0, 3.0);
        assertThat(fit.aic()).isCloseTo(fit.deviance() + 2 * trace, within(1e-3));
        assertThat(fit.bic()).isCloseTo(fit.deviance() + Math.log(300) * trace, within(1e-3));
        assertThat(base.fit().effectiveParameters()).isEqualTo(3);
    }

    @Test
    void aPenalisedEstimateIsNotTested() {
        List<Coefficient> lines = smallUnits(300).fit(PLAIN.withRidge(1)).coefficients();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.standardError()).isPositive())
                .extracting(Coefficient::z, Coefficient::pValue)
                .containsOnly(tuple(Double.NaN, Double.NaN));
    }

    @Test
    void columnsThatSeparateTheClassesHaveAnEstimate() {
        double[] usage = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] outcome = Arrays.stream(usage).map(x -> x < 20 ? 1 : 0).toArray();
        ChurnBase base = ChurnBase.ofOutcome(outcome).with("usage", usage);
        assertThat(catchThrowableOfType(FitException.class, base::fit)).hasMessageEndingWith("with a ridge penalty");
        for (double ridge : new double[] {1e-6, 0.1, 10}) {
            LogisticFit fit = base.fit(PLAIN.withRidge(ridge));
            assertThat(fit.model().coefficients()[0]).isNegative();
            assertThat(fit.convergence().maxAbsoluteScore()).isLessThan(1e-8);
        }
    }

    @Test
    void twoEqualColumnsShareTheCoefficientEvenly() {
        ChurnBase base = smallUnits(300);
        ChurnBase doubled = base.with("again", base.columns().get(0));
        assertThat(catchThrowableOfType(FitException.class, doubled::fit)).hasMessageEndingWith("with a ridge penalty");
        double[] coefficients = doubled.fit(PLAIN.withRidge(2)).model().coefficients();
        assertThat(coefficients[2]).isCloseTo(coefficients[0], within(1e-9));
        // one column with half of the penalty is as good as two
        double[] alone = ChurnBase.ofOutcome(base.outcome())
                .with("years", base.columns().get(0))
                .fit(PLAIN.withRidge(1))
                .model()
                .coefficients();
        double[] both = ChurnBase.ofOutcome(base.outcome())
                .with("years", base.columns().get(0))
                .with("again", base.columns().get(0))
                .fit(PLAIN.withRidge(2))
                .model()
                .coefficients();
        assertThat(both[0] + both[1]).isCloseTo(alone[0], within(1e-9));
    }

    @Test
    void aPenaltyTooSmallToMatterSaysSo() {
        ChurnBase base = smallUnits(300);
        FitException refusal = catchThrowableOfType(
                FitException.class,
                () -> base.with("again", base.columns().get(0)).fit(PLAIN.withRidge(1e-13)));
        assertThat(refusal.reason()).isSameAs(Reason.NO_CONVERGENCE);
        assertThat(refusal).hasMessageEndingWith("or fit with a larger ridge penalty");
    }

    @Test
    void aConstantColumnIsRefusedWithAPenaltyToo() {
        ChurnBase base = smallUnits(300).with("constant", new double[300]);
        assertThat(catchThrowableOfType(FitException.class, () -> base.fit(PLAIN.withRidge(1)))
                        .reason())
                .isSameAs(Reason.CONSTANT_COLUMN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void aPenaltyIsNotNegative(double penalty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withRidge(penalty))
                .withMessage("ridge penalty must be in [0, Inf), but was " + penalty);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aClassWeightIsPositive(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withClassWeights(weight, 1))
                .withMessage("class weight of stayed must be in (0, Inf), but was " + weight);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withClassWeights(1, weight))
                .withMessage("class weight of left must be in (0, Inf), but was " + weight);
    }

    private static double[] errors(LogisticFit fit) {
        return fit.coefficients().stream()
                .mapToDouble(Coefficient::standardError)
                .toArray();
    }

    /** Minus the second differences of the objective at a fit. */
    private static RealMatrix curvature(ChurnBase base, LogisticFit fit, double ridge, double stayed, double left) {
        ToDoubleFunction<double[]> objective = b -> base.objective(b, ridge, stayed, left);
        double[] at = ChurnBase.coefficients(fit);
        double h = 1e-3;
        RealMatrix result = new Array2DRowRealMatrix(at.length, at.length);
        for (int j = 0; j < at.length; j++) {
            for (int k = 0; k < at.length; k++) {
                double sum = 0;
                for (double[] signs : new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}}) {
                    double[] moved = at.clone();
                    moved[j] += signs[0] * h;
                    moved[k] += signs[1] * h;
                    sum += signs[0] * signs[1] * objective.applyAsDouble(moved);
                }
                result.setEntry(j, k, -sum / (4 * h * h));
            }
        }
        return result;
    }

    private static void assertMatrix(double[][] actual, RealMatrix expected) {
        double largest =
                DoubleStream.of(actual[0][0], actual[1][1], actual[2][2]).max().orElseThrow();
        for (int j = 0; j < actual.length; j++) {
            assertThat(actual[j])
                    .as("row %d", j)
                    .containsExactly(expected.getRow(j), within(SECOND_DIFFERENCES * largest));
        }
    }

    private static ChurnBase selected(ChurnBase base, int[] rows) {
        ChurnBase selected = ChurnBase.ofOutcome(FeatureTable.selected(base.outcome(), rows));
        for (String name : base.names()) {
            selected = selected.with(name, FeatureTable.selected(base.column(name), rows));
        }
        return selected;
    }

    /** Made-up customers whose columns are about as large as 1, as a search without derivatives likes them. */
    private static ChurnBase smallUnits(int customers) {
        ChurnBase made = ChurnBase.madeUp(customers, 5);
        return ChurnBase.ofOutcome(made.outcome())
                .with(
                        "years",
                        Arrays.stream(made.column("tenure"))
                                .map(x -> x / 12 - 3)
                                .toArray())
                .with(
                        "charges",
                        Arrays.stream(made.column("charges"))
                                .map(x -> x / 30 - 2)
                                .toArray());
    }
}
