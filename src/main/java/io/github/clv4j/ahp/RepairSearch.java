package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the smallest repair, and proves that it is the smallest without solving them all.
 *
 * <p>The logarithm of the principal eigenvalue is a convex function of the logarithms of the judgements (Kingman 1961), also
 * with missing judgements filled in. Its tangent at any matrix that was solved is therefore a lower bound everywhere: a
 * candidate whose bound is above the limit needs no solving. Candidates come in the order of their size; each that is solved
 * and fails adds its tangent, which rules out others.
 */
final class RepairSearch {

    private static final int LARGEST_ON_SCALE = 9;

    /** Changes of the same size to within rounding tie. */
    private static final double SAME_SIZE = 1e-9;

    /** Logarithms of eigenvalues closer than this tie. */
    private static final double SAME_LAMBDA = 1e-11;

    /** A tangent is known about as well as the eigenvalue. */
    private static final double TANGENT_ERROR = 1e-9;

    /** Sets of candidates larger than this are not worth their memory. */
    private static final int MOST_CANDIDATES = 2_000_000;

    private static final Comparator<Candidate> IN_MATRIX_ORDER = Comparator.comparingInt(Candidate::first)
            .thenComparingInt(Candidate::second)
            .thenComparingDouble(Candidate::firstTo)
            .thenComparingDouble(Candidate::secondTo);

    private final AhpSolver solver;
    private final PairwiseMatrix matrix;
    private final Consistency consistency;
    private final List<Pair> pairs;
    private final double[] scale;
    private final double logLimit;
    private final int budget;
    private final List<Tangent> tangents = new ArrayList<>();
    private int solves;

    RepairSearch(AhpSolver solver, PairwiseMatrix matrix, Consistency consistency, int budget) {
        this.solver = solver;
        this.matrix = matrix;
        this.consistency = consistency;
        this.budget = budget;
        int n = matrix.order();
        this.logLimit = StrictMath.log(n + consistency.limit() * consistency.randomIndex() * (n - 1));
        this.pairs = pairs(matrix);
        this.scale = values(matrix.scale());
    }

    private static List<Pair> pairs(PairwiseMatrix matrix) {
        ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
        for (int i = 0; i < matrix.order(); i++) {
            for (int j = i + 1; j < matrix.order(); j++) {
                double judged = matrix.judgement(i, j);
                if (!Double.isNaN(judged)) {
                    pairs.add(
                            new Pair(i, j, matrix.names().get(i), matrix.names().get(j), judged));
                }
            }
        }
        return pairs.build();
    }

    JudgementRepair run() {
        if (Double.isNaN(consistency.ratio())) {
            return nothing(JudgementRepair.Outcome.NO_RATIO);
        }
        if (consistency.isAcceptable()) {
            return nothing(JudgementRepair.Outcome.NOT_NEEDED);
        }
        addTangent(Candidate.NONE);
        try {
            Candidate best = best(singles());
            if (best == null) {
                best = best(doubles());
            }
            return best == null ? nothing(JudgementRepair.Outcome.NONE) : found(best);
        } catch (BudgetSpent spent) {
            return nothing(JudgementRepair.Outcome.BUDGET_SPENT);
        }
    }

    private JudgementRepair nothing(JudgementRepair.Outcome outcome) {
        return new JudgementRepair(outcome, List.of(), consistency.ratio(), solves);
    }

    private JudgementRepair found(Candidate best) {
        ImmutableList.Builder<JudgementChange> changes = ImmutableList.builder();
        changes.add(change(best.first, best.firstTo));
        if (best.second >= 0) {
            changes.add(change(best.second, best.secondTo));
        }
        double ratio = solver.solve(changed(best)).consistency().ratio();
        return new JudgementRepair(JudgementRepair.Outcome.FOUND, changes.build(), ratio, solves);
    }

    private JudgementChange change(int pair, double to) {
        Pair judgement = pairs.get(pair);
        return new JudgementChange(judgement.first, judgement.second, judgement.judged, to);
    }

    /** The best of the smallest candidates that are enough; null if none is. */
    private @Nullable Candidate best(List<Candidate> candidates) {
        candidates.sort(Comparator.comparingDouble(Candidate::size));
        Candidate best = null;
        for (int from = 0; from < candidates.size() && best == null; ) {
            int to = from;
            while (to < candidates.size()
                    && candidates.get(to).size() <= candidates.get(from).size() + SAME_SIZE) {
                to++;
            }
            best = bestOfSameSize(candidates.subList(from, to));
            from = to;
        }
        return best;
    }

    /** The one of smallest eigenvalue, the first in the matrix if there are several; null if none is enough. */
    private @Nullable Candidate bestOfSameSize(List<Candidate> candidates) {
        candidates.sort(IN_MATRIX_ORDER);
        Candidate best = null;
        double toBeat = logLimit;
        for (Candidate candidate : candidates) {
            if (isPossible(candidate)) {
                double lambda = solve(candidate);
                if (lambda < toBeat) {
                    best = candidate;
                    toBeat = lambda - SAME_LAMBDA;
                }
            }
        }
        return best;
    }

