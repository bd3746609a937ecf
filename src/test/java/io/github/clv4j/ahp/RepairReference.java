package io.github.clv4j.ahp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest repair by trying: every judgement to every value of the scale, then every two of them. */
final class RepairReference {

    /** Sizes that differ by less tie, and so do consistency ratios. */
    private static final double TIE = 1e-9;

    private final AhpSolver solver;
    private final PairwiseMatrix matrix;
    private final double limit;
    private final List<List<JudgementChange>> singles = new ArrayList<>();

    RepairReference(AhpSolver solver, PairwiseMatrix matrix, double limit) {
        this.solver = solver;
        this.matrix = matrix;
        this.limit = limit;
        for (int i = 0; i < matrix.order(); i++) {
            for (int j = i + 1; j < matrix.order(); j++) {
                if (!Double.isNaN(matrix.judgement(i, j))) {
                    singles.add(changes(i, j));
                }
            }
        }
    }

    private List<JudgementChange> changes(int i, int j) {
        double from = matrix.judgement(i, j);
        List<JudgementChange> changes = new ArrayList<>();
        for (int place = 0; place < 17; place++) {
            double to = RandomJudgements.scaleValue(place);
            if (to != from) {
                changes.add(new JudgementChange(
                        matrix.names().get(i), matrix.names().get(j), from, to));
            }
        }
        return changes;
    }

    /** A change of one judgement or two, with the ratio it leads to. */
    record Try(List<JudgementChange> changes, double ratio) {

        double size() {
            return changes.stream().mapToDouble(JudgementChange::size).sum();
        }
    }

    /** The smallest repairs, which tie in size and ratio, in the order of the matrix; empty if there is none. */
    List<Try> smallest() {
        List<Try> single = smallest(candidates(1));
        return single.isEmpty() ? smallest(candidates(2)) : single;
    }

    /** The smallest repairs of one judgement. */
    List<Try> smallestSingles() {
        return smallest(candidates(1));
    }

    private List<List<JudgementChange>> candidates(int judgements) {
        List<List<JudgementChange>> candidates = new ArrayList<>();
        for (int p = 0; p < singles.size(); p++) {
            for (JudgementChange first : singles.get(p)) {
                if (judgements == 1) {
                    candidates.add(List.of(first));
                } else {
                    for (int q = p + 1; q < singles.size(); q++) {
                        singles.get(q).forEach(second -> candidates.add(List.of(first, second)));
                    }
                }
            }
        }
        return candidates;
    }

    /** Solves all of them in the order of their size, up to the first size at which one is enough. */
    private List<Try> smallest(List<List<JudgementChange>> candidates) {
        List<Try> ordered = candidates.stream()
                .map(changes -> new Try(changes, Double.NaN))
                .sorted(Comparator.comparingDouble(Try::size))
                .toList();
        List<Try> enough = new ArrayList<>();
        for (Try candidate : ordered) {
            if (!enough.isEmpty() && candidate.size() > enough.get(0).size() + TIE) {
                break;
            }
            double ratio = ratio(candidate.changes());
            if (ratio < limit) {
                enough.add(new Try(candidate.changes(), ratio));
            }
        }
        double best = enough.stream().mapToDouble(Try::ratio).min().orElse(Double.NaN);
        return enough.stream()
                .filter(candidate -> candidate.ratio() <= best + TIE)
                .sorted(Comparator.comparing(this::places)
                        .thenComparingDouble(
                                candidate -> candidate.changes().get(0).to())
                        .thenComparingDouble(candidate -> candidate
                                .changes()
                                .get(candidate.changes().size() - 1)
                                .to()))
                .toList();
    }

    private double ratio(List<JudgementChange> changes) {
        PairwiseMatrix changed = matrix;
        for (JudgementChange change : changes) {
            changed = changed.with(change.first(), change.second(), change.to());
        }
        return solver.solve(changed).consistency().ratio();
    }

    /** Where the judgements stand in the matrix, as a text that sorts like it. */
    private String places(Try candidate) {
        StringBuilder places = new StringBuilder();
        for (JudgementChange change : candidate.changes()) {
            places.append((char) matrix.names().indexOf(change.first()))
                    .append((char) matrix.names().indexOf(change.second()));
        }
        return places.toString();
    }
}
