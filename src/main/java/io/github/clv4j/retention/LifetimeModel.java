package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** The lifetime distributions with few parameters. Immutable and thread-safe. */
public enum LifetimeModel {
    /** {@link GeometricLifetime}. */
    GEOMETRIC("geometric", "几何", 1, true),
    /** {@link ShiftedBetaGeometric}. */
    SHIFTED_BETA_GEOMETRIC("shifted beta geometric", "移位贝塔几何", 2, true),
    /** {@link DiscreteWeibull}. */
    DISCRETE_WEIBULL("discrete Weibull", "离散威布尔", 2, true),
    /** {@link BetaDiscreteWeibull}. */
    BETA_DISCRETE_WEIBULL("beta discrete Weibull", "贝塔离散威布尔", 3, true),
    /** {@link ExponentialLifetime}. */
    EXPONENTIAL("exponential", "指数", 1, false),
    /** {@link WeibullLifetime}. */
    WEIBULL("Weibull", "威布尔", 2, false);

    private final String english;
    private final String chinese;
    private final int parameters;
    private final boolean wholePeriods;

    LifetimeModel(String english, String chinese, int parameters, boolean wholePeriods) {
        this.english = english;
        this.chinese = chinese;
        this.parameters = parameters;
        this.wholePeriods = wholePeriods;
    }

    /** The model of a distribution that was fitted. */
    static LifetimeModel of(LifetimeDistribution distribution) {
        if (distribution instanceof GeometricLifetime) {
            return GEOMETRIC;
        }
        if (distribution instanceof ShiftedBetaGeometric) {
            return SHIFTED_BETA_GEOMETRIC;
        }
        if (distribution instanceof DiscreteWeibull) {
            return DISCRETE_WEIBULL;
        }
        if (distribution instanceof BetaDiscreteWeibull) {
            return BETA_DISCRETE_WEIBULL;
        }
        return distribution instanceof ExponentialLifetime ? EXPONENTIAL : WEIBULL;
    }

    /**
     * Fits this model.
     *
     * @param tenures how long customers were watched, and who of them left; whole periods where the model {@linkplain
     *     #isInWholePeriods() is in such}
     * @return the fit
     * @throws FitException if there is no estimate
     * @throws IllegalArgumentException if the tenures cannot be of this model
     */
    public LifetimeFit<?> fit(ObservedTenures tenures) {
        return switch (this) {
            case GEOMETRIC -> LifetimeFits.geometric(CohortTable.ofTenures(tenures));
            case SHIFTED_BETA_GEOMETRIC -> LifetimeFits.shiftedBetaGeometric(CohortTable.ofTenures(tenures));
            case DISCRETE_WEIBULL -> LifetimeFits.discreteWeibull(CohortTable.ofTenures(tenures));
            case BETA_DISCRETE_WEIBULL -> LifetimeFits.betaDiscreteWeibull(CohortTable.ofTenures(tenures));
            case EXPONENTIAL -> LifetimeFits.exponential(tenures);
            case WEIBULL -> LifetimeFits.weibull(tenures);
        };
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /**
     * How many parameters it has.
     *
     * @return their number
     */
    public int parameters() {
        return parameters;
    }

    /**
     * Whether customers leave at the end of whole periods only.
     *
     * @return true for the models fitted on a {@link CohortTable}, false for those fitted on {@link ObservedTenures}
     */
    public boolean isInWholePeriods() {
        return wholePeriods;
    }
}
