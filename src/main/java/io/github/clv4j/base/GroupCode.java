package io.github.clv4j.base;

/**
 * A group of customers as a number in a column: its place in a list of groups. Shared by the packages of clv4j; not part of
 * what the library promises. Stateless and thread-safe.
 */
public final class GroupCode {

    private GroupCode() {}

    /**
     * Whether a number is a place in the list.
     *
     * @param code the number
     * @param groups the length of the list
     * @return false for NaN, too
     */
    public static boolean isCode(double code, int groups) {
        return code >= 0 && code < groups && code == (int) code;
    }

    /**
     * Checks that a number is a place in the list.
     *
     * @param code the number
     * @param groups the length of the list
     * @return the place
     */
    public static int require(double code, int groups) {
        if (isCode(code, groups)) {
            return (int) code;
        }
        throw Require.outside("group code", "a whole number in [0, " + groups + ")", code);
    }
}
