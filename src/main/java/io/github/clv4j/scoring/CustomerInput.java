package io.github.clv4j.scoring;

import java.util.Arrays;
import java.util.List;

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

    /**
     * Forgets all inputs, so that the next customer starts from nothing.
     *
     * @return this
     */
    public CustomerInput clear() {
        Arrays.fill(values, Double.NaN);
        return this;
    }

    /** The inputs themselves, not a copy; throws unless they are of a model with the same inputs. */
    double[] values(InputList expected) {
        if (inputs != expected && !inputs.all().equals(expected.all())) {
            throw new IllegalArgumentException("customer must have the inputs " + names(expected)
                    + " of this model, but was made by a model with " + names(inputs));
        }
        return values;
    }

    private static List<String> names(InputList list) {
        return list.all().stream().map(ModelInput::name).toList();
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
