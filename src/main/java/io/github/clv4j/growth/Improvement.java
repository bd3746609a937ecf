package io.github.clv4j.growth;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is assumed to be achieved with a base of customers. Every number is stated by the caller; nothing is estimated.
 *
 * <ul>
 *   <li>First, for all customers: the ARPU rises by a share of itself, and the profit by the margin on that rise; each stays a
 *       number of periods longer, and is counted with that much more tenure and as many more remaining periods. An ARPU that
 *       is negative does not change.
 *   <li>Then, of the customers who after this have a path to take first, a stated share for each path takes it: they stand at
 *       the cut, and tenure brings its missing periods as remaining ones. Which of them do is not said; each counts in the
 *       next tier with that share, so that counts are expected numbers and need not be whole.
 * </ul>
 *
 * <p>Each customer takes one path at most. Nobody falls to a worse tier.
 *
 * <p>Immutable and thread-safe.
 */
public final class Improvement {

    private static final Improvement NONE =
            new Improvement(0, 0, new double[GrowthPath.all().size()]);

    private final double arpuRise;
    private final double tenureExtension;
    private final double[] shares;

    private Improvement(double arpuRise, double tenureExtension, double[] shares) {
        this.arpuRise = arpuRise;
        this.tenureExtension = tenureExtension;
        this.shares = shares;
    }

    /**
     * No improvement, to start from.
     *
     * @return the improvement that leaves everything as it is
     */
    public static Improvement none() {
        return NONE;
    }

    /**
     * The same improvement with a rise in ARPU.
     *
     * @param rise the rise of every customer's ARPU as a share of it (0.05 is 5 %), in [0, Inf)
     * @return a new improvement
     * @throws IllegalArgumentException if the rise is out of range (NaN included)
     */
    public Improvement withArpuRise(double rise) {
        return new Improvement(TierCuts.requireNotNegative(rise, "ARPU rise"), tenureExtension, shares);
    }

    /**
     * The same improvement with longer stays.
     *
     * @param periods how many periods longer every customer stays, in [0, Inf)
     * @return a new improvement
     * @throws IllegalArgumentException if the periods are out of range (NaN included)
     */
    public Improvement withTenureExtension(double periods) {
        return new Improvement(arpuRise, TierCuts.requireNotNegative(periods, "tenure extension"), shares);
    }

    /**
     * The same improvement with a share of those on a path who take it.
     *
     * @param path the path
     * @param share the share of the customers to whom this path is advised first, in [0, 1]
     * @return a new improvement
     * @throws IllegalArgumentException if the share is outside [0, 1] (NaN included)
     */
    public Improvement withShare(GrowthPath path, double share) {
        double[] changed = shares.clone();
        changed[path.index()] = Require.probability(share, "share of " + path);
        return new Improvement(arpuRise, tenureExtension, changed);
    }

    /**
     * The same improvement with one share for all paths.
     *
     * @param share the share of the customers on each path who take it, in [0, 1]
     * @return a new improvement
     * @throws IllegalArgumentException if the share is outside [0, 1] (NaN included)
     */
    public Improvement withShareOfAllPaths(double share) {
        double[] changed = shares.clone();
        Arrays.fill(changed, Require.probability(share, "share of all paths"));
        return new Improvement(arpuRise, tenureExtension, changed);
    }

    /**
     * The rise in ARPU.
     *
     * @return the rise of every customer's ARPU as a share of it, in [0, Inf)
     */
    public double arpuRise() {
        return arpuRise;
    }

    /**
     * How much longer customers stay.
     *
     * @return the periods, in [0, Inf)
     */
    public double tenureExtension() {
        return tenureExtension;
    }

    /**
     * The share of those on a path who take it.
     *
     * @param path the path
     * @return the share, in [0, 1]
     */
    public double share(GrowthPath path) {
        return shares[path.index()];
    }

    /** The part that holds for all customers. */
    CustomerState general(CustomerState customer, double margin) {
        double rise = arpuRise * Math.max(0, customer.arpu());
        return new CustomerState(
                customer.tenure() + tenureExtension,
                customer.arpu() + rise,
                customer.profit() + margin * rise,
                customer.periods() + tenureExtension);
    }

    /** What is stated, for people, in one line. */
    String text(Language language) {
        List<String> parts = new ArrayList<>();
        if (arpuRise > 0) {
            parts.add(
                    String.format(Locale.ROOT, language.pick("ARPU up by %.1f %%", "ARPU 提升 %.1f%%"), 100 * arpuRise));
        }
        if (tenureExtension > 0) {
            parts.add(String.format(
                    Locale.ROOT, language.pick("stays longer by %.1f periods", "在网时长延长 %.1f 期"), tenureExtension));
        }
        addShares(parts, language);
        String stated =
                parts.isEmpty() ? language.pick("no improvement", "无改进") : String.join(language.pick("; ", ";"), parts);
        return language.pick("stated: ", "设定:") + stated + '\n';
    }

    private void addShares(List<String> parts, Language language) {
        if (Arrays.stream(shares).distinct().count() == 1) {
            addShare(parts, shares[0], language.pick("each path", "每条路径"), language);
            return;
        }
        for (GrowthPath path : GrowthPath.all()) {
            addShare(parts, share(path), path.displayName(language), language);
        }
    }

    private static void addShare(List<String> parts, double share, String path, Language language) {
        if (share > 0) {
            parts.add(String.format(
                    Locale.ROOT,
                    language.pick("%s taken by %.1f %% of those on it", "%s:其客户的 %.1f%% 完成"),
                    path,
                    100 * share));
        }
    }
}
