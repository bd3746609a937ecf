package io.github.clv4j.retention;

import io.github.clv4j.base.LogisticFormula;
import java.util.List;

/**
 * The log-likelihood of a logistic model over standardised columns, each customer with the weight of its class, less a ridge
 * penalty; with its gradient and its information matrix (minus the second derivatives). All are summed within fixed ranges of
 * customers, and the ranges in their order.
 */
final class LogisticLikelihood {

    private final Design design;
    private final double[] outcome;
    private final ClassWeights weights;
    private final double ridge;
    private final int size;

    LogisticLikelihood(Design design, double[] outcome, ClassWeights weights, double ridge) {
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.ridge = ridge;
        this.size = design.size() + 1;
    }

    /** The log-likelihood, the penalty and the derivatives of their difference at one point; the matrix is filled in full. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Point(double logLikelihood, double penalty, double[] gradient, double[][] information) {

        double objective() {
            return logLikelihood - penalty;
        }
    }

    /** What a range of customers adds. */
    private record Part(double logLikelihood, CrossProducts products) {}

    /** The least and the largest of some values. */
    private record Range(double least, double largest) {
        Range with(Range other) {
            return new Range(Math.min(least, other.least), Math.max(largest, other.largest));
        }
    }

    /** What is computed of customer i of some rows. */
    private interface Weight {
        double of(DesignRows rows, int i);
    }

    /** What is done with two lots of customers, whose columns are combined. */
    private interface Visitor {
        void visit(DesignRows rows, DesignRows more);
    }

    Point at(double[] coefficients) {
        List<Part> parts = CustomerRanges.map(outcome.length, (from, to) -> part(coefficients, from, to));
        double logLikelihood = 0;
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        for (Part part : parts) {
            logLikelihood += part.logLikelihood();
            part.products().addVectorTo(gradient);
            part.products().addMatrixTo(information);
        }
        double squares = 0;
        for (int j = 1; j < size; j++) {
            squares += coefficients[j] * coefficients[j];
            gradient[j] -= ridge * coefficients[j];
            information[j][j] += ridge;
        }
        return new Point(logLikelihood, ridge / 2 * squares, gradient, information);
    }

    private Part part(double[] coefficients, int from, int to) {
        CrossProducts products = new CrossProducts(size);
        LogProduct stayed = new LogProduct();
        LogProduct left = new LogProduct();
        LogisticTerms terms = new LogisticTerms(weights, stayed, left);
        LogisticTerms moreTerms = new LogisticTerms(weights, stayed, left);
        forEachTwo(coefficients, from, to, (rows, more) -> {
            terms.compute(rows, outcome);
            moreTerms.compute(more, outcome);
            products.addResiduals(rows, terms.residuals, more, moreTerms.residuals);
            products.add(rows, terms.weights, more, moreTerms.weights);
        });
        return new Part(weights.stayed() * stayed.value() + weights.left() * left.value(), products);
    }

    /** Walks over a range of customers, with a linear combination of the columns ready for each. */
    private void forEachTwo(double[] combination, int from, int to, Visitor visitor) {
        DesignRows rows = new DesignRows(size);
        DesignRows more = new DesignRows(size);
        for (int start = from; start < to; start += 2 * DesignRows.LENGTH) {
            rows.load(design, start, to);
            more.load(design, start + DesignRows.LENGTH, to);
            rows.combine(combination);
            more.combine(combination);
            visitor.visit(rows, more);
        }
    }

    /** The log-likelihood of the best model with nothing but an intercept. */
    double nullLogLikelihood(int left) {
        double ones = weights.left() * left;
        double zeros = weights.stayed() * (outcome.length - left);
        return ones * StrictMath.log(ones / (ones + zeros)) + zeros * StrictMath.log(zeros / (ones + zeros));
    }

    /** The coefficients of the best model with nothing but an intercept. */
    double[] nullModel(int left) {
        double[] coefficients = new double[size];
        coefficients[0] = StrictMath.log(weights.left() * left / (weights.stayed() * (outcome.length - left)));
        return coefficients;
    }

    /** The sum of the squares of the customers' parts of the gradient, {@code sum_i c^2 (y - P)^2 z z'}, without the penalty. */
    double[][] scoreProducts(double[] coefficients) {
        return products(coefficients, (rows, i) -> {
            double missed = outcome[rows.from + i] - LogisticFormula.inverseLogit(rows.combined[i]);
            double weighted = missed * weights.of((int) outcome[rows.from + i]);
            return weighted * weighted;
        });
    }

    /** The sum of z z' over the customers for whom P (1 - P) is above a threshold. */
    double[][] undecided(double[] coefficients, double threshold) {
        return products(coefficients, (rows, i) -> {
            double probability = LogisticFormula.inverseLogit(rows.combined[i]);
            return probability * (1 - probability) > threshold ? 1 : 0;
        });
    }

    private double[][] products(double[] coefficients, Weight weight) {
        double[][] matrix = new double[size][size];
        CustomerRanges.map(outcome.length, (from, to) -> {
                    CrossProducts products = new CrossProducts(size);
                    forEachTwo(coefficients, from, to, (rows, more) -> {
                        weigh(rows, weight);
                        weigh(more, weight);
                        products.add(rows, rows.combined, more, more.combined);
                    });
                    return products;
                })
                .forEach(products -> products.addMatrixTo(matrix));
        return matrix;
    }

    private static void weigh(DesignRows rows, Weight weight) {
        for (int i = 0; i < rows.length; i++) {
            rows.combined[i] = weight.of(rows, i);
        }
    }

    /** The largest change of a customer's log-odds that a step of the coefficients makes. */
    double largestChange(double[] step) {
        Range range = range(step, (rows, i) -> rows.combined[i]);
        return Math.max(range.largest(), -range.least());
    }

    /**
     * Whether a direction has every customer on the side of its class, or on the border: then the likelihood grows along it
     * without end. A customer may lie on the wrong side by a given part of the largest distance, for rounding.
     */
    boolean isSeparatedBy(double[] direction, double tolerance) {
        Range range = range(direction, (rows, i) -> (2 * outcome[rows.from + i] - 1) * rows.combined[i]);
        return range.largest() > 0 && range.least() >= -tolerance * range.largest();
    }

    /** The least and the largest of some values, or 0 where that lies further out. */
    private Range range(double[] combination, Weight value) {
        return CustomerRanges.map(outcome.length, (from, to) -> {
                    double[] ends = new double[2];
                    forEachTwo(combination, from, to, (rows, more) -> {
                        widen(ends, rows, value);
                        widen(ends, more, value);
                    });
                    return new Range(ends[0], ends[1]);
                })
                .stream()
                .reduce(new Range(0, 0), Range::with);
    }

    private static void widen(double[] ends, DesignRows rows, Weight value) {
        for (int i = 0; i < rows.length; i++) {
            double found = value.of(rows, i);
            ends[0] = Math.min(ends[0], found);
            ends[1] = Math.max(ends[1], found);
        }
    }
}
