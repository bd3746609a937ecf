package io.github.clv4j.scoring;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads customers out of their columns as a model wants them: a block at a time, or one alone. */
final class InputReader {

    private final CustomerColumns customers;
    private final InputList inputs;
    private final NumberColumn[] numbers;
    private final GroupColumn[] groups;
    private final double[][] codes;

    InputReader(CustomerColumns customers, InputList inputs) {
        this.customers = customers;
        this.inputs = inputs;
        this.numbers = new NumberColumn[inputs.size()];
        this.groups = new GroupColumn[inputs.size()];
        this.codes = new double[inputs.size()][];
        for (int j = 0; j < inputs.size(); j++) {
            ModelInput input = inputs.get(j);
            if (input.isGroup()) {
                groups[j] = customers.groups(input.name());
                codes[j] = groups[j].codes(inputs.codes(j));
            } else {
                numbers[j] = customers.numberColumn(input.name());
            }
        }
    }

    /** Writes the inputs of customers from..to to the start of the columns. */
    void read(int from, int to, double[][] columns) {
        for (int j = 0; j < columns.length; j++) {
            read(j, from, to, columns[j]);
        }
    }

    private void read(int j, int from, int to, double[] out) {
        if (inputs.get(j).isGroup()) {
            groups[j].read(codes[j], from, to, out);
        } else {
            numbers[j].read(from, to, out, 0);
        }
    }

    /** The columns themselves, where all of them are arrays of doubles that can be used in place. */
    Optional<double[][]> inPlace() {
        double[][] columns = new double[inputs.size()][];
        for (int j = 0; j < columns.length; j++) {
            Optional<double[]> column = inputs.get(j).isGroup() ? Optional.empty() : numbers[j].inPlace();
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns[j] = column.get();
        }
        return Optional.of(columns);
    }

    /** One input of all customers. */
    double[] column(String name) {
        double[] column = new double[customers.customers()];
        read(inputs.indexOf(name), 0, column.length, column);
        return column;
    }

    /** The customers, in their order, with an input that cannot be scored. */
    int[] unusableRows() {
        double[][] columns = new double[inputs.size()][Block.SIZE];
        double[] marks = new double[Block.SIZE];
        IntStream.Builder rows = IntStream.builder();
        for (int from = 0; from < customers.customers(); from += Block.SIZE) {
            int length = Math.min(Block.SIZE, customers.customers() - from);
            read(from, from + length, columns);
            inputs.mark(columns, 0, length, marks);
            for (int i = 0; i < length; i++) {
                if (Double.isNaN(marks[i])) {
                    rows.add(from + i);
                }
            }
        }
        return rows.build().toArray();
    }

    /** The inputs of one customer. */
    double[] customer(int row) {
        double[][] columns = new double[inputs.size()][1];
        read(row, row + 1, columns);
        return Arrays.stream(columns).mapToDouble(column -> column[0]).toArray();
    }

    /** Throws if an input of a customer cannot be scored. */
    void check(int row) {
        double[] customer = customer(row);
        for (int j = 0; j < customer.length; j++) {
            if (!inputs.get(j).admits(customer[j])) {
                String text = inputs.get(j).isGroup() ? groups[j].text(row) : Double.toString(customer[j]);
                throw inputs.get(j).refusal(customer[j], text);
            }
        }
    }

    RowFailure failure(int row, IllegalArgumentException e) {
        return RowFailure.of(row, customers.id(row), e);
    }
}
