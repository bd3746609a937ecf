package io.github.clv4j.cli;

import io.github.clv4j.json.FitDraw;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Draws customers at random to fit on, each with the same chance, while nobody knows yet how many will come (Vitter's
 * algorithm R). The same seed and customers give the same sample. Not thread-safe.
 */
final class FitSample {

    private final int size;
    private final long seed;
    private final RandomDataGenerator random;
    private int seen;

    FitSample(int size, long seed) {
        this.size = size;
        this.seed = seed;
        this.random = new RandomDataGenerator(new Well19937c(seed));
    }

    /** Which of the drawn customers, from 0, the next one takes the place of, or -1 if it is not drawn. */
    int place() {
        int customer = seen++;
        if (customer < size) {
            return customer;
        }
        int place = random.nextInt(0, customer);
        return place < size ? place : -1;
    }

    /** What was drawn of the customers there were. */
    FitDraw draw() {
        return new FitDraw(Math.min(size, seen), seen, seed);
    }
}
