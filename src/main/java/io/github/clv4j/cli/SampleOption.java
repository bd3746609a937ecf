package io.github.clv4j.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many customers a plan is fitted to, where it is not all of them. */
final class SampleOption {

    private static final long DEFAULT_SEED = 1;

    @Option(
            names = "--fit-sample",
            paramLabel = "N",
            description =
                    "Fit the plan to N customers drawn at random, so that a file of any length can be fitted; to all"
                            + " unless given. All customers are scored.")
    private @Nullable Integer size;

    @Option(
            names = "--fit-seed",
            paramLabel = "N",
            description = "The seed they are drawn with: " + DEFAULT_SEED + " unless given.")
    private @Nullable Long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean isGiven() {
        return size != null || seed != null;
    }

    /** Refuses, before any work is done, what no option can be. */
    void require() {
        if (size != null && size < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--fit-sample must be at least 1 customer, but was " + size);
        }
        if (seed != null && size == null) {
            throw new ParameterException(spec.commandLine(), "--fit-seed is for --fit-sample, which draws customers");
        }
    }

    /** Draws them. */
    Optional<FitSample> draw() {
        return size == null ? Optional.empty() : Optional.of(new FitSample(size, seed == null ? DEFAULT_SEED : seed));
    }
}
