package io.github.clv4j.cli;

import io.github.clv4j.json.InputQuery;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.json.ScoringSummary;
import io.github.clv4j.json.ScoringTotals;
import io.github.clv4j.scoring.ScoringModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A model file that can read customers, with the SQL it holds.
 *
 * @param path the model file
 * @param file what is in it
 * @param input how to read customers
 */
record ModelSource(Path path, ModelFile file, InputQuery input) implements ScoringSource {

    static ModelSource read(Path path) {
        ModelFile file = ModelFile.parse(path.toString(), TextFile.read(path));
        InputQuery input = file.input()
                .orElseThrow(() -> new UserError(path + ": its plan has no field \"input\", so it cannot read a file"));
        return new ModelSource(path, file, input);
    }

    @Override
    public Map<String, Path> files() {
        return Map.of("the model", path);
    }

    @Override
    public CustomerQuery query() {
        ScoringModel model = file.model();
        return new CustomerQuery(
                path,
                input.plan(),
                path + ": sql",
                input.sql(),
                model.inputs(),
                model.plan().fitColumns(),
                false);
    }

    @Override
    public ScoringRun prepare(CustomerSource customers, Optional<FitSample> sample) {
        return ScoringRun.of(file.model());
    }

    @Override
    public String summary(ScoringRun run, ScoringTotals scored) {
        return ScoringSummary.of(file, scored);
    }

    @Override
    public Optional<ModelFile> fitted(ScoringRun run) {
        return Optional.empty();
    }
}
