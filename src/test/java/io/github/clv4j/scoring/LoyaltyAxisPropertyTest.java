package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.testing.RandomLoyalty;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random plans with a loyalty index, and random customers of whom some lack indicators and some have none that can be. */
class LoyaltyAxisPropertyTest {

    private static final double MISSING = 0.15;
    private static final double BAD = 0.005;

    /** A plan and the model it gives; none where the random base is too poor to fit. */
    private static ScoringModel fit(RandomLoyalty random) {
        try {
            return random.plan.fit(random.customers(300, 0.02, 0.002)).model();
        } catch (IllegalArgumentException nobodyOrAllAlike) {
            Assume.that(false);
            throw nobodyOrAllAlike;
        }
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual)).isEqualTo(Double.doubleToLongBits(expected));
    }

    private static double[] customer(CustomerColumns customers, ScoringModel model, int row) {
        return new InputReader(customers, new InputList(model.inputs())).customer(row);
    }

    @Property(tries = 200)
    void oneCustomerGetsTheBitsItGetsInColumns(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2500) int count) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);
        CustomerColumns customers = random.customers(count, MISSING, BAD);
        InputReader reader = new InputReader(customers, new InputList(model.inputs()));

        ScoredCustomers scored = model.score(customers);

        double[] indices = scored.loyaltyIndices().orElseThrow();
        double[] coverages = scored.loyaltyCoverages().orElseThrow();
        for (int row = 0; row < count; row++) {
            double[] customer = reader.customer(row);
            Optional<CustomerScore> inColumns = scored.score(row);
            if (inColumns.isPresent()) {
                assertThat(inColumns).contains(model.score(customer)); // records compare doubles by their bits
                assertSameBits(inColumns.get().loyaltyIndex(), indices[row]);
                assertThat(inColumns.get().loyaltyCoverage())
                        .isEqualTo(coverages[row])
                        .isBetween(0.0, 1.0);
                assertThat(inColumns.get().loyalty()).isBetween(0.0, 1.0);
            } else {
                assertThatThrownBy(() -> model.score(customer)).isInstanceOf(InvalidInputException.class);
                assertThat(indices[row]).isNaN();
                assertThat(coverages[row]).isNaN();
            }
        }
        assertThat(scored.failures())
                .allSatisfy(failure -> assertThat(failure.field()).isNotBlank());
    }

    @Property(tries = 50)
    void customersCutOutOfTheirFileKeepTheirBits(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);
        CustomerColumns customers = random.customers(3000, MISSING, BAD);
        int[] some = random.random.ints(0, 3000).distinct().limit(100).toArray();

        ScoredCustomers all = model.score(customers);
        ScoredCustomers cutOut = model.score(customers.select(some));

        for (int i = 0; i < some.length; i++) {
            assertThat(cutOut.score(i)).isEqualTo(all.score(some[i]));
        }
    }

    /** Points and weights of what is known, added up tree by tree. */
    private record Known(double points, double weight) {

        static Known of(
                IndexNode node, double weight, LoyaltyPlan.Index plan, Map<String, Scale> scales, Values values) {
            if (node instanceof IndexGroup group) {
                Known sum = new Known(0, 0);
                for (IndexNode part : group.parts()) {
                    Known inner = of(part, weight * group.weights().weight(part.name()), plan, scales, values);
                    sum = new Known(sum.points + inner.points, sum.weight + inner.weight);
                }
                return sum;
            }
            Indicator indicator = (Indicator) node;
            String column = plan.columns().get(indicator.name());
            double value = column == null ? Double.NaN : values.of(column);
            Scale scale =
                    scales.containsKey(indicator.name()) ? scales.get(indicator.name()) : (Scale) indicator.scale();
            return Double.isNaN(value) ? new Known(0, 0) : new Known(weight * scale.score(value), weight);
        }
    }

    @FunctionalInterface
    private interface Values {
        double of(String column);
    }

    @Property(tries = 150)
    void theLoyaltyIsTheMixOfRetentionAndIndexAddedUpByHand(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);
        CustomerColumns customers = random.customers(100, MISSING, 0);
        LoyaltyPlan.Index plan = random.loyalty;
        double floor = plan.index().missing() instanceof MissingPolicy.Renormalise policy ? policy.floor() : 1;

        ScoredCustomers scored = model.score(customers);

        for (int row = 0; row < 100; row++) {
            int place = row;
            Known known = Known.of(
                    plan.index().root(),
                    1,
                    plan,
                    model.parameters().scales(),
                    column -> customers.numbers(column)[place]);
            boolean atFloor = Math.abs(known.weight - floor) < 1e-8;
            boolean hasIndex = known.weight > 0 && (known.weight >= floor || atFloor);
            Optional<CustomerScore> score = scored.score(row);
            if (score.isEmpty()) {
                assertThat(hasIndex && plan.index().missing() instanceof MissingPolicy.Renormalise && !atFloor)
                        .isFalse();
                continue;
            }
            double retention = 1 - score.get().churnProbability();
            assertThat(score.get().loyaltyCoverage()).isCloseTo(known.weight, within(1e-12));
            if (Double.isNaN(score.get().loyaltyIndex())) {
                assertThat(hasIndex && !atFloor).isFalse();
                assertThat(plan.withoutIndex()).isEqualTo(LoyaltyPlan.WithoutIndex.RETENTION);
                assertThat(score.get().loyalty()).isEqualTo(retention);
            } else {
                double index = known.points / known.weight;
                double share = plan.retentionShare();
                assertThat(score.get().loyaltyIndex()).isCloseTo(index, within(1e-12));
                assertThat(score.get().loyalty())
                        .isCloseTo(share == 0 ? index : share * retention + (1 - share) * index, within(1e-12));
            }
        }
    }

    /** The floor is a sum of weights of indicators, so a customer with just these is at it, not below. */
    @Property(tries = 100)
    void whoHasEveryColumnHasAnIndex(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);
        CustomerColumns customers = random.customers(20, 0, 0);

        double[] indices = model.score(customers).loyaltyIndices().orElseThrow();

        assertThat(indices).doesNotContain(Double.NaN);
    }

    @Property(tries = 150)
    void theExplanationIsOfTheSameScoreAndItsPartsAddUp(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);
        CustomerColumns customers = random.customers(20, MISSING, 0);
        ScoredCustomers scored = model.score(customers);
        for (int row = 0; row < 20; row++) {
            if (scored.score(row).isPresent()) {
                ScoreExplanation explanation = model.explain(customer(customers, model, row));
                LoyaltyExplanation loyalty = explanation.loyalty().orElseThrow();
                CustomerScore score = scored.score(row).get();

                assertThat(explanation.score()).isEqualTo(score);
                assertThat(loyalty.loyalty()).isEqualTo(score.loyalty());
                assertSameBits(loyalty.index().value(), score.loyaltyIndex());
                assertThat(loyalty.index().coverage()).isEqualTo(score.loyaltyCoverage());
                if (!Double.isNaN(score.loyaltyIndex())) {
                    assertThat(loyalty.index().contributions().stream()
                                    .mapToDouble(Contribution::amount)
                                    .sum())
                            .isCloseTo(score.loyaltyIndex(), within(1e-12));
                }
            }
        }
    }

    @Property(tries = 100)
    void scalesAreFittedAsTheIndexAloneFitsThem(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        CustomerColumns base = random.customers(200, MISSING, 0);
        ScoringModel model;
        try {
            model = random.plan.fit(base).model();
        } catch (IllegalArgumentException allAlike) {
            Assume.that(false);
            throw allAlike;
        }
        Assume.that(random.loyalty.index().missing() instanceof MissingPolicy.Renormalise); // else some are left out

        assertThat(model.parameters().scales())
                .isEqualTo(random.loyalty
                        .index()
                        .fitScales(name -> base.numbers(random.loyalty.columns().get(name))));
    }

    @Property(tries = 100)
    void goldenCustomersCanBeVerifiedAndSomeHaveAnIndex(@ForAll long seed) {
        RandomLoyalty random = new RandomLoyalty(seed);
        ScoringModel model = fit(random);

        assertThat(model.goldenCustomers())
                .anyMatch(golden -> !Double.isNaN(model.score(golden).loyaltyIndex()));
        for (double[] golden : model.goldenCustomers()) {
            CustomerScore score = model.score(golden);
            CustomerScore other = new CustomerScore(
                    score.currentValue(),
                    score.potentialValue(),
                    score.churnProbability(),
                    score.loyalty(),
                    score.segment(),
                    Double.isNaN(score.loyaltyIndex()) ? 0.5 : Math.nextUp(score.loyaltyIndex()),
                    score.loyaltyCoverage());

            model.verify(golden, score);
            assertThatThrownBy(() -> model.verify(golden, other))
                    .hasMessage(
                            "loyaltyIndex alone must be " + other.loyaltyIndex() + ", but was " + score.loyaltyIndex());
        }
    }
}
