package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.PlainBase;
import io.github.clv4j.testing.RandomBase;
import io.github.clv4j.testing.RandomLoyalty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A customer gets the bits it gets alone, however the customers come and whoever scores them. */
class AnyShapePropertyTest {

    private static ExecutorService threads;

    @BeforeContainer
    static void startThreads() {
        threads = Executors.newFixedThreadPool(4);
    }

    @AfterContainer
    static void stopThreads() {
        threads.shutdown();
    }

    /** The scores of all customers, one at a time. */
    private static ScoreBuffer alone(ScoringModel model, CustomerColumns customers) {
        InputReader reader = new InputReader(customers, model.inputList());
        ScoreBuffer scores = model.buffer(customers.customers());
        CustomerScorer scorer = model.scorer();
        for (int row = 0; row < customers.customers(); row++) {
            try {
                reader.check(row);
                scorer.score(reader.customer(row), scores, row);
            } catch (IllegalArgumentException e) {
                assertThat(scores.hasScore(row)).isFalse();
            }
        }
        return scores;
    }

    private static List<RowFailure> failures(ScoringModel model, CustomerColumns customers, int from, int to) {
        InputReader reader = new InputReader(customers, model.inputList());
        List<RowFailure> failures = new ArrayList<>();
        for (int row = from; row < to; row++) {
            try {
                reader.check(row);
                model.score(reader.customer(row));
            } catch (IllegalArgumentException e) {
                failures.add(reader.failure(row, e));
            }
        }
        return failures;
    }

    private static void assertSameBits(ScoreBuffer expected, ScoreBuffer actual, int from, int to) {
        for (int row = from; row < to; row++) {
            assertThat(numbers(actual, row)).as("customer %d", row).isEqualTo(numbers(expected, row));
        }
    }

    /** As bits; NaN is NaN. */
    private static List<Long> numbers(ScoreBuffer scores, int row) {
        return List.of(
                Double.doubleToLongBits(scores.currentValue(row)),
                Double.doubleToLongBits(scores.potentialValue(row)),
                Double.doubleToLongBits(scores.churnProbability(row)),
                Double.doubleToLongBits(scores.loyalty(row)),
                Double.doubleToLongBits(scores.loyaltyIndex(row)),
                Double.doubleToLongBits(scores.loyaltyCoverage(row)),
                (long) scores.segmentIndex(row));
    }

    private static void assertSameInAnyShape(ScoringModel model, CustomerColumns customers, Random random) {
        int count = customers.customers();
        ScoreBuffer expected = alone(model, customers);
        int from = random.nextInt(count + 1);
        int to = from + random.nextInt(count - from + 1);
        BatchScorer scorer = model.batch()
                .withBlockSize(1 + random.nextInt(Block.SIZE))
                .withExecutor(threads, 1 + random.nextInt(4));
        ScoreBuffer all = model.buffer(count);
        ScoreBuffer some = model.buffer(to);

        List<RowFailure> failures = scorer.score(customers, 0, count, all);

        assertSameBits(expected, all, 0, count);
        assertThat(failures).isEqualTo(failures(model, customers, 0, count));
        assertThat(scorer.score(customers, from, to, some)).isEqualTo(failures(model, customers, from, to));
        assertSameBits(expected, some, from, to);
        assertSameBits(model.buffer(from), some, 0, from); // untouched
        assertThat(model.score(customers).failures()).isEqualTo(failures);
    }

    @Property(tries = 150)
    void plainModels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4000) int count) {
        PlainBase base = new PlainBase(seed);
        ScoringModel model = base.model();

        assertSameInAnyShape(
                model, PlainBase.columns(base.customers(count, 0.05, 0.02, false), count), new Random(seed));
    }

    @Property(tries = 40)
    void modelsWithGroupsAndHorizonsOfTheirOwn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int count) {
        RandomBase base = new RandomBase(seed, count, 0.01);
        ScoringModel model =
                base.plan().fit(new RandomBase(seed + 1, 500, 0).columns()).model();

        assertSameInAnyShape(model, base.columns(), new Random(seed));
    }

    @Property(tries = 40)
    void modelsWithAnyLoyaltyIndex(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int count) {
        RandomLoyalty base = new RandomLoyalty(seed);
        ScoringModel model;
        try {
            model = base.plan.fit(base.customers(300, 0.02, 0.002)).model();
        } catch (IllegalArgumentException nobodyOrAllAlike) {
            Assume.that(false);
            throw nobodyOrAllAlike;
        }

        assertSameInAnyShape(model, base.customers(count, 0.1, 0.01), new Random(seed));
    }

    @Property(tries = 100)
    void columnsOfAnyKind(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int count) {
        PlainBase base = new PlainBase(seed);
        ScoringModel model = base.model();
        Map<String, double[]> numbers = base.customers(count, 0.05, 0.02, true);
        Random random = new Random(seed);
        CustomerColumns.Builder mixed = CustomerColumns.builder(count);
        numbers.forEach((name, values) -> add(mixed, name, values, random));

        CustomerColumns customers = mixed.build();

        ScoreBuffer expected = alone(model, PlainBase.columns(numbers, count));
        ScoreBuffer actual = model.buffer(count);
        List<RowFailure> failures = model.batch().inParallel().score(customers, 0, count, actual);
        assertSameBits(expected, actual, 0, count);
        assertThat(failures)
                .isEqualTo(model.score(PlainBase.columns(numbers, count)).failures());
    }

    private static void add(CustomerColumns.Builder columns, String name, double[] values, Random random) {
        int before = random.nextInt(3);
        switch (random.nextInt(5)) {
            case 0 -> columns.number(name, values);
            case 1 -> columns.number(name, floats(values));
            case 2 -> columns.number(name, doubles(values, before, ByteOrder.nativeOrder()));
            case 3 -> columns.number(name, doubles(values, before, ByteOrder.BIG_ENDIAN));
            default -> columns.number(name, FloatBuffer.wrap(floats(values)));
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Outside the heap, with something else before and after. */
    private static DoubleBuffer doubles(double[] values, int before, ByteOrder order) {
        DoubleBuffer memory = ByteBuffer.allocateDirect((before + values.length + 1) * Double.BYTES)
                .order(order)
                .asDoubleBuffer();
        memory.position(before).put(values);
        return memory.position(before).limit(before + values.length);
    }
}
