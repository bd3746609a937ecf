package io.github.clv4j.loyalty;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Require;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.retention.AreaUnderCurve;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.LogisticRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Compares a loyalty index with an outcome, customer by customer. */
final class LoyaltyValidator {

    private static final int FIFTHS = 5;

    /** Indices are told apart if they differ by some 1e-12. */
    private static final double UNITS = 0x1p40;

    private final LoyaltyIndex index;
    private final double[][] columns;
    private final double[] outcome;

    LoyaltyValidator(LoyaltyIndex index, double[][] columns, double[] outcome) {
        this.index = index;
        this.columns = columns;
        this.outcome = outcome;
        Require.length(columns.length, index.indicators().size(), "columns");
        for (int j = 0; j < columns.length; j++) {
            Require.length(columns[j].length, outcome.length, "column of " + name(j));
        }
        for (double left : outcome) {
            if (!Double.isNaN(left)) {
                Require.zeroOrOne(left, "outcome");
            }
        }
    }

    private String name(int indicator) {
        return index.indicators().get(indicator).name();
    }

    LoyaltyValidation run() {
        double[] values = new double[outcome.length];
        double[] coverage = new double[outcome.length];
        index.score(columns, 0, outcome.length, values, coverage);
        int asked = rows(this::isAsked).length;
        int refused = rows(i -> isAsked(i) && Double.isNaN(coverage[i])).length;
        int[] rows = rows(i -> isAsked(i) && !Double.isNaN(values[i]));
        double[] indices = pick(values, rows);
        double[] left = pick(outcome, rows);
        double[] ranks = ranks(indices);
        WeightComparison comparison = compareWeights(coverage, asked);
        return new LoyaltyValidation(
                rows.length,
                count(left),
                asked - rows.length - refused,
                refused,
                AreaUnderCurve.of(ranks, stayed(left)),
                correlation(ranks, left),
                fifths(indices, ranks, left),
                comparison.customers(),
                comparison.weights(),
                comparison.noFit());
    }

    private boolean isAsked(int row) {
        return !Double.isNaN(outcome[row]);
    }

    private int[] rows(IntPredicate wanted) {
        return IntStream.range(0, outcome.length).filter(wanted).toArray();
    }

    private static double[] pick(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    private static int count(double[] left) {
        return (int) Arrays.stream(left).filter(value -> value == 1).count();
    }

    /** Indices that are the same but for rounding are level: the same answers to other questions of the same weight, say. */
    private static double[] ranks(double[] indices) {
        double[] level =
                Arrays.stream(indices).map(index -> Math.rint(index * UNITS)).toArray();
        return level.length == 0 ? level : new NaturalRanking(TiesStrategy.AVERAGE).rank(level);
    }

    private static double[] stayed(double[] left) {
        return Arrays.stream(left).map(value -> 1 - value).toArray();
    }

    /** Ranks of zeros and ones are a linear function of them, so they need not be ranked. */
    private static double correlation(double[] ranks, double[] left) {
        return ranks.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(ranks, left);
    }

    private static List<IndexFifth> fifths(double[] indices, double[] ranks, double[] left) {
        int[] fifthOf = new int[ranks.length];
        Arrays.setAll(fifthOf, i -> (int) (FIFTHS * (ranks[i] - 0.5) / ranks.length));
        ImmutableList.Builder<IndexFifth> fifths = ImmutableList.builder();
        for (int f = 0; f < FIFTHS; f++) {
            int fifth = f;
            int[] members = IntStream.range(0, ranks.length)
                    .filter(i -> fifthOf[i] == fifth)
                    .toArray();
            double[] range = pick(indices, members);
            fifths.add(new IndexFifth(
                    f + 1,
                    members.length,
                    count(pick(left, members)),
                    Arrays.stream(range).min().orElse(Double.NaN),
                    Arrays.stream(range).max().orElse(Double.NaN)));
        }
        return fifths.build();
    }

    private record WeightComparison(int customers, List<FittedWeight> weights, Optional<String> noFit) {}

    /** Over the customers who have every indicator that at least half of those with an outcome have. */
    private WeightComparison compareWeights(double[] coverage, int asked) {
        int[] compared = IntStream.range(0, columns.length)
                .filter(j -> 2 * rows(i -> isAsked(i) && !Double.isNaN(columns[j][i])).length >= asked && asked > 0)
                .toArray();
        int[] rows = rows(i -> isAsked(i)
                && !Double.isNaN(coverage[i])
                && Arrays.stream(compared).noneMatch(j -> Double.isNaN(columns[j][i])));
        if (rows.length == 0 || compared.length == 0) {
            return new WeightComparison(0, List.of(), Optional.of("no customer has all indicators and an outcome"));
        }
        try {
            return new WeightComparison(rows.length, weights(compared, fit(compared, rows)), Optional.empty());
        } catch (FitException e) {
            return new WeightComparison(rows.length, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private LogisticFit fit(int[] compared, int[] rows) {
        double[][] scores = new double[compared.length][];
        for (int k = 0; k < compared.length; k++) {
            Indicator indicator = index.indicators().get(compared[k]);
            Scale scale = (Scale) indicator.scale();
            scores[k] = Arrays.stream(pick(columns[compared[k]], rows))
                    .map(scale::score)
                    .toArray();
        }
        return LogisticRegression.withDefaults()
                .fit(Arrays.stream(compared).mapToObj(this::name).toList(), scores, pick(outcome, rows));
    }

    private List<FittedWeight> weights(int[] compared, LogisticFit fit) {
        Weights judged = index.index().weights();
        double[] coefficients = fit.model().coefficients();
        double judgedSum = Arrays.stream(compared).mapToDouble(judged::weight).sum();
        double fittedSum = Arrays.stream(coefficients).map(c -> Math.max(0, -c)).sum();
        List<FittedWeight> weights = new ArrayList<>();
        for (int k = 0; k < compared.length; k++) {
            weights.add(new FittedWeight(
                    name(compared[k]),
                    index.indicators().get(compared[k]).chineseName(),
                    judged.weight(compared[k]) / judgedSum,
                    coefficients[k],
                    Math.max(0, -coefficients[k]) / fittedSum));
        }
        return weights;
    }
}
