package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IntransitiveTriadTest {

    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    @Property
    void theTriadsAreThoseThatNoOrderFits(
            @ForAll @IntRange(min = 3, max = 7) int order,
            @ForAll @IntRange(max = 5) int missing,
            @ForAll boolean withTies,
            @ForAll Random random) {
        PairwiseMatrix matrix = RandomJudgements.onScale(random, order);
        if (withTies) {
            matrix = tied(random, order);
        }
        PairwiseMatrix judged = RandomJudgements.without(random, matrix, missing);
        List<IntransitiveTriad> triads = SOLVER.solve(judged).intransitiveTriads();
        int found = 0;
        for (int i = 0; i < order; i++) {
            for (int j = i + 1; j < order; j++) {
                for (int k = j + 1; k < order; k++) {
                    int[] places = {i, j, k};
                    Set<String> names = Set.of(
                            judged.names().get(i),
                            judged.names().get(j),
                            judged.names().get(k));
                    boolean expected = isJudged(judged, places) && !fitsAnyOrder(judged, places);
                    List<IntransitiveTriad> reported = triads.stream()
                            .filter(triad -> names.equals(Set.of(triad.first(), triad.second(), triad.third())))
                            .toList();
                    assertThat(reported).as("%s of%n%s", names, judged).hasSize(expected ? 1 : 0);
                    found += reported.size();
                }
            }
        }
        assertThat(triads).hasSize(found);
    }

    @Property
    void aTriadIsReportedInADirectionInWhichItContradictsItself(
            @ForAll @IntRange(min = 3, max = 7) int order, @ForAll Random random) {
        PairwiseMatrix matrix = tied(random, order);
        for (IntransitiveTriad triad : SOLVER.solve(matrix).intransitiveTriads()) {
            double first = matrix.judgement(triad.first(), triad.second());
            double second = matrix.judgement(triad.second(), triad.third());
            double third = matrix.judgement(triad.third(), triad.first());
            assertThat(first).isGreaterThanOrEqualTo(1);
            assertThat(second).isGreaterThanOrEqualTo(1);
            assertThat(third).isGreaterThan(1);
            assertThat(triad.isCycle()).isEqualTo(first > 1 && second > 1);
        }
    }

    /** Half of the judgements are ties. */
    private static PairwiseMatrix tied(Random random, int order) {
        double[] values = {1 / 3.0, 1, 1, 3};
        double[] judgements = random.ints(order * (order - 1) / 2, 0, values.length)
                .mapToDouble(k -> values[k])
                .toArray();
        return PairwiseMatrix.ofUpperTriangle(JudgementTables.names(order), judgements);
    }

    private static boolean isJudged(PairwiseMatrix matrix, int[] places) {
        return !Double.isNaN(matrix.judgement(places[0], places[1])
                * matrix.judgement(places[1], places[2])
                * matrix.judgement(places[0], places[2]));
    }

    /**
     * Whether some order of three, of which neighbours may tie, agrees with all three judgements: the one before is more
     * important where the order says so, equally important where it says so.
     */
    private static boolean fitsAnyOrder(PairwiseMatrix matrix, int[] places) {
        for (int[] order : ORDERS) {
            for (int ties = 0; ties < 4; ties++) {
                int[] rank = new int[3];
                rank[order[0]] = 0;
                rank[order[1]] = rank[order[0]] + (ties & 1);
                rank[order[2]] = rank[order[1]] + (ties >> 1);
                if (fits(matrix, places, rank)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(PairwiseMatrix matrix, int[] places, int[] rank) {
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                if (a != b
                        && Double.compare(matrix.judgement(places[a], places[b]), 1)
                                != Integer.compare(rank[b], rank[a])) {
                    return false;
                }
            }
        }
        return true;
    }

    @Example
    void aCycleIsFoundAndNamed() {
        PairwiseMatrix matrix = JudgementTables.pairs(JudgementTables.names(3), "a-b 3, b-c 2, c-a 5");
        assertThat(SOLVER.solve(matrix).intransitiveTriads())
                .containsExactly(new IntransitiveTriad("a", "b", "c", true));
        PairwiseMatrix backwards = JudgementTables.pairs(JudgementTables.names(3), "b-a 3, c-b 2, a-c 5");
        assertThat(SOLVER.solve(backwards).intransitiveTriads())
                .containsExactly(new IntransitiveTriad("a", "c", "b", true));
    }

    @Example
    void aTieThatIsContradictedIsNoCycle() {
        PairwiseMatrix matrix = JudgementTables.pairs(JudgementTables.names(3), "a-b 1, b-c 1, c-a 5");
        assertThat(SOLVER.solve(matrix).intransitiveTriads())
                .containsExactly(new IntransitiveTriad("a", "b", "c", false));
    }

    @Example
    void triadsComeInTheOrderOfTheMatrix() {
        List<IntransitiveTriad> triads =
                SOLVER.solve(PublishedExample.SELECTING_A_SCHOOL.matrix).intransitiveTriads();
        List<String> names = PublishedExample.SELECTING_A_SCHOOL.matrix.names();
        List<List<Integer>> places = triads.stream()
                .map(triad -> Set.of(triad.first(), triad.second(), triad.third()).stream()
                        .map(names::indexOf)
                        .sorted()
                        .toList())
                .toList();
        List<List<Integer>> sorted =
                places.stream().sorted((a, b) -> key(a).compareTo(key(b))).toList();
        assertThat(places).isNotEmpty().isEqualTo(sorted);
    }

    private static String key(List<Integer> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining());
    }
}
