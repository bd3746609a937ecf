package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ScoringSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--failures",
            paramLabel = "FILE.csv",
            description = "Where the customers go of whom a value cannot be used.")
    private @Nullable Path failures;

    @Option(
            names = "--max-failures",
            defaultValue = "1",
            paramLabel = "SHARE",
            description = "Fail if more than this share of the customers cannot be scored, in [0, 1]; 1 unless given.")
    private double maxFailures = 1;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireShare();
        PlanSource plan = PlanSource.read(planPath);
        requireOutputs(plan);
        CustomerTable customers = CustomerTable.read(input, plan);
        ScoringRun run = customers.run(plan.plan());
        List<CustomerFailure> failed = customers.failures(run);
        requireScores(run, failed);
        AtomicFile.replaceAll(contents(customers, run, failed));
        print(run, failed);
        return 0;
    }

    private void requireShare() {
        if (!(maxFailures >= 0 && maxFailures <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--max-failures must be in [0, 1], but was " + maxFailures);
        }
    }

    /** All that can be said against the outputs before the work is done. */
    private void requireOutputs(PlanSource plan) {
        List<Path> files = Stream.of(plan.path(), plan.sql(), input, output, summary, failures)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < files.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSameFile(files.get(i), files.get(j))) {
                    throw new UserError(files.get(i) + " is given for two things; plan, SQL, input and outputs must be"
                            + " different files");
                }
            }
        }
        Stream.of(output, failures).filter(Objects::nonNull).forEach(TableWriter::requireWritable);
        Stream.of(summary).filter(Objects::nonNull).forEach(AtomicFile::requireWritable);
    }

    private static boolean isSameFile(Path a, Path b) {
        try {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                    || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
        } catch (IOException e) {
            throw new UserError(a + " and " + b + " cannot be compared: " + e.getMessage(), e);
        }
    }

    private void requireScores(ScoringRun run, List<CustomerFailure> failed) {
        int unscored = run.scored().failures().size();
        int all = run.scored().customers();
        if (unscored == all || unscored > maxFailures * all) {
            throw new UserError(input + ": " + unscored + " of " + all + " customers could not be scored"
                    + (unscored == all ? "" : ", more than --max-failures " + maxFailures + " allows")
                    + "; the first: " + failed.get(0));
        }
    }

    private Map<Path, AtomicFile.Content> contents(
            CustomerTable customers, ScoringRun run, List<CustomerFailure> failed) {
        Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
        if (output != null) {
            contents.put(output, TableWriter.content(output, customers.scoreColumns(run.scored())));
        }
        if (failures != null) {
            contents.put(failures, TableWriter.content(failures, CustomerFailure.columns(failed)));
        }
        if (summary != null) {
            String text = ScoringSummary.of(run.fit(), run.scored());
            contents.put(summary, temporary -> Files.writeString(temporary, text));
        }
        return contents;
    }

    private void print(ScoringRun run, List<CustomerFailure> failed) {
        Language language = main.language();
        PrintWriter out = spec.commandLine().getOut();
        out.print(SegmentTable.of(run.scored().profiles(), language));
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        String warning = language.pick("warning: ", "警告:");
        run.fit().warnings().forEach(cut -> err.println(warning + cut.text(language)));
        failed.stream().limit(SHOWN_FAILURES).forEach(err::println);
        if (failed.size() > SHOWN_FAILURES) {
            err.println(language.pick("... ", "…… ") + failed.size());
        }
        int unscored = run.scored().failures().size();
        if (unscored > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    language.pick("%d of %d customers have no score", "%2$d 个客户中有 %1$d 个没有评分"),
                    unscored,
                    run.scored().customers()));
        }
        err.flush();
    }
}
