package io.github.clv4j.scoring;

import java.util.Arrays;

/** The inputs of one customer, set by name. Made by {@link ScoringModel#customer()}; not thread-safe. */
public final class CustomerInput {

    private final ScoringModel model;
    private final InputList inputs;
    private final double[] values;

    CustomerInput(ScoringModel model, InputList inputs) {
        this.model = model;
        this.inputs = inputs;
        this.values = new double[inputs.size()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Sets a number.
     *
     * @param name the name of the input
     * @param value its value
     * @return this
     * @throws IllegalArgumentException if the model has no such input, or it is a group
     */
    public CustomerInput set(String name, double value) {
        int place = inputs.indexOf(name);
        if (inputs.get(place).isGroup()) {
            throw new IllegalArgumentException(name + " must be set to the name of a group, but was " + value);
        }
        values[place] = value;
        return this;
    }

    /**
     * Sets a group.
     *
     * @param name the name of the input
     * @param group the name of the group
     * @return this
     * @throws IllegalArgumentException if the model has no such input, it is a number, or the group is not known
     */
    public CustomerInput set(String name, String group) {
        int place = inputs.indexOf(name);
        if (!inputs.get(place).isGroup()) {
            throw new IllegalArgumentException(name + " must be set to a number, but was " + group);
        }
        values[place] = inputs.code(place, group);
        return this;
    }

    /**
     * The score of the customer.
     *
     * @return the score
     * @throws IllegalArgumentException if an input is not set or cannot be scored
     */
    public CustomerScore score() {
        return model.score(values);
    }

    /**
     * The score of the customer and why.
     *
     * @return the explanation
     * @throws IllegalArgumentException if an input is not set or cannot be scored
     */
    public ScoreExplanation explain() {
        return model.explain(values);
    }

    /** The inputs themselves, not a copy. */
    double[] values() {
        return values;
    }

    /**
     * The inputs as {@link ScoringModel#score(double[])} takes them.
     *
     * @return a copy, in the order of {@link ScoringModel#inputs()}, NaN where nothing was set
     */
    public double[] toArray() {
        return values.clone();
    }
}
