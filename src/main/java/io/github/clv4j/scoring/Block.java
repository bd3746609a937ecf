package io.github.clv4j.scoring;

/**
 * The scratch columns of one scoring call: the inputs of some customers and what is computed from them. A block of two
 * thousand customers and twenty inputs stays in the second-level cache, so every formula reads what the one before it
 * wrote at full speed.
 */
final class Block {

    static final int SIZE = 2048;

    final double[][] inputs;
    final double[] marks = new double[SIZE];
    final double[] annuity = new double[SIZE];
    final double[] adoption = new double[SIZE];
    final double[] current = new double[SIZE];
    final double[] potential = new double[SIZE];
    final double[] churn = new double[SIZE];
    final double[] index = new double[SIZE];
    final double[] coverage = new double[SIZE];
    final double[] loyalty = new double[SIZE];
    final byte[] segments = new byte[SIZE];
    final AgeMemo annuities = new AgeMemo();
    final AgeMemo churnAtAge = new AgeMemo();

    private double[][] levels = {};

    Block(int inputs) {
        this.inputs = new double[inputs][SIZE];
    }

    /** The inputs of one customer of the block. */
    double[] customer(int i) {
        double[] customer = new double[inputs.length];
        for (int j = 0; j < customer.length; j++) {
            customer[j] = inputs[j][i];
        }
        return customer;
    }

    /** Scratch columns for the levels of categories, the same for every block of customers. */
    double[][] levels(int count) {
        if (levels.length < count) {
            levels = new double[count][SIZE];
        }
        return levels;
    }
}
