package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.SurvivalTable;
import io.github.clv4j.timevalue.Horizon;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How long each customer still stays, by its tenure and group.
 *
 * @param name the name of the tenure
 * @param tenure its place among the inputs
 * @param group the place of the group, or the constant 0
 * @param names the names of the groups in the order of their codes; none where all have the same distribution
 * @param lifetimes the distributions in the same order
 */
record SurvivalScorer(
        String name,
        int tenure,
        Slot group,
        ImmutableList<String> names,
        ImmutableList<LifetimeDistribution> lifetimes) {

    static SurvivalScorer of(SurvivalPlan plan, SurvivalTable table, InputList inputs) {
        int tenure = inputs.indexOf(plan.tenure());
        if (plan.by().isEmpty()) {
            return new SurvivalScorer(
                    plan.tenure(),
                    tenure,
                    Slot.ZERO,
                    ImmutableList.of(),
                    ImmutableList.of(table.forAll().orElseThrow()));
        }
        int group = inputs.indexOf(plan.by().get());
        ImmutableList<String> names = ImmutableList.copyOf(inputs.get(group).groups());
        return new SurvivalScorer(
                plan.tenure(),
                tenure,
                new Slot.Input(group),
                names,
                names.stream()
                        .map(known -> Objects.requireNonNull(table.byGroup().get(known)))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Whether the tenure and the group of a customer can be used. */
    boolean isKnown(double[] customer) {
        return isKnown(group.of(customer), customer[tenure]);
    }

    private static boolean isKnown(double code, double tenure) {
        return code >= 0 && tenure >= 0 && tenure < Double.POSITIVE_INFINITY;
    }

    /** The tenure of a customer in completed periods: what was asked of one age need not be computed again. */
    double age(double[] customer) {
        return StrictMath.floor(customer[tenure]);
    }

    /** What is left of the lifetime of a customer; throws where nothing is known of customers so old. */
    LifetimeDistribution residual(double[] customer) {
        try {
            return residual((int) group.of(customer), age(customer));
        } catch (IllegalArgumentException e) {
            InvalidInputException refusal = new InvalidInputException(
                    name, Double.toString(customer[tenure]), "must be a tenure that the survival curve reaches");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private LifetimeDistribution residual(int code, double age) {
        return lifetimes.get(code).residual(age);
    }

    /** The group of a customer; empty where all have the same distribution. */
    Optional<String> groupName(double[] customer) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get((int) group.of(customer)));
    }

    /** How long a customer is expected to stay within a horizon. */
    ExpectedStay stay(double[] customer, Horizon horizon, boolean weighted) {
        return new ExpectedStay(residual(customer).expectedLifetime(horizon), horizon.periods(), weighted);
    }

    /** The distribution of the whole lifetime of customers like this one. */
    LifetimeDistribution lifetime(double[] customer) {
        return lifetimes.get((int) group.of(customer));
    }

    /**
     * Writes something that depends on the residual lifetime only, for the customers of a block: computed once for each
     * group and age, NaN where the inputs cannot be used or the computation refuses.
     */
    void score(Block block, AgeMemo memo, ToDoubleFunction<LifetimeDistribution> computation, double[] out) {
        double[] tenures = block.inputs[tenure];
        double[] codes = group.column(block);
        for (int i = block.from; i < block.to; i++) {
            out[i] = isKnown(codes[i], tenures[i])
                    ? remembered(memo, (int) codes[i], StrictMath.floor(tenures[i]), computation)
                    : Double.NaN;
        }
    }

    private double remembered(AgeMemo memo, int code, double age, ToDoubleFunction<LifetimeDistribution> computation) {
        double value = memo.get(code, age);
        if (value == AgeMemo.UNKNOWN) {
            value = orNaN(code, age, computation);
            memo.put(code, age, value);
        }
        return value;
    }

    private double orNaN(int code, double age, ToDoubleFunction<LifetimeDistribution> computation) {
        try {
            return computation.applyAsDouble(residual(code, age));
        } catch (IllegalArgumentException refused) {
            return Double.NaN;
        }
    }
}
