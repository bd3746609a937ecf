package io.github.clv4j.scoring;

import java.util.Arrays;

/** Where a number comes from while scoring: it is the same for all customers, or one of the inputs. */
sealed interface Slot {

    /** The number of one customer. */
    double of(double[] customer);

    /** The numbers of a block of customers; not to be written to. */
    double[] column(Block block);

    /** 0 for every customer. */
    Slot ZERO = constant(0);

    /** 1 for every customer. */
    Slot ONE = constant(1);

    static Slot constant(double value) {
        double[] column = new double[Block.SIZE];
        Arrays.fill(column, value);
        return new Constant(value, column);
    }

    static Slot of(Amount amount, InputList inputs) {
        return amount instanceof Amount.Column column
                ? new Input(inputs.indexOf(column.name()))
                : constant(((Amount.Constant) amount).value());
    }

    /** An input of the model. */
    record Input(int index) implements Slot {

        @Override
        public double of(double[] customer) {
            return customer[index];
        }

        @Override
        public double[] column(Block block) {
            return block.inputs[index];
        }
    }

    /** A constant, with a block full of it, so that constants and inputs go through the same loops; of no use in place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Constant(double value, double[] column) implements Slot {

        @Override
        public double of(double[] customer) {
            return value;
        }

        @Override
        public double[] column(Block block) {
            return column;
        }
    }
}
