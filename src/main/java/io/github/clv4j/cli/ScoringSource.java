package io.github.clv4j.cli;

import io.github.clv4j.json.ModelFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What scores customers: a plan, fitted to them first, or a model that was fitted before. */
interface ScoringSource {

    /** The files it is made of, which no output may replace, by what they are. */
    Map<String, Path> files();

    /** How it reads customers. */
    CustomerQuery query();

    /** Scores the customers it was asked to read. */
    ScoringRun run(CustomerTable customers);

    /** The summary of a run, as JSON. */
    String summary(ScoringRun run);

    /** The model a run fitted, to be kept. */
    Optional<ModelFile> fitted(ScoringRun run);
}
