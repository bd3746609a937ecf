package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

class ChurnEvaluationPropertyTest {

    private static final double ROUNDING = 1e-12;

    /** Every pair is compared. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theAucIsTheShareOfPairsInOrder(@ForAll("customers") List<double[]> rows) {
        double pairs = 0;
        double inOrder = 0;
        for (double[] one : rows) {
            for (double[] zero : rows) {
                if (one[1] == 1 && zero[1] == 0) {
                    pairs++;
                    inOrder += one[0] > zero[0] ? 1 : one[0] == zero[0] ? 0.5 : 0;
                }
            }
        }
        assertThat(evaluation(rows).auc()).isEqualTo(inOrder / pairs);
    }

    /** By mean ranks of commons-math, and as the area under the gains turned into that of the curve. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theAucIsThatOfMeanRanksAndOfTheGains(@ForAll("customers") List<double[]> rows) {
        ChurnEvaluation evaluation = evaluation(rows);
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(column(rows, 0));
        double ones = evaluation.churned();
        double zeros = rows.size() - ones;
        double rankSum = 0;
        for (int i = 0; i < ranks.length; i++) {
            rankSum += rows.get(i)[1] * ranks[i];
        }
        assertThat(evaluation.auc()).isCloseTo((rankSum - ones * (ones + 1) / 2) / (ones * zeros), within(ROUNDING));

        double[] shares = evaluation.gains().shares();
        double[] captured = evaluation.gains().captured();
        double area = 0;
        for (int k = 1; k < shares.length; k++) {
            area += (shares[k] - shares[k - 1]) * (captured[k] + captured[k - 1]) / 2;
        }
        double rate = evaluation.churnRate();
        assertThat(evaluation.auc()).isCloseTo((area - rate / 2) / (1 - rate), within(ROUNDING));
    }

    /** The decile of each rank by its formula, each customer counted one by one. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyRankIsInItsDecile(@ForAll("customers") List<double[]> rows) {
        int[] customers = new int[10];
        int[] churned = new int[10];
        double[][] sorted = rows.toArray(double[][]::new);
        Arrays.sort(sorted, (a, b) -> Double.compare(b[0], a[0])); // stable
        for (int rank = 1; rank <= sorted.length; rank++) {
            int decile = (int) Math.floor((rank - 1) * 10.0 / sorted.length);
            customers[decile]++;
            churned[decile] += (int) sorted[rank - 1][1];
        }
        List<RiskDecile> deciles = evaluation(rows).deciles();
        assertThat(deciles.stream().mapToInt(RiskDecile::customers).toArray()).isEqualTo(customers);
        assertThat(deciles.stream().mapToInt(RiskDecile::churned).toArray()).isEqualTo(churned);
        assertThat(deciles.get(9).cumulativeCapture()).isEqualTo(1);
        assertThat(deciles.get(9).cumulativeLift()).isEqualTo(1);
    }

    /** The Brier score is what is lost by calibration, less what is told apart, plus what cannot be known (Murphy 1973). */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBrierScoreFallsApartAsItShould(@ForAll("customers") List<double[]> rows) {
        ChurnEvaluation evaluation = evaluation(rows);
        double rate = evaluation.churnRate();
        double score = rate * (1 - rate);
        for (double p : rows.stream().mapToDouble(row -> row[0]).distinct().toArray()) {
            double[] same = rows.stream()
                    .filter(row -> row[0] == p)
                    .mapToDouble(row -> row[1])
                    .toArray();
            double ofSame = Arrays.stream(same).average().orElseThrow();
            score += same.length * ((p - ofSame) * (p - ofSame) - (ofSame - rate) * (ofSame - rate)) / rows.size();
        }
        assertThat(evaluation.brier()).isCloseTo(score, within(ROUNDING));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void binsAndConfusionCountEverybodyOnce(@ForAll("customers") List<double[]> rows) {
        ChurnEvaluation evaluation = evaluation(rows);
        for (CalibrationBin bin : evaluation.calibration()) {
            assertThat(bin.customers()).isEqualTo((int) rows.stream()
                    .filter(row -> row[0] >= bin.lower() && (row[0] < bin.upper() || bin.upper() == 1))
                    .count());
        }
        ConfusionMatrix counts = evaluation.confusion(rows.get(0)[0]);
        assertThat(counts.truePositives() + counts.falseNegatives()).isEqualTo(evaluation.churned());
        assertThat(counts.truePositives() + counts.falsePositives()).isEqualTo((int)
                rows.stream().filter(row -> row[0] >= rows.get(0)[0]).count());
        assertThat(counts.trueNegatives() + counts.falsePositives()).isEqualTo(rows.size() - evaluation.churned());
    }

    private static ChurnEvaluation evaluation(List<double[]> rows) {
        return ChurnEvaluation.heldOut(column(rows, 0), column(rows, 1));
    }

    private static double[] column(List<double[]> rows, int place) {
        return rows.stream().mapToDouble(row -> row[place]).toArray();
    }

    @Provide
    Arbitrary<List<double[]>> customers() {
        Arbitrary<double[]> row = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 1))
                .as((twentieths, left) -> new double[] {twentieths / 20.0, left});
        return row.list()
                .ofMinSize(2)
                .ofMaxSize(60)
                .filter(rows ->
                        rows.stream().anyMatch(r -> r[1] == 1) && rows.stream().anyMatch(r -> r[1] == 0));
    }
}
