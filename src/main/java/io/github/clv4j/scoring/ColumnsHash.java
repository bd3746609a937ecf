package io.github.clv4j.scoring;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/** The hash of the columns a plan uses, so that a model can tell whether it was fitted on given customers. */
final class ColumnsHash {

    private static final int MISSING = -1;

    private final Hasher hasher = Hashing.sha256().newHasher();

    private ColumnsHash() {}

    /** As {@link FitProvenance} describes it. */
    static String sha256(ScoringPlan plan, CustomerColumns customers) {
        ColumnsHash hash = new ColumnsHash();
        for (ModelInput input : plan.inputs()) {
            if (input.isGroup()) {
                hash.addGroups(input.name(), customers.groups(input.name()), customers.customers());
            } else {
                hash.addNumbers(input.name(), customers.numbers(input.name()));
            }
        }
        plan.fitColumns().forEach(column -> hash.addNumbers(column, customers.numbers(column)));
        return hash.hasher.hash().toString();
    }

    private void addNumbers(String name, double[] values) {
        add(name);
        hasher.putInt(values.length);
        for (double value : values) {
            hasher.putLong(Double.doubleToLongBits(value));
        }
    }

    private void addGroups(String name, GroupColumn column, int customers) {
        add(name);
        hasher.putInt(customers);
        for (int row = 0; row < customers; row++) {
            if (column.isMissing(row)) {
                hasher.putInt(MISSING);
            } else {
                add(column.text(row));
            }
        }
    }

    private void add(String text) {
        hasher.putInt(text.length()).putUnencodedChars(text);
    }
}
