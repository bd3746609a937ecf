package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many customers may fail before the run does. */
final class FailureOptions {

    /** As many failures are shown on the terminal. */
    private static final int SHOWN = 10;

    @Option(
            names = "--max-failures",
            defaultValue = "1",
            paramLabel = "SHARE",
            description = "Fail if more than this share of the customers cannot be used, in [0, 1]; 1 unless given.")
    private double maxFailures;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Refuses, before any work is done, what no share can be. */
    void require() {
        if (!(maxFailures >= 0 && maxFailures <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--max-failures must be in [0, 1], but was " + maxFailures);
        }
    }

    /**
     * Refuses a run in which all customers failed, or more than it may.
     *
     * @param file the beginning of the message
     * @param what what is the matter with those who failed, as it reads after "customers"
     * @param failures how many customers failed
     * @param customers how many there are
     * @param failed why, at least one of them
     */
    void requireFew(String file, String what, int failures, int customers, List<CustomerFailure> failed) {
        if (failures == customers || failures > maxFailures * customers) {
            throw new UserError(file + failures + " of " + customers + " customers " + what
                    + (failures == customers
                            ? ""
                            : ", more than --max-failures "
                                    + BigDecimal.valueOf(maxFailures).toPlainString() + " allows")
                    + "; the first: " + failed.get(0));
        }
    }

    /** Shows the first failures, and how many there are. */
    static void print(PrintWriter err, Language language, List<?> failed) {
        print(err, language, failed, failed.size());
    }

    /**
     * Shows the first failures, and how many there are.
     *
     * @param first as many as are shown, or more
     * @param count how many there are
     */
    static void print(PrintWriter err, Language language, List<?> first, long count) {
        first.stream().limit(SHOWN).forEach(err::println);
        if (count > SHOWN) {
            long more = count - SHOWN;
            err.println(language.pick("... and " + more + " more", "…… 另有 " + more + " 条"));
        }
    }
}
