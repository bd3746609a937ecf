package io.github.clv4j.cli;

import io.github.clv4j.json.ModelFile;
import io.github.clv4j.json.ScoringTotals;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What scores customers: a plan, fitted to them first, or a model that was fitted before. */
interface ScoringSource {

    /** The files it is made of, which no output may replace, by what they are. */
    Map<String, Path> files();

    /** How it reads customers. */
    CustomerQuery query();

    /**
     * What to score with: a model that was fitted before, or one that is fitted now.
     *
     * @param sample draws the customers it is fitted to, if not all of them are to be held
     */
    ScoringRun prepare(CustomerSource customers, Optional<FitSample> sample);

    /** The summary of a run, as JSON. */
    String summary(ScoringRun run, ScoringTotals scored);

    /** The model a run fitted, to be kept. */
    Optional<ModelFile> fitted(ScoringRun run);
}
