package io.github.clv4j.ahp;

import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far judgements agree with each other. CI, RI and CR are known at once; the other indices are computed when asked for.
 *
 * <ul>
 *   <li>{@linkplain #index() consistency index}: {@code CI = (lambda_max - n) / (n - 1)}
 *   <li>{@linkplain #ratio() consistency ratio}: {@code CR = CI / RI}, RI the CI of random judgements; acceptable below
 *       0.10
 *   <li>{@linkplain #geometricIndex() geometric consistency index}: {@code GCI = 2 / ((n - 1)(n - 2)) sum_{i<j} ln^2(a_ij
 *       w_j / w_i)}, w by row geometric mean
 *   <li>{@linkplain #harmonicIndex() harmonic consistency index}: {@code (HM - n)(n + 1) / (n (n - 1))}, HM the harmonic mean
 *       of the column sums times 1: {@code HM = n / sum_j 1 / s_j}
 *   <li>{@linkplain #koczkodaj() Koczkodaj's index}: the worst triad, {@code max (1 - min(t, 1 / t))}, {@code t = a_ij a_jk /
 *       a_ik}
 * </ul>
 *
 * <p>lambda_max is that of the principal eigenvector, whatever method gave the weights. All indices are 0 for consistent
 * judgements and up to order 2. Of an incomplete matrix they are those of the completed one, but for Koczkodaj's, which only
 * counts triads that were judged, and for RI, which depends on how many judgements are missing.
 *
 * <p>Sources: Saaty (1977); Aguaron and Moreno-Jimenez, European Journal of Operational Research 147 (2003) 137-145; Stein
 * and Mizzi, European Journal of Operational Research 177 (2007) 488-497; Koczkodaj, Mathematical and Computer Modelling 18
 * (1993) 79-84.
 *
 * <p>Immutable and thread-safe.
 */
public final class Consistency {

    private final PairwiseMatrix judged;
    private final double[] completed;
    private final double lambdaMax;
    private final RandomIndex table;
    private final double randomIndex;
    private final double limit;

    Consistency(PairwiseMatrix judged, double[] completed, double lambdaMax, RandomIndex table, double limit) {
        this.judged = judged;
        this.completed = completed;
        this.lambdaMax = lambdaMax;
        this.table = table;
        this.randomIndex = judged.isComplete()
                ? table.of(judged.order())
                : IncompleteRandomIndex.of(judged.order(), judged.missing(), table);
        this.limit = limit;
    }

    /**
     * The consistency index CI.
     *
     * @return {@code max(0, (lambda_max - n) / (n - 1))}; 0 for order 1
     */
    public double index() {
        int n = judged.order();
        return n == 1 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
    }

    /**
     * The random index RI the consistency index is divided by.
     *
     * @return RI for the order and the number of missing judgements; NaN above the end of the table
     */
    public double randomIndex() {
        return randomIndex;
    }

    /**
     * The consistency ratio CR.
     *
     * @return CI / RI; 0 where nothing can contradict anything (up to order 2, and where the judgements form a tree); NaN if
     *     there is no random index
     */
    public double ratio() {
        return randomIndex == 0 ? 0 : index() / randomIndex;
    }

    /**
     * The ratio from which on judgements are not acceptable.
     *
     * @return the limit, 0.10 unless set otherwise
     */
    public double limit() {
        return limit;
    }

    /**
     * Whether the consistency ratio is below its limit.
     *
     * @return whether it is; false where the ratio is NaN
     */
    public boolean isAcceptable() {
        return ratio() < limit;
    }

    /**
     * The geometric consistency index GCI.
     *
     * @return GCI, 0 up to order 2
     */
    public double geometricIndex() {
        int n = judged.order();
        if (n <= 2) {
            return 0;
        }
        double[] logs = new double[n * n];
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                logs[i * n + j] = StrictMath.log(completed[i * n + j]);
                means[i] += logs[i * n + j] / n;
            }
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double error = logs[i * n + j] - means[i] + means[j];
                squares += error * error;
            }
        }
        return 2 * squares / ((n - 1.0) * (n - 2));
    }

    /**
     * The geometric consistency index that answers to a consistency ratio of 0.10.
     *
     * @return 0.3147 for order 3, 0.3526 for order 4, 0.370 above; NaN up to order 2, where nothing can be inconsistent
     */
    public double geometricLimit() {
        return switch (judged.order()) {
            case 1, 2 -> Double.NaN;
            case 3 -> 0.3147;
            case 4 -> 0.3526;
            default -> 0.370;
        };
    }

    /**
     * The harmonic consistency index.
     *
     * @return the index, 0 for order 1
     */
    public double harmonicIndex() {
        int n = judged.order();
        if (n == 1) {
            return 0;
        }
        double inverses = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += completed[i * n + j];
            }
            inverses += 1 / sum;
        }
        return Math.max(0, (n / inverses - n) * (n + 1) / (n * (n - 1.0)));
    }

    /**
     * Koczkodaj's index: how bad the worst triad of judgements is.
     *
     * @return the index in [0, 1); 0 up to order 2, NaN if no triad was judged
     */
    public double koczkodaj() {
        int n = judged.order();
        double[] a = judged.raw();
        double worst = n <= 2 ? 0 : Double.NaN;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = j + 1; k < n; k++) {
                    double t = a[i * n + j] * a[j * n + k] / a[i * n + k];
                    if (!Double.isNaN(t)) {
                        double error = 1 - Math.min(t, 1 / t);
                        worst = Double.isNaN(worst) ? error : Math.max(worst, error);
                    }
                }
            }
        }
        return worst;
    }

    /**
     * What must be known to read the ratio: why there is none, why it is 0, or that its random index is not that of the table.
     *
     * @param language the language of the note
     * @return the note, if there is something to say
     */
    public Optional<String> note(Language language) {
        if (judged.order() <= 2) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        if (Double.isNaN(randomIndex)) {
            notes.add(String.format(
                    Locale.ROOT,
                    language.pick(
                            "no consistency ratio: %s has no random index for order %d; Alonso-Lamata has one",
                            "无一致性比率:%s 没有 %d 阶的随机指标;Alonso-Lamata 有"),
                    table.displayName(language),
                    judged.order()));
        } else if (randomIndex == 0) {
            notes.add(language.pick(
                    "no judgement is checked by others: the consistency ratio is 0 whatever they are",
                    "判断之间没有相互检验:无论取何值,一致性比率都为 0"));
        } else if (!judged.isComplete()) {
            notes.add(String.format(
                    Locale.ROOT,
                    language.pick(
                            "the random index is %.4f: order %d, judgements missing: %d",
                            "随机指标为 %.4f,即 %d 阶、缺 %d 个判断时的值"),
                    randomIndex,
                    judged.order(),
                    judged.missing()));
        }
        if (judged.scale() != JudgementScale.LINEAR) {
            notes.add(language.pick(
                    "random indices are those of the linear scale: read the consistency ratio with care",
                    "随机指标是线性标度的值:一致性比率仅供参考"));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(language.pick("; ", ";"), notes));
    }
}
