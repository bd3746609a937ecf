package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.timevalue.Horizon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Kaplan-Meier curves of one sample or of groups of it side by side: medians, restricted means up to a common horizon, S at
 * four times of equal distance up to it, and the log-rank test.
 *
 * <p>Unless said otherwise limits are at 95 % by the logarithm, and the horizon is the last time up to which all curves are
 * known.
 *
 * <p>Immutable and thread-safe.
 */
public final class SurvivalComparison {

    private static final int TIMES = 4;

    /** Significant digits of a time that is not whole. */
    private static final int DIGITS = 7;

    private final Map<String, KaplanMeier> curves;
    private final Optional<LogRank> logRank;
    private final Optional<FitException> noLogRank;
    private final LimitKind kind;
    private final double level;
    private final double horizon;

    private SurvivalComparison(
            Map<String, KaplanMeier> curves,
            Optional<LogRank> logRank,
            Optional<FitException> noLogRank,
            LimitKind kind,
            double level,
            double horizon) {
        this.curves = curves;
        this.logRank = logRank;
        this.noLogRank = noLogRank;
        this.kind = kind;
        this.level = level;
        this.horizon = horizon;
    }

    /**
     * One sample, whose only group has the empty name.
     *
     * @param tenures how long the customers were watched, and who left
     * @return the sample
     */
    public static SurvivalComparison of(ObservedTenures tenures) {
        return of(Map.of("", tenures));
    }

    /**
     * Groups of a sample.
     *
     * @param tenures how long the customers were watched, and who left
     * @param groups the name of the group of each customer
     * @return the groups, in the natural order of the names
     * @throws IllegalArgumentException if there is not one name for each customer
     */
    public static SurvivalComparison byGroup(ObservedTenures tenures, List<String> groups) {
        return of(tenures.byGroup(groups));
    }

    private static SurvivalComparison of(Map<String, ObservedTenures> groups) {
        Map<String, KaplanMeier> curves = new TreeMap<>();
        groups.forEach((group, tenures) -> curves.put(group, KaplanMeier.of(tenures)));
        Optional<LogRank> logRank = Optional.empty();
        Optional<FitException> noLogRank = Optional.empty();
        if (groups.size() > 1) {
            try {
                logRank = Optional.of(LogRank.of(groups));
            } catch (FitException e) {
                noLogRank = Optional.of(e);
            }
        }
        return new SurvivalComparison(
                Collections.unmodifiableMap(curves), logRank, noLogRank, LimitKind.LOG, 0.95, commonHorizon(curves));
    }

    /** The last time at which all curves are known; of curves that all fall to 0 the last time of all. */
    private static double commonHorizon(Map<String, KaplanMeier> curves) {
        double known = Double.POSITIVE_INFINITY;
        double last = 0;
        for (KaplanMeier curve : curves.values()) {
            known = Math.min(known, curve.curve().knownUntil());
            last = Math.max(last, curve.curve().lastTime());
        }
        return Math.min(known, last);
    }

    /**
     * The same with other limits.
     *
     * @param kind the scale on which they are symmetric
     * @param level how sure they are, in (0, 1)
     * @return a new comparison
     * @throws IllegalArgumentException if the level is out of range (NaN included)
     */
    public SurvivalComparison withLimits(LimitKind kind, double level) {
        SurvivalLimits.normalQuantile(level);
        return new SurvivalComparison(curves, logRank, noLogRank, kind, level, horizon);
    }

    /**
     * The same with another horizon. A group that is not known up to it has no restricted mean.
     *
     * @param horizon the horizon, limited, above 0
     * @return a new comparison
     * @throws IllegalArgumentException if the horizon is 0 or unlimited
     */
    public SurvivalComparison withHorizon(Horizon horizon) {
        return new SurvivalComparison(
                curves, logRank, noLogRank, kind, level, Require.positive(horizon.periods(), "horizon"));
    }

    /**
     * The curves.
     *
     * @return the curve of each group, in the natural order of the names; not to be changed
     */
    public Map<String, KaplanMeier> curves() {
        return curves;
    }

    /**
     * The scale of the limits.
     *
     * @return the kind
     */
    public LimitKind kind() {
        return kind;
    }

    /**
     * The level of the limits.
     *
     * @return the level, in (0, 1)
     */
    public double level() {
        return level;
    }

    /**
     * The time up to which stays are counted.
     *
     * @return the horizon, in periods
     */
    public double horizon() {
        return horizon;
    }

    /**
     * The limits of a curve of this comparison.
     *
     * @param curve the curve
     * @return its limits of the kind and level chosen
     */
    public SurvivalLimits limits(KaplanMeier curve) {
        return curve.limits(kind, level);
    }

    /**
     * The restricted mean of a curve of this comparison.
     *
     * @param curve the curve
     * @return the mean up to the horizon; none where the curve is not known so far
     */
    public Optional<RestrictedMean> restrictedMean(KaplanMeier curve) {
        return curve.curve().knownUntil() < horizon
                ? Optional.empty()
                : Optional.of(curve.restrictedMean(Horizon.ofPeriods(horizon)));
    }

