package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an index tells who leaves, on bases small enough to count by hand and on one made of known coefficients. */
class LoyaltyValidationTest {

    private static final double NONE = Double.NaN;

    /** The index is the mean of both, each in [0, 1]. */
    private static final LoyaltyIndex INDEX = LoyaltyIndex.builder()
            .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("use", "", Scale.linear(0, 1)))
            .add(LoyaltyIndex.EMOTIONAL, Indicator.of("mood", "", Scale.linear(0, 1)))
            .build();

    /** The index of a customer is {@code use}. */
    private static LoyaltyValidation validate(double[] use, double... outcome) {
        double[] mood = new double[use.length];
        Arrays.fill(mood, NONE);
        return INDEX.validate(new double[][] {use, mood}, outcome);
    }

    @Test
    void anIndexThatPutsAllWhoStayedAheadHasAnAucOfOne() {
        double[] use = {.1, .2, .3, .6, .7, .8};

        LoyaltyValidation perfect = validate(use, 1, 1, 1, 0, 0, 0);
        LoyaltyValidation contrary = validate(use, 0, 0, 0, 1, 1, 1);

        assertThat(perfect.auc()).isEqualTo(1);
        assertThat(perfect.rankCorrelation()).isCloseTo(-Math.sqrt(27.0 / 35), within(1e-12));
        assertThat(contrary.auc()).isZero();
        assertThat(contrary.rankCorrelation()).isCloseTo(Math.sqrt(27.0 / 35), within(1e-12));
    }

    @Test
    void tiesCountHalf() {
        LoyaltyValidation validation = validate(new double[] {.5, .5, .5, .25}, 1, 0, 0, 1);

        // of the four pairs two are ties
        assertThat(validation.auc()).isEqualTo(0.75);
        assertThat(validate(new double[] {.5, .5, .5}, 1, 0, 0).auc()).isEqualTo(0.5);
        assertThat(validate(new double[] {.5, .5, .5}, 1, 0, 0).rankCorrelation())
                .isNaN();
    }

    @Test
    void fifthsAreCountedFromTheLowestIndex() {
        LoyaltyValidation validation =
                validate(new double[] {.9, .1, .8, .2, .7, .3, .6, .4, .5, .0}, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1);

        assertThat(validation.fifths())
                .containsExactly(
                        new IndexFifth(1, 2, 2, .0, .1),
                        new IndexFifth(2, 2, 1, .2, .3),
                        new IndexFifth(3, 2, 1, .4, .5),
                        new IndexFifth(4, 2, 1, .6, .7),
                        new IndexFifth(5, 2, 0, .8, .9));
        assertThat(validation.fifths()).extracting(IndexFifth::churnRate).containsExactly(1., .5, .5, .5, 0.);
    }

    @Test
    void customersOfTheSameIndexAreInTheSameFifth() {
        LoyaltyValidation validation = validate(new double[] {.5, .5, .5, .5, .5}, 1, 0, 0, 0, 0);

        assertThat(validation.fifths().get(2)).isEqualTo(new IndexFifth(3, 5, 1, .5, .5));
        assertThat(validation.fifths().get(0)).isEqualTo(new IndexFifth(1, 0, 0, NONE, NONE));
        assertThat(validation.fifths().get(0).churnRate()).isNaN();
    }

    @Test
    void whoseOutcomeIsUnknownIsLeftOutAndWhoHasNoIndexIsCounted() {
        LoyaltyValidation validation = validate(new double[] {.1, .2, .3, NONE, NONE, .6}, 1, NONE, 0, 1, NONE, 0);

        assertThat(validation.customers()).isEqualTo(3);
        assertThat(validation.churned()).isEqualTo(1);
        assertThat(validation.withoutIndex()).isEqualTo(1);
        assertThat(validation.auc()).isEqualTo(1);
    }

    @Test
    void whereAllStayedOrAllLeftThereIsNothingToTell() {
        for (double outcome : new double[] {0, 1}) {
            LoyaltyValidation validation = validate(new double[] {.1, .2, .3}, outcome, outcome, outcome);

            assertThat(validation.auc()).isNaN();
            assertThat(validation.rankCorrelation()).isNaN();
            assertThat(validation.churned()).isEqualTo((int) (3 * outcome));
            assertThat(validation.weights()).isEmpty();
            assertThat(validation.noFit().orElseThrow()).contains("must have both 0 and 1, but all 3 customers had");
        }
    }

    @Test
    void oneCustomerTellsNothing() {
        LoyaltyValidation validation = validate(new double[] {.1}, 1);

        assertThat(validation.customers()).isEqualTo(1);
        assertThat(validation.auc()).isNaN();
        assertThat(validation.rankCorrelation()).isNaN();
        assertThat(validation.fifths().get(2).customers()).isEqualTo(1);
    }

    @Test
    void aBaseWithoutAnyIndexAndOutcomeTellsNothing() {
        LoyaltyValidation unknown = validate(new double[] {.1, .2}, NONE, NONE);
        LoyaltyValidation nobody = validate(new double[0]);
        LoyaltyValidation without = validate(new double[] {NONE, NONE}, 0, 1);

        assertThat(List.of(unknown, nobody, without)).allSatisfy(validation -> {
            assertThat(validation.customers()).isZero();
            assertThat(validation.auc()).isNaN();
            assertThat(validation.rankCorrelation()).isNaN();
            assertThat(validation.fifths())
                    .hasSize(5)
                    .allSatisfy(fifth -> assertThat(fifth.customers()).isZero());
            assertThat(validation.noFit()).isPresent();
        });
        assertThat(without.withoutIndex()).isEqualTo(2);
        assertThat(unknown.withoutIndex()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1, 0.5, Double.POSITIVE_INFINITY})
    void anOutcomeThatIsNeitherIsRefused(double outcome) {
        assertThatThrownBy(() -> validate(new double[] {.1, .2}, 0, outcome))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcome must be 0 or 1, but was " + outcome);
    }

    @Test
    void columnsOfOtherLengthsAreRefused() {
        double[] two = {.1, .2};

        assertThatThrownBy(() -> INDEX.validate(new double[][] {two}, two))
                .hasMessage("columns must have length 2, but had 1");
        assertThatThrownBy(() -> INDEX.validate(new double[][] {two, {.1}}, new double[] {0, 1}))
                .hasMessage("column of mood must have length 2, but had 1");
    }

    /** Four indicators drawn evenly from [0, 1]; the log-odds of leaving are 1.5 - 3 a - 1.5 b + 1 c, and d says nothing. */
    private static LoyaltyValidation simulated(double... coefficients) {
        Random random = new Random(20_240_229);
        int customers = 40_000;
        double[][] columns = new double[4][customers];
        double[] outcome = new double[customers];
        for (int i = 0; i < customers; i++) {
            double logOdds = 1.5;
            for (int j = 0; j < 4; j++) {
                double score = random.nextDouble();
                columns[j][i] = j == 1 ? 5 - 4 * score : 20 * score; // b counts down from 5 to 1
                logOdds += coefficients[j] * score;
            }
            outcome[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        return LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, new Indicator("a", "甲", "", Scale.linear(0, 20)))
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("b", "", Scale.likert(5, 1)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("c", "", Scale.linear(0, 20)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("d", "", Scale.linear(0, 20)))
                .weigh(LoyaltyIndex.BEHAVIOURAL, 0.75, 0.25)
                .weigh(LoyaltyIndex.EMOTIONAL, 0.5, 0.5)
                .build()
                .validate(columns, outcome);
    }

    @Test
    void theCoefficientsOfASimulatedBaseAreFound() {
        LoyaltyValidation validation = simulated(-3, -1.5, 1, 0);

        // the standard error of a coefficient is about 0.04
        assertThat(validation.weights())
                .extracting(FittedWeight::coefficient)
                .usingComparatorForType((x, y) -> Math.abs(x - y) < 0.16 ? 0 : Double.compare(x, y), Double.class)
                .containsExactly(-3., -1.5, 1., 0.);
        FittedWeight a = validation.weights().get(0);
        FittedWeight c = validation.weights().get(2);
        assertThat(a.indicator()).isEqualTo("a");
        assertThat(a.displayName(Language.CHINESE)).isEqualTo("甲");
        assertThat(a.judged()).isEqualTo(0.375);
        assertThat(a.fitted()).isCloseTo(3 / 4.5, within(0.04));
        assertThat(a.isContrary()).isFalse();
        assertThat(c.isContrary()).isTrue();
        assertThat(c.fitted()).isZero();
        assertThat(c.judged()).isEqualTo(0.25);
        assertThat(validation.fittedCustomers()).isEqualTo(40_000);
        assertThat(validation.noFit()).isEmpty();
    }

    @Test
    void whereEveryIndicatorIsContraryThereIsNoWeight() {
        LoyaltyValidation validation = simulated(2, 2, 2, 2);

        assertThat(validation.weights()).hasSize(4).allSatisfy(weight -> {
            assertThat(weight.isContrary()).isTrue();
            assertThat(weight.fitted()).isNaN();
        });
        assertThat(validation.auc()).isLessThan(0.5);
    }

    @Test
    void anIndicatorNobodyHasIsNotCompared() {
        Random random = new Random(8);
        double[] use = random.doubles(200).toArray();
        double[] outcome =
                Arrays.stream(use).map(u -> random.nextDouble() < u ? 0 : 1).toArray();

        LoyaltyValidation validation = validate(use, outcome);

        assertThat(validation.weights()).hasSize(1);
        assertThat(validation.weights().get(0).indicator()).isEqualTo("use");
        assertThat(validation.weights().get(0).judged()).isEqualTo(1);
        assertThat(validation.weights().get(0).fitted()).isEqualTo(1);
    }

    @Test
    void weightsAreFittedToThoseWhoHaveEveryIndicator() {
        Random random = new Random(9);
        double[] use = random.doubles(300).toArray();
        double[] mood = random.doubles(300).toArray();
        double[] outcome = random.ints(300, 0, 2).asDoubleStream().toArray();
        Arrays.fill(mood, 0, 100, NONE);
        outcome[150] = NONE;
        use[160] = Double.POSITIVE_INFINITY; // refused, so no index either

        LoyaltyValidation validation = INDEX.validate(new double[][] {use, mood}, outcome);

        assertThat(validation.customers()).isEqualTo(298);
        assertThat(validation.withoutIndex()).isZero();
        assertThat(validation.refused()).isEqualTo(1);
        assertThat(validation.fittedCustomers()).isEqualTo(198);
        assertThat(validation.weights()).hasSize(2);
    }

    @Test
    void whatHasNoFitSaysWhy() {
        LoyaltyValidation separated = validate(new double[] {.1, .2, .3, .6, .7, .8}, 1, 1, 1, 0, 0, 0);
        LoyaltyValidation constant = validate(new double[] {.5, .5, .5, .5}, 1, 0, 1, 0);
        LoyaltyValidation nobody =
                INDEX.validate(new double[][] {{.1, .2, NONE, NONE}, {NONE, NONE, .3, .4}}, new double[] {0, 1, 1, 0});

        assertThat(separated.noFit().orElseThrow()).startsWith("column use separates customers who left");
        assertThat(constant.noFit()).contains("column use is 0.5 for every customer; leave it out");
        assertThat(nobody.noFit()).contains("no customer has all indicators and an outcome");
        assertThat(nobody.fittedCustomers()).isZero();
        assertThat(List.of(separated, constant, nobody))
                .allSatisfy(validation -> assertThat(validation.weights()).isEmpty());
    }

    @Test
    void aPolicyThatRejectsLeavesTheRejectedWithoutAnIndex() {
        LoyaltyIndex index = LoyaltyIndex.of(INDEX.index().withMissing(MissingPolicy.reject()));

        LoyaltyValidation validation =
                index.validate(new double[][] {{.1, .2, .9}, {NONE, .3, .4}}, new double[] {1, 1, 0});

        assertThat(validation.customers()).isEqualTo(2);
        assertThat(validation.withoutIndex()).isZero();
        assertThat(validation.refused()).isEqualTo(1);
        assertThat(validation.fittedCustomers()).isEqualTo(2);
    }

    @Test
    void anIndicatorThatFewHaveDoesNotKeepTheOthersFromBeingFitted() {
        Random random = new Random(3);
        double[] mood = new double[200];
        Arrays.fill(mood, NONE);
        mood[7] = 0.5;

        LoyaltyValidation validation = INDEX.validate(
                new double[][] {random.doubles(200).toArray(), mood},
                random.ints(200, 0, 2).asDoubleStream().toArray());

        assertThat(validation.fittedCustomers()).isEqualTo(200);
        assertThat(validation.weights()).extracting(FittedWeight::indicator).containsExactly("use");
    }

    @Test
    void aPersonCanReadIt() {
        LoyaltyValidation validation = new LoyaltyValidation(
                90,
                30,
                10,
                3,
                0.75,
                -0.25,
                List.of(new IndexFifth(1, 20, 10, 0.125, 0.25)),
                80,
                List.of(
                        new FittedWeight("tenure", "在网时长", 0.375, -1.5, 0.5),
                        new FittedWeight("mood", "心情", 0.625, 0.5, 0)),
                Optional.empty());

        assertThat(validation.text(Language.ENGLISH).lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).matches("[ -~]+"))
                .startsWith(
                        "90 customers with an index, 30 of them left; 10 without an index, 3 refused",
                        "AUC 0.7500, rank correlation with leaving -0.2500",
                        "  fifth 1, index 0.1250 to 0.2500: 20 customers, churn rate 0.5000",
                        "weights fitted to 80 customers",
                        "  tenure: judged 0.3750, fitted 0.5000 (log-odds of leaving -1.5000)")
                .last()
                .asString()
                .startsWith("  mood: judged 0.6250, fitted 0.0000 (log-odds of leaving +0.5000)")
                .contains("contrary");
        assertThat(validation.text(Language.CHINESE).lines())
                .hasSize(6)
                .noneMatch(line -> line.contains("customers") || line.contains("tenure"))
                .anyMatch(line -> line.contains("心情"))
                .first()
                .asString()
                .contains("90", "30", "10", "流失");
    }

    @Test
    void aPersonCanReadWhyThereIsNoFit() {
        LoyaltyValidation validation = validate(new double[] {.5, .5, .5, .5}, 1, 0, 1, 0);

        assertThat(validation.text(Language.ENGLISH))
                .contains("AUC 0.5000, rank correlation with leaving NaN\n")
                .endsWith("no fitted weights: column use is 0.5 for every customer; leave it out\n");
        assertThat(validation.text(Language.CHINESE)).contains("无拟合权重");
    }

    @Test
    void whatWasFoundDoesNotChange() {
        List<IndexFifth> fifths = new ArrayList<>(List.of(new IndexFifth(1, 20, 10, 0.125, 0.25)));
        LoyaltyValidation validation =
                new LoyaltyValidation(20, 10, 0, 0, 0.5, 0, fifths, 0, List.of(), Optional.of("too few"));

        fifths.clear();

        assertThat(validation.fifths()).hasSize(1);
    }
}
