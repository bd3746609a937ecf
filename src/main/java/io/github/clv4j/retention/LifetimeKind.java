package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/** The kinds of lifetime distributions that can be fitted on observed tenures. Immutable and thread-safe. */
public enum LifetimeKind {
    /** The observed steps themselves. */
    KAPLAN_MEIER("Kaplan-Meier curve", "Kaplan-Meier 曲线"),
    /** The same retention rate in every period. */
    GEOMETRIC("geometric", "几何分布");

    private final String english;
    private final String chinese;

    LifetimeKind(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * Fits a distribution of this kind.
     *
     * @param tenures how long customers were watched, and who of them left
     * @return the distribution, known at all times
     * @throws FitException if there is no estimate
     * @throws IllegalArgumentException if the tenures cannot be of this kind
     */
    public LifetimeDistribution fit(ObservedTenures tenures) {
        return switch (this) {
            case KAPLAN_MEIER -> KaplanMeier.of(tenures).curve().withAverageHazard();
            default -> throw new IllegalStateException();
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
}
