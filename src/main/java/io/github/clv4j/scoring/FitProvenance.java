package io.github.clv4j.scoring;

/**
 * Which customers a model was fitted on. Holds nothing of any one of them, and no time: the same plan and customers give the
 * same provenance. Immutable and thread-safe.
 *
 * @param rows how many customers were given to the fit
 * @param customers how many of them it used; the others have a value that cannot be scored
 * @param columnsSha256 the SHA-256 of the columns the plan names, as 64 hexadecimal digits: of the number of rows and, for each
 *     input and then each outcome and column of the holdout that is no input, its name and the 32 bytes of the SHA-256 of its
 *     values in the order of the rows. Whether the customers came at once or in chunks does not matter. Texts are hashed as
 *     their length and UTF-16 code units, a missing group as the length -1, numbers as the bits of {@link
 *     Double#doubleToLongBits}, all in little-endian order, lengths and counts in 4 bytes
 */
public record FitProvenance(int rows, int customers, String columnsSha256) {

    /**
     * Creates a provenance.
     *
     * @param rows how many customers were given to the fit
     * @param customers how many of them it used, in [1, rows]
     * @param columnsSha256 64 hexadecimal digits in lower case
     * @throws IllegalArgumentException if a count is out of its bounds, or the hash is not one
     */
    public FitProvenance {
        if (!(customers >= 1 && customers <= rows)) {
            throw new IllegalArgumentException("customers must be in [1, " + rows + "], but was " + customers);
        }
        if (!columnsSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "columnsSha256 must be 64 hexadecimal digits, but was \"" + columnsSha256 + "\"");
        }
    }
}
