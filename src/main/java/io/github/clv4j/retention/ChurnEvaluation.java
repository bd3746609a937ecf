package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * How good churn probabilities are, on customers of whom it is known whether they left: whether the ranking is right (area
 * under the curve, deciles with lift, cumulative gains), and whether the numbers are (log-loss, Brier score, calibration).
 *
 * <pre>
 *   log-loss = mean of -log P for those who left, -log(1 - P) for those who stayed       Brier score = mean of (P - y)^2
 *   decile of the customer of rank i of n = floor((i - 1) 10 / n) + 1                    lift = churn rate / that of all
 *   expected calibration error = sum over ten bins of P, of equal width, of n_bin / n |mean P - churn rate|
 * </pre>
 *
 * <p>Figures on the customers a model was fitted on flatter it; so whoever evaluates says which they are: {@link #heldOut}
 * or {@link #inSample}. A probability of exactly 0 for a customer who left, or 1 for one who stayed, makes the log-loss
 * infinite; nothing is clipped. Customers of the same probability are ranked in the order they come in; only the deciles
 * depend on it. In the test of Hosmer and Lemeshow they share what they did: where they span several deciles, those of them
 * who left are spread over these in proportion.
 *
 * <p>Sources: G. W. Brier, 1950, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78;
 * M. Pakdaman Naeini, G. F. Cooper, M. Hauskrecht, 2015, Obtaining well calibrated probabilities using Bayesian binning,
 * AAAI (the calibration error). That there are ten deciles and bins is usual.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChurnEvaluation {

    /** How many deciles and bins there are. */
    private static final int TENTHS = 10;

    private final boolean heldOut;

    private final double[] probability;

    private final double[] outcome;
    private final int churned;

    private ChurnEvaluation(boolean heldOut, double[] probability, double[] outcome, int churned) {
        this.heldOut = heldOut;
        this.probability = probability;
        this.outcome = outcome;
        this.churned = churned;
    }

    /**
     * The evaluation on customers the model was not fitted on.
     *
     * @param probability the churn probability of each customer, in [0, 1]
     * @param outcome 1 for each customer who left, 0 for each who stayed, in the same order
     * @return the evaluation
     * @throws IllegalArgumentException if a probability is out of range, an outcome is neither 0 nor 1, nobody left or nobody
     *     stayed, or the lengths differ
     */
    public static ChurnEvaluation heldOut(double[] probability, double[] outcome) {
        return of(true, probability, outcome);
    }

    /**
     * The evaluation on the customers the model was fitted on, which flatters it.
     *
     * @param probability the churn probability of each customer, in [0, 1]
     * @param outcome 1 for each customer who left, 0 for each who stayed, in the same order
     * @return the evaluation
     * @throws IllegalArgumentException as {@link #heldOut}
     */
    public static ChurnEvaluation inSample(double[] probability, double[] outcome) {
        return of(false, probability, outcome);
    }

    private static ChurnEvaluation of(boolean heldOut, double[] probability, double[] outcome) {
        Require.length(outcome.length, probability.length, "outcome");
        int churned = 0;
        for (int i = 0; i < outcome.length; i++) {
            churned += CampaignMeasurement.flag(outcome, i, "outcome");
            Require.probability(probability[i], "probability[" + i + "]");
        }
        if (churned == 0 || churned == outcome.length) {
            throw new IllegalArgumentException(
                    "customers a churn model is evaluated on must be some who left and some who" + " stayed, but of "
                            + outcome.length + " there were " + churned + " who left");
        }
        return new ChurnEvaluation(heldOut, probability.clone(), outcome.clone(), churned);
    }

    /** The customers in falling order of probability, those of the same in the order they came in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Ranking(double[] probability, double[] outcome) {

        static Ranking of(double[] probability, double[] outcome) {
            double[] rank = new double[probability.length];
            Arrays.setAll(rank, i -> probability[i] + 0.0); // 0 for -0, which a sort would put elsewhere
            int[] everybody = new int[rank.length];
            Arrays.setAll(everybody, i -> i);
            int[] order = RankOrder.of(rank, everybody, everybody.length);
            double[] sorted = new double[order.length];
            double[] sortedOutcome = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                sorted[i] = rank[order[i]];
                sortedOutcome[i] = outcome[order[i]];
            }
            return new Ranking(sorted, sortedOutcome);
        }

        /** The place after the last with the same probability as one place. */
        int endOfTie(int from) {
            int to = from + 1;
            while (to < probability.length && probability[to] == probability[from]) {
                to++;
            }
            return to;
        }
    }

    /**
     * Whether the model was not fitted on these customers.
     *
     * @return true for customers held out, false for those of the fit
     */
    public boolean isHeldOut() {
        return heldOut;
    }

    /**
     * How many customers the figures are of.
     *
     * @return their number, at least 2
     */
    public int customers() {
        return outcome.length;
    }

    /**
     * How many of them left.
     *
     * @return their number, at least 1
     */
    public int churned() {
        return churned;
    }

    /**
     * The share who left.
     *
     * @return churned / customers, in (0, 1)
     */
    public double churnRate() {
        return (double) churned / customers();
    }

    /**
     * The share the probabilities say leaves.
     *
     * @return the mean probability
     */
    public double meanProbability() {
        return BlockSum.mean(probability);
    }

    /**
     * How well the probabilities tell those who leave from those who stay.
     *
     * @return the {@linkplain AreaUnderCurve area under the curve}, in [0, 1]
     */
    public double auc() {
        return AreaUnderCurve.of(probability, outcome);
    }

    /**
     * The mean logarithmic loss.
     *
     * @return in natural logarithms, at least 0; infinite if a customer did what had probability 0
     */
    public double logLoss() {
        double[] losses = new double[customers()];
        Arrays.setAll(
                losses,
                i -> 0.0 - (outcome[i] == 1 ? StrictMath.log(probability[i]) : StrictMath.log1p(-probability[i])));
        return BlockSum.mean(losses);
    }

    /**
     * The Brier score.
     *
     * @return the mean squared distance of probability and outcome, in [0, 1]
     */
    public double brier() {
        double[] squares = new double[customers()];
        Arrays.setAll(squares, i -> (probability[i] - outcome[i]) * (probability[i] - outcome[i]));
        return BlockSum.mean(squares);
    }

    /**
     * How often the model is right where everybody from a probability on is taken to leave.
     *
     * @param threshold that probability, in [0, 1]
     * @return the four counts
     * @throws IllegalArgumentException if the threshold is out of range (NaN included)
     */
    public ConfusionMatrix confusion(double threshold) {
        Require.probability(threshold, "threshold");
        int expected = 0;
        int found = 0;
        for (int i = 0; i < customers(); i++) {
            if (probability[i] >= threshold) {
                found += (int) outcome[i];
                expected++;
            }
        }
        int falsePositives = expected - found;
        int falseNegatives = churned - found;
        return new ConfusionMatrix(
                threshold, found, falsePositives, falseNegatives, customers() - expected - falseNegatives);
    }

    /**
     * The tenths of the customers, the most likely to leave first.
     *
     * @return ten deciles
     */
    public List<RiskDecile> deciles() {
        return deciles(Ranking.of(probability, outcome));
    }

    private List<RiskDecile> deciles(Ranking ranking) {
        ImmutableList.Builder<RiskDecile> deciles = ImmutableList.builder();
        int from = 0;
        int before = 0;
        for (int decile = 0; decile < TENTHS; decile++) {
            int to = firstOf(decile + 1);
            RiskDecile made = decile(ranking, decile + 1, from, to, before);
            deciles.add(made);
            before = made.cumulativeChurned();
            from = to;
        }
        return deciles.build();
    }

    /** The first place of a decile, both counted from 0: the least i with floor(10 i / n) not below it. */
    private int firstOf(int decile) {
        return (int) (((long) decile * customers() + TENTHS - 1) / TENTHS);
    }

    private RiskDecile decile(Ranking ranking, int number, int from, int to, int churnedBefore) {
        int left = (int) BlockSum.of(ranking.outcome(), from, to);
        int so = churnedBefore + left;
        return new RiskDecile(
                number,
                to - from,
                left,
                BlockSum.of(ranking.probability(), from, to) / (to - from),
                from < to ? ranking.probability()[to - 1] : Double.NaN,
                from < to ? ranking.probability()[from] : Double.NaN,
                (double) left / (to - from) / churnRate(),
                so,
                (double) so / churned,
                (double) so / to / churnRate());
    }

    /**
     * Which share of those who left is among the customers most likely to.
     *
     * @return the curve of cumulative gains
     */
    public GainsCurve gains() {
        Ranking ranking = Ranking.of(probability, outcome);
        return GainsCurve.of(ranking.probability(), ranking.outcome(), churned);
    }

    /**
     * Whether as many leave as the probabilities say, by ranges of the probability.
     *
     * @return ten bins of equal width, from [0, 0.1) to [0.9, 1]
     */
    public List<CalibrationBin> calibration() {
        int[] customers = new int[TENTHS];
        int[] left = new int[TENTHS];
        double[] sums = new double[TENTHS];
        for (int i = 0; i < outcome.length; i++) {
            int bin = bin(probability[i]);
            customers[bin]++;
            left[bin] += (int) outcome[i];
            sums[bin] += probability[i];
        }
        ImmutableList.Builder<CalibrationBin> bins = ImmutableList.builder();
        for (int bin = 0; bin < TENTHS; bin++) {
            bins.add(new CalibrationBin(
                    edge(bin), edge(bin + 1), customers[bin], left[bin], sums[bin] / customers[bin]));
        }
        return bins.build();
    }

    /** The product may be rounded up to the edge above. */
    private static int bin(double probability) {
        int bin = Math.min(TENTHS - 1, (int) (TENTHS * probability));
        return probability < edge(bin) ? bin - 1 : bin;
    }

    private static double edge(int bin) {
        return bin / (double) TENTHS;
    }

    /**
     * The expected calibration error over the {@linkplain #calibration() ten bins}.
     *
     * @return the mean distance of mean probability and churn rate, weighted by customers, in [0, 1]
     */
    public double calibrationError() {
        double error = 0;
        for (CalibrationBin bin : calibration()) {
            if (bin.customers() > 0) {
                error += (double) bin.customers() / customers() * Math.abs(bin.meanProbability() - bin.churnRate());
            }
        }
        return error;
    }

    /**
     * The test of Hosmer and Lemeshow by {@linkplain #deciles() deciles} of risk. Of customers of the same probability who
     * span several deciles, each decile gets its share of those who left, whole or not, so that the order in which customers
     * come in does not matter. Many of them make the statistic smaller.
     *
     * @return the statistic; degrees of freedom are the deciles with customers, on customers of the fit two fewer
     */
    public HosmerLemeshow hosmerLemeshow() {
        Ranking ranking = Ranking.of(probability, outcome);
        double[] left = leftByDecile(ranking);
        double statistic = 0;
        int groups = 0;
        for (RiskDecile decile : deciles(ranking)) {
            if (decile.customers() > 0) {
                statistic += distance(decile, left[decile.decile() - 1]);
                groups++;
            }
        }
        return new HosmerLemeshow(statistic, heldOut ? groups : groups - 2);
    }

    /** How many left of each decile, those of the same probability spread over the deciles they span. */
    private double[] leftByDecile(Ranking ranking) {
        double[] left = new double[TENTHS];
        int to;
        for (int from = 0; from < customers(); from = to) {
            to = ranking.endOfTie(from);
            double churnedOfTie = BlockSum.of(ranking.outcome(), from, to);
            for (int decile = 0; decile < TENTHS; decile++) {
                int shared = Math.min(to, firstOf(decile + 1)) - Math.max(from, firstOf(decile));
                if (shared > 0) {
                    left[decile] += churnedOfTie * shared / (to - from);
                }
            }
        }
        return left;
    }

    private static double distance(RiskDecile decile, double left) {
        double expected = decile.customers() * decile.meanProbability();
        double difference = left - expected;
        double variance = expected * (1 - decile.meanProbability());
        return difference == 0 ? 0 : difference * difference / variance;
    }

    /**
     * The findings as lines a person can read.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return ChurnEvaluationText.of(this, language);
    }

    /** The size and the chief figures, for people. */
    @Override
    public String toString() {
        return "ChurnEvaluation[" + (heldOut ? "heldOut" : "inSample") + ", customers=" + customers() + ", churned="
                + churned + ", auc=" + auc() + ", logLoss=" + logLoss() + "]";
    }
}