    /**
     * The times at which S is told.
     *
     * @return a new array: a quarter, half and three quarters of the horizon, and the horizon
     */
    public double[] times() {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            times[i] = horizon * (i + 1) / TIMES;
        }
        return times;
    }

    /**
     * S of a curve of this comparison.
     *
     * @param curve the curve
     * @return a new array with S at each of the {@linkplain #times() times}, NaN where it is not known
     */
    public double[] survival(KaplanMeier curve) {
        double[] survival = times();
        for (int i = 0; i < TIMES; i++) {
            survival[i] =
                    curve.curve().knownUntil() < survival[i] ? Double.NaN : curve.survivalProbability(survival[i]);
        }
        return survival;
    }

    /**
     * The test whether the groups leave at the same rate.
     *
     * @return the test; none of one group, nor where there is nothing to compare
     */
    public Optional<LogRank> logRank() {
        return logRank;
    }

    /**
     * Why there is no test of two groups or more.
     *
     * @return the reason; none where there is a test, or one group
     */
    public Optional<FitException> noLogRank() {
        return noLogRank;
    }

    /**
     * What should be known before the figures are used.
     *
     * @param language the language
     * @return a sentence for each group of whom nobody left, whose risk set was empty too early, or that is not known up to the
     *     horizon
     */
    public List<String> warnings(Language language) {
        List<String> warnings = new ArrayList<>();
        curves.forEach((group, curve) -> {
            if (curve.leavers() == 0) {
                warnings.add(say(
                        language,
                        "%s: nobody is known to have left, so S is 1 as far as it is known; watch for longer, or look at how leaving is"
                                + " marked",
                        "%s:没有已知的流失客户,因此 S 恒为 1;请延长观察期,或检查流失的标记方式",
                        name(group, language)));
            }
            curve.emptiedAt()
                    .ifPresent(time -> warnings.add(say(
                            language,
                            "%s: all who were at risk left at %s, so S is 0 from there on, although others were watched later; the curve"
                                    + " says nothing of them",
                            "%s:在 %s 时处于风险中的客户全部离开,此后 S 为 0;之后才进入观察的客户未能反映在曲线中",
                            name(group, language),
                            number(time))));
            if (curve.curve().knownUntil() < horizon) {
                warnings.add(say(
                        language,
                        "%s: known up to %s only, so there is no restricted mean up to %s",
                        "%s:曲线只到 %s,没有截至 %s 的限制平均时间",
                        name(group, language),
                        number(curve.curve().lastTime()),
                        number(horizon)));
            }
        });
        return ImmutableList.copyOf(warnings);
    }

    /**
     * The comparison for people: a line for each group, and the test.
     *
     * @param language the language
     * @return a few lines, each ended by a line feed
     */
    public String text(Language language) {
        StringBuilder text = new StringBuilder(say(
                language,
                "limits at %s by %s, restricted means up to %s\n",
                "置信水平 %s(按 %s),限制平均时间截至 %s\n",
                number(level),
                kind.displayName(language),
                number(horizon)));
        TextTable table = new TextTable();
        table.row(heading(language));
        curves.forEach((group, curve) -> table.row(row(name(group, language), curve)));
        table.appendTo(text);
        logRank.ifPresent(test -> appendTest(text, test, language));
        noLogRank.ifPresent(reason -> text.append(
                say(language, "no log-rank test: %s\n", "没有对数秩检验:%s\n", String.valueOf(reason.getMessage()))));
        return text.toString();
    }

    private List<String> heading(Language language) {
        List<String> cells = new ArrayList<>(List.of(
                "",
                language.pick("customers", "客户数"),
                language.pick("left", "离开数"),
                language.pick("median", "中位数"),
                language.pick("lower", "下限"),
                language.pick("upper", "上限"),
                language.pick("mean", "限制平均"),
                language.pick("std. error", "标准误")));
        for (double time : times()) {
            cells.add("S(" + number(time) + ")");
        }
        cells.add("");
        return cells;
    }

    private List<String> row(String name, KaplanMeier curve) {
        TenureQuantile median = curve.median(limits(curve));
        Optional<RestrictedMean> mean = restrictedMean(curve);
        List<String> cells = new ArrayList<>(List.of(
                name,
                String.format(Locale.ROOT, "%,d", curve.customers()),
                String.format(Locale.ROOT, "%,d", curve.leavers()),
                cell("%.2f", median.time()),
                cell("%.2f", median.lower()),
                cell("%.2f", median.upper()),
                cell("%.3f", mean.map(RestrictedMean::mean).orElse(Double.NaN)),
                cell("%.3f", mean.map(RestrictedMean::standardError).orElse(Double.NaN))));
        for (double share : survival(curve)) {
            cells.add(cell("%.4f", share));
        }
        cells.add("");
        return cells;
    }

    /** A number, or a dash where there is none. */
    private static String cell(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private void appendTest(StringBuilder text, LogRank test, Language language) {
        text.append(say(
                language,
                "log-rank test: chi-square %.2f on %d df, p = %s\n",
                "对数秩检验:卡方 %.2f,自由度 %d,p = %s\n",
                test.test().chiSquare(),
                test.test().degreesOfFreedom(),
                CoxText.p(test.test())));
        TextTable table = new TextTable();
        table.row("", language.pick("left", "离开数"), language.pick("expected at equal rates", "离开率相同时的期望数"), "");
        for (int g = 0; g < test.groups().size(); g++) {
            table.row(
                    name(test.groups().get(g), language),
                    String.format(Locale.ROOT, "%,d", test.observed()[g]),
                    String.format(Locale.ROOT, "%,.2f", test.expected()[g]),
                    "");
        }
        table.appendTo(text);
    }

    private static String name(String group, Language language) {
        return group.isEmpty() ? language.pick("all customers", "全部客户") : VisibleText.line(group);
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : RNumbers.number(value, DIGITS);
    }

    private static String say(Language language, String english, String chinese, Object... values) {
        return String.format(Locale.ROOT, language.pick(english, chinese), values);
    }

    @Override
    public String toString() {
        return "SurvivalComparison[groups=" + curves.keySet() + ", horizon=" + horizon + "]";
    }
}
