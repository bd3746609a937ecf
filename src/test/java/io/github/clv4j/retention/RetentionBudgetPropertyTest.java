package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

class RetentionBudgetPropertyTest {

    private static final double ROUNDING = 1e-12;

    /** A base of customers; gains and the sum of costs from their definitions, one after the other. */
    record Base(List<double[]> rows, double effect) {

        double[] column(int place) {
            return rows.stream().mapToDouble(row -> row[place]).toArray();
        }

        RetentionBudget budget() {
            return RetentionBudget.of(column(0), column(1), column(2), effect);
        }

        double gain(int i) {
            double gain = effect * rows.get(i)[0] * rows.get(i)[1] - rows.get(i)[2];
            return effect < 0 ? Math.min(gain, 0) : gain;
        }

        double cost(int i) {
            return rows.get(i)[2];
        }

        int customers() {
            return rows.size();
        }

        double spent(double[] shares) {
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] * cost(i);
            }
            return sum;
        }

        double gained(double[] shares) {
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] * gain(i);
            }
            return sum;
        }

        /** Shares of 0 and 1 for the customers in a set of bits. */
        double[] whole(int bits) {
            return IntStream.range(0, customers())
                    .mapToDouble(i -> (bits >> i) & 1)
                    .toArray();
        }

        double[] whole(BudgetPlan plan) {
            double[] shares = new double[customers()];
            for (int i : plan.chosen()) {
                shares[i] = 1;
            }
            return shares;
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSplitIsTheOptimumOfTheLinearProgram(
            @ForAll("bases") Base base, @ForAll @DoubleRange(max = 60) @Scale(3) double amount) {
        BudgetSplit split = base.budget().split(amount);

        assertThat(split.gain()).isCloseTo(simplex(base, amount), within(1e-9));
        assertThat(base.gained(split.shares())).isCloseTo(split.gain(), within(ROUNDING * (1 + split.gain())));
    }

    private static double simplex(Base base, double amount) {
        double[] gains =
                IntStream.range(0, base.customers()).mapToDouble(base::gain).toArray();
        List<LinearConstraint> constraints = new ArrayList<>();
        constraints.add(new LinearConstraint(base.column(2), Relationship.LEQ, amount));
        for (int i = 0; i < gains.length; i++) {
            double[] one = new double[gains.length];
            one[i] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, 1));
        }
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(gains, 0),
                        new LinearConstraintSet(constraints),
                        new NonNegativeConstraint(true),
                        GoalType.MAXIMIZE)
                .getValue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void thePlanIsWithinItsGapOfTheBestOfAllPlansAndAtLeastHalfOfIt(
            @ForAll("bases") Base base, @ForAll @DoubleRange(max = 60) @Scale(3) double amount) {
        BudgetPlan plan = base.budget().plan(amount);
        double best = bestOfAllPlans(base, amount);

        assertThat(best).isBetween(plan.gain() - ROUNDING, plan.gain() + plan.gap() + ROUNDING);
        assertThat(plan.gain()).isGreaterThanOrEqualTo(best / 2 - ROUNDING);
        if (plan.isOptimal()) {
            assertThat(plan.gain()).isCloseTo(best, within(1e-9));
        }
    }

    /** Decimal costs, whose sums are rounded: what is affordable is what the plain sum says. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whereAllCostTheSameThePlanIsTheBest(
            @ForAll("bases") Base base,
            @ForAll @IntRange(max = 30) int tenths,
            @ForAll @IntRange(max = 120) int amountInTenths) {
        RetentionBudget budget = RetentionBudget.of(base.column(0), base.column(1), tenths * 0.1, base.effect());
        Base equal = new Base(
                base.rows().stream()
                        .map(row -> new double[] {row[0], row[1], tenths * 0.1})
                        .toList(),
                base.effect());
        double amount = amountInTenths * 0.1;

        BudgetPlan plan = budget.plan(amount);

        assertThat(plan.isOptimal()).isTrue();
        assertThat(plan.gain()).isCloseTo(bestOfAllPlans(equal, amount), within(ROUNDING));
    }

    private static double bestOfAllPlans(Base base, double amount) {
        double best = 0;
        for (int bits = 0; bits < 1 << base.customers(); bits++) {
            double[] shares = base.whole(bits);
            if (base.spent(shares) <= amount) {
                best = Math.max(best, base.gained(shares));
            }
        }
        return best;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void neitherExceedsTheBudgetInThePlainSum(@ForAll("awkward") Base base, @ForAll("amounts") double amount) {
        BudgetSplit split = base.budget().split(amount);
        BudgetPlan plan = base.budget().plan(amount);

        assertThat(split.spent()).isLessThanOrEqualTo(amount).isEqualTo(base.spent(split.shares()));
        assertThat(plan.spent()).isLessThanOrEqualTo(amount).isEqualTo(base.spent(base.whole(plan)));
    }

    /** Up to rounding, and to what does not fit into a double: a gain of 1e30 for 1e-300. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyGainsAreChosenAndFreeGainsAlways(@ForAll("awkward") Base base, @ForAll("amounts") double amount) {
        double[] shares = base.budget().split(amount).shares();
        double[] chosen = base.whole(base.budget().plan(amount));

        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).isBetween(0.0, base.gain(i) > 0 ? 1.0 : 0.0);
            assertThat(chosen[i]).isBetween(0.0, base.gain(i) > 0 ? 1.0 : 0.0);
            if (base.cost(i) == 0 && base.gain(i) > 0) {
                assertThat(shares[i]).isEqualTo(1);
                assertThat(chosen[i]).isEqualTo(1);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void atMostOneCustomerIsContactedInPart(@ForAll("bases") Base base, @ForAll("amounts") double amount) {
        BudgetSplit split = base.budget().split(amount);

        assertThat(Arrays.stream(split.shares()).filter(x -> x > 0 && x < 1).count())
                .isLessThanOrEqualTo(1);
        assertThat(split.customers()).isEqualTo((int)
                Arrays.stream(split.shares()).filter(x -> x > 0).count());
    }

    /** By the plain sum, whatever its rounding. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void nobodyCanBeAddedToThePlanWithoutExceedingTheBudget(
            @ForAll("allKinds") Base base,
            @ForAll("amounts") double someAmount,
            @ForAll @IntRange(max = 2047) int some) {
        for (double amount : new double[] {someAmount, base.spent(base.whole(some))}) {
            BudgetPlan plan = base.budget().plan(amount);
            double[] chosen = base.whole(plan);

            assertThat(plan.chosen()).isSorted().doesNotHaveDuplicates().hasSize(plan.customers());
            assertThat(base.spent(chosen)).isLessThanOrEqualTo(amount);
            for (int i = 0; i < chosen.length; i++) {
                if (base.gain(i) > 0 && chosen[i] == 0) {
                    double[] more = chosen.clone();
                    more[i] = 1;
                    assertThat(base.spent(more)).isGreaterThan(amount);
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whoeverIsWorthContactingIsContactedWhereTheBudgetIsWhatTheyAllCost(@ForAll("allKinds") Base base) {
        double[] all = IntStream.range(0, base.customers())
                .mapToDouble(i -> base.gain(i) > 0 ? 1 : 0)
                .toArray();

        BudgetPlan plan = base.budget().plan(base.spent(all));

        assertThat(base.whole(plan)).isEqualTo(all);
        assertThat(plan.split().shares()).isEqualTo(all);
        assertThat(plan.gap()).isZero();
        assertThat(plan.isOptimal()).isTrue();
    }

    /** Without any rounding: the ranking by fractions, the sums in decimals of any length. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theSplitGainsWhatExactArithmeticGains(
            @ForAll("decimal") Base base,
            @ForAll @IntRange(max = 3000) int cents,
            @ForAll @IntRange(max = 2047) int some) {
        for (double amount : new double[] {cents / 100.0, base.spent(base.whole(some))}) {
            double best = exactGain(base, amount);

            assertThat(base.budget().split(amount).gain()).isCloseTo(best, within(ROUNDING * best));
        }
    }

    private static double exactGain(Base base, double amount) {
        int[] ranking = IntStream.range(0, base.customers())
                .filter(i -> base.gain(i) > 0)
                .boxed()
                .sorted((i, j) -> new BigDecimal(base.gain(j))
                        .multiply(new BigDecimal(base.cost(i)))
                        .compareTo(new BigDecimal(base.gain(i)).multiply(new BigDecimal(base.cost(j)))))
                .mapToInt(Integer::intValue)
                .toArray();
        BigDecimal rest = new BigDecimal(amount);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i : ranking) {
            BigDecimal cost = new BigDecimal(base.cost(i));
            BigDecimal gain = new BigDecimal(base.gain(i));
            boolean isPaidFor = cost.compareTo(rest) <= 0;
            sum = sum.add(isPaidFor ? gain : gain.multiply(rest).divide(cost, MathContext.DECIMAL128));
            rest = isPaidFor ? rest.subtract(cost) : BigDecimal.ZERO;
        }
        return sum.doubleValue();
    }

    /** The gain is concave in the budget, and the marginal return is its slope to the right. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theMarginalReturnIsWhatTheNextMoneyBrings(
            @ForAll("bases") Base base,
            @ForAll @IntRange(max = 240) int quarters,
            @ForAll @IntRange(max = 40) int more) {
        RetentionBudget budget = base.budget();
        BudgetSplit now = budget.split(quarters / 4.0);
        BudgetSplit then = budget.split((quarters + more) / 4.0);
        double added = then.gain() - now.gain();
        double money = then.spent() - now.spent();

        assertThat(added).isBetween(then.marginalReturn() * money - 1e-9, now.marginalReturn() * money + 1e-9);
        assertThat(money).isCloseTo(now.marginalReturn() == 0 ? 0 : Math.min(more / 4.0, money), within(1e-9));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheCustomersDoesNotChangeTheGain(
            @ForAll("bases") Base base,
            @ForAll @IntRange(max = 240) int quarters,
            @ForAll @IntRange(max = 11) int turn) {
        List<double[]> rows = new ArrayList<>(base.rows());
        java.util.Collections.rotate(rows, turn);
        Base turned = new Base(rows, base.effect());

        assertThat(turned.budget().split(quarters / 4.0).gain())
                .isCloseTo(base.budget().split(quarters / 4.0).gain(), within(ROUNDING));
    }

    @Provide
    Arbitrary<Base> bases() {
        return bases(Arbitraries.integers().between(0, 40).map(quarters -> quarters / 4.0), 100);
    }

    /** Costs in cents, and some too small to be seen beside them. */
    @Provide
    Arbitrary<Base> decimal() {
        return bases(
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(0, 999).map(cents -> cents / 100.0)),
                        Tuple.of(1, Arbitraries.of(1e-22, 3e-18, 1e-16, 7e-15, 1e-12))),
                100);
    }

    @Provide
    Arbitrary<Base> allKinds() {
        return Arbitraries.oneOf(bases(), decimal(), awkward());
    }

    /** Costs whose sums are rounded, free contacts, and costs that differ by hundreds of orders of magnitude. */
    @Provide
    Arbitrary<Base> awkward() {
        return bases(
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 50).map(tenths -> tenths * 0.1),
                        Arbitraries.doubles().between(0, 5),
                        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, 1e-300, 1e-17, 1e16, 1e30)),
                1e31);
    }

    private static Arbitrary<Base> bases(Arbitrary<Double> costs, double largestValue) {
        Arbitrary<Double> churn = Arbitraries.integers().between(0, 16).map(n -> n / 16.0);
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.integers().between(-10, 100).map(Integer::doubleValue),
                Arbitraries.doubles().between(-10, 100),
                Arbitraries.just(largestValue));
        Arbitrary<double[]> row = Combinators.combine(churn, value, costs).as((p, v, c) -> new double[] {p, v, c});
        Arbitrary<Double> effect = Arbitraries.of(0.5, 0.5, 0.25, 0.3, 1.0, 0.0, -0.5, -1.0);
        return Combinators.combine(row.list().ofMinSize(1).ofMaxSize(11), effect)
                .as(Base::new);
    }

    @Provide
    Arbitrary<Double> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 200).map(tenths -> tenths * 0.1),
                Arbitraries.doubles().between(0, 60),
                Arbitraries.of(0.0, 1e-300, 1e16, 1e17, 1e31, Double.MAX_VALUE, Double.POSITIVE_INFINITY));
    }
}
