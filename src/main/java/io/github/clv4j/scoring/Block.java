package io.github.clv4j.scoring;

/**
 * Some customers while they are scored: their inputs, and where what is computed from them goes. Both stand at the places
 * from..to of all columns, as the loops of the formulas want it: compilers make vector loops of columns at the same places only.
 *
 * <p>A block in place has the columns and the scores of the caller, and nothing is copied. A block of its own has scratch columns
 * for two thousand customers: with twenty inputs they stay in the second-level cache, so every formula reads what the one before
 * it wrote at full speed. Only such a block can have columns between inputs and scores, which {@linkplain AxisScorer#isPlain()
 * plain} models do without.
 */
final class Block {

    static final int SIZE = 2048;

    private static final double[] NONE = {};

    final double[][] inputs;
    final ScoreBuffer scores;
    final double[] marks;
    final double[] annuity;
    final double[] adoption;
    final AgeMemo annuities = new AgeMemo();
    final AgeMemo churnAtAge = new AgeMemo();

    int from;
    int to;

    private double[][] levels = {};
    private double[][] features = {};
    private double[][] indicators = {};

    private Block(double[][] inputs, ScoreBuffer scores, double[] marks, double[] annuity, double[] adoption) {
        this.inputs = inputs;
        this.scores = scores;
        this.marks = marks;
        this.annuity = annuity;
        this.adoption = adoption;
    }

    /** Scratch columns for the inputs of a model and a number of customers, at most {@link #SIZE}. */
    static Block ofItsOwn(ScoringModel model, int size) {
        boolean plain = model.isPlain();
        return new Block(
                new double[model.inputs().size()][size],
                model.buffer(size),
                plain ? NONE : new double[size],
                plain ? NONE : new double[size],
                plain ? NONE : new double[size]);
    }

    /** The columns of the caller. */
    static Block inPlace(double[][] inputs, ScoreBuffer scores) {
        return new Block(inputs, scores, NONE, NONE, NONE);
    }

    /** Whether inputs that cannot be scored must be marked. */
    boolean hasMarks() {
        return marks.length > 0;
    }

    void cover(int first, int end) {
        from = first;
        to = end;
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
            levels = new double[count][scores.customers()];
        }
        return levels;
    }

    /** Places for the columns of the features of a churn model, the same for every block of customers. */
    double[][] features(int count) {
        if (features.length != count) {
            features = new double[count][];
        }
        return features;
    }

    /** Places for the columns of indicators, the same for every block of customers. */
    double[][] indicators(int count) {
        if (indicators.length != count) {
            indicators = new double[count][];
        }
        return indicators;
    }
}
