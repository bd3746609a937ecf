package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.BlockSum;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * The same customers in the two older schemes, the {@linkplain ValuePyramid pyramid} and the {@linkplain ValueMatrix matrix},
 * and in the cube: how many are in each class, what they are worth, what is at risk, and how many of a class that the older
 * scheme calls valuable are of low loyalty, which it cannot see.
 *
 * <p>The cell of the matrix and whether loyalty is high are read off each customer's segment, so the matrix and the cube
 * share their cuts. Value is current value + potential value in all three. A customer without a segment is in none of the
 * classes and is {@linkplain #withoutSegment() counted apart}.
 *
 * <p>The risk may be a probability of churn or an observed outcome, 1 or 0, and may be unknown (NaN) for some. Where it is the
 * very probability that the loyalty axis is made of, that the disloyal are at greater risk is no finding but arithmetic;
 * where it is the outcome that the probability was fitted to, the difference is in-sample, and too large.
 *
 * <p>Immutable and thread-safe.
 */
public final class SchemeComparison {

    private static final int SEGMENTS = Segment.all().size();

    private final ImmutableList<SchemeClass> pyramid;
    private final ImmutableList<SchemeClass> matrix;
    private final ImmutableList<SchemeClass> cube;
    private final int customers;

    private SchemeComparison(SchemeGroup[] groups, int customers) {
        this.pyramid = classes(groups, PyramidTier.all(), PyramidTier::displayName, (one, tier, cube) -> tier == one);
        this.matrix = classes(
                groups, ValueCell.all(), ValueCell::displayName, (one, tier, cube) -> ValueCell.of(cube) == one);
        this.cube = classes(groups, Segment.all(), Segment::displayName, (one, tier, cube) -> cube == one);
        this.customers = customers;
    }

    /**
     * Compares the schemes on scored customers.
     *
     * @param current the current value of each customer, finite where there is a segment
     * @param potential the potential value of each customer, finite where there is a segment
     * @param segments the {@linkplain Segment#index() index} of each customer's segment, or {@link
     *     ThreeDimensionalSegmenter#NO_SEGMENT}
     * @param risk the risk of each customer, a probability of churn or an outcome, in [0, 1], NaN where unknown
     * @param pyramid the pyramid, which has cuts of its own
     * @return the comparison
     * @throws IllegalArgumentException if the lengths differ, an index is of no segment, or a customer with a segment has a
     *     value that is not finite or a risk outside [0, 1]
     */
    public static SchemeComparison of(
            double[] current, double[] potential, byte[] segments, double[] risk, ValuePyramid pyramid) {
        Require.length(current.length, segments.length, "current");
        Require.length(potential.length, segments.length, "potential");
        Require.length(risk.length, segments.length, "risk");
        SchemeGroup[] groups = new SchemeGroup[PyramidTier.all().size() * SEGMENTS];
        Arrays.fill(groups, SchemeGroup.NOBODY);
        for (int from = 0; from < segments.length; from += BlockSum.BLOCK) {
            SchemeTally tally = new SchemeTally(groups.length);
            int to = Math.min(from + BlockSum.BLOCK, segments.length);
            for (int i = from; i < to; i++) {
                if (hasSegment(segments[i])) {
                    require(current[i], potential[i], risk[i], i);
                    int tier = pyramid.tier(current[i]).index();
                    tally.add(tier * SEGMENTS + segments[i], current[i] + potential[i], risk[i]);
                }
            }
            Arrays.setAll(groups, g -> groups[g].plus(tally.group(g)));
        }
        return new SchemeComparison(groups, segments.length);
    }

    private static void require(double current, double potential, double risk, int customer) {
        boolean fine = Double.isFinite(current + potential) && !(risk < 0 || risk > 1);
        if (!fine) {
            String place = "[" + customer + "]";
            Require.finite(current, "current" + place);
            Require.finite(potential, "potential" + place);
            Require.finite(current + potential, "current + potential" + place);
            throw Require.outside("risk" + place, "in [0, 1] or missing", risk);
        }
    }

    private static boolean hasSegment(byte segment) {
        if (segment >= ThreeDimensionalSegmenter.NO_SEGMENT && segment < SEGMENTS) {
            return segment != ThreeDimensionalSegmenter.NO_SEGMENT;
        }
        throw Require.outside("segment", "in [-1, " + SEGMENTS + ")", segment);
    }

    /** Whether those of a tier and a segment are in a class. */
    @FunctionalInterface
    private interface Membership<E> {
        boolean holds(E one, PyramidTier tier, Segment segment);
    }

    private static <E extends Enum<E>> ImmutableList<SchemeClass> classes(
            SchemeGroup[] groups, List<E> all, BiFunction<E, Language, String> names, Membership<E> membership) {
        SchemeGroup everybody = sum(groups, (tier, segment) -> true);
        ImmutableList.Builder<SchemeClass> classes = ImmutableList.builder();
        for (E one : all) {
            BiPredicate<PyramidTier, Segment> members = (tier, segment) -> membership.holds(one, tier, segment);
            SchemeGroup loyal = sum(groups, members.and((tier, segment) -> segment.isHigh(Axis.LOYALTY)));
            SchemeGroup disloyal = sum(groups, members.and((tier, segment) -> !segment.isHigh(Axis.LOYALTY)));
            SchemeGroup both = loyal.plus(disloyal);
            classes.add(new SchemeClass(
                    one.name(),
                    names.apply(one, Language.ENGLISH),
                    names.apply(one, Language.CHINESE),
                    (double) both.customers() / everybody.customers(),
                    everybody.value() == 0 ? Double.NaN : both.value() / everybody.value(),
                    loyal,
                    disloyal));
        }
        return classes.build();
    }

    private static SchemeGroup sum(SchemeGroup[] groups, BiPredicate<PyramidTier, Segment> members) {
        SchemeGroup sum = SchemeGroup.NOBODY;
        for (PyramidTier tier : PyramidTier.all()) {
            for (Segment segment : Segment.all()) {
                if (members.test(tier, segment)) {
                    sum = sum.plus(groups[tier.index() * SEGMENTS + segment.index()]);
                }
            }
        }
        return sum;
    }

    /**
     * The pyramid.
     *
     * @return its three tiers from the top
     */
    public List<SchemeClass> pyramid() {
        return pyramid;
    }

    /**
     * The matrix.
     *
     * @return its four cells in the order of {@link ValueCell#all()}
     */
    public List<SchemeClass> matrix() {
        return matrix;
    }

    /**
     * The cube.
     *
     * @return its eight segments in the order of {@link Segment#all()}; each is all loyal or all disloyal
     */
    public List<SchemeClass> cube() {
        return cube;
    }

    /**
     * The high class of the pyramid: what it hides is {@link SchemeClass#disloyal()}.
     *
     * @return the high tier
     */
    public SchemeClass highTier() {
        return pyramid.get(PyramidTier.HIGH.index());
    }

    /**
     * The high class of the matrix: what it hides is {@link SchemeClass#disloyal()}, in the cube the segment {@link
     * Segment#CHURN_PRONE}.
     *
     * @return the cell of high current and high potential value
     */
    public SchemeClass highCell() {
        return matrix.get(ValueCell.HIGH_HIGH.index());
    }

    /**
     * How many customers there are in all.
     *
     * @return those with and without a segment
     */
    public int customers() {
        return customers;
    }

    /**
     * How many customers have no segment, and are in no class.
     *
     * @return the number of customers
     */
    public int withoutSegment() {
        return customers - pyramid.stream().mapToInt(SchemeClass::customers).sum();
    }

    /**
     * The three schemes as tables a person can read, and what the high classes of the older two hide. Shares are in per cent,
     * {@code -} where there is nobody.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return SchemeText.of(this, language);
    }
}
