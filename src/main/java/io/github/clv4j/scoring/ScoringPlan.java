package io.github.clv4j.scoring;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.value.CustomerLifetimeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final ChurnPlan churn;
    private final LoyaltyPlan loyalty;
    private final CutRules cuts;
    private final @Nullable String cutsBy;

    private ScoringPlan(Builder builder) {
        this.discountRate = require(builder.discountRate, "discountRate");
        this.timing = builder.timing;
        this.horizonColumn = builder.horizonColumn;
        this.horizon = builder.horizon;
        requireOneHorizon();
        this.profit = require(builder.profit, "profit");
        this.services = ImmutableList.copyOf(builder.services);
        this.churn = require(builder.churn, "churn");
        this.loyalty = builder.loyalty;
        requireChurnIfUsed();
        this.cuts = builder.cuts;
        this.cutsBy = builder.cutsBy;
        Require.distinct(services.stream().map(ServicePlan::name).toList(), "services");
        calculator(); // refuses a horizon without a value at this rate
        InputList.of(this); // refuses a column that is used as a group and as a number
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
        if ((horizon == null) == (horizonColumn == null)) {
            throw new IllegalArgumentException("plan must have either a horizon or a horizonColumn, but had "
                    + (horizon == null ? "neither" : "both"));
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
     * @param customers columns that hold the {@link #inputs()} and the {@link #outcome()}; others are ignored
     * @return the model and what there is to know about its fit
     * @throws IllegalArgumentException if a column is missing or of the wrong kind, or no customer can be used
     * @throws io.github.clv4j.retention.FitException if the churn model or an adoption model cannot be fitted
     */
    public ScoringFit fit(CustomerColumns customers) {
        return new PlanFit(this, customers).run();
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
     * The column of outcomes the churn model is fitted on.
     *
     * @return its name; empty where the churn probability is given
     */
    public Optional<String> outcome() {
        return churn instanceof ChurnPlan.Logistic logistic ? Optional.of(logistic.outcome()) : Optional.empty();
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
     * @return the horizon; empty where each customer has its own
     */
    public Optional<Horizon> horizon() {
        return Optional.ofNullable(horizon);
    }

    /**
     * The column of horizons, in periods of the discount rate.
     *
     * @return its name; empty where all customers have the same horizon
     */
    public Optional<String> horizonColumn() {
        return Optional.ofNullable(horizonColumn);
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
         * Sets one horizon for all customers. A plan needs this or a {@link #horizonColumn(String)}.
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
