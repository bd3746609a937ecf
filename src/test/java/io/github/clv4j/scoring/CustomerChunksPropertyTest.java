package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.loyalty.LoyaltyIndex;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.testing.RandomBase;
import io.github.clv4j.testing.RandomLoyalty;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A fit to customers in chunks is the fit to all of them at once. */
class CustomerChunksPropertyTest {

    /** Cut anew at every reading, empty chunks among them, their arrays overwritten once they are read. */
    private static CustomerChunks cutAtRandom(CustomerColumns all, ScoringPlan plan, Random random) {
        return reader -> {
            for (int from = 0; from < all.customers(); ) {
                int to = Math.min(all.customers(), from + random.nextInt(2 + all.customers() / 3));
                CustomerColumns chunk =
                        copy(all, plan, IntStream.range(from, to).toArray());
                reader.accept(chunk);
                plan.inputs().stream()
                        .filter(input -> !input.isGroup())
                        .forEach(input -> Arrays.fill(chunk.numbers(input.name()), -7));
                from = to;
            }
        };
    }

    private static CustomerColumns copy(CustomerColumns all, ScoringPlan plan, int[] rows) {
        CustomerColumns.Builder columns = CustomerColumns.builder(rows.length);
        columns.ids(IntStream.of(rows).mapToObj(all::id).toArray(String[]::new));
        for (ModelInput input : plan.inputs()) {
            if (input.isGroup()) {
                GroupColumn groups = all.groups(input.name());
                columns.group(
                        input.name(),
                        IntStream.of(rows)
                                .mapToObj(row -> groups.isMissing(row) ? null : groups.text(row))
                                .toArray(String[]::new));
            } else {
                columns.number(input.name(), CustomerColumns.pick(all.numbers(input.name()), rows));
            }
        }
        plan.fitColumns().stream()
                .filter(name ->
                        plan.inputs().stream().noneMatch(input -> input.name().equals(name)))
                .forEach(name -> columns.number(name, CustomerColumns.pick(all.numbers(name), rows)));
        return columns.build();
    }

    /** The fit as text of all its digits, or why there is none. */
    private static String outcome(Supplier<ScoringFit> fit) {
        try {
            ScoringFit found = fit.get();
            return ModelFile.of("fit", found).json()
                    + found.provenance()
                    + found.adoption()
                    + found.survival()
                    + found.warnings()
                    + found.failures()
                    + found.churn().map(churn -> churn.model() + " " + churn.customers())
                    + found.churnEvaluation().map(e -> e.auc() + " " + e.logLoss());
        } catch (IllegalArgumentException | FitException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    private static void assertSameInChunks(ScoringPlan plan, CustomerColumns all, Random random) {
        String inChunks = outcome(() -> plan.fit(cutAtRandom(all, plan, random)));
        assertThat(inChunks).isEqualTo(outcome(() -> plan.fit(all)));
    }

    @Property(tries = 150)
    void plansOfServicesAndChurnAreFittedAlike(@ForAll long seed, @ForAll Random random) {
        int customers = 1 + random.nextInt(600);
        double shareBad = new double[] {0, 0.01, 0.2, 0.9}[random.nextInt(4)];
        RandomBase base = new RandomBase(seed, customers, shareBad);

        assertSameInChunks(base.plan(), base.columns(), random);
    }

    @Property(tries = 150)
    void plansWithALoyaltyIndexAreFittedAlike(@ForAll long seed, @ForAll Random random) {
        RandomLoyalty loyalty = new RandomLoyalty(seed);

        assertSameInChunks(loyalty.plan, loyalty.customers(1 + random.nextInt(400), 0.05, 0.01), random);
    }

    @Property(tries = 60)
    void churnModelsSurvivalCurvesAndHoldoutsAreFittedAlike(@ForAll Random random) {
        int customers = 400;
        String[] contract = new String[customers];
        String[] ids = new String[customers];
        double[] left = new double[customers];
        for (int i = 0; i < customers; i++) {
            ids[i] = "c" + i;
            // the last customers have groups of their own, of whom one cannot be scored
            contract[i] = i > 390 ? "late" : i == 390 ? "overflows" : random.nextBoolean() ? "monthly" : "yearly";
            left[i] = random.nextInt(20) == 0 ? new double[] {Double.NaN, 7}[random.nextInt(2)] : random.nextInt(2);
        }
        left[396] = 1;
        left[397] = 0;
        double[] profit = random.doubles(customers, -5, 100).toArray();
        profit[390] = 1e308;
        CustomerColumns all = CustomerColumns.builder(customers)
                .ids(ids)
                .number("profit", profit)
                .number("tenure", random.doubles(customers, 1, 60).toArray())
                .number("left", left)
                .number(
                        "held out",
                        random.ints(customers, 0, 2).asDoubleStream().toArray())
                .group("contract", contract)
                .build();
        ScoringPlan.Builder plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .cuts(CutRules.of(CutRule.paretoShare(0.8), CutRule.fixed(0), CutRule.naturalBreak()));
        if (random.nextBoolean()) {
            plan.cutsBy("contract");
        }
        if (random.nextBoolean()) {
            plan.survival(SurvivalPlan.of("tenure", "left").withGroups("contract"))
                    .weightedBySurvival();
        }
        ChurnPlan.Logistic churn = ChurnPlan.logistic("left", List.of("profit", "contract"))
                .withCategory("contract", "monthly")
                .withRidge(RidgePlan.penalty(1));
        plan.churn(random.nextBoolean() ? churn.withHoldout(HoldoutPlan.column("held out")) : churn);

        assertSameInChunks(plan.build(), all, random);
    }

    private static final ScoringPlan SIMPLE = ScoringPlan.builder()
            .discountRate(DiscountRate.monthly(0.01))
            .horizon(Horizon.ofPeriods(12))
            .profit("profit")
            .churn(ChurnPlan.column("churn"))
            .build();

    private static CustomerColumns simple(int customers) {
        return CustomerColumns.builder(customers)
                .number("profit", IntStream.range(0, customers).asDoubleStream().toArray())
                .number("churn", new double[customers])
                .build();
    }

    @Test
    void allCustomersAsOneChunkAreFittedAsTheyAre() {
        assertThat(outcome(() -> SIMPLE.fit(CustomerChunks.of(simple(9)))))
                .isEqualTo(outcome(() -> SIMPLE.fit(simple(9))));
    }

    @Test
    void rowsOfFailuresAreCountedOverAllChunks() {
        CustomerColumns bad = CustomerColumns.builder(2)
                .ids(new String[] {"good", "bad"})
                .number("profit", new double[] {1, 2})
                .number("churn", new double[] {0.1, 1.5})
                .build();
        CustomerChunks chunks = reader -> {
            reader.accept(simple(3));
            reader.accept(bad);
        };
        assertThat(SIMPLE.fit(chunks).failures())
                .containsExactly(new RowFailure(4, "bad", "churn", "1.5", "must be in [0, 1]"));
    }

    @Test
    void otherCustomersAtALaterReadingAreNoticed() {
        int[] readings = {0};
        CustomerChunks changing = reader -> {
            readings[0]++;
            reader.accept(simple(10 - readings[0]));
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMPLE.fit(changing))
                .withMessage("chunks must hold the same customers at every reading, but there were 9 at the first and 8"
                        + " at a later one");
    }

    @Test
    void noCustomersAtAllCannotBeFittedOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMPLE.fit((CustomerChunks) reader -> {}))
                .withMessage("plan must be fitted on at least one customer who can be scored, but of 0 there were 0");
    }

