package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Markov chain of the moves between segments. Segments with nobody in them before or after are no part of it.
 * Immutable and thread-safe.
 */
final class SegmentChain {

    private static final int SEGMENTS = Segment.all().size();

    private final int[] before;
    private final int[] after;
    private final double[][] probabilities;
    private final ImmutableList<ImmutableList<Segment>> closedGroups;

    private SegmentChain(int[][] counts) {
        this.before = new int[SEGMENTS];
        this.after = new int[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            for (int j = 0; j < SEGMENTS; j++) {
                before[i] += counts[i][j];
                after[j] += counts[i][j];
            }
        }
        this.probabilities = new double[SEGMENTS][SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            for (int j = 0; j < SEGMENTS; j++) {
                probabilities[i][j] = before[i] == 0 ? 0 : (double) counts[i][j] / before[i];
            }
        }
        this.closedGroups = closedGroups(reachable(counts));
    }

    /** The chain of counts from row to column, of which the first eight rows and columns are the segments. */
    static SegmentChain of(int[][] counts) {
        return new SegmentChain(counts);
    }

    /** Whether one can get from row to column in any number of moves, none included (Warshall). */
    private static boolean[][] reachable(int[][] counts) {
        boolean[][] reachable = new boolean[SEGMENTS][SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            for (int j = 0; j < SEGMENTS; j++) {
                reachable[i][j] = i == j || counts[i][j] > 0;
            }
        }
        for (int k = 0; k < SEGMENTS; k++) {
            for (int i = 0; i < SEGMENTS; i++) {
                for (int j = 0; j < SEGMENTS; j++) {
                    reachable[i][j] |= reachable[i][k] && reachable[k][j];
                }
            }
        }
        return reachable;
    }

    /** The groups of segments that one can go round in, but not leave. */
    private ImmutableList<ImmutableList<Segment>> closedGroups(boolean[][] reachable) {
        ImmutableList.Builder<ImmutableList<Segment>> groups = ImmutableList.builder();
        for (int i = 0; i < SEGMENTS; i++) {
            int from = i;
            int[] group =
                    IntStream.range(0, SEGMENTS).filter(j -> reachable[from][j]).toArray();
            boolean closed = Arrays.stream(group).allMatch(j -> reachable[j][from]);
            if (before[i] > 0 && closed && group[0] == i) {
                groups.add(Arrays.stream(group).mapToObj(Segment.all()::get).collect(ImmutableList.toImmutableList()));
            }
        }
        return groups.build();
    }

    /** Why the stationary distribution is not there or not unique; empty if it is. */
    Optional<String> obstacle(Language language) {
        if (Arrays.stream(before).sum() == 0) {
            return Optional.of(language.pick("nobody has a segment in both scorings", "没有客户在两次评分中都有细分"));
        }
        List<Segment> unknown = Segment.all().stream()
                .filter(segment -> before[segment.index()] == 0 && after[segment.index()] > 0)
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(language.pick(
                    "nobody was in " + names(unknown, language) + " before, so where one goes from there is not known",
                    "先前没有客户属于" + names(unknown, language) + ",其去向未知"));
        }
        if (closedGroups.size() == 1) {
            return Optional.empty();
        }
        String groups = closedGroups.stream()
                .map(group -> names(group, language))
                .collect(Collectors.joining(language.pick("; ", ";")));
        return Optional.of(language.pick(
                "there are " + closedGroups.size() + " groups of segments that nobody leaves: " + groups,
                "有 " + closedGroups.size() + " 组细分无人离开:" + groups));
    }

    private static String names(List<Segment> segments, Language language) {
        return segments.stream()
                .map(segment -> segment.displayName(language))
                .collect(Collectors.joining(language.pick(", ", "、")));
    }

    /** The shares of the eight segments. There must be no {@linkplain #obstacle obstacle}. */
    double[] stationary() {
        int[] group = closedGroups.get(0).stream().mapToInt(Segment::index).toArray();
        double[] within = eliminate(probabilitiesOf(group));
        double[] shares = new double[SEGMENTS];
        for (int i = 0; i < group.length; i++) {
            shares[group[i]] = within[i];
        }
        return shares;
    }

    private double[][] probabilitiesOf(int[] group) {
        double[][] inner = new double[group.length][group.length];
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < group.length; j++) {
                inner[i][j] = probabilities[group[i]][group[j]];
            }
        }
        return inner;
    }

    /** Grassmann, Taksar and Heyman: takes out the states one by one from the last, then puts them back. */
    private static double[] eliminate(double[][] p) {
        int n = p.length;
        for (int k = n - 1; k > 0; k--) {
            double out = sum(p[k], k);
            for (int i = 0; i < k; i++) {
                p[i][k] /= out;
                for (int j = 0; j < k; j++) {
                    p[i][j] += p[i][k] * p[k][j];
                }
            }
        }
        double[] shares = new double[n];
        shares[0] = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                shares[k] += shares[i] * p[i][k];
            }
        }
        double all = sum(shares, n);
        return Arrays.stream(shares).map(share -> share / all).toArray();
    }

    private static double sum(double[] values, int to) {
        double sum = 0;
        for (int i = 0; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
