package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.ChurnModel;
import io.github.clv4j.retention.FeatureTable;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.Holdout;
import io.github.clv4j.retention.LogisticFit;
import io.github.clv4j.retention.LogisticRegression;
import io.github.clv4j.retention.Recalibration;
import io.github.clv4j.retention.RidgeSearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits the churn model of a plan to customers whose outcome is known, judges it, and corrects it; see {@link ChurnFit}. */
final class ChurnLearning {

    private final ChurnPlan.Logistic plan;
    private final CustomerColumns customers;
    private final FeatureTable features;
    private final double[] outcome;

    private ChurnLearning(ChurnPlan.Logistic plan, CustomerColumns customers, FeatureTable features, double[] outcome) {
        this.plan = plan;
        this.customers = customers;
        this.features = features;
        this.outcome = outcome;
    }

    static ChurnLearning of(ChurnPlan.Logistic plan, CustomerColumns customers) {
        FeatureTable.Builder features = FeatureTable.builder();
        for (String feature : plan.features()) {
            String baseline = plan.baselines().get(feature);
            if (baseline == null) {
                features.number(feature, customers.numbers(feature));
            } else {
                features.category(feature, texts(customers.groups(feature), customers.customers()), baseline);
            }
        }
        return new ChurnLearning(plan, customers, features.build(), customers.numbers(plan.outcome()));
    }

    private static List<String> texts(GroupColumn column, int customers) {
        return IntStream.range(0, customers).mapToObj(column::text).toList();
    }

    ChurnFit run() {
        if (plan.holdout().isEmpty()) {
            LogisticFit fit = fit(features, outcome);
            double[] probability = atTheRateOfTheFit(fit).churnProbability(features);
            return finished(fit, correction(fit), ChurnEvaluation.inSample(probability, outcome));
        }
        Holdout holdout = holdout(plan.holdout().get());
        LogisticFit first = fitOnTheOthers(holdout);
        FeatureTable held = features.select(holdout.testRows());
        double[] left = CustomerColumns.pick(outcome, holdout.testRows());
        ChurnEvaluation evaluation =
                ChurnEvaluation.heldOut(atTheRateOfTheFit(first).churnProbability(held), left);
        if (plan.recalibration().orElse(null) instanceof RecalibrationPlan.OnHoldout) {
            return finished(first, Optional.of(Recalibration.fit(first.model().logOdds(held), left)), evaluation);
        }
        LogisticFit fit = fit(features, outcome);
        return finished(fit, correction(fit), evaluation);
    }

    private static ChurnFit finished(LogisticFit fit, Optional<Recalibration> correction, ChurnEvaluation evaluation) {
        ChurnModel model = correction.map(fit.model()::recalibrated).orElse(fit.model());
        return new ChurnFit(fit, model, correction, evaluation, List.of());
    }

    private Holdout holdout(HoldoutPlan holdout) {
        try {
            if (holdout instanceof HoldoutPlan.Share share) {
                return Holdout.byShare(outcome, share.share(), share.seed());
            }
            if (holdout instanceof HoldoutPlan.OutOfTime time) {
                return Holdout.outOfTime(outcome, customers.numbers(time.column()), time.from());
            }
            return Holdout.byFlag(outcome, customers.numbers(((HoldoutPlan.Column) holdout).name()));
        } catch (IllegalArgumentException e) {
            String by =
                    holdout.heldOutBy().map(column -> " by column " + column).orElse("");
            throw new IllegalArgumentException(
                    "holdout" + by + ", of the customers with a known outcome: " + e.getMessage(), e);
        }
    }

    private LogisticFit fitOnTheOthers(Holdout holdout) {
        int[] rows = holdout.trainingRows();
        try {
            return fit(features.select(rows), CustomerColumns.pick(outcome, rows));
        } catch (FitException e) {
            throw e.withSubject("churn model of the " + rows.length + " customers not held out");
        }
    }

    private LogisticFit fit(FeatureTable table, double[] left) {
        LogisticRegression regression =
                weighted(LogisticRegression.withDefaults().withOutcome(plan.outcome()));
        RidgePlan ridge = plan.ridge().orElse(null);
        if (ridge instanceof RidgePlan.CrossValidated search) {
            return RidgeSearch.of(search.folds(), search.seed())
                    .fit(regression, table, left)
                    .fit();
        }
        return ridge instanceof RidgePlan.Penalty penalty
                ? regression.withRidge(penalty.lambda()).fit(table, left)
                : regression.fit(table, left);
    }

    private LogisticRegression weighted(LogisticRegression regression) {
        if (plan.weights().orElse(null) instanceof ClassWeightPlan.Given given) {
            return regression.withClassWeights(given.stayed(), given.left());
        }
        return plan.weights().isPresent() ? regression.withBalancedClasses() : regression;
    }

    /** The correction that is known once the model is fitted. */
    private Optional<Recalibration> correction(LogisticFit fit) {
        RecalibrationPlan recalibration = plan.recalibration().orElse(null);
        if (recalibration instanceof RecalibrationPlan.ToBaseRate to) {
            return Optional.of(Recalibration.toBaseRate(weightedRate(fit), to.rate()));
        }
        return recalibration instanceof RecalibrationPlan.UndoClassWeights
                ? Optional.of(Recalibration.toBaseRate(weightedRate(fit), rate(fit)))
                : Optional.empty();
    }

    /** The model to be judged: those it is judged on have the churn rate of the customers of the fit, not another. */
    private ChurnModel atTheRateOfTheFit(LogisticFit fit) {
        return correction(fit).isEmpty()
                ? fit.model()
                : fit.model().recalibrated(Recalibration.toBaseRate(weightedRate(fit), rate(fit)));
    }

    private static double rate(LogisticFit fit) {
        return (double) fit.churned() / fit.customers();
    }

    /** The share of those who left in the weight of the customers of the fit. */
    private static double weightedRate(LogisticFit fit) {
        double left = fit.weightOfLeft() * fit.churned();
        return left / (left + fit.weightOfStayed() * (fit.customers() - fit.churned()));
    }
}