    private List<Candidate> singles() {
        List<Candidate> singles = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            for (double to : scale) {
                Candidate candidate = candidate(p, to, -1, 1);
                if (candidate.firstChange != 0 && isPossible(candidate)) {
                    singles.add(candidate);
                }
            }
        }
        return singles;
    }

    private List<Candidate> doubles() {
        double[] reach = reach();
        List<Candidate> doubles = new ArrayList<>();
        for (int p = 0; p < pairs.size(); p++) {
            for (int q = p + 1; q < pairs.size(); q++) {
                if (tangents.get(0).value + reach[p] + reach[q] < logLimit + TANGENT_ERROR) {
                    addDoubles(p, q, doubles);
                }
            }
        }
        return doubles;
    }

    /** By how much, at most, the first tangent falls when one judgement is changed. */
    private double[] reach() {
        double[] reach = new double[pairs.size()];
        for (int p = 0; p < reach.length; p++) {
            for (double to : scale) {
                reach[p] = Math.min(reach[p], tangents.get(0).slopes[p] * logChange(p, to));
            }
        }
        return reach;
    }

    private void addDoubles(int p, int q, List<Candidate> doubles) {
        for (double first : scale) {
            for (double second : scale) {
                Candidate candidate = candidate(p, first, q, second);
                if (candidate.firstChange != 0 && candidate.secondChange != 0 && isPossible(candidate)) {
                    doubles.add(candidate);
                }
            }
        }
        if (doubles.size() > MOST_CANDIDATES) {
            throw new BudgetSpent();
        }
    }

    /** The ratios that the 17 judgements stand for. */
    private static double[] values(JudgementScale scale) {
        double[] values = new double[2 * LARGEST_ON_SCALE - 1];
        for (int k = 1; k <= LARGEST_ON_SCALE; k++) {
            values[LARGEST_ON_SCALE - 2 + k] = scale.apply(k);
            values[LARGEST_ON_SCALE - k] = 1 / scale.apply(k);
        }
        return values;
    }

    private Candidate candidate(int first, double firstTo, int second, double secondTo) {
        double secondChange = second < 0 ? 0 : logChange(second, secondTo);
        return new Candidate(first, firstTo, logChange(first, firstTo), second, secondTo, secondChange);
    }

    private double logChange(int pair, double to) {
        double from = pairs.get(pair).judged;
        return to == from ? 0 : StrictMath.log(to) - StrictMath.log(from);
    }

    /** Whether no tangent rules a candidate out. */
    private boolean isPossible(Candidate candidate) {
        for (Tangent tangent : tangents) {
            if (tangent.at(candidate) > logLimit + TANGENT_ERROR) {
                return false;
            }
        }
        return true;
    }

    /** The logarithm of the eigenvalue of a candidate. */
    private double solve(Candidate candidate) {
        if (solves == budget) {
            throw new BudgetSpent();
        }
        solves++;
        return addTangent(candidate);
    }

    /** Solves a candidate, and learns from it. */
    private double addTangent(Candidate candidate) {
        PairwiseMatrix changed = changed(candidate);
        LambdaSlopes slopes = LambdaSlopes.of(changed, solver.completionOf(changed));
        double value = StrictMath.log(slopes.lambda());
        double[] logSlopes = pairs.stream()
                .mapToDouble(pair -> slopes.slope(pair.row, pair.column) / slopes.lambda())
                .toArray();
        tangents.add(Tangent.of(value, logSlopes, candidate));
        return value;
    }

    private PairwiseMatrix changed(Candidate candidate) {
        PairwiseMatrix changed = changed(matrix, candidate.first, candidate.firstTo);
        return changed(changed, candidate.second, candidate.secondTo);
    }

    private PairwiseMatrix changed(PairwiseMatrix from, int pair, double to) {
        return pair < 0 ? from : from.with(pairs.get(pair).first, pairs.get(pair).second, to);
    }

    /** A judgement that can be changed. */
    private record Pair(int row, int column, String first, String second, double judged) {}

    /** One judgement or two, by their places in the list of pairs, what they change to, and by how much in logarithms. */
    private record Candidate(
            int first, double firstTo, double firstChange, int second, double secondTo, double secondChange) {

        static final Candidate NONE = new Candidate(-1, 1, 0, -1, 1, 0);

        double size() {
            return Math.abs(firstChange) + Math.abs(secondChange);
        }
    }

    /** A tangent of ln lambda, as its value where nothing is changed and its slopes by pair. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tangent(double value, double[] slopes) {

        static Tangent of(double value, double[] slopes, Candidate touched) {
            Tangent through = new Tangent(0, slopes);
            return new Tangent(value - through.at(touched), slopes);
        }

        double at(Candidate candidate) {
            double at = value;
            if (candidate.first >= 0) {
                at += slopes[candidate.first] * candidate.firstChange;
            }
            if (candidate.second >= 0) {
                at += slopes[candidate.second] * candidate.secondChange;
            }
            return at;
        }
    }

    /** The search is over. */
    private static final class BudgetSpent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super(null, null, false, false);
        }
    }
}
