package io.github.clv4j.cli;

import io.github.clv4j.json.InputPlan;
import io.github.clv4j.json.PlanFile;
import io.github.clv4j.json.ScoringSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j score}: fits a plan to a customer file and scores the customers in it. */
@Command(
        name = "score",
        description = "Fits a plan to a customer file, scores the customers and prints their eight segments.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    /** As many failures are shown on the terminal; --failures writes them all. */
    private static final int SHOWN_FAILURES = 10;

    @Parameters(index = "0", paramLabel = "PLAN.json", description = "The plan.")
    private Path planPath = Path.of("");

    @Option(names = "--input", required = true, paramLabel = "FILE.csv|.parquet", description = "The customers.")
    private Path input = Path.of("");

    @Option(names = "--output", paramLabel = "FILE.csv|.parquet", description = "Where the scores go.")
    private @Nullable Path output;

    @Option(names = "--summary", paramLabel = "FILE.json", description = "Where the summary goes.")
    private @Nullable Path summary;

    @Option(names = "--failures", paramLabel = "FILE.csv", description = "Where the customers without a score go.")
    private @Nullable Path failures;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireDistinctPaths();
        PlanFile plan = PlanFile.parse(planPath.toString(), TextFile.read(planPath));
        InputPlan inputPlan = plan.input()
                .orElseThrow(() -> new UserError(planPath + " has no field \"input\", so it cannot read a file"));
        CustomerTable customers = CustomerTable.read(input, plan.plan(), inputPlan, sqlFile(inputPlan));
        ScoringRun run = customers.run(plan.plan());
        List<CustomerFailure> failed = customers.failures(run);
        int unscored = run.scored().failures().size();
        if (unscored == run.scored().customers()) {
            throw new UserError(input + ": none of the " + unscored
                    + " customers could be scored; the first failed with " + failed.get(0));
        }
        write(customers, run, failed, unscored);
        print(run, failed, unscored);
        return 0;
    }

    private void requireDistinctPaths() {
        List<Path> paths = Stream.of(planPath, input, output, summary, failures)
                .filter(Objects::nonNull)
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
        for (Path path : paths) {
            if (paths.indexOf(path) != paths.lastIndexOf(path)) {
                throw new UserError(path + " is given for two things; plan, input and outputs must be different files");
            }
        }
    }

    /** SQL beside the plan or below it: a plan from elsewhere shall not point at other files of this machine. */
    private Path sqlFile(InputPlan inputPlan) {
        Path folder = Objects.requireNonNullElse(planPath.toAbsolutePath().getParent(), Path.of(""))
                .normalize();
        Path sql = folder.resolve(inputPlan.sql()).normalize();
        if (!sql.startsWith(folder)) {
            throw new UserError(
                    planPath + ": the sql file must be in the folder of the plan, but was " + inputPlan.sql());
        }
        return sql;
    }

    private void write(CustomerTable customers, ScoringRun run, List<CustomerFailure> failed, int unscored) {
        if (output != null) {
            TableWriter.write(output, customers.scoreColumns(run.scored()));
        }
        if (failures != null) {
            TableWriter.write(failures, CustomerFailure.columns(failed));
        }
        if (summary != null) {
            TextFile.write(summary, ScoringSummary.of(run.fit(), run.scored(), unscored));
        }
    }

    private void print(ScoringRun run, List<CustomerFailure> failed, int unscored) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(SegmentTable.of(run.scored().profiles(), main.language()));
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        run.fit().warnings().forEach(warning -> err.println("warning: " + warning.text(main.language())));
        failed.stream().limit(SHOWN_FAILURES).forEach(err::println);
        if (!failed.isEmpty()) {
            err.println(unscored + " of " + run.scored().customers() + " customers have no score");
        }
        err.flush();
    }
}
