package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import io.github.clv4j.timevalue.RatePeriod;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    private static final Offset<Double> ROUNDED = within(5e-5);
    private static final Offset<Double> EXACT = within(1e-15);

    private static double[] stepTimes(KaplanMeier curve) {
        return curve.steps().stream()
                .mapToDouble(SurvivalStep::time)
                .filter(t -> t > 0)
                .toArray();
    }

    @Nested
    class OfAWatchThatEnded extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return KaplanMeier.of(Remissions.treated());
        }

        @Override
        double[] steps() {
            return stepTimes(KaplanMeier.of(Remissions.treated()));
        }

        @Override
        double last() {
            return 35;
        }

        @Override
        boolean isKnownAtAllTimes() {
            return false;
        }
    }

    @Nested
    class OfAWatchUntilTheLastLeft extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return KaplanMeier.of(Remissions.placebo());
        }

        @Override
        double[] steps() {
            return stepTimes(KaplanMeier.of(Remissions.placebo()));
        }
    }

    @Nested
    class WithLeaversAtTimeZero extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return KaplanMeier.of(
                    ObservedTenures.of(new double[] {0, 0, 1.5, 2.5, 4, 9}, new double[] {1, 0, 1, 0, 1, 1}));
        }

        @Override
        double[] steps() {
            return new double[] {1.5, 4, 9};
        }
    }

    @Nested
    class ContinuedByTheChurnOfItsLastPeriods extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return KaplanMeier.of(Remissions.treated()).curve().withConstantHazard(20);
        }

        @Override
        double[] steps() {
            return IntStream.concat(IntStream.of(6, 7, 10, 13, 16, 22, 23), IntStream.range(36, 60))
                    .mapToDouble(t -> t)
                    .toArray();
        }
    }

    @Nested
    class WithAllLeavingInTheEnd extends LifetimeDistributionContract {

        @Override
        LifetimeDistribution lifetime() {
            return KaplanMeier.of(Remissions.treated()).curve().withAllLeaving();
        }

        @Override
        double[] steps() {
            return new double[] {6, 7, 10, 13, 16, 22, 23, 35};
        }
    }

    /** The figures are in every textbook of survival analysis. */
    @Test
    void theTreatedPatientsHaveTheirPublishedCurve() {
        List<SurvivalStep> steps = KaplanMeier.of(Remissions.treated()).steps();
        List<SurvivalStep> events = steps.stream().filter(s -> s.events() > 0).toList();
        assertThat(events).extracting(SurvivalStep::time).containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
        assertThat(events).extracting(SurvivalStep::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        double[] errors = {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
        for (int i = 0; i < survival.length; i++) {
            assertThat(events.get(i).survival()).isCloseTo(survival[i], ROUNDED);
            assertThat(events.get(i).standardError()).isCloseTo(errors[i], ROUNDED);
        }
        assertThat(steps).hasSize(16);
        assertThat(steps.get(0))
                .isEqualTo(new SurvivalStep(6, 21, 3, 1, 18.0 / 21, 18.0 / 21 * Math.sqrt(3.0 / 21 / 18), 3.0 / 21));
    }

    @Test
    void theMedianHasLimitsWhereThoseOfTheCurveReachAHalf() {
        KaplanMeier treated = KaplanMeier.of(Remissions.treated());
        SurvivalLimits limits = treated.limits(LimitKind.LOG, 0.95);
        assertThat(treated.median(limits)).isEqualTo(new TenureQuantile(0.5, 23, 16, Double.NaN));
        assertThat(treated.quantile(0.75, limits).time()).isNaN();
        KaplanMeier placebo = KaplanMeier.of(Remissions.placebo());
        assertThat(placebo.median(placebo.limits(LimitKind.LOG, 0.95))).isEqualTo(new TenureQuantile(0.5, 8, 4, 12));
    }

    /** R: quantile(survfit(Surv(1:4, rep(1, 4)) ~ 1), .5) is 2.5. */
    @Test
    void aFlatPieceAtAHalfHasItsMiddleAsMedian() {
        KaplanMeier curve = KaplanMeier.of(ObservedTenures.of(new double[] {4, 2, 1, 3}, new double[] {1, 1, 1, 1}));
        assertThat(curve.median(curve.limits(LimitKind.PLAIN, 0.9)).time()).isEqualTo(2.5);
        KaplanMeier flat = KaplanMeier.of(ObservedTenures.of(new double[] {1, 2, 2, 1}, new double[] {1, 0, 0, 1}));
        assertThat(flat.median(flat.limits(LimitKind.PLAIN, 0.9)).time()).isEqualTo(1);
    }

    @Test
    void whoIsCensoredAtATimeWasAtRiskThen() {
        KaplanMeier curve = KaplanMeier.of(ObservedTenures.of(new double[] {0, 0, 5, 5}, new double[] {1, 0, 1, 0}));
        assertThat(curve.steps())
                .extracting(SurvivalStep::atRisk, SurvivalStep::events, SurvivalStep::censored)
                .containsExactly(tuple(4, 1, 1), tuple(2, 1, 1));
        assertThat(curve.survivalProbability(0)).isEqualTo(0.75);
        assertThat(curve.survivalProbability(4.999)).isEqualTo(0.75);
        assertThat(curve.survivalProbability(5)).isEqualTo(0.375);
        assertThat(curve).hasToString("KaplanMeier[customers=4, leavers=2, times=2, survival at 5.0=0.375]");
    }

    @Test
    void whoeverEntersLateIsAtRiskFromThenOn() {
        KaplanMeier curve = KaplanMeier.of(ObservedTenures.of(new double[] {3, 5, 6, 8}, new double[] {1, 1, 0, 1})
                .withEntries(new double[] {0, 2, 3, 5}));
        assertThat(curve.steps()).extracting(SurvivalStep::atRisk).containsExactly(2, 2, 2, 1);
        assertThat(curve.survivalProbability(5)).isEqualTo(0.25);
        assertThat(curve.emptiedAt()).isEmpty();
    }

    @Test
    void aRiskSetThatEmptiesEarlyIsTold() {
        KaplanMeier curve = KaplanMeier.of(ObservedTenures.of(new double[] {2, 9, 9}, new double[] {1, 1, 0})
                .withEntries(new double[] {0, 3, 3}));
        assertThat(curve.survivalProbability(8)).isZero();
        assertThat(curve.emptiedAt()).hasValue(2);
        assertThat(KaplanMeier.of(Remissions.placebo()).emptiedAt()).isEmpty();
    }

    @Test
    void whereNobodyIsLeftThereIsNoErrorAndNoLimit() {
        KaplanMeier placebo = KaplanMeier.of(Remissions.placebo());
        int last = placebo.steps().size() - 1;
        assertThat(placebo.steps().get(last).survival()).isZero();
        assertThat(placebo.steps().get(last).standardError()).isNaN();
        for (LimitKind kind : LimitKind.values()) {
            assertThat(placebo.limits(kind, 0.95).lower()[last]).isNaN();
            assertThat(placebo.limits(kind, 0.95).upper()[last]).isNaN();
        }
        assertThat(placebo.curve().knownUntil()).isInfinite();
        assertThat(placebo.expectedLifetime()).isCloseTo(182.0 / 21, within(1e-13)); // the mean of the times
        double mean = 182.0 / 21;
        double squares = IntStream.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
                .mapToDouble(t -> (t - mean) * (t - mean))
                .sum();
        assertThat(placebo.restrictedMean(Horizon.unlimited()).standardError())
                .isCloseTo(Math.sqrt(squares) / 21, within(1e-13)); // that of a mean, without censoring
    }

    @Test
    void beyondTheLastTimeTheCurveMustBeContinued() {
        KaplanMeier treated = KaplanMeier.of(Remissions.treated());
        assertThat(treated.survivalProbability(35)).isCloseTo(0.4482, ROUNDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated.survivalProbability(35.5))
                .withMessage(
                        "time must be in [0, 35.0], as nobody was watched longer (withTail says how the curve goes on),"
                                + " but was 35.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated.restrictedMean(Horizon.ofPeriods(36)))
                .withMessageStartingWith("horizon must be in [0, 35.0], as nobody was watched longer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated.discountedExpectedLifetime(DiscountRate.of(0.1, RatePeriod.MONTH)))
                .withMessageContaining("withTail says how the curve goes on");
        double known = treated.survivalProbability(35);
        assertThat(treated.withTail(new GeometricLifetime(0.5)).survivalProbability(37))
                .isEqualTo(known / 4);
        assertThat(treated.curve().withNobodyLeaving().survivalProbability(1e9)).isEqualTo(known);
        assertThat(treated.curve().withNobodyLeaving().expectedLifetime()).isInfinite();
        LifetimeDistribution allLeave = treated.curve().withAllLeaving();
        assertThat(allLeave.survivalProbability(35)).isEqualTo(known);
        assertThat(allLeave.survivalProbability(35.1)).isZero();
        assertThat(allLeave.expectedLifetime())
                .isCloseTo(treated.expectedLifetime(Horizon.ofPeriods(35)), within(1e-12));
        double rate = Math.pow(known / treated.survivalProbability(15), 1 / 20.0);
        assertThat(treated.curve().withConstantHazard(20).survivalProbability(36.5))
                .isCloseTo(known * rate, EXACT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated.curve().withConstantHazard(36))
                .withMessage("periods must be in (0, 35.0], the last time, but was 36.0");
    }

    @Test
    void aCurveThatFellToZeroNeedsNoTail() {
        KaplanMeier placebo = KaplanMeier.of(Remissions.placebo());
        assertThat(placebo.withTail(new GeometricLifetime(1))).isSameAs(placebo.curve());
        assertThat(placebo.curve().withAllLeaving()).isSameAs(placebo.curve());
        assertThat(placebo.curve().withConstantHazard(5)).isSameAs(placebo.curve());
        assertThat(placebo.curve()).hasToString("StepLifetime[steps=12, knownUntil=Infinity]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placebo.residual(23))
                .withMessage("age must be one that some customers reach, but was 23.0");
    }

    @Test
    void agesBeyondTheCurveAreThoseOfItsTail() {
        LifetimeDistribution whole = KaplanMeier.of(Remissions.treated()).withTail(new GeometricLifetime(0.75));
        assertThat(whole.residual(37).survivalProbability(2)).isEqualTo(0.5625);
        assertThat(whole.residual(35).survivalProbability(2)).isCloseTo(0.5625, EXACT);
    }

    @Test
    void questionsWithoutAnAnswerAreRefused() {
        KaplanMeier curve = KaplanMeier.of(Remissions.treated());
        SurvivalLimits limits = curve.limits(LimitKind.LOG, 0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.limits(LimitKind.LOG, 95))
                .withMessage("level must be in (0, 1), but was 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.quantile(1, limits))
                .withMessage("share must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KaplanMeier.of(Remissions.placebo()).median(limits))
                .withMessage("limits must have length 12, but had 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KaplanMeier.byGroup(Remissions.treated(), List.of("a")))
                .withMessage("groups must have length 21, but had 1");
    }

    @Test
    void groupsHaveTheirOwnCurvesInTheOrderOfTheirNames() {
        List<String> groups = IntStream.range(0, 42)
                .mapToObj(i -> i < 21 ? "treated" : "placebo")
                .toList();
        var curves = KaplanMeier.byGroup(Remissions.all(), groups);
        assertThat(curves.keySet()).containsExactly("placebo", "treated");
        assertThat(curves.get("treated").steps())
                .isEqualTo(KaplanMeier.of(Remissions.treated()).steps());
        assertThat(curves.get("placebo").steps())
                .isEqualTo(KaplanMeier.of(Remissions.placebo()).steps());
    }

    @Test
    void limitsSayOfWhichKindTheyAre() {
        SurvivalLimits limits = KaplanMeier.of(Remissions.treated()).limits(LimitKind.LOG_LOG, 0.9);
        assertThat(limits.kind()).isSameAs(LimitKind.LOG_LOG);
        assertThat(limits.level()).isEqualTo(0.9);
        assertThat(LimitKind.PLAIN.displayName(Language.ENGLISH)).isEqualTo("S itself");
        assertThat(LimitKind.LOG.displayName(Language.CHINESE)).isEqualTo("S 的对数");
    }
}
