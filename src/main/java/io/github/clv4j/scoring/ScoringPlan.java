package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import io.github.clv4j.segment.CutPasses;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to score and what to learn for it: where the profit, the services and the churn probability of a customer come
 * from, what its loyalty is, how far ahead to count, and how to cut the axes. Whatever must be learned from many customers is
 * a rule here and becomes a number in the {@link ScoringModel} that {@link #fit(CustomerColumns)} gives.
 *
 * <p>By default payments fall at the end of a period, there are no services, loyalty is the retention probability, and each
 * axis is cut at its median.
 *
 * <p>Immutable and thread-safe.
 */
public final class ScoringPlan {

    private final DiscountRate discountRate;
    private final CashFlowTiming timing;
    private final @Nullable Horizon horizon;
    private final @Nullable String horizonColumn;
    private final String profit;
    private final ImmutableList<ServicePlan> services;
    private final @Nullable SurvivalPlan survival;
    private final boolean weightedBySurvival;
    private final @Nullable Horizon expectedLifetimeAtMost;
    private final ChurnPlan churn;
    private final LoyaltyPlan loyalty;
    private final CutRules cuts;
    private final @Nullable String cutsBy;

    private ScoringPlan(Builder builder) {
        this.discountRate = require(builder.discountRate, "discountRate");
        this.timing = builder.timing;
        this.horizonColumn = builder.horizonColumn;
        this.horizon = builder.horizon;
        this.expectedLifetimeAtMost = builder.expectedLifetimeAtMost;
        requireOneHorizon();
        this.profit = require(builder.profit, "profit");
        this.services = ImmutableList.copyOf(builder.services);
        this.churn = require(builder.churn, "churn");
        this.loyalty = builder.loyalty;
        requireChurnIfUsed();
        this.survival = builder.survival;
        this.weightedBySurvival = builder.weightedBySurvival;
        requireSurvivalIfUsed();
        this.cuts = builder.cuts;
        this.cutsBy = builder.cutsBy;
        Require.distinct(services.stream().map(ServicePlan::name).toList(), "services");
        calculator(); // refuses a horizon without a value at this rate
        requireNumbersToFit(InputList.of(this)); // which refuses a column that is used as a group and as a number
    }

    private void requireNumbersToFit(InputList inputs) {
        for (ModelInput input : inputs.all()) {
            if (input.isGroup() && fitColumns().contains(input.name())) {
                throw new IllegalArgumentException(
                        "column " + input.name() + " must be either a group or a number, but the plan uses it as both");
            }
        }
    }

    private void requireChurnIfUsed() {
        boolean used = !(loyalty instanceof LoyaltyPlan.Index index
                && index.retentionShare() == 0
                && index.withoutIndex() == LoyaltyPlan.WithoutIndex.FAIL);
        if (used && churn instanceof ChurnPlan.None) {
            throw new IllegalArgumentException(
                    "plan must have a churn probability, as its loyalty takes the retention probability, but had none");
        }
    }

    private void requireOneHorizon() {
        List<String> horizons = Stream.of(
                        horizon == null ? "" : "a horizon",
                        horizonColumn == null ? "" : "a horizonColumn",
                        expectedLifetimeAtMost == null ? "" : "the expected lifetime as its horizon")
                .filter(text -> !text.isEmpty())
                .toList();
        if (horizons.size() != 1) {
            throw new IllegalArgumentException(
                    "plan must have one of a horizon, a horizonColumn or the expected lifetime as its horizon, but had "
                            + (horizons.isEmpty() ? "none" : String.join(" and ", horizons)));
        }
    }

    private void requireSurvivalIfUsed() {
        boolean used = weightedBySurvival || expectedLifetimeAtMost != null || churn instanceof ChurnPlan.Survival;
        if (used && survival == null) {
            throw new IllegalArgumentException(
                    "plan must have survival curves, as its churn probability, weights or horizon come from them, but had"
                            + " none");
        }
        if (!used && survival != null) {
            throw new IllegalArgumentException("plan must use its survival curves for the churn probability, as weights"
                    + " of profits or for the horizon, but did not");
        }
        if (weightedBySurvival && expectedLifetimeAtMost != null) {
            throw new IllegalArgumentException("plan must either weight profits by survival or count them over the"
                    + " expected lifetime, but does both, which counts leaving twice");
        }
    }

    /** The calculator of the customers' value, as far as it is the same for all: their horizon may not be. */
    CustomerLifetimeValue calculator() {
        return CustomerLifetimeValue.of(discountRate, horizon().orElse(Horizon.ofPeriods(0)))
                .withTiming(timing);
    }

    private static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("plan must have a " + name + ", but had none");
        }
        return value;
    }

    /**
     * Starts a plan.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Fits the plan to customers.
     *
     * <p>Customers who cannot be scored (an input missing, infinite or out of range) are left out and reported. Customers
     * whose outcome is missing are left out of the churn model only.
     *
     * @param customers columns that hold the {@link #inputs()} and the {@link #fitColumns()}; others are ignored
     * @return the model and what there is to know about its fit
     * @throws IllegalArgumentException if a column is missing or of the wrong kind, or no customer can be used
     * @throws io.github.clv4j.retention.FitException if the churn model or an adoption model cannot be fitted
     */
    public ScoringFit fit(CustomerColumns customers) {
        return PlanFit.of(this, customers).run();
    }

    /**
     * Fits the plan to customers who come in chunks, of whom there may be more than fit in memory. The fit is that of {@link
     * #fit(CustomerColumns)} to all of them at once, bit for bit, however they are cut into chunks.
     *
     * <p>They are read once for the groups, the shares and the columns kept, and then scored in as many readings as {@link
     * CutPasses} takes for the cuts: four in all as a rule, two where all cuts are fixed. Whatever is counted or ordered takes a
     * memory that does not depend on how many they are. What needs customers all at once keeps only the columns it needs, of the
     * customers who can be used: those of churn and adoption models, of survival curves and of scales fitted to data take 8 bytes a
     * customer for a number and 12 for a group, and about as much again while they are fitted; a natural break 8 bytes, three times
     * that while it sorts. If that is too much, fit these on a sample. Besides, there is a {@link RowFailure} for each customer left
     * out.
     *
     * <p>To stop a fit, throw an exception out of the chunks: it comes out of this method.
     *
     * @param chunks chunks of columns that hold the {@link #inputs()} and the {@link #fitColumns()}; others are ignored
     * @return the model and what there is to know about its fit; rows are counted over all chunks
     * @throws IllegalArgumentException if a column is missing or of the wrong kind, no customer can be used, there are more than
     *     2,147,483,647 customers, or they are found to be others at a later reading
     * @throws io.github.clv4j.retention.FitException if the churn model or an adoption model cannot be fitted
     */
    public ScoringFit fit(CustomerChunks chunks) {
        return PlanFit.of(this, chunks).run();
    }

    /**
     * Fits the churn model alone, on the customers {@link #fit} would fit it on.
     *
     * @param customers columns that hold the {@link #inputs()} and the {@link #fitColumns()}; others are ignored
     * @return the churn model and how good it is
     * @throws IllegalArgumentException if the plan has no churn model to be fitted, a column is missing or of the wrong kind, or
     *     no customer can be used
     * @throws io.github.clv4j.retention.FitException if the churn model cannot be fitted
     */
    public ChurnFit fitChurn(CustomerColumns customers) {
        return PlanFit.of(this, customers).runChurn();
    }

    /**
     * The same plan with another holdout for its churn model.
     *
     * @param holdout whom to judge the churn model on; empty for nobody
     * @return a new plan
     * @throws IllegalArgumentException if the plan has no churn model to be fitted, or one that is recalibrated on the customers
     *     held out would have none, or the holdout is by a column that the plan uses otherwise
     */
    public ScoringPlan withHoldout(Optional<HoldoutPlan> holdout) {
        if (!(churn instanceof ChurnPlan.Logistic logistic)) {
            throw new IllegalArgumentException(
                    "plan must have a logistic churn model to be fitted, but its churn probability comes from elsewhere");
        }
        Builder builder = builder()
                .discountRate(discountRate)
                .timing(timing)
                .profit(profit)
                .churn(logistic.withHoldout(holdout))
                .loyalty(loyalty)
                .cuts(cuts);
        horizon().ifPresent(builder::horizon);
        horizonColumn().ifPresent(builder::horizonColumn);
        services.forEach(builder::service);
        cutsBy().ifPresent(builder::cutsBy);
        return builder.build();
    }

    /**
     * The inputs of the model this plan will give.
     *
     * @return the inputs in their order; the groups of group inputs are not yet known
     */
    public List<ModelInput> inputs() {
        return InputList.of(this).all();
    }

    /**
     * The column of outcomes that says who left.
     *
     * @return its name, that of the churn model before that of the survival curves; empty where neither is fitted
     */
    public Optional<String> outcome() {
        return outcomes().stream().findFirst();
    }

    /** The columns of outcomes: that of the churn model before that of the survival curves, each once. */
    List<String> outcomes() {
        Stream<String> ofChurn =
                churn instanceof ChurnPlan.Logistic logistic ? Stream.of(logistic.outcome()) : Stream.empty();
        return Stream.concat(ofChurn, survival().stream().map(SurvivalPlan::left))
                .distinct()
                .toList();
    }

    /**
     * The columns a fit needs besides the {@link #inputs()}, and a fitted model does not: the outcomes, and what decides which
     * customers are held out.
     *
     * @return their names in their order, each once
     */
    public List<String> fitColumns() {
        Stream<String> ofChurn =
                churn instanceof ChurnPlan.Logistic logistic ? logistic.fitColumns().stream() : Stream.empty();
        return Stream.concat(ofChurn, survival().stream().map(SurvivalPlan::left))
                .distinct()
                .toList();
    }

    /**
     * The discount rate.
     *
     * @return the rate; its period is the period of the profits
     */
    public DiscountRate discountRate() {
        return discountRate;
    }

    /**
     * When in its period a payment falls due.
     *
     * @return the timing
     */
    public CashFlowTiming timing() {
        return timing;
    }

    /**
     * The horizon of all customers.
     *
     * @return the horizon; empty where each customer has its own, from a column or from a survival curve
     */
    public Optional<Horizon> horizon() {
        return Optional.ofNullable(horizon);
    }

    /**
     * The column of horizons, in periods of the discount rate.
     *
     * @return its name; empty where the horizon does not come from a column
     */
    public Optional<String> horizonColumn() {
        return Optional.ofNullable(horizonColumn);
    }

    /**
     * The limit of horizons that are the expected residual lifetimes of the customers.
     *
     * @return the limit; empty where the horizon comes from elsewhere
     */
    public Optional<Horizon> expectedLifetimeAtMost() {
        return Optional.ofNullable(expectedLifetimeAtMost);
    }

    /**
     * Whether profits are weighted by the probability that the customer is still there.
     *
     * @return whether they are
     */
    public boolean isWeightedBySurvival() {
        return weightedBySurvival;
    }

    /**
     * How long customers stay.
     *
     * @return the survival plan; empty where nothing asks for it
     */
    public Optional<SurvivalPlan> survival() {
        return Optional.ofNullable(survival);
    }

    /**
     * The column of profits per period.
     *
     * @return its name
     */
    public String profit() {
        return profit;
    }

    /**
     * The services that make up the potential value.
     *
     * @return the services in their order
     */
    public List<ServicePlan> services() {
        return services;
    }

    /**
     * Where the churn probability comes from.
     *
     * @return the churn plan
     */
    public ChurnPlan churn() {
        return churn;
    }

    /**
     * What the loyalty axis is.
     *
     * @return the loyalty plan
     */
    public LoyaltyPlan loyalty() {
        return loyalty;
    }

    /**
     * How the axes are cut.
     *
     * @return the cut rules
     */
    public CutRules cuts() {
        return cuts;
    }

    /**
     * The column of groups that are cut apart.
     *
     * @return its name; empty where all customers have the same cuts
     */
    public Optional<String> cutsBy() {
        return Optional.ofNullable(cutsBy);
    }

    /** Collects the parts of a plan. Not thread-safe. */
    public static final class Builder {

        private @Nullable DiscountRate discountRate;
        private CashFlowTiming timing = CashFlowTiming.END_OF_PERIOD;
        private @Nullable Horizon horizon;
        private @Nullable String horizonColumn;
        private @Nullable String profit;
        private final List<ServicePlan> services = new ArrayList<>();
        private @Nullable SurvivalPlan survival;
        private boolean weightedBySurvival;
        private @Nullable Horizon expectedLifetimeAtMost;
        private @Nullable ChurnPlan churn;
        private LoyaltyPlan loyalty = LoyaltyPlan.retention();
        private CutRules cuts = CutRules.medians();
        private @Nullable String cutsBy;

        private Builder() {}

        /**
         * Sets the discount rate, which every plan needs.
         *
         * @param rate the rate; its period is the period of the profits
         * @return this builder
         */
        public Builder discountRate(DiscountRate rate) {
            discountRate = rate;
            return this;
        }

        /**
         * Sets when in its period a payment falls due.
         *
         * @param value the timing, at the end of the period by default
         * @return this builder
         */
        public Builder timing(CashFlowTiming value) {
            timing = value;
            return this;
        }

        /**
         * Sets one horizon for all customers. A plan needs this, a {@link #horizonColumn(String)} or the {@link
         * #horizonOfExpectedLifetime(Horizon) expected lifetime}.
         *
         * @param value the expected lifetime in periods of the rate
         * @return this builder
         */
        public Builder horizon(Horizon value) {
            horizon = value;
            return this;
        }

        /**
         * Takes the horizon of each customer from a column.
         *
         * @param column the name of the column of numbers of periods
         * @return this builder
         */
        public Builder horizonColumn(String column) {
            horizonColumn = Require.notBlank(column, "horizon column");
            return this;
        }

        /**
         * Takes as the horizon of each customer the lifetime its survival curve still expects at its tenure.
         *
         * <p>The annuity over the expected lifetime is more than the expected annuity over the lifetime, as a payment far
         * ahead is worth less; {@link #weightedBySurvival()} does not have that bias.
         *
         * @param atMost a limit of the lifetime; a customer is expected to be there so many periods of those within the limit
         * @return this builder
         */
        public Builder horizonOfExpectedLifetime(Horizon atMost) {
            expectedLifetimeAtMost = atMost;
            return this;
        }

        /**
         * Sets how long customers stay, for a churn plan {@link ChurnPlan#survival(double)}, {@link #weightedBySurvival()} or
         * {@link #horizonOfExpectedLifetime(Horizon)}.
         *
         * @param plan the survival plan
         * @return this builder
         */
        public Builder survival(SurvivalPlan plan) {
            survival = plan;
            return this;
        }

        /**
         * Weights the profit of each period by the probability that a customer of this tenure and group is still there, {@code
         * S(tenure + t) / S(tenure)}. Profits stated as present values are not weighted.
         *
         * @return this builder
         */
        public Builder weightedBySurvival() {
            weightedBySurvival = true;
            return this;
        }

        /**
         * Names the column of profits, which every plan needs.
         *
         * @param column the name of the column of profits per period of the rate
         * @return this builder
         */
        public Builder profit(String column) {
            profit = Require.notBlank(column, "profit column");
            return this;
        }

        /**
         * Adds a service to the potential value.
         *
         * @param service the service
         * @return this builder
         */
        public Builder service(ServicePlan service) {
            services.add(service);
            return this;
        }

        /**
         * Sets where the churn probability comes from, which every plan needs.
         *
         * @param plan the churn plan
         * @return this builder
         */
        public Builder churn(ChurnPlan plan) {
            churn = plan;
            return this;
        }

        /**
         * Sets what the loyalty axis is.
         *
         * @param plan the loyalty plan, the retention probability by default
         * @return this builder
         */
        public Builder loyalty(LoyaltyPlan plan) {
            loyalty = plan;
            return this;
        }

        /**
         * Sets how the axes are cut.
         *
         * @param rules the cut rules, medians by default
         * @return this builder
         */
        public Builder cuts(CutRules rules) {
            cuts = rules;
            return this;
        }

        /**
         * Cuts the axes within each group of customers, so that high means high among their like: prepaid and postpaid customers
         * apart. A customer of a group that was not there at the fit gets no score.
         *
         * @param column the name of the column of groups
         * @return this builder
         */
        public Builder cutsBy(String column) {
            cutsBy = Require.notBlank(column, "column of groups to cut by");
            return this;
        }

        /**
         * The plan collected.
         *
         * @return an immutable plan
         * @throws IllegalArgumentException if a needed part is missing, two parts contradict each other, or the horizon has
         *     no finite value at the discount rate
         */
        public ScoringPlan build() {
            return new ScoringPlan(this);
        }
    }
}
