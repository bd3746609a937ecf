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

class QiniCurvePropertyTest {

    private static final double ROUNDING = 1e-12;

    /** For each uplift, everybody is counted anew. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyPointIsTheDefinitionCountedAnew(@ForAll("campaigns") List<double[]> rows) {
        QiniCurve curve = curve(rows);
        double[] levels =
                rows.stream().mapToDouble(row -> -row[0]).distinct().sorted().toArray();

        assertThat(curve.shares()).hasSize(levels.length + 1);
        for (int k = 0; k < levels.length; k++) {
            double level = -levels[k];
            double treated = count(rows, level, 1, 0);
            double control = count(rows, level, 0, 0);
            double keptControl = count(rows, level, 0, 1);
            double expected = count(rows, level, 1, 1) - (control > 0 ? keptControl / control * treated : 0);
            assertThat(curve.shares()[k + 1]).isCloseTo((treated + control) / rows.size(), within(ROUNDING));
            assertThat(curve.incremental()[k + 1]).isCloseTo(expected, within(ROUNDING * rows.size()));
        }
    }

    private static double count(List<double[]> rows, double level, double treated, double keptAtLeast) {
        return rows.stream()
                .filter(row -> row[0] >= level && row[1] == treated && row[2] >= keptAtLeast)
                .count();
    }

    /** The area as the mean height of the curve over the line, at many places between the points. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void theCoefficientIsTheMeanHeightOverTheLine(@ForAll("campaigns") List<double[]> rows) {
        QiniCurve curve = curve(rows);
        int places = 20 * rows.size();
        double sum = 0;
        for (int k = 0; k < places; k++) {
            double share = (k + 0.5) / places;
            sum += curve.at(share) - curve.random(share);
        }

        assertThat(curve.coefficient())
                .isCloseTo(sum / places / count(rows, Double.NEGATIVE_INFINITY, 1, 0), within(1e-9));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onlyTheRankingCounts(@ForAll("campaigns") List<double[]> rows) {
        QiniCurve curve = curve(rows);
        double[] other = column(rows, 0);
        Arrays.setAll(other, i -> Math.exp(other[i]) - 5);

        QiniCurve same = QiniCurve.of(other, column(rows, 1), column(rows, 2));

        assertThat(same.incremental()).isEqualTo(curve.incremental());
        assertThat(same.bestShare()).isEqualTo(curve.bestShare());
    }

    private static QiniCurve curve(List<double[]> rows) {
        return QiniCurve.of(column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int place) {
        return rows.stream().mapToDouble(row -> row[place]).toArray();
    }

    @Provide
    Arbitrary<List<double[]>> campaigns() {
        Arbitrary<double[]> row = Combinators.combine(
                        Arbitraries.integers().between(-3, 6),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1))
                .as((uplift, treated, kept) -> new double[] {uplift, treated, kept});
        return row.list()
                .ofMinSize(2)
                .ofMaxSize(40)
                .filter(rows ->
                        rows.stream().anyMatch(r -> r[1] == 1) && rows.stream().anyMatch(r -> r[1] == 0));
    }
}
