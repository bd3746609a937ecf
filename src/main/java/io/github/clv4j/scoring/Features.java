package io.github.clv4j.scoring;

import java.util.List;

/**
 * The inputs a logistic model takes as its features.
 *
 * @param inputs their places among the inputs, in the order of the coefficients
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Features(int[] inputs) {

    static Features of(List<String> names, InputList inputs) {
        return new Features(names.stream().mapToInt(inputs::indexOf).toArray());
    }

    /** The features of one customer. */
    double[] of(double[] customer) {
        double[] x = new double[inputs.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = customer[inputs[j]];
        }
        return x;
    }

    /** The features of a block of customers; not to be written to. */
    double[][] columns(Block block) {
        double[][] columns = new double[inputs.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = block.inputs[inputs[j]];
        }
        return columns;
    }
}
