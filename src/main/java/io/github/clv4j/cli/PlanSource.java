package io.github.clv4j.cli;

import io.github.clv4j.json.InputPlan;
import io.github.clv4j.json.InputQuery;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.json.PlanFile;
import io.github.clv4j.json.ScoringSummary;
import io.github.clv4j.json.ScoringTotals;
import io.github.clv4j.scoring.ScoringPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan file that can read customers, with the SQL file it names.
 *
 * @param path the plan file
 * @param file what is in it
 * @param sqlPath the SQL file
 * @param input how to read customers
 */
record PlanSource(Path path, PlanFile file, Path sqlPath, InputQuery input) implements ScoringSource {

    static PlanSource read(Path path) {
        PlanFile file = PlanFile.parse(path.toString(), TextFile.read(path));
        InputPlan input = file.input()
                .orElseThrow(() -> new UserError(path + " has no field \"input\", so it cannot read a file"));
        Path sql = sqlFile(path, input.sql());
        return new PlanSource(path, file, sql, query(input, sql));
    }

    private static InputQuery query(InputPlan input, Path sql) {
        try {
            return new InputQuery(input, TextFile.read(sql));
        } catch (IllegalArgumentException e) {
            throw new UserError(sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, Path> files() {
        return Map.of("the plan", path, "its SQL", sqlPath);
    }

    @Override
    public CustomerQuery query() {
        return query(file.plan());
    }

    /** How customers are read for this plan with another holdout, which may be by another column. */
    CustomerQuery query(ScoringPlan other) {
        List<String> fitColumns = Stream.concat(other.fitColumns().stream(), file.plan().fitColumns().stream())
                .distinct()
                .toList();
        return new CustomerQuery(
                path, input.plan(), sqlPath.toString(), input.sql(), file.plan().inputs(), fitColumns, true);
    }

    @Override
    public ScoringRun prepare(CustomerSource customers, Optional<FitSample> sample) {
        return ScoringRun.fit(file.plan(), customers, sample);
    }

    @Override
    public String summary(ScoringRun run, ScoringTotals scored) {
        ScoringRun.Fitted fitted = run.fitted().orElseThrow();
        return ScoringSummary.of(fitted.fit(), fitted.draw(), scored);
    }

    @Override
    public Optional<ModelFile> fitted(ScoringRun run) {
        return run.fit().map(fit -> ModelFile.of(file.name(), fit).withInput(input));
    }

    /** SQL beside the plan or below it, links followed: a plan from elsewhere shall not point at other files. */
    private static Path sqlFile(Path plan, String name) {
        Path sql = plan.resolveSibling(name);
        if (!isWithin(plan.toAbsolutePath().normalize(), sql.toAbsolutePath().normalize())) {
            throw outside(plan, name);
        }
        if (!Files.exists(sql)) {
            throw new UserError(plan + ": the sql file " + sql + " does not exist");
        }
        try {
            if (!isWithin(plan.toRealPath(), sql.toRealPath())) {
                throw outside(plan, name);
            }
            return sql;
        } catch (IOException e) {
            throw new UserError(plan + ": the sql file " + sql + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isWithin(Path plan, Path sql) {
        Path folder = plan.getParent();
        return folder != null && sql.startsWith(folder);
    }

    private static UserError outside(Path plan, String name) {
        return new UserError(plan + ": the sql file must be in the folder of the plan, but was " + name);
    }
}
