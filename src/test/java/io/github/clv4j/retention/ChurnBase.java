package io.github.clv4j.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Customers to fit on: named columns and an outcome. Each method gives a new base. */
record ChurnBase(List<String> names, List<double[]> columns, double[] outcome) {

    /** Made-up customers who leave more often the newer they are and the more they pay; the same for the same seed. */
    static ChurnBase madeUp(int customers, long seed) {
        Random random = new Random(seed);
        double[] tenure = random.doubles(customers, 0, 72).toArray();
        double[] charges = random.doubles(customers, 20, 110).toArray();
        double[] outcome = IntStream.range(0, customers)
                .mapToDouble(i -> {
                    double logOdds = -1.2 - 0.03 * tenure[i] + 0.02 * charges[i];
                    return random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
                })
                .toArray();
        return ofOutcome(outcome).with("tenure", tenure).with("charges", charges);
    }

    static ChurnBase ofOutcome(double... outcome) {
        return new ChurnBase(List.of(), List.of(), outcome);
    }

    ChurnBase with(String name, double... column) {
        List<String> moreNames = new ArrayList<>(names);
        List<double[]> moreColumns = new ArrayList<>(columns);
        moreNames.add(name);
        moreColumns.add(column);
        return new ChurnBase(moreNames, moreColumns, outcome);
    }

    ChurnBase withOutcome(double... other) {
        return new ChurnBase(names, columns, other);
    }

    int customers() {
        return outcome.length;
    }

    double[] column(String name) {
        return columns.get(names.indexOf(name));
    }

    double[] row(int customer) {
        return columns.stream().mapToDouble(column -> column[customer]).toArray();
    }

    LogisticFit fit() {
        return fit(LogisticRegression.withDefaults());
    }

    LogisticFit fit(LogisticRegression regression) {
        return regression.fit(names, columns.toArray(double[][]::new), outcome);
    }

    /** The standard deviation of a column, dividing by the number of customers. */
    double deviation(int column) {
        double[] x = columns.get(column);
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /** The log-likelihood of coefficients in the units of the columns, intercept first, less the ridge penalty. */
    double objective(double[] b, double ridge, double stayed, double left) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            double logOdds = b[0];
            for (int j = 0; j < columns.size(); j++) {
                logOdds += b[j + 1] * columns.get(j)[i];
            }
            sum += (outcome[i] == 1 ? left : stayed) * (outcome[i] * logOdds - Math.log1p(Math.exp(logOdds)));
        }
        for (int j = 0; j < columns.size(); j++) {
            double standardised = b[j + 1] * deviation(j);
            sum -= ridge / 2 * standardised * standardised;
        }
        return sum;
    }

    static double[] coefficients(LogisticFit fit) {
        return fit.coefficients().stream().mapToDouble(Coefficient::estimate).toArray();
    }

    /** The derivative of the log-likelihood by the coefficient of a column, each customer's part added plainly. */
    double score(ChurnModel model, double[] column) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            sum += (outcome[i] - probability(model, i)) * column[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return names + columns.stream().map(Arrays::toString).toList().toString() + Arrays.toString(outcome);
    }

    private double probability(ChurnModel model, int customer) {
        double logOdds = model.intercept();
        for (int j = 0; j < columns.size(); j++) {
            logOdds += model.coefficients()[j] * columns.get(j)[customer];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
