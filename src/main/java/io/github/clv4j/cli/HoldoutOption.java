package io.github.clv4j.cli;

import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.HoldoutPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom a churn model is judged on: as the options say, else as the plan does, else on a share drawn at random. */
final class HoldoutOption {

    private static final double DEFAULT_SHARE = 0.3;
    private static final long DEFAULT_SEED = 1;
    private static final String FROM = ">=";

    @Option(
            names = "--holdout",
            paramLabel = "SHARE|COLUMN|COLUMN>=VALUE|none",
            description =
                    "Whom the model is judged on, not being fitted on them: a share drawn at random, those whose COLUMN is"
                            + " 1, those whose COLUMN is VALUE or more, or none, for figures in-sample. Without it as the"
                            + " plan has it, else a share of " + DEFAULT_SHARE + ".")
    private @Nullable String text;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of a share drawn at random: " + DEFAULT_SEED + " unless given here or in the plan.")
    private @Nullable Long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The holdout, or nothing where the figures are to be in-sample. */
    Optional<HoldoutPlan> of(ChurnPlan.Logistic plan) {
        Optional<HoldoutPlan> holdout = chosen(plan);
        if (seed != null && !(holdout.orElse(null) instanceof HoldoutPlan.Share)) {
            throw new ParameterException(
                    spec.commandLine(), "--seed is for a share drawn at random, but nobody is drawn here");
        }
        return holdout;
    }

    private Optional<HoldoutPlan> chosen(ChurnPlan.Logistic plan) {
        if (text != null) {
            return text.equals("none") ? Optional.empty() : Optional.of(parsed(text));
        }
        HoldoutPlan planned = plan.holdout().orElse(HoldoutPlan.share(DEFAULT_SHARE, DEFAULT_SEED));
        return Optional.of(
                seed != null && planned instanceof HoldoutPlan.Share share
                        ? HoldoutPlan.share(share.share(), seed)
                        : planned);
    }

    private HoldoutPlan parsed(String given) {
        try {
            Optional<Double> share = number(given);
            if (share.isPresent()) {
                return HoldoutPlan.share(share.get(), seed == null ? DEFAULT_SEED : seed);
            }
            int from = given.lastIndexOf(FROM);
            if (from < 0) {
                return HoldoutPlan.column(given.strip());
            }
            String value = given.substring(from + FROM.length()).strip();
            return HoldoutPlan.outOfTime(
                    given.substring(0, from).strip(),
                    number(value)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "first time held out must be a number, but was " + value)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--holdout: " + e.getMessage(), e);
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
