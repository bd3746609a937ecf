package io.github.clv4j.retention;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.Language;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nested tenure regressions of the same customers, each with more terms than the one before, compared by F tests:
 *
 * <pre>
 *   F = ((RSS of the smaller - RSS of the larger) / terms added) / (RSS / df of the largest of all)
 * </pre>
 *
 * <p>The denominator is that of R's {@code anova} with several models: the residual mean square of the largest.
 *
 * <p>Immutable and thread-safe.
 */
public final class NestedTests {

    private final ImmutableList<TenureFit> fits;
    private final ImmutableList<NestedTest> tests;

    private NestedTests(ImmutableList<TenureFit> fits) {
        this.fits = fits;
        this.tests = IntStream.range(1, fits.size())
                .mapToObj(i -> test(fits.get(i - 1), fits.get(i), fits.get(fits.size() - 1)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Compares fits.
     *
     * @param fits at least two fits of the same customers, each with all terms of the one before and more
     * @return the tests
     * @throws IllegalArgumentException if there are fewer, one is not nested in the next, or they are of other customers
     */
    public static NestedTests of(TenureFit... fits) {
        if (fits.length < 2) {
            throw new IllegalArgumentException("nested models must be at least 2, but were " + fits.length);
        }
        for (int i = 1; i < fits.length; i++) {
            requireNested(fits[i - 1], fits[i]);
        }
        return new NestedTests(ImmutableList.copyOf(fits));
    }

    private static void requireNested(TenureFit smaller, TenureFit larger) {
        String one = smaller.regression().formula();
        String other = larger.regression().formula();
        if (larger.degreesOfFreedom() >= smaller.degreesOfFreedom()
                || !new HashSet<>(larger.regression().terms())
                        .containsAll(smaller.regression().terms())) {
            throw new IllegalArgumentException(
                    "each model must have all terms of the one before and more, but " + other + " comes after " + one);
        }
        if (smaller.customers() != larger.customers()
                || !smaller.regression().response().equals(larger.regression().response())
                || smaller.totalSumOfSquares() != larger.totalSumOfSquares()) {
            throw new IllegalArgumentException(
                    "nested models must be fitted to the same customers, but " + one + " and " + other + " are not");
        }
    }

    private static NestedTest test(TenureFit smaller, TenureFit larger, TenureFit largest) {
        int terms = smaller.degreesOfFreedom() - larger.degreesOfFreedom();
        double sumOfSquares = smaller.residualSumOfSquares() - larger.residualSumOfSquares();
        double meanSquare = largest.residualSumOfSquares() / largest.degreesOfFreedom();
        double f = sumOfSquares / terms / meanSquare;
        return new NestedTest(terms, sumOfSquares, f, TailProbability.ofF(f, terms, largest.degreesOfFreedom()));
    }

    /**
     * The models.
     *
     * @return the fits, the smallest first
     */
    public List<TenureFit> fits() {
        return fits;
    }

    /**
     * The tests.
     *
     * @return one for each model but the first, against the model before it
     */
    public List<NestedTest> tests() {
        return tests;
    }

    /**
     * The models and their tests as a table, as R prints {@code anova}.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return TenureText.of(this, language);
    }

    /** The tests, for people. */
    @Override
    public String toString() {
        return "NestedTests" + tests;
    }
}
