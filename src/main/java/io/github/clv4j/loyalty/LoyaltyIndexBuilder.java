package io.github.clv4j.loyalty;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.base.Require;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.IndexPlan;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a loyalty index together, from nothing or from a {@link LoyaltyPreset}: indicators are renamed, put on other scales,
 * added and removed, groups weighed or judged, each by its name.
 *
 * <p>Weights that are stated stay as they are: after parts have come or gone, state them again. Judgements go with the
 * parts: those of a part that is removed go too, and a part that is added needs at least one judgement against another;
 * what is missing then is completed as the solver does it. Judgements whose consistency ratio reaches the solver's limit are
 * refused.
 *
 * <p>Unless a preset says otherwise, the two groups weigh the same, the solver is {@link AhpSolver#withDefaults()}, and an
 * index needs a coverage of 0.5. Not thread-safe.
 */
public final class LoyaltyIndexBuilder {

    /** A group being built; it has its indicators and groups by name. */
    private static final class Group {

        private String chineseName;
        private final List<String> parts = new ArrayList<>();
        private Weighting weighting = new Weighting.Unsaid();

        private Group(String chineseName) {
            this.chineseName = chineseName;
        }
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private AhpSolver solver = AhpSolver.withDefaults();
    private MissingPolicy missing = MissingPolicy.renormalise(0.5);

    LoyaltyIndexBuilder() {
        groups.put(LoyaltyIndex.WHOLE, new Group(LoyaltyIndex.CHINESE_WHOLE));
        addGroup(LoyaltyIndex.WHOLE, LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.CHINESE_BEHAVIOURAL);
        addGroup(LoyaltyIndex.WHOLE, LoyaltyIndex.EMOTIONAL, LoyaltyIndex.CHINESE_EMOTIONAL);
        weigh(LoyaltyIndex.WHOLE, 0.5, 0.5);
    }

    /**
     * Adds an indicator to a group, as its last part.
     *
     * @param group the name of the group
     * @param indicator the indicator
     * @return this builder
     * @throws IllegalArgumentException if there is no such group, or a part of that name already
     */
    public LoyaltyIndexBuilder add(String group, Indicator indicator) {
        attach(group, indicator.name());
        indicators.put(indicator.name(), indicator);
        return this;
    }

    /**
     * Adds an empty group to a group, as its last part.
     *
     * @param group the name of the group to add to
     * @param name the name of the new group, not blank
     * @param chineseName its Chinese name, not blank
     * @return this builder
     * @throws IllegalArgumentException if there is no such group, a part of that name already, or a name is blank
     */
    public LoyaltyIndexBuilder addGroup(String group, String name, String chineseName) {
        Require.notBlank(name, "name of a group");
        Require.notBlank(chineseName, "Chinese name of " + name);
        attach(group, name);
        groups.put(name, new Group(chineseName));
        return this;
    }

    private void attach(String group, String name) {
        Group parent = group(group);
        requireFree(name);
        parent.weighting = parent.weighting.plus(name);
        parent.parts.add(name);
    }

    private void requireFree(String name) {
        if (groups.containsKey(name) || indicators.containsKey(name)) {
            throw new IllegalArgumentException(
                    "names in a loyalty index must be distinct, but \"" + name + "\" is taken");
        }
    }

    /**
     * Removes an indicator, or a group with all below it.
     *
     * @param name its name
     * @return this builder
     * @throws IllegalArgumentException if there is no such part, or it is the whole or one of its two groups
     */
    public LoyaltyIndexBuilder remove(String name) {
        requireNotFixed(name);
        Group parent = parent(name);
        parent.parts.remove(name);
        parent.weighting = parent.weighting.without(name);
        forget(name);
        return this;
    }

    private void forget(String name) {
        indicators.remove(name);
        Group removed = groups.remove(name);
        if (removed != null) {
            removed.parts.forEach(this::forget);
        }
    }

    /**
     * Gives a part other names.
     *
     * @param name its name
     * @param newName the new name, not blank
     * @param newChineseName the new Chinese name, not blank
     * @return this builder
     * @throws IllegalArgumentException if there is no such part, the new name is taken, a name is blank, or the part is the whole
     *     or one of its two groups
     */
    public LoyaltyIndexBuilder rename(String name, String newName, String newChineseName) {
        requireNotFixed(name);
        Require.notBlank(newName, "new name of " + name);
        Require.notBlank(newChineseName, "Chinese name of " + newName);
        Group parent = parent(name);
        if (!newName.equals(name)) {
            requireFree(newName);
        }
        parent.parts.set(parent.parts.indexOf(name), newName);
        parent.weighting = parent.weighting.renamed(name, newName);
        Group group = groups.remove(name);
        if (group != null) {
            group.chineseName = newChineseName;
            groups.put(newName, group);
        } else {
            Indicator indicator = indicator(name);
            indicators.remove(name);
            indicators.put(newName, indicator.withNames(newName, newChineseName));
        }
        return this;
    }

    /**
     * Gives a part another name, the same in all languages.
     *
     * @param name its name
     * @param newName the new name, not blank
     * @return this builder
     * @throws IllegalArgumentException as {@link #rename(String, String, String)}
     */
    public LoyaltyIndexBuilder rename(String name, String newName) {
        return rename(name, newName, newName);
    }

    /**
     * Puts an indicator on another scale.
     *
     * @param indicator the name of the indicator
     * @param scale the scale, or the rule that fits one to customers
     * @return this builder
     * @throws IllegalArgumentException if there is no such indicator
     */
    public LoyaltyIndexBuilder rescale(String indicator, ScaleRule scale) {
        indicators.put(indicator, indicator(indicator).withScale(scale));
        return this;
    }

    /**
     * States the weights of a group.
     *
     * @param group the name of the group
     * @param weights the weights of its parts in their order, each in (0, 1], together 1 to within 1e-9
     * @return this builder
     * @throws IllegalArgumentException if there is no such group, or the weights are not those of its parts
     */
    public LoyaltyIndexBuilder weigh(String group, double... weights) {
        return weigh(group, Weights.of(group(group).parts, weights));
    }

    /**
     * States the weights of a group.
     *
     * @param group the name of the group
     * @param weights the weights by the names of its parts, in their order
     * @return this builder
     * @throws IllegalArgumentException if there is no such group
     */
    public LoyaltyIndexBuilder weigh(String group, Weights weights) {
        group(group).weighting = new Weighting.Given(weights);
        return this;
    }

    /**
     * States the judgements on the parts of a group.
     *
     * @param group the name of the group
     * @param judgements the judgements by the names of its parts, in their order
     * @return this builder
     * @throws IllegalArgumentException if there is no such group
     */
    public LoyaltyIndexBuilder judge(String group, PairwiseMatrix judgements) {
        group(group).weighting = new Weighting.Judged(judgements);
        return this;
    }

    /**
     * States one judgement on two parts of the same group, in place of the one that may be there.
     *
     * @param first the name of the one
     * @param second the name of the other
     * @param judgement how many times as important as the second the first is, in [1e-100, 1e100]
     * @return this builder
     * @throws IllegalArgumentException if there is no such part, they are not of the same group, the weights of that group were
     *     stated, or the judgement is out of range (NaN included)
     */
    public LoyaltyIndexBuilder judge(String first, String second, double judgement) {
        Group parent = parent(first);
        if (parent != parent(second)) {
            throw new IllegalArgumentException(
                    "judgements must be on parts of one group, but were on " + first + " and " + second);
        }
        parent.weighting = new Weighting.Judged(matrix(parent, first).with(first, second, judgement));
        return this;
    }

    private static PairwiseMatrix matrix(Group parent, String first) {
        if (parent.weighting instanceof Weighting.Judged judged) {
            return judged.matrix();
        }
        if (parent.weighting instanceof Weighting.Given) {
            throw new IllegalArgumentException("the group of " + first
                    + " must be judged as a whole before single judgements, as its weights were stated");
        }
        return PairwiseMatrix.builder(parent.parts).build();
    }

    /**
     * Sets how weights are derived from judgements.
     *
     * @param value the solver
     * @return this builder
     */
    public LoyaltyIndexBuilder solver(AhpSolver value) {
        solver = value;
        return this;
    }

    /**
     * Sets what becomes of missing indicators.
     *
     * @param policy the policy, {@code renormalise(0.5)} unless set
     * @return this builder
     */
    public LoyaltyIndexBuilder missing(MissingPolicy policy) {
        missing = policy;
        return this;
    }

    /**
     * The plan of the index, whose scales may be yet to be fitted.
     *
     * @return the plan
     * @throws IllegalArgumentException if a group is empty, its weights are not stated or not those of its parts, or the
     *     consistency ratio of judgements reaches the solver's limit
     * @throws io.github.clv4j.ahp.AhpException if judgements cannot be solved
     */
    public IndexPlan plan() {
        return new IndexPlan(tree(LoyaltyIndex.WHOLE), missing);
    }

    /**
     * The index, if all its scales are stated.
     *
     * @return the index
     * @throws IllegalArgumentException as {@link #plan()}, or if a scale is yet to be fitted: {@link #plan()} can be
     * @throws io.github.clv4j.ahp.AhpException if judgements cannot be solved
     */
    public LoyaltyIndex build() {
        return LoyaltyIndex.of(plan().index());
    }

    private IndexGroup tree(String name) {
        Group group = group(name);
        if (group.parts.isEmpty()) {
            throw new IllegalArgumentException("group " + name + " must have at least one part, but had none");
        }
        List<IndexNode> parts = new ArrayList<>();
        for (String part : group.parts) {
            parts.add(groups.containsKey(part) ? tree(part) : indicator(part));
        }
        return new IndexGroup(name, group.chineseName, group.weighting.weights(name, group.parts, solver), parts);
    }

    private static void requireNotFixed(String name) {
        if (List.of(LoyaltyIndex.WHOLE, LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.EMOTIONAL)
                .contains(name)) {
            throw new IllegalArgumentException(name + " must keep its name and place in a loyalty index");
        }
    }

    private Group group(String name) {
        Group group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException("there is no group \"" + name + "\"; known are " + groups.keySet());
        }
        return group;
    }

    private Indicator indicator(String name) {
        Indicator indicator = indicators.get(name);
        if (indicator == null) {
            throw new IllegalArgumentException(
                    "there is no indicator \"" + name + "\"; known are " + indicators.keySet());
        }
        return indicator;
    }

    private Group parent(String name) {
        return groups.values().stream()
                .filter(group -> group.parts.contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no part \"" + name + "\"; known are "
                        + indicators.keySet() + " and the groups " + groups.keySet()));
    }
}
