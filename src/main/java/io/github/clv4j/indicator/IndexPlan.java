package io.github.clv4j.indicator;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What index to make: its parts and weights, what becomes of missing indicators, and for each indicator a scale or the rule
 * that fits one. Immutable and thread-safe.
 *
 * @param root the whole index
 * @param missing what becomes of missing indicators
 */
public record IndexPlan(IndexGroup root, MissingPolicy missing) {

    /**
     * The index, with its scales fitted where they are not stated.
     *
     * @param columns gives the raw values of all customers by the name of the indicator, NaN where they are missing; asked
     *     only for the indicators of {@link #toFit()}
     * @return the index
     * @throws IllegalArgumentException if a scale cannot be fitted
     */
    public CompositeIndex fit(Function<String, double[]> columns) {
        return with(fitScales(columns));
    }

    /**
     * The scales that are not stated, fitted.
     *
     * @param columns gives the raw values of all customers by the name of the indicator, NaN where they are missing
     * @return the scales, by the names of the indicators of {@link #toFit()} and in their order
     * @throws IllegalArgumentException if a scale cannot be fitted
     */
    public Map<String, Scale> fitScales(Function<String, double[]> columns) {
        ImmutableMap.Builder<String, Scale> scales = ImmutableMap.builder();
        for (Indicator indicator : toFit()) {
            double[] values = Objects.requireNonNull(columns.apply(indicator.name()), "column of " + indicator.name());
            scales.put(indicator.name(), indicator.fit(values));
        }
        return scales.buildOrThrow();
    }

    /**
     * The index, with scales that were fitted before.
     *
     * @param scales the scales, by the names of the indicators of {@link #toFit()}
     * @return the index
     * @throws IllegalArgumentException if the scales are not those of {@link #toFit()}
     */
    public CompositeIndex with(Map<String, Scale> scales) {
        List<String> wanted = toFit().stream().map(Indicator::name).toList();
        if (!(scales.size() == wanted.size() && scales.keySet().containsAll(wanted))) {
            throw new IllegalArgumentException(
                    "fitted scales must be of " + wanted + ", but were of " + scales.keySet());
        }
        return withScales(scales).index();
    }

    /**
     * The index, where all scales are stated.
     *
     * @return the index
     * @throws IllegalArgumentException if a scale is yet to be fitted
     */
    public CompositeIndex index() {
        return CompositeIndex.of(root).withMissing(missing);
    }

    /**
     * This plan with some scales that are yet to be fitted stated.
     *
     * @param scales the scales by the names of their indicators; those of other indicators are ignored
     * @return a new plan
     */
    public IndexPlan withScales(Map<String, Scale> scales) {
        return new IndexPlan(
                root.map(indicator -> {
                    Scale stated = scales.get(indicator.name());
                    return stated == null || indicator.scale() instanceof Scale
                            ? indicator
                            : indicator.withScale(stated);
                }),
                missing);
    }

    /**
     * The weights of the indicators in the whole index.
     *
     * @return the weights in the order of the indicators, summing to 1
     */
    public Weights weights() {
        return IndexWeights.named(root, 1, IndexWeights.of(root, 1));
    }

    /**
     * The indicators whose scales are yet to be fitted.
     *
     * @return the indicators in their order
     */
    public List<Indicator> toFit() {
        return root.indicators().stream()
                .filter(indicator -> !(indicator.scale() instanceof Scale))
                .toList();
    }
}
