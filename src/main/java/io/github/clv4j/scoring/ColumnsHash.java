package io.github.clv4j.scoring;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hash of the columns a plan uses, so that a model can tell whether it was fitted on given customers. Each column has its
 * own hash, so that customers may come in chunks. Not thread-safe.
 */
final class ColumnsHash {

    private static final int MISSING = -1;

    private final Set<String> groups;
    private final Map<String, Hasher> columns = new LinkedHashMap<>();
    private int customers;

    ColumnsHash(ScoringPlan plan) {
        this.groups = plan.inputs().stream()
                .filter(ModelInput::isGroup)
                .map(ModelInput::name)
                .collect(Collectors.toUnmodifiableSet());
        plan.inputs().forEach(input -> columns.put(input.name(), newHasher()));
        plan.fitColumns().forEach(column -> columns.putIfAbsent(column, newHasher()));
    }

    private static Hasher newHasher() {
        return Hashing.sha256().newHasher();
    }

    /** The hash of all customers at once. */
    static String sha256(ScoringPlan plan, CustomerColumns customers) {
        ColumnsHash hash = new ColumnsHash(plan);
        hash.add(customers);
        return hash.sha256();
    }

    /** The next customers. */
    void add(CustomerColumns chunk) {
        columns.forEach((name, hasher) -> {
            if (groups.contains(name)) {
                addGroups(hasher, chunk.groups(name), chunk.customers());
            } else {
                addNumbers(hasher, chunk.numbers(name));
            }
        });
        customers += chunk.customers();
    }

    /** The hash of all customers added, as {@link FitProvenance} describes it. Ends the hash. */
    String sha256() {
        Hasher all = newHasher().putInt(customers);
        columns.forEach((name, hasher) -> {
            add(all, name);
            all.putBytes(hasher.hash().asBytes());
        });
        return all.hash().toString();
    }

    private static void addNumbers(Hasher hasher, double[] values) {
        for (double value : values) {
            hasher.putLong(Double.doubleToLongBits(value));
        }
    }

    private static void addGroups(Hasher hasher, GroupColumn column, int customers) {
        for (int row = 0; row < customers; row++) {
            if (column.isMissing(row)) {
                hasher.putInt(MISSING);
            } else {
                add(hasher, column.text(row));
            }
        }
    }

    private static void add(Hasher hasher, String text) {
        hasher.putInt(text.length()).putUnencodedChars(text);
    }
}
