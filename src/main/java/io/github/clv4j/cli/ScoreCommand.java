package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.scoring.ScoringModel;
import io.github.clv4j.segment.Playbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j score}: scores the customers of a file with a model, or with a plan fitted to them. */
@Command(
        name = "score",
        description =
                "Scores the customers of a file and prints their eight segments, with a plan fitted to them or with a"
                        + " model fitted before.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Scorer scorer = new Scorer();

    @Mixin
    private InputOptions input;

    @Mixin
    private OutputOptions outputs;

    @Mixin
    private PlaybookOption playbook;

    @Mixin
    private FailureOptions failures;

    @Option(
            names = "--validate",
            description =
                    "Also print whether the plan's loyalty index tells who leaves, by the outcome of its churn model.")
    private boolean validate;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    /** Either a plan or a model. */
    static final class Scorer {

        @Parameters(index = "0", paramLabel = "PLAN.json", description = "The plan, fitted to the customers.")
        private @Nullable Path plan;

        @Option(names = "--model", paramLabel = "MODEL.json", description = "The model, fitted before.")
        private @Nullable Path model;

        ScoringSource read() {
            return plan != null ? PlanSource.read(plan) : ModelSource.read(Objects.requireNonNull(model));
        }
    }

    @Override
    public Integer call() {
        requireUsage();
        ScoringSource source = scorer.read();
        Map<String, Path> inputs = new LinkedHashMap<>(source.files());
        inputs.put("--input", input.file());
        playbook.file().ifPresent(file -> inputs.put("the playbook", file));
        outputs.require(inputs);
        Optional<Playbook> toDo = playbook.read();
        CustomerTable customers = input.read(source.query());
        ScoringRun run = source.run(customers);
        List<CustomerFailure> failed = customers.failures(run);
        requireScores(run, failed);
        String validation = validate ? validation(run, customers) : "";
        outputs.write(source, customers, run, toDo.map(entries -> new PlaybookTexts(entries, main.language())), failed);
        print(run, toDo.orElseGet(Playbook::standard), validation, failed);
        return 0;
    }

    private void requireUsage() {
        input.require();
        failures.require();
        if (playbook.isGiven() && !outputs.wantsScores()) {
            throw new ParameterException(
                    spec.commandLine(), "--playbook needs --output: it adds columns to the scores");
        }
        if (scorer.model != null && validate) {
            throw new ParameterException(
                    spec.commandLine(), "--validate needs a plan: it compares the index with the outcome of the fit");
        }
        if (scorer.model != null && outputs.wantsModel()) {
            throw new ParameterException(
                    spec.commandLine(), "--model-out needs a plan to fit: --model is fitted already");
        }
    }

    private void requireScores(ScoringRun run, List<CustomerFailure> failed) {
        failures.requireFew(
                input.file() + ": ",
                "could not be scored",
                run.scored().failures().size(),
                run.scored().customers(),
                failed);
    }

    private String validation(ScoringRun run, CustomerTable customers) {
        ScoringModel model = run.fit().orElseThrow().model();
        String outcome = model.plan()
                .outcome()
                .orElseThrow(() -> new UserError(
                        "--validate needs a plan whose churn model is fitted, as its outcome says who left"));
        return "\n" + customers.validateLoyalty(model, outcome).text(main.language());
    }

    private void print(ScoringRun run, Playbook toDo, String validation, List<CustomerFailure> failed) {
        Language language = main.language();
        PrintWriter out = spec.commandLine().getOut();
        out.print(SegmentTable.of(run.scored().profiles(), toDo, language));
        out.print(validation);
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        String warning = language.pick("warning: ", "警告:");
        run.fit().ifPresent(fit -> fit.warnings().forEach(cut -> err.println(warning + cut.text(language))));
        run.fit().stream()
                .flatMap(fit -> fit.survival().stream())
                .flatMap(curve -> curve.warning(language).stream())
                .forEach(text -> err.println(warning + text));
        int fallenBack = run.withoutIndex();
        if (fallenBack > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    language.pick(
                            "note: of %d of %d customers too little is known for a loyalty index; their loyalty is the"
                                    + " retention probability",
                            "提示:%2$d 个客户中有 %1$d 个数据不足,没有忠诚度指数,其忠诚度取保留概率"),
                    fallenBack,
                    run.scored().customers()));
        }
        FailureOptions.print(err, language, failed);
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
