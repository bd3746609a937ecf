package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchScorerTest {

    private static final int CUSTOMERS = 100_000;

    private final ScoringModel model = model(2);
    private final CustomerColumns customers =
            customers(DoubleStream.iterate(0, x -> x + 1).limit(CUSTOMERS).toArray());

    private static ScoringModel model(double serviceProfit) {
        CutPoints cuts = CutPoints.of(100, 1, 0.5);
        ScoringPlan plan = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(24))
                .profit("profit")
                .service(ServicePlan.withProbability("backup", "probability", Amount.constant(serviceProfit)))
                .churn(ChurnPlan.column("churn"))
                .cuts(CutRules.of(CutRule.fixed(100), CutRule.fixed(1), CutRule.fixed(0.5)))
                .build();
        return ScoringModel.of(plan, new ModelParameters(Map.of(), Optional.empty(), cuts));
    }

    private static CustomerColumns customers(double[] profit) {
        return CustomerColumns.builder(profit.length)
                .number("profit", profit)
                .number(
                        "probability",
                        DoubleStream.generate(() -> 0.5).limit(profit.length).toArray())
                .number(
                        "churn",
                        DoubleStream.generate(() -> 0.25).limit(profit.length).toArray())
                .build();
    }

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void anExecutorThatTakesNoTaskLeavesTheWorkToTheCaller() {
        ScoredCustomers scored = model.batch()
                .withExecutor(
                        task -> {
                            throw new RejectedExecutionException("busy");
                        },
                        4)
                .score(customers);

        assertThat(scored.failures()).isEmpty();
        assertThat(scored.currentValues()[CUSTOMERS - 1]).isEqualTo(24.0 * (CUSTOMERS - 1));
    }

    @Test
    void whatAnExecutorThrowsComesOutWhenNobodyWritesAnyMore() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Thread> helper = new AtomicReference<>();
        BatchScorer scorer = model.batch()
                .withExecutor(
                        task -> {
                            if (calls.incrementAndGet() > 1) {
                                throw new IllegalStateException("no thread left");
                            }
                            helper.set(new Thread(task));
                            helper.get().start();
                        },
                        4);
        ScoreBuffer scores = model.buffer(CUSTOMERS);

        assertThatThrownBy(() -> scorer.score(customers, 0, CUSTOMERS, scores)).hasMessage("no thread left");

        double[] atReturn = scores.current.clone();
        helper.get().join();
        assertThat(scores.current).containsExactly(atReturn);
    }

    @Test
    void anInterruptEndsTheWorkAndStaysSet() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> model.batch().inParallel().score(customers))
                .isInstanceOf(CancellationException.class)
                .hasMessage("scoring was interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anAmountThatOverflowsFailsEachCustomerNotTheBatch() {
        ScoredCustomers scored = model(1e308).score(customers(new double[] {1, 2}));

        assertThat(scored.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.reason()).startsWith("offer value must be finite"));
    }

    @Test
    void zerosKeepTheirSign() {
        CustomerColumns customer = CustomerColumns.builder(1)
                .number("profit", new double[] {-0.0})
                .number("probability", new double[] {-0.0})
                .number("churn", new double[] {-0.0})
                .build();

        CustomerScore score = model.score(customer).score(0).orElseThrow();

        assertThat(score).isEqualTo(model.score(new double[] {-0.0, -0.0, -0.0}));
        assertThat(Double.doubleToRawLongBits(score.currentValue())).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void rangesAndBuffersThatDoNotFitAreRefused() {
        BatchScorer scorer = model.batch();

        assertThatThrownBy(() -> scorer.score(customers, 5, CUSTOMERS + 1, model.buffer(CUSTOMERS + 1)))
                .hasMessage("range must be within the 100000 customers, but was from 5 to 100001");
        assertThatThrownBy(() -> scorer.score(customers, 5, 10, model.buffer(9)))
                .hasMessage("places of the buffer must be at least 10, but was 9");
        assertThatThrownBy(() -> scorer.withExecutor(Runnable::run, 0))
                .hasMessage("threads must be at least 1, but was 0");
        assertThatThrownBy(() -> model.buffer(-1)).hasMessage("customers must be in [0, 2147483647], but was -1");
    }

    @Test
    void aCustomerOfAModelWithOtherInputsIsRefused() {
        ScoringPlan other = ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0))
                .horizon(Horizon.ofPeriods(24))
                .profit("fee")
                .churn(ChurnPlan.column("churn"))
                .build();
        CustomerInput foreign = ScoringModel.of(
                        other, new ModelParameters(Map.of(), Optional.empty(), CutPoints.of(1, 1, 1)))
                .customer();

        assertThatThrownBy(() -> model.scorer().score(foreign, model.buffer(1), 0))
                .hasMessage(
                        "customer must have the inputs [profit, probability, churn] of this model, but was made by a"
                                + " model with [fee, churn]");
    }

    @Test
    void aClearedCustomerHasNoInputs() {
        CustomerInput customer =
                model.customer().set("profit", 1).set("probability", 0).set("churn", 0);
        ScoreBuffer score = model.buffer(1);
        CustomerScorer scorer = model.scorer();

        scorer.score(customer, score, 0);
        assertThat(score.currentValue(0)).isEqualTo(24);

        customer.clear().set("probability", 0).set("churn", 0);
        assertThatThrownBy(() -> scorer.score(customer, score, 0)).hasMessage("profit is missing");
        assertThat(score.hasScore(0)).isFalse();
    }
}
