package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The choice among lifetime models by what they foretell: each is fitted on the first periods of the cohorts, and scored on
 * the periods held back.
 *
 * <pre>
 *   score = sum over t held back of lost(t) log h(t) + kept(t) log r(t)      h and r as fitted without those periods
 *   error = mean over t held back of |S(t) - S_obs(t)| / S_obs(t),           S_obs(t) = product of kept / (kept + lost)
 * </pre>
 *
 * <p>The likelihood of the periods fitted cannot choose: a model with a parameter more never has less of it. The ranking goes by
 * the score; models within 1e-6 of each other, as one and its limit are, by the number of their parameters, and a fit whose customers
 * are {@linkplain LifetimeBoundary#HOMOGENEOUS all alike} comes after the simpler model that is. Which model is
 * best depends on how many periods are held back; as many as will be foretold is a fair number.
 *
 * <p>Immutable and thread-safe.
 */
public final class LifetimeChoice {

    private static final double EQUAL = 1e-6;

    private final CohortTable table;
    private final int fitted;
    private final ImmutableList<HeldBackScore> ranking;
    private final ImmutableMap<LifetimeModel, String> refused;

    private LifetimeChoice(
            CohortTable table,
            int fitted,
            ImmutableList<HeldBackScore> ranking,
            ImmutableMap<LifetimeModel, String> refused) {
        this.table = table;
        this.fitted = fitted;
        this.ranking = ranking;
        this.refused = refused;
    }

    /**
     * Compares the four models in whole periods.
     *
     * @param table the customers
     * @param fittedPeriods on how many of the first periods to fit, in [1, periods of the table - 1]
     * @return the comparison
     * @throws IllegalArgumentException if the number of periods is out of range, or nobody is watched in those held back
     * @throws FitException if nobody was lost in the periods fitted
     */
    public static LifetimeChoice byHeldBackPeriods(CohortTable table, int fittedPeriods) {
        if (!(fittedPeriods >= 1 && fittedPeriods < table.periods())) {
            throw Require.outside(
                    "fittedPeriods",
                    "in [1, " + (table.periods() - 1) + "], so that some of the " + table.periods()
                            + " periods are held back",
                    fittedPeriods);
        }
        requireHeldBack(table, fittedPeriods);
        CohortTable first = table.firstPeriods(fittedPeriods);
        List<HeldBackScore> scores = new ArrayList<>();
        scores.add(score(LifetimeModel.GEOMETRIC, LifetimeFits.geometric(first), table, fittedPeriods));
        ImmutableMap.Builder<LifetimeModel, String> refused = ImmutableMap.builder();
        for (LifetimeModel model : List.of(
                LifetimeModel.SHIFTED_BETA_GEOMETRIC,
                LifetimeModel.DISCRETE_WEIBULL,
                LifetimeModel.BETA_DISCRETE_WEIBULL)) {
            try {
                scores.add(score(model, fit(model, first), table, fittedPeriods));
            } catch (FitException | IllegalArgumentException e) {
                refused.put(model, String.valueOf(e.getMessage()));
            }
        }
        return new LifetimeChoice(table, fittedPeriods, ranked(scores), refused.build());
    }

    private static void requireHeldBack(CohortTable table, int fitted) {
        double watched = 0;
        for (int t = fitted + 1; t <= table.periods(); t++) {
            watched += table.kept(t) + table.lost(t);
        }
        if (!(watched > 0)) {
            throw new IllegalArgumentException(
                    "somebody must be watched after period " + fitted + ", but nobody was; fit on fewer periods");
        }
    }

    private static LifetimeFit<?> fit(LifetimeModel model, CohortTable table) {
        return switch (model) {
            case GEOMETRIC -> LifetimeFits.geometric(table);
            case SHIFTED_BETA_GEOMETRIC -> LifetimeFits.shiftedBetaGeometric(table);
            case DISCRETE_WEIBULL -> LifetimeFits.discreteWeibull(table);
            case BETA_DISCRETE_WEIBULL -> LifetimeFits.betaDiscreteWeibull(table);
            case EXPONENTIAL, WEIBULL -> throw new IllegalStateException(model + " is not in whole periods");
        };
    }

    private static HeldBackScore score(LifetimeModel model, LifetimeFit<?> fit, CohortTable table, int fitted) {
        LifetimeDistribution lifetime = fit.distribution();
        double observed = 1;
        double errors = 0;
        int periods = 0;
        for (int t = 1; t <= table.periods(); t++) {
            double watched = table.kept(t) + table.lost(t);
            observed *= table.kept(t) / watched; // NaN from the first period on in which nobody was watched
            if (t > fitted && observed > 0) {
                errors += Math.abs(lifetime.survivalProbability(t) - observed) / observed;
                periods++;
            }
        }
        return new HeldBackScore(model, fit, PeriodLikelihood.of(table, lifetime, fitted), errors / periods);
    }

    private static ImmutableList<HeldBackScore> ranked(List<HeldBackScore> scores) {
        List<HeldBackScore> simplestFirst = new ArrayList<>(scores);
        simplestFirst.sort(Comparator.comparingInt(s -> s.model().parameters()));
        ImmutableList.Builder<HeldBackScore> ranking = ImmutableList.builder();
        while (!simplestFirst.isEmpty()) {
            HeldBackScore best = simplestFirst.get(0);
            for (HeldBackScore score : simplestFirst) {
                boolean better = score.logLikelihood() > best.logLikelihood() + EQUAL;
                best = better && !waits(score, simplestFirst) ? score : best;
            }
            ranking.add(best);
            simplestFirst.remove(best);
        }
        return ranking.build();
    }

    /** Whether a fit is that of customers all alike, and the simpler model that is so is not ranked yet. */
    private static boolean waits(HeldBackScore score, List<HeldBackScore> left) {
        return score.fit().boundary().equals(Optional.of(LifetimeBoundary.HOMOGENEOUS))
                && left.stream().anyMatch(other -> other.model() == limitOf(score.model()));
    }

    private static LifetimeModel limitOf(LifetimeModel model) {
        return model == LifetimeModel.SHIFTED_BETA_GEOMETRIC ? LifetimeModel.GEOMETRIC : LifetimeModel.DISCRETE_WEIBULL;
    }

    /**
     * The models, the best first.
     *
     * @return one score for each model that could be fitted, at least that of the geometric lifetime
     */
    public List<HeldBackScore> ranking() {
        return ranking;
    }

    /**
     * The model chosen.
     *
     * @return the first of the ranking
     */
    public HeldBackScore best() {
        return ranking.get(0);
    }

    /**
     * The models that could not be fitted on the first periods.
     *
     * @return why not, by model
     */
    public Map<LifetimeModel, String> refused() {
        return refused;
    }

    /**
     * The model chosen, fitted on all periods: what to go on with.
     *
     * @return the fit
     * @throws FitException if it has no fit there
     */
    public LifetimeFit<?> refit() {
        return fit(best().model(), table);
    }

    /**
     * The choice for people, with its reason.
     *
     * @param language the language of the text
     * @return lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                language.pick("fitted on periods 1 to %d, held back %d to %d\n", "用第 1 至 %d 期拟合,留出第 %d 至 %d 期\n"),
                fitted,
                fitted + 1,
                table.periods());
        line(
                text,
                language.pick(
                        "log-likelihood of the losses held back, mean error of survival\n", "留出期流失的对数似然,生存率平均误差\n"));
        for (HeldBackScore score : ranking) {
            line(
                    text,
                    "  %12.4f %9s  %s\n",
                    score.logLikelihood(),
                    error(score, language),
                    score.model().displayName(language));
        }
        refused.forEach((model, reason) -> line(
                text, language.pick("  not fitted: %s, %s\n", "  未拟合:%s,%s\n"), model.displayName(language), reason));
        return text + reason(language);
    }

    private static String error(HeldBackScore score, Language language) {
        return Double.isNaN(score.survivalError())
                ? language.pick("none", "无")
                : String.format(Locale.ROOT, "%.2f %%", 100 * score.survivalError());
    }

    private String reason(Language language) {
        String name = best().model().displayName(language);
        if (ranking.size() == 1) {
            return String.format(
                    Locale.ROOT, language.pick("chosen: %s, as no other could be fitted\n", "选择:%s,因其他模型无法拟合\n"), name);
        }
        HeldBackScore second = ranking.get(1);
        double lead = best().logLikelihood() - second.logLikelihood();
        if (lead <= EQUAL) {
            return String.format(
                    Locale.ROOT,
                    language.pick(
                            "chosen: %s, as %s foretells the same with more parameters\n", "选择:%s,因%s参数更多而预测相同\n"),
                    name,
                    second.model().displayName(language));
        }
        return String.format(
                Locale.ROOT,
                language.pick(
                        "chosen: %s, as the losses held back are exp(%.2f) times as likely under it as under %s%s\n",
                        "选择:%s,因留出期流失在其下的似然是%3$s的 exp(%2$.2f) 倍%4$s\n"),
                name,
                lead,
                second.model().displayName(language),
                nearer(language));
    }

    /** What is to be said where another model is nearer to the survival observed. */
    private String nearer(Language language) {
        HeldBackScore nearest = best();
        for (HeldBackScore score : ranking) {
            nearest = score.survivalError() < nearest.survivalError() ? score : nearest;
        }
        return nearest.equals(best())
                ? ""
                : language.pick("; nearest to the survival observed is ", ";生存率误差最小的是")
                        + nearest.model().displayName(language);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    @Override
    public String toString() {
        return "LifetimeChoice[best=" + best().model() + ", fittedPeriods=" + fitted + "]";
    }
}
