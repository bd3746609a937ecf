package io.github.clv4j.retention;

/** The log of a product of many probabilities, for the price of a few logs: it is taken where the product gets too small. */
final class LogProduct {

    /** A product above this is still a normal number after one more factor of {@link #LEAST_FACTOR}. */
    private static final double SMALL = 1e-250;

    /** The least factor that may be given. */
    static final double LEAST_FACTOR = 1e-50;

    private double product = 1;
    private double sum;

    /** Multiplies by the first of some factors, each in [{@link #LEAST_FACTOR}, 1]. */
    void times(double[] factors, int length) {
        double running = product;
        for (int i = 0; i < length; i++) {
            running *= factors[i];
            if (running < SMALL) {
                sum += StrictMath.log(running);
                running = 1;
            }
        }
        product = running;
    }

    /** Multiplies by a factor whose log is given. */
    void add(double log) {
        sum += log;
    }

    /** The log of the product. */
    double value() {
        return sum + StrictMath.log(product);
    }
}
