package io.github.clv4j.retention;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Finds out whether a Cox regression runs away because some combination of columns is, at every time somebody leaves, largest for
 * who leaves: then the likelihood grows along it without end (M. C. Bryson, M. E. Johnson, 1981). As the coefficients run after
 * such a direction, it is looked for in them, in the step they take next, and in their part on which the sample has no say
 * any more.
 */
final class MonotoneLikelihood {

    /** An eigenvalue below this part of the largest says nothing any more. */
    private static final double ZERO_EIGENVALUE = 1e-6;

    /** A customer ahead of who leaves by less than this part of the largest distance is beside him, but for rounding. */
    private static final double BORDER = 1e-6;

    private final CoxRows rows;
    private final double[] score;

    private MonotoneLikelihood(CoxRows rows, double[] direction) {
        this.rows = rows;
        this.score = rows.combined(direction);
    }

    /** The refusal that names the columns, if the likelihood is monotone; the next step is empty where there is none. */
    static Optional<FitException> find(
            Design design, CoxRows rows, double[] coefficients, double[][] information, Optional<double[]> nextStep) {
        double[] silent = Directions.silentPart(information, coefficients, ZERO_EIGENVALUE, 0);
        return Stream.concat(nextStep.stream(), Stream.of(coefficients, silent))
                .filter(direction -> new MonotoneLikelihood(rows, direction).isMonotone())
                .findFirst()
                .map(direction -> refusal(design, direction));
    }

    private boolean isMonotone() {
        double distance = Arrays.stream(score).max().orElse(0)
                - Arrays.stream(score).min().orElse(0);
        if (!(distance > 0)) {
            return false;
        }
        PriorityQueue<Integer> highestFirst = new PriorityQueue<>((a, b) -> Double.compare(score[b], score[a]));
        int row = 0;
        while (row < rows.size()) {
            int end = rows.endOfTime(row);
            for (int i = row; i < end; i++) {
                highestFirst.add(i);
            }
            for (; row < end; row++) {
                if (rows.left(row) && highest(highestFirst, rows.time(row)) - score[row] > BORDER * distance) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The highest score at risk at a time; who enters later is of no use at earlier times either. */
    private double highest(PriorityQueue<Integer> highestFirst, double time) {
        while (!rows.hasEntered(highestFirst.element(), time)) {
            highestFirst.remove();
        }
        return score[highestFirst.element()];
    }

    private static FitException refusal(Design design, double[] direction) {
        double[] withIntercept = new double[direction.length + 1];
        System.arraycopy(direction, 0, withIntercept, 1, direction.length);
        List<String> columns = design.strongest(withIntercept);
        String others = columns.size() > 1 ? " (with " + columns.subList(1, columns.size()) + ")" : "";
        return new FitException(
                Reason.SEPARATION,
                columns,
                "column " + columns.get(0) + others
                        + " is highest, or lowest, for whoever leaves among all at risk then, so"
                        + " its coefficient has no finite estimate; leave it out or merge its levels");
    }
}
