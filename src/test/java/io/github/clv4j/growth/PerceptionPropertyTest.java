package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PerceptionPropertyTest {

    @Property
    void everyPointIsEitherRankedOrUnknownAndPrioritiesFall(
            @ForAll("customer") double[] answers, @ForAll GrowthDimension dimension) {
        PerceptionScores scores = PerceptionScores.none();
        for (PerceptionPoint point : PerceptionPoint.all()) {
            scores = scores.with(point, answers[point.number() - 1]);
        }
        PerceptionRanking ranking = PerceptionLeverage.withDefaults().rank(dimension, scores);

        List<PerceptionPoint> all = new ArrayList<>(ranking.unknown());
        ranking.ranked().forEach(priority -> all.add(priority.point()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(PerceptionPoint.all());
        for (int i = 1; i < ranking.ranked().size(); i++) {
            PerceptionPriority before = ranking.ranked().get(i - 1);
            PerceptionPriority then = ranking.ranked().get(i);
            assertThat(before.priority()).isGreaterThanOrEqualTo(then.priority());
            if (before.priority() == then.priority()) {
                assertThat(before.point().number()).isLessThan(then.point().number());
            }
        }
        assertThat(ranking.ranked())
                .allMatch(p ->
                        p.priority() == p.leverage() * (1 - answers[p.point().number() - 1]));
    }

    @Property(tries = 200)
    void meansAreThoseOfAPlainLoop(@ForAll("segment") double[][] customers, @ForAll("tiers") byte[] drawn) {
        byte[] tiers = Arrays.copyOf(drawn, customers.length);
        double[][] columns = new double[8][customers.length];
        for (int i = 0; i < customers.length; i++) {
            for (int k = 0; k < 8; k++) {
                columns[k][i] = customers[i][k];
            }
        }
        PerceptionScores means = PerceptionScores.mean(ValueTier.SECONDARY, tiers, columns);
        for (PerceptionPoint point : PerceptionPoint.all()) {
            double sum = 0;
            int known = 0;
            for (int i = 0; i < customers.length; i++) {
                double score = customers[i][point.number() - 1];
                if (tiers[i] == 2 && score >= 0) {
                    sum += score;
                    known++;
                }
            }
            if (known == 0) {
                assertThat(means.of(point)).isNaN();
            } else {
                assertThat(means.of(point))
                        .isCloseTo(sum / known, within(1e-14))
                        .isBetween(0.0, 1.0);
            }
        }
    }

    /** Of few values, so that many are tied, and now and then not known. */
    @Provide
    Arbitrary<double[]> customer() {
        return Arbitraries.of(0.0, 0.25, 0.5, 0.9, 1.0, Double.NaN)
                .array(double[].class)
                .ofSize(8);
    }

    @Provide
    Arbitrary<double[][]> segment() {
        return customer().array(double[][].class).ofMaxSize(20);
    }

    @Provide
    Arbitrary<byte[]> tiers() {
        return Arbitraries.bytes()
                .between((byte) -1, (byte) 3)
                .array(byte[].class)
                .ofSize(20);
    }
}
