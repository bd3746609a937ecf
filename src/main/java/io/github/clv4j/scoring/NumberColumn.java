package io.github.clv4j.scoring;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * A column of numbers where its owner has it: in an array, or in a buffer that may lie outside the heap. A float is the double
 * of the same value.
 */
sealed interface NumberColumn {

    /** The number of customers. */
    int size();

    /** The numbers of customers from..to, written to {@code out} from its place {@code at} on. */
    void read(int from, int to, double[] out, int at);

    /** The column itself, where it is an array of doubles that can be used in place. */
    default Optional<double[]> inPlace() {
        return Optional.empty();
    }

    /** All numbers, in an array that is not to be written to. */
    default double[] toArray() {
        double[] all = new double[size()];
        read(0, all.length, all, 0);
        return all;
    }

    /** The numbers of some customers. */
    default double[] select(int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            read(rows[i], rows[i] + 1, some, i);
        }
        return some;
    }

    /** An array of doubles. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Doubles(double[] values) implements NumberColumn {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void read(int from, int to, double[] out, int at) {
            System.arraycopy(values, from, out, at, to - from);
        }

        @Override
        public Optional<double[]> inPlace() {
            return Optional.of(values);
        }

        @Override
        public double[] toArray() {
            return values;
        }
    }

    /** An array of floats. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Floats(float[] values) implements NumberColumn {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void read(int from, int to, double[] out, int at) {
            for (int i = from; i < to; i++) {
                out[at + i - from] = values[i];
            }
        }
    }

    /** A buffer of doubles, from its first place to its last. */
    record DoubleMemory(DoubleBuffer values) implements NumberColumn {

        @Override
        public int size() {
            return values.limit();
        }

        @Override
        public void read(int from, int to, double[] out, int at) {
            values.get(from, out, at, to - from);
        }
    }

    /** A buffer of floats, from its first place to its last. */
    record FloatMemory(FloatBuffer values) implements NumberColumn {

        @Override
        public int size() {
            return values.limit();
        }

        @Override
        public void read(int from, int to, double[] out, int at) {
            for (int i = from; i < to; i++) {
                out[at + i - from] = values.get(i);
            }
        }
    }
}
