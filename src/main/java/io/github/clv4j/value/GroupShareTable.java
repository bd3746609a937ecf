package io.github.clv4j.value;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.GroupCode;
import io.github.clv4j.base.Require;
import java.util.Arrays;
import java.util.List;

/**
 * The probability of taking a service as the share of its holders among the customers of the same group:
 *
 * <pre>
 *   Prob_j(g) = holders of j in g / customers in g
 * </pre>
 *
 * where the customer counts as one of the group. Fitted once, then a table of the model: a customer of a group the table
 * does not know has no probability, and asking for it is an error.
 *
 * <p>In columns a group is a code, its place in {@link #groups()}.
 *
 * <p>Immutable and thread-safe.
 */
public final class GroupShareTable {

    private final ImmutableList<String> groups;
    private final double[] shares;

    private GroupShareTable(ImmutableList<String> groups, double[] shares) {
        this.groups = groups;
        this.shares = shares;
    }

    /**
     * A table of known shares.
     *
     * @param groups the names of the groups, distinct
     * @param shares the share of each group, in [0, 1], in the order of the groups
     * @return the table
     * @throws IllegalArgumentException if a name stands twice, a share is outside [0, 1] or the lengths differ
     */
    public static GroupShareTable of(List<String> groups, double... shares) {
        Require.distinct(groups, "groups");
        Require.length(shares.length, groups.size(), "shares");
        for (int g = 0; g < shares.length; g++) {
            Require.probability(shares[g], "share of group " + groups.get(g));
        }
        return new GroupShareTable(ImmutableList.copyOf(groups), shares.clone());
    }

    /**
     * The shares found in a base of customers.
     *
     * @param groups the names of the groups, distinct
     * @param codes the group of each customer as its place in {@code groups}
     * @param held 1 for each customer who has the service, 0 for the others, in the order of the codes
     * @return the table
     * @throws IllegalArgumentException if a code is no place in the groups, held is neither 0 nor 1, the lengths differ,
     *     or a group has no customer
     */
    public static GroupShareTable fit(List<String> groups, double[] codes, double[] held) {
        Require.length(held.length, codes.length, "held");
        double[] holders = new double[groups.size()];
        double[] customers = new double[groups.size()];
        for (int i = 0; i < codes.length; i++) {
            int group = GroupCode.require(codes[i], customers.length);
            customers[group]++;
            holders[group] += Require.zeroOrOne(held[i], "held");
        }
        return of(groups, sharesOf(groups, holders, customers));
    }

    private static double[] sharesOf(List<String> groups, double[] holders, double[] customers) {
        double[] shares = new double[holders.length];
        for (int g = 0; g < shares.length; g++) {
            if (customers[g] == 0) {
                throw new IllegalArgumentException("group " + groups.get(g) + " must have a customer, but had none");
            }
            shares[g] = holders[g] / customers[g];
        }
        return shares;
    }

    /**
     * The groups.
     *
     * @return their names; a code is a place in this list
     */
    public List<String> groups() {
        return groups;
    }

    /**
     * The shares.
     *
     * @return a copy of the shares, in the order of {@link #groups()}
     */
    public double[] shares() {
        return shares.clone();
    }

    /**
     * The share of a group.
     *
     * @param group the name of the group
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the table does not know the group
     */
    public double share(String group) {
        int code = groups.indexOf(group);
        if (code < 0) {
            throw new IllegalArgumentException("group must be one of " + groups + ", but was " + group);
        }
        return shares[code];
    }

    /**
     * The share of a group given by its code.
     *
     * @param code the place of the group in {@link #groups()}
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the code is no place in the list
     */
    public double share(double code) {
        return shares[GroupCode.require(code, shares.length)];
    }

    /**
     * The columnar form of {@link #share(double)}: NaN where that one throws.
     *
     * @param codes the group of each customer as its place in {@link #groups()}
     * @param from the first customer
     * @param to the customer after the last
     * @param out receives the shares at the same places
     */
    public void share(double[] codes, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = GroupCode.isCode(codes[i], shares.length) ? shares[(int) codes[i]] : Double.NaN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupShareTable that
                && groups.equals(that.groups)
                && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return 31 * groups.hashCode() + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "GroupShareTable" + groups + Arrays.toString(shares);
    }
}
