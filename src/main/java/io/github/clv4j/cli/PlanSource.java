package io.github.clv4j.cli;

import io.github.clv4j.json.InputPlan;
import io.github.clv4j.json.PlanFile;
import io.github.clv4j.scoring.ScoringPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plan file that can read customers, with the SQL file it names.
 *
 * @param path the plan file
 * @param plan what to score and learn
 * @param input how to read customers
 * @param sql the SQL file
 */
record PlanSource(Path path, ScoringPlan plan, InputPlan input, Path sql) {

    static PlanSource read(Path path) {
        PlanFile file = PlanFile.parse(path.toString(), TextFile.read(path));
        InputPlan input = file.input()
                .orElseThrow(() -> new UserError(path + " has no field \"input\", so it cannot read a file"));
        return new PlanSource(path, file.plan(), input, sqlFile(path, input.sql()));
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
