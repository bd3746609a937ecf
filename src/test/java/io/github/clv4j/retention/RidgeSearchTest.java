package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.SeededShuffle;
import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeSearchTest {

    private static final LogisticRegression PLAIN = LogisticRegression.withDefaults();
    private static final ChurnBase BASE = noisy(200, 12, 4);

    /** The definition written down once more, fold by fold. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5})
    void aScoreIsTheLossOfCustomersTheFitHasNotSeen(double weightOfLeft) {
        int folds = 4;
        LogisticRegression regression = PLAIN.withClassWeights(1, weightOfLeft);
        RidgeScore score = search(RidgeSearch.of(folds, 17).withPenalties(3), regression, BASE)
                .best();
        int[] foldOf = new int[BASE.customers()];
        int left = (int) Arrays.stream(BASE.outcome()).sum();
        int[] dealt = {left, 0};
        for (int customer : SeededShuffle.permutation(BASE.customers(), 17)) {
            foldOf[customer] = dealt[(int) BASE.outcome()[customer]]++ % folds;
        }
        double[] losses = new double[folds];
        double[] weights = new double[folds];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            int[] seen = IntStream.range(0, foldOf.length)
                    .filter(i -> foldOf[i] != held)
                    .toArray();
            FeatureTable table = table(BASE);
            ChurnModel model = regression
                    .withRidge(3)
                    .fit(table.select(seen), FeatureTable.selected(BASE.outcome(), seen))
                    .model();
            for (int i = 0; i < foldOf.length; i++) {
                if (foldOf[i] == fold) {
                    double p = model.churnProbability(BASE.row(i));
                    double weight = BASE.outcome()[i] == 1 ? weightOfLeft : 1;
                    losses[fold] -= weight * Math.log(BASE.outcome()[i] == 1 ? p : 1 - p);
                    weights[fold] += weight;
                }
            }
        }
        double total = Arrays.stream(weights).sum();
        double mean = Arrays.stream(losses).sum() / total;
        double variance = IntStream.range(0, folds)
                        .mapToDouble(fold -> weights[fold] * Math.pow(losses[fold] / weights[fold] - mean, 2))
                        .sum()
                / total;
        assertThat(score.penalty()).isEqualTo(3);
        assertThat(score.logLoss()).isCloseTo(mean, within(1e-12));
        assertThat(score.standardError()).isCloseTo(Math.sqrt(variance / (folds - 1)), within(1e-12));
    }

    /** Each fit of a fold begins where that of the next larger penalty ended. */
    @Test
    void aScoreDoesNotDependOnThePenaltiesTriedBeside() {
        double[] penalties = {0, 0.01, 0.1, 3, 40, 1000};
        for (LogisticRegression regression : List.of(PLAIN, PLAIN.withClassWeights(1, 2.5))) {
            List<RidgeScore> together = search(RidgeSearch.of(5, 1).withPenalties(penalties), regression, BASE)
                    .scores();
            assertThat(together).hasSize(penalties.length);
            for (int p = 0; p < penalties.length; p++) {
                RidgeScore alone = search(RidgeSearch.of(5, 1).withPenalties(penalties[p]), regression, BASE)
                        .best();
                assertThat(together.get(p).logLoss()).isCloseTo(alone.logLoss(), within(1e-12));
                assertThat(together.get(p).standardError()).isCloseTo(alone.standardError(), within(1e-12));
            }
        }
    }

    @Test
    void aClimbFromANeighbourIsShorterAndEndsAtTheSameModel() {
        double[][] columns = BASE.columns().toArray(double[][]::new);
        Design design = new Design(BASE.names(), columns);
        int left = (int) Arrays.stream(BASE.outcome()).sum();
        LogisticFit cold = BASE.fit(PLAIN.withRidge(10));
        ChurnModel neighbour = BASE.fit(PLAIN.withRidge(10.001)).model();
        LogisticFit warm = PLAIN.withRidge(10).fit(design, BASE.outcome(), left, Optional.of(neighbour));
        assertThat(warm.convergence().iterations())
                .isLessThan(cold.convergence().iterations());
        assertThat(ChurnBase.coefficients(warm)).containsExactly(ChurnBase.coefficients(cold), within(1e-10));
    }

    @Test
    void theFitIsThatOfAllCustomersWithTheBestPenalty() {
        RidgeChoice choice = search(RidgeSearch.of(5, 1), PLAIN, BASE);
        double least =
                choice.scores().stream().mapToDouble(RidgeScore::logLoss).min().orElseThrow();
        assertThat(choice.best().logLoss()).isEqualTo(least);
        assertThat(choice.best().penalty()).isBetween(1.0, 150.0);
        assertThat(choice.fit())
                .isEqualTo(BASE.fit(PLAIN.withRidge(choice.best().penalty())));
    }

    @Test
    void theRuleOfOneStandardErrorTakesALargerPenalty() {
        RidgeChoice best = search(RidgeSearch.of(5, 1), PLAIN, BASE);
        RidgeChoice simple = search(RidgeSearch.of(5, 1).withOneStandardErrorRule(), PLAIN, BASE);
        assertThat(simple.scores()).isEqualTo(best.scores());
        RidgeScore chosen = simple.withinOneStandardError();
        assertThat(chosen.penalty()).isGreaterThan(best.best().penalty());
        assertThat(chosen.logLoss())
                .isLessThanOrEqualTo(best.best().logLoss() + best.best().standardError());
        assertThat(simple.fit().ridge()).isEqualTo(chosen.penalty());
    }

    @Test
    void thePenaltiesTriedByDefaultAreHalfPowersOfTenUpToTheNumberOfCustomers() {
        List<RidgeScore> scores = search(RidgeSearch.of(5, 1), PLAIN, BASE).scores();
        assertThat(scores)
                .extracting(RidgeScore::penalty)
                .satisfies(penalties -> assertThat(penalties.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .containsExactly(
                                new double[] {
                                    0, 0.01, 0.0316227766, 0.1, 0.316227766, 1, 3.16227766, 10, 31.6227766, 100
                                },
                                within(1e-7)));
    }

    @Test
    void theSeedDecidesTheFoldsAndNothingElseDoes() {
        RidgeSearch search = RidgeSearch.of(5, 1).withPenalties(1, 10);
        assertThat(search(search, PLAIN, BASE)).isEqualTo(search(search, PLAIN.withRidge(7), BASE));
        assertThat(search(RidgeSearch.of(5, 2).withPenalties(10, 1, 10), PLAIN, BASE)
                        .scores())
                .isNotEqualTo(search(search, PLAIN, BASE).scores())
                .extracting(RidgeScore::penalty)
                .containsExactly(1.0, 10.0);
    }

    @Test
    void whereClassesCanBeSeparatedZeroIsLeftOut() {
        double[] usage = IntStream.range(0, 60).mapToDouble(i -> i).toArray();
        double[] outcome = Arrays.stream(usage).map(x -> x < 25 ? 1 : 0).toArray();
        ChurnBase separated = ChurnBase.ofOutcome(outcome).with("usage", usage);
        assertThat(search(RidgeSearch.of(5, 1).withPenalties(0, 0.1, 1), PLAIN, separated)
                        .scores())
                .extracting(RidgeScore::penalty)
                .containsExactly(0.1, 1.0);
        FitException refusal = catchThrowableOfType(
                FitException.class, () -> search(RidgeSearch.of(5, 1).withPenalties(0), PLAIN, separated));
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
    }

    /** Only one customer has the level, so that it is the same for all others while that one is held out. */
    @Test
    void aLevelThatOnlyTheFoldHasIsNoReasonToStop() {
        double[] rare = new double[BASE.customers()];
        rare[7] = 1;
        RidgeChoice choice = search(RidgeSearch.of(5, 1).withPenalties(1, 10), PLAIN, BASE.with("rare", rare));
        assertThat(choice.scores()).hasSize(2);
        assertThat(choice.fit().model().features()).contains("rare");
    }

    @Test
    void whatNoPenaltyHelpsAgainstIsRefused() {
        ChurnBase constant = BASE.with("constant", new double[BASE.customers()]);
        assertThat(catchThrowableOfType(FitException.class, () -> search(RidgeSearch.of(5, 1), PLAIN, constant))
                        .reason())
                .isSameAs(Reason.CONSTANT_COLUMN);
        ChurnBase same = BASE.withOutcome(new double[BASE.customers()]);
        assertThat(catchThrowableOfType(FitException.class, () -> search(RidgeSearch.of(5, 1), PLAIN, same))
                        .reason())
                .isSameAs(Reason.ONE_CLASS);
    }

    @Test
    void theFoldsAndPenaltiesAreInTheirBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeSearch.of(1, 0))
                .withMessage("folds must be at least 2, but was 1");
        ChurnBase few = ChurnBase.ofOutcome(1, 0, 1, 0, 1, 0, 0).with("x", 1, 2, 3, 4, 5, 6, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(RidgeSearch.of(4, 0), PLAIN, few))
                .withMessage("folds must be at most 3, the customers in the rarer class, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeSearch.of(5, 0).withPenalties())
                .withMessage("penalties must have at least 1 value, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RidgeSearch.of(5, 0).withPenalties(1, -1))
                .withMessage("ridge penalty must be in [0, Inf), but was -1.0");
    }

    @Test
    void anOutcomeOfASearchHasScoresInTheirBounds() {
        LogisticFit fit = BASE.fit();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RidgeChoice(List.of(), fit))
                .withMessage("scores must have at least 1 penalty, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RidgeScore(1, -0.5, 0))
                .withMessage("log-loss must be in [0, Inf), but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RidgeScore(1, 0.5, Double.NaN))
                .withMessage("standard error of the log-loss must be in [0, Inf), but was NaN");
    }

    @Test
    void ofEquallyGoodPenaltiesTheLargestIsTheBest() {
        List<RidgeScore> scores =
                List.of(new RidgeScore(0, 0.5, 0.1), new RidgeScore(1, 0.5, 0.1), new RidgeScore(2, 0.61, 0.1));
        assertThat(new RidgeChoice(scores, BASE.fit()).best().penalty()).isEqualTo(1);
        assertThat(new RidgeChoice(scores, BASE.fit()).withinOneStandardError().penalty())
                .isEqualTo(1);
    }

    private static RidgeChoice search(RidgeSearch search, LogisticRegression regression, ChurnBase base) {
        return search.fit(regression, base.names(), base.columns().toArray(double[][]::new), base.outcome());
    }

    private static FeatureTable table(ChurnBase base) {
        FeatureTable.Builder table = FeatureTable.builder();
        base.names().forEach(name -> table.number(name, base.column(name)));
        return table.build();
    }

    /** A base with many columns of which two say a little, so that some penalty helps. */
    private static ChurnBase noisy(int customers, int columns, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[columns][];
        for (int j = 0; j < columns; j++) {
            x[j] = random.doubles(customers, -1.7, 1.7).toArray();
        }
        double[] outcome = IntStream.range(0, customers)
                .mapToDouble(i -> random.nextDouble() < 1 / (1 + Math.exp(0.8 - 0.5 * x[0][i] - 0.3 * x[1][i])) ? 1 : 0)
                .toArray();
        ChurnBase base = ChurnBase.ofOutcome(outcome);
        for (int j = 0; j < columns; j++) {
            base = base.with("x" + j, x[j]);
        }
        return base;
    }
}