    @Test
    void moreCustomersThanRowsCanBeCountedAreRefused() {
        CustomerColumns many = simple(100_000);
        Readings readings = new Readings(reader -> {
            for (int chunk = 0; chunk < 21_475; chunk++) {
                reader.accept(many);
            }
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> readings.read((chunk, firstRow) -> {}))
                .withMessage("customers of all chunks must be at most 2147483647, but was 2147500000");
    }

    @Test
    void anExceptionOutOfTheChunksEndsTheFit() {
        IllegalStateException stop = new IllegalStateException("stopped");
        assertThatThrownBy(() -> SIMPLE.fit((CustomerChunks) reader -> {
                    throw stop;
                }))
                .isSameAs(stop);
    }

    /** 300,000 customers, generated as they are read, more than are kept for a cut. */
    @Test
    void manyCustomersAreFittedInFourReadings() {
        int[] readings = {0};
        LoyaltyPlan loyalty = LoyaltyPlan.index(
                LoyaltyIndex.builder()
                        .add(LoyaltyIndex.BEHAVIOURAL, new Indicator("visits", "次数", "", "", ScaleRule.ranks()))
                        .add(LoyaltyIndex.EMOTIONAL, new Indicator("answer", "回答", "", "", Scale.likert(5)))
                        .weigh(LoyaltyIndex.BEHAVIOURAL, Weights.equal(List.of("visits")))
                        .weigh(LoyaltyIndex.EMOTIONAL, Weights.equal(List.of("answer")))
                        .plan(),
                Map.of("visits", "visits", "answer", "answer"));
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .horizon(Horizon.ofPeriods(12))
                .profit("profit")
                .loyalty(loyalty)
                .churn(ChurnPlan.column("churn"))
                .cuts(CutRules.of(CutRule.paretoShare(0.8), CutRule.mean(), CutRule.quantile(0.9)))
                .build();
        CustomerChunks chunks = reader -> {
            readings[0]++;
            for (int chunk = 0; chunk < 100; chunk++) {
                reader.accept(generated(3000, chunk));
            }
        };
        ScoringFit fit = plan.fit(chunks);

        assertThat(readings[0]).isEqualTo(4);
        KeptColumns kept = new KeptColumns(plan, List.of("profit", "visits", "answer", "churn"));
        chunks.forEach(
                chunk -> kept.add(chunk, IntStream.range(0, chunk.customers()).toArray()));
        CustomerColumns all = kept.columns();
        assertThat(outcome(() -> fit)).isEqualTo(outcome(() -> plan.fit(all)));
    }

    private static CustomerColumns generated(int customers, long seed) {
        Random random = new Random(seed);
        return CustomerColumns.builder(customers)
                .number("profit", random.doubles(customers, 0, 100).toArray())
                .number("visits", random.ints(customers, 0, 30).asDoubleStream().toArray())
                .number("answer", random.ints(customers, 1, 6).asDoubleStream().toArray())
                .number("churn", random.doubles(customers).toArray())
                .build();
    }
}
