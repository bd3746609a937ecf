package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionBudgetTest {

    /** Break-even spends 20, 15, 8 and 2, so gains 10, 10, 4 and -1 for costs 10, 5, 4 and 3: ratios 1, 2, 1. */
    private static final RetentionBudget FOUR = RetentionBudget.of(
            new double[] {0.4, 0.3, 0.2, 0.1}, new double[] {100, 100, 80, 40}, new double[] {10, 5, 4, 3}, 0.5);

    @Test
    void theBudgetGoesDownTheRankingAndEndsWithinACustomer() {
        BudgetSplit split = FOUR.split(12.5);

        assertThat(split.shares()).containsExactly(0.75, 1, 0, 0);
        assertThat(split.spent()).isEqualTo(12.5);
        assertThat(split.gain()).isEqualTo(17.5);
        assertThat(split.customers()).isEqualTo(2);
        assertThat(split.marginalReturn()).isEqualTo(1);
    }

    @Test
    void customersOfTheSameRankComeByTheirPlace() {
        assertThat(FOUR.split(7).shares()).containsExactly(0.2, 1, 0, 0);
        assertThat(FOUR.split(15).shares()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void whoeverCostsMoreThanTheyBringIsNeverContacted() {
        BudgetSplit split = FOUR.split(1000);

        assertThat(split.shares()).containsExactly(1, 1, 1, 0);
        assertThat(split.spent()).isEqualTo(19);
        assertThat(split.marginalReturn()).isZero();
        assertThat(FOUR.split(Double.POSITIVE_INFINITY).shares()).containsExactly(1, 1, 1, 0);
        assertThat(FOUR.plan(1000).chosen()).containsExactly(0, 1, 2);
    }

    @Test
    void thePlanPassesOverWhomTheRestCannotPayForAndSaysHowFarItMayBeFromTheBest() {
        BudgetPlan plan = FOUR.plan(12.5);

        assertThat(plan.chosen()).containsExactly(1, 2);
        assertThat(plan.spent()).isEqualTo(9);
        assertThat(plan.gain()).isEqualTo(14);
        assertThat(plan.bound()).isEqualTo(17.5);
        assertThat(plan.gap()).isEqualTo(3.5);
        assertThat(plan.isOptimal()).isFalse();
    }

    @Test
    void aPlanThatSpendsWhatTheSplitSpendsIsTheBest() {
        BudgetPlan plan = FOUR.plan(15);

        assertThat(plan.chosen()).containsExactly(0, 1);
        assertThat(plan.gap()).isZero();
        assertThat(plan.isOptimal()).isTrue();
    }

    /** A gain of 3 for 1 and one of 100 for 50: by their ranks alone the plan would gain 3. */
    @Test
    void oneLargeGainIsNotPassedOverForASmallOneOfHigherRank() {
        RetentionBudget budget =
                RetentionBudget.of(new double[] {1, 1}, new double[] {4, 150}, new double[] {1, 50}, 1);

        assertThat(budget.plan(50).chosen()).containsExactly(1);
        assertThat(budget.plan(51).chosen()).containsExactly(0, 1);
    }

    @Test
    void withoutAnyMoneyOnlyFreeContactsAreMade() {
        RetentionBudget budget = RetentionBudget.of(
                new double[] {0.5, 0.5, 0.5}, new double[] {10, 10, -10}, new double[] {-0.0, 1, 0}, 0.5);

        assertThat(budget.split(0).shares()).containsExactly(1, 0, 0);
        assertThat(budget.split(0).gain()).isEqualTo(2.5);
        assertThat(budget.split(0).marginalReturn()).isEqualTo(1.5);
        assertThat(budget.plan(0).chosen()).containsExactly(0);
        assertThat(budget.plan(0).isOptimal()).isTrue();
        assertThat(budget.plan(1).chosen()).containsExactly(0, 1);
    }

    @Test
    void whereNobodyIsWorthTheCostNothingIsSpent() {
        RetentionBudget budget = RetentionBudget.of(new double[] {0.1, 0.2}, new double[] {50, 50}, 10, 1);

        assertThat(budget.split(100).shares()).containsExactly(0, 0);
        assertThat(budget.split(100).spent()).isZero();
        assertThat(budget.plan(100).chosen()).isEmpty();
        assertThat(budget.plan(100).isOptimal()).isTrue();
    }

    /** A cost equal to the break-even spend gains nothing. */
    @Test
    void aGainOfZeroIsNoGain() {
        assertThat(RetentionBudget.of(new double[] {0.5}, new double[] {8}, 4, 1)
                        .split(100)
                        .customers())
                .isZero();
    }

    @Test
    void aNegativeEffectReachesNobodyWhateverIsAtStake() {
        RetentionBudget budget = RetentionBudget.of(new double[] {0.5, 0.9}, new double[] {100, -1000}, 0, -0.2);

        assertThat(budget.split(100).customers()).isZero();
        assertThat(budget.plan(100).chosen()).isEmpty();
    }

    @Test
    void anEmptyBaseSpendsNothing() {
        RetentionBudget nobody = RetentionBudget.of(new double[0], new double[0], new double[0], 0.3);

        assertThat(nobody.split(100).shares()).isEmpty();
        assertThat(nobody.split(100).spent()).isZero();
        assertThat(nobody.split(100).marginalReturn()).isZero();
        assertThat(nobody.plan(100).chosen()).isEmpty();
        assertThat(nobody.plan(100).isOptimal()).isTrue();
    }

    /** Divided by the cost, some gains that differ in the last digit are the same number. */
    @Test
    void atEqualCostsGainsThatDifferInTheLastDigitAreToldApart() {
        double cost = 0.375;
        int equalRatios = 0;
        double value = 3.875;
        for (int k = 0; k < 8; k++) {
            double more = Math.nextUp(value);
            equalRatios += (value - cost) / cost == (more - cost) / cost ? 1 : 0;
            RetentionBudget budget = RetentionBudget.of(new double[] {1, 1}, new double[] {value, more}, cost, 1);
            assertThat(budget.plan(cost).chosen()).containsExactly(1);
            assertThat(budget.split(cost).shares()).containsExactly(0, 1);
            value = more;
        }
        assertThat(equalRatios).isPositive();
    }

    @Test
    void threeTimesATenthIsMoreThanThreeTenths() {
        RetentionBudget budget = RetentionBudget.of(new double[] {1, 1, 1}, new double[] {9, 8, 7}, 0.1, 1);

        assertThat(budget.plan(0.3).chosen()).containsExactly(0, 1);
        assertThat(budget.plan(0.1 + 0.1 + 0.1).chosen()).containsExactly(0, 1, 2);
        assertThat(budget.split(0.3).spent()).isLessThanOrEqualTo(0.3);
        assertThat(budget.split(0.3).shares()[2]).isCloseTo(1, within(1e-12));
    }

    /** Each round of the plan takes a small one and passes over a large one that the rest has just become too small for. */
    @Test
    void aRankingThatIsGoneDownManyTimesStillKeepsTheBudget() {
        int pairs = 500;
        double[] cost = new double[2 * pairs];
        double[] value = new double[2 * pairs];
        double rest = 1000;
        for (int k = 0; k < pairs; k++) {
            cost[2 * k] = 1;
            cost[2 * k + 1] = rest;
            value[2 * k] = 1 + 2.0 * (pairs - k);
            value[2 * k + 1] = rest * (2.0 * (pairs - k));
            rest -= 1;
        }
        double[] churn = new double[2 * pairs];
        Arrays.fill(churn, 1);
        RetentionBudget budget = RetentionBudget.of(churn, value, cost, 1);

        BudgetPlan plan = budget.plan(1000);

        assertThat(plan.spent()).isEqualTo(1000);
        assertThat(plan.gain()).isBetween(plan.bound() / 2, plan.bound());
    }

    /** 1.0 - 0.8 is less than 0.2, but 0.8 + 0.2 is 1.0. */
    @Test
    void whatAllCostTogetherPaysForAll() {
        RetentionBudget budget =
                RetentionBudget.of(new double[] {1, 1}, new double[] {8, 0.4}, new double[] {0.8, 0.2}, 1);

        BudgetPlan plan = budget.plan(1.0);

        assertThat(plan.chosen()).containsExactly(0, 1);
        assertThat(plan.spent()).isEqualTo(1);
        assertThat(plan.gap()).isZero();
        assertThat(plan.isOptimal()).isTrue();
    }

    /** As before, with a third customer of lower rank who could have the fifth that rounding seems to leave too small. */
    @Test
    void theNextInTheRankingIsNotPassedOverForRounding() {
        RetentionBudget budget =
                RetentionBudget.of(new double[] {1, 1, 1}, new double[] {8, 1.4, 0.2}, new double[] {0.8, 0.2, 0.1}, 1);

        assertThat(budget.plan(1.0).chosen()).containsExactly(0, 1);
    }

    /**
     * Each customer of cost 1 leaves half a unit less than the next in the ranking costs. The lowest ranks, also of cost
     * 1, have the first places, and the rest pays for 100 of them.
     */
    @Test
    void aRankingWithManyWhoAreTooDearIsGoneDownToItsEnd() {
        int low = 300;
        int pairs = 400;
        int customers = low + 2 * pairs + 1;
        double[] cost = new double[customers];
        double[] rank = new double[customers];
        for (int i = 0; i < low; i++) {
            cost[i] = 1;
            rank[i] = 1;
        }
        for (int k = 0; k < pairs; k++) {
            cost[low + 2 * k] = 1;
            rank[low + 2 * k] = 2 - k / 1000.0;
            cost[low + 2 * k + 1] = 500 - (k + 1) + 0.5;
            rank[low + 2 * k + 1] = 2 - k / 1000.0 - 0.0005;
        }
        cost[customers - 1] = 500;
        rank[customers - 1] = 2.5;
        double[] churn = new double[customers];
        double[] value = new double[customers];
        Arrays.fill(churn, 1);
        Arrays.setAll(value, i -> cost[i] * (1 + rank[i]));

        BudgetPlan plan = RetentionBudget.of(churn, value, cost, 1).plan(1000);

        assertThat(plan.spent()).isEqualTo(1000);
        assertThat(plan.customers()).isEqualTo(1 + pairs + 100);
        assertThat(Arrays.stream(plan.chosen()).filter(i -> i < low)).hasSize(100);
    }

    /** The plain sum of the costs is far above their sum, and a tenth taken back hardly moves it. */
    @Test
    @Timeout(10)
    void aLargeBaseOfCostsThatRoundingHidesIsSplitInNoTime() {
        int customers = 160_000;
        double[] churn = new double[customers];
        double[] value = new double[customers];
        double[] cost = new double[customers];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < customers; i++) {
            churn[i] = 1;
            cost[i] = i % 2 == 0 ? 0.1 : 1e-14;
            value[i] = cost[i] * (i % 2 == 0 ? 3 + i * 1e-6 : 2 + i * 1e-9);
            sum = sum.add(new BigDecimal(cost[i]));
        }
        RetentionBudget budget = RetentionBudget.of(churn, value, cost, 1);
        for (double amount : new double[] {sum.doubleValue(), sum.doubleValue() - 1e-9, sum.doubleValue() / 2}) {
            BudgetPlan plan = budget.plan(amount);

            assertThat(plan.split().spent()).isLessThanOrEqualTo(amount).isCloseTo(amount, within(1e-6));
            assertThat(plan.spent()).isLessThanOrEqualTo(amount).isGreaterThan(amount - 0.11);
        }
    }

    /** Sixty customers of the lowest rank cost nothing that the sum could show; what is too much is a last digit of another. */
    @Test
    void manyTinyCustomersDoNotCostALargeOne() {
        double[] large = {4.3, 8.2, 8.1, 5.6};
        double[] cost = Arrays.copyOf(large, 64);
        double[] value = new double[64];
        double[] churn = new double[64];
        double best = 0;
        for (int i = 0; i < 64; i++) {
            churn[i] = 1;
            cost[i] = i < 4 ? large[i] : 1e-22;
            value[i] = i < 4 ? large[i] * (1 + Math.pow(2, 3 + 2 * i)) : 2.5e-22;
            best += i < 4 ? value[i] - large[i] : 0;
        }

        BudgetPlan plan = RetentionBudget.of(churn, value, cost, 1).plan(26.2);

        assertThat(plan.split().spent()).isLessThanOrEqualTo(26.2).isCloseTo(26.2, within(1e-14));
        assertThat(plan.bound()).isCloseTo(best, within(1e-12 * best));
    }

    @Test
    void aLargeBaseIsSplitAsASortedRankingSplitsIt() {
        Random random = new Random(3);
        int customers = 50_000;
        double[] churn = random.doubles(customers).toArray();
        double[] value = random.doubles(customers, 0, 200).toArray();
        double[] cost = random.ints(customers, 1, 2000)
                .asDoubleStream()
                .map(cents -> cents / 128)
                .toArray();
        double amount = 20_000;

        BudgetSplit split = RetentionBudget.of(churn, value, cost, 0.3).split(amount);
        BudgetPlan plan = RetentionBudget.of(churn, value, cost, 0.3).plan(amount);

        assertThat(split.gain()).isCloseTo(sortedGain(churn, value, cost, amount), within(1e-7));
        assertThat(split.spent()).isLessThanOrEqualTo(amount).isCloseTo(amount, within(1e-9));
        assertThat(plan.gap()).isBetween(0.0, 60.0);
        assertThat(plan.spent()).isLessThanOrEqualTo(amount);
    }

    private static double sortedGain(double[] churn, double[] value, double[] cost, double amount) {
        Integer[] ranking = new Integer[churn.length];
        Arrays.setAll(ranking, i -> i);
        Arrays.sort(
                ranking,
                (i, j) -> Double.compare(0.3 * churn[j] * value[j] / cost[j], 0.3 * churn[i] * value[i] / cost[i]));
        double rest = amount;
        double gain = 0;
        for (int i : ranking) {
            double own = 0.3 * churn[i] * value[i] - cost[i];
            double share = own > 0 ? Math.min(1, rest / cost[i]) : 0;
            rest -= share * cost[i];
            gain += share * own;
        }
        return gain;
    }

    @Test
    void whatIsHandedInOrOutMayBeWrittenTo() {
        double[] cost = {1, 1};
        RetentionBudget budget = RetentionBudget.of(new double[] {1, 1}, new double[] {5, 5}, cost, 1);
        BudgetSplit split = budget.split(2);
        BudgetPlan plan = budget.plan(2);
        cost[0] = 100;
        split.shares()[0] = 7;
        plan.chosen()[0] = 7;

        assertThat(split.shares()).containsExactly(1, 1);
        assertThat(plan.chosen()).containsExactly(0, 1);
        assertThat(budget.split(2).spent()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void aBudgetIsAtLeastZero(double amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.split(amount))
                .withMessage("amount must be at least 0, but was " + amount);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.plan(amount))
                .withMessage("amount must be at least 0, but was " + amount);
    }

    @Test
    void aBadCustomerIsNamedByPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[] {0, 1.1}, new double[2], 1, 0.5))
                .withMessage("churn[1] must be in [0, 1], but was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[] {0, Double.NaN}, new double[2], 1, 0.5))
                .withMessage("churn[1] must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[1], new double[] {Double.NaN}, 1, 0.5))
                .withMessage("value[0] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[2], new double[2], new double[] {0, -1}, 0.5))
                .withMessage("cost[1] must be in [0, Inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[2], new double[2], new double[] {0, Double.NaN}, 0.5))
                .withMessage("cost[1] must be in [0, Inf), but was NaN");
    }

    @Test
    void badSettingsAreRefusedEvenWithoutCustomers() {
        double[] none = {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(none, none, none, 1.5))
                .withMessage("effect must be in [-1, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(none, none, 0, Double.NaN))
                .withMessage("effect must be in [-1, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(none, none, Double.POSITIVE_INFINITY, 0.5))
                .withMessage("cost must be in [0, Inf), but was Infinity");
    }

    @Test
    void columnsHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[2], new double[1], 1, 0.5))
                .withMessage("value must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(new double[2], new double[2], new double[3], 0.5))
                .withMessage("cost must have length 2, but had 3");
    }

    @Test
    void gainsThatCannotBeAddedUpAreRefused() {
        double[] churn = {1, 1};
        double[] value = {Double.MAX_VALUE, Double.MAX_VALUE};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionBudget.of(churn, value, 1, 1))
                .withMessage("sum of E P V over those worth contacting must be finite, but was Infinity");
    }

    @Test
    void theSumsCanBeRead() {
        assertThat(FOUR).hasToString("RetentionBudget[customers=4, worthContacting=3]");
        assertThat(FOUR.split(12.5)).hasToString("BudgetSplit[customers=2, spent=12.5, gain=17.5, marginalReturn=1.0]");
        assertThat(FOUR.plan(12.5))
                .hasToString("BudgetPlan[customers=2, spent=9.0, gain=14.0, gap=3.5, optimal=false]");
    }
}
