package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** The lifetime distributions with few parameters. Immutable and thread-safe. */
public enum LifetimeModel {
    /** {@link GeometricLifetime}. */
    GEOMETRIC("geometric", "几何", 1),
    /** {@link ShiftedBetaGeometric}. */
    SHIFTED_BETA_GEOMETRIC("shifted beta geometric", "移位贝塔几何", 2),
    /** {@link DiscreteWeibull}. */
    DISCRETE_WEIBULL("discrete Weibull", "离散威布尔", 2),
    /** {@link BetaDiscreteWeibull}. */
    BETA_DISCRETE_WEIBULL("beta discrete Weibull", "贝塔离散威布尔", 3),
    /** {@link ExponentialLifetime}. */
    EXPONENTIAL("exponential", "指数", 1),
    /** {@link WeibullLifetime}. */
    WEIBULL("Weibull", "威布尔", 2);

    private final String english;
    private final String chinese;
    private final int parameters;

    LifetimeModel(String english, String chinese, int parameters) {
        this.english = english;
        this.chinese = chinese;
        this.parameters = parameters;
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
     * @param tenures how long customers were watched, and who of them left; whole periods for all models but the
     *     exponential and the Weibull
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
}
