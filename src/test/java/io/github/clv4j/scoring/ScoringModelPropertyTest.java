package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.retention.FeatureContribution;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.testing.RandomBase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoringModelPropertyTest {

    /** Relative: a sum in another order may differ in the last bits. */
    private static final double ROUNDING = 1e-12;

    @Property(tries = 150)
    void oneCustomerGetsTheBitsItGetsInColumns(
            @ForAll long seed, @ForAll @IntRange(min = 60, max = 5000) int customers) {
        RandomBase base = new RandomBase(seed, customers, 0.01);
        ScoringModel model =
                base.plan().fit(new RandomBase(seed + 1, 500, 0).columns()).model();
        CustomerColumns columns = base.columns();
        InputReader reader = new InputReader(columns, new InputList(model.inputs()));

        ScoredCustomers scored = model.score(columns);

        assertThat(scored.customers()).isEqualTo(customers);
        for (int row = 0; row < customers; row++) {
            double[] customer = reader.customer(row);
            Optional<CustomerScore> inColumns = scored.score(row);
            if (inColumns.isPresent()) {
                assertSameBits(inColumns.get(), model.score(customer));
            } else {
                assertThatThrownBy(() -> model.score(customer)).isInstanceOf(IllegalArgumentException.class);
                assertThat(scored.lifetimeValues()[row]).isNaN();
            }
        }
        assertThat(scored.failures().stream().map(RowFailure::row)).isSorted().doesNotHaveDuplicates();
        assertThat(scored.failures()).hasSize((int) IntStream.range(0, customers)
                .filter(row -> scored.score(row).isEmpty())
                .count());
    }

    @Property(tries = 50)
    void customersCutOutOfTheirFileKeepTheirBits(@ForAll long seed) {
        RandomBase base = new RandomBase(seed, 3000, 0.005);
        CustomerColumns columns = base.columns();
        ScoringModel model =
                base.plan().fit(new RandomBase(seed + 1, 500, 0).columns()).model();
        int[] some = base.random.ints(0, 3000).distinct().limit(200).toArray();

        ScoredCustomers all = model.score(columns);
        ScoredCustomers cutOut = model.score(columns.select(some));

        for (int i = 0; i < some.length; i++) {
            assertThat(cutOut.score(i)).isEqualTo(all.score(some[i]));
        }
    }

    @Property(tries = 100)
    void theExplanationIsOfTheSameScoreAndItsPartsAddUp(@ForAll long seed) {
        RandomBase base = new RandomBase(seed, 200, 0);
        CustomerColumns columns = base.columns();
        ScoringModel model = base.plan().fit(columns).model();
        double[] customer = new InputReader(columns, new InputList(model.inputs())).customer(17);

        ScoreExplanation explanation = model.explain(customer);

        assertSameBits(explanation.score(), model.score(customer));
        assertClose(
                explanation.value().profit() * explanation.value().annuity(),
                explanation.score().currentValue());
        assertClose(sum(explanation.value().services()), explanation.score().potentialValue());
        explanation.churn().ifPresent(churn -> {
            assertClose(
                    churn.baseline()
                            + churn.contributions().stream()
                                    .mapToDouble(FeatureContribution::amount)
                                    .sum(),
                    churn.logOdds());
            assertClose(
                    1 / (1 + Math.exp(-churn.logOdds())), explanation.score().churnProbability());
        });
        assertThat(explanation.placement().segment())
                .isEqualTo(explanation.score().segment());
    }

    @Property(tries = 30)
    void fittingTheSameCustomersInAnotherOrderGivesTheSameTablesAndCuts(@ForAll long seed) {
        RandomBase base = new RandomBase(seed, 400, 0);
        ScoringPlan plan = base.plan();
        CustomerColumns columns = base.columns();
        int[] backwards = IntStream.range(0, 400).map(i -> 399 - i).toArray();

        ScoringModel model = plan.fit(columns).model();
        ScoringModel again = plan.fit(columns.select(backwards)).model();

        assertThat(again.inputs()).isEqualTo(model.inputs());
        assertThat(again.parameters().shares()).isEqualTo(model.parameters().shares());
        assertThat(again.cuts().groups()).isEqualTo(model.cuts().groups());
        assertThat(again.cuts().forAll().isPresent()).isEqualTo(plan.cutsBy().isEmpty());
        for (String group : plan.cutsBy().isPresent() ? RandomBase.GROUPS : List.of("all")) {
            CutPoints cuts = model.cuts().of(group);
            CutPoints cutsAgain = again.cuts().of(group);
            assertThat(cutsAgain.currentValue()).isEqualTo(cuts.currentValue());
            assertClose(cutsAgain.potentialValue(), cuts.potentialValue());
            assertThat(cutsAgain.loyalty()).isCloseTo(cuts.loyalty(), within(ROUNDING));
        }
    }

    private static void assertSameBits(CustomerScore a, CustomerScore b) {
        // records compare doubles by their bits (but for NaN, which no score has)
        assertThat(a).isEqualTo(b);
        assertThat(Double.doubleToRawLongBits(a.lifetimeValue()))
                .isEqualTo(Double.doubleToRawLongBits(b.lifetimeValue()));
    }

    private static double sum(List<Contribution> parts) {
        return parts.stream().mapToDouble(Contribution::amount).sum();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * (1 + Math.abs(expected))));
    }
}
