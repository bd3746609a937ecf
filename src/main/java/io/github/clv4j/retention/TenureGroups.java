package io.github.clv4j.retention;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.Language;
import java.util.Map;

/**
 * The same tenure regression fitted to groups of customers apart, such as those who left and those who stayed; see {@link
 * TenureRegression#fitByGroup}. Immutable and thread-safe.
 */
public final class TenureGroups {

    private final ImmutableMap<String, TenureFit> fits;

    private TenureGroups(ImmutableMap<String, TenureFit> fits) {
        this.fits = fits;
    }

    static TenureGroups of(Map<String, TenureFit> fits) {
        if (fits.isEmpty()) {
            throw new IllegalArgumentException("groups must have at least one customer, but had 0");
        }
        return new TenureGroups(ImmutableMap.copyOf(fits));
    }

    /**
     * The fits.
     *
     * @return the fit of each group by its name, in the order in which the groups appear
     */
    public Map<String, TenureFit> fits() {
        return fits;
    }

    /**
     * The groups side by side: the estimate of every term with its standard error and stars, and where the curves turn.
     *
     * @param language the language of the text
     * @return some lines, each ended by a line feed
     */
    public String text(Language language) {
        return TenureText.of(this, language);
    }

    /** The fits, for people. */
    @Override
    public String toString() {
        return "TenureGroups" + fits;
    }
}
