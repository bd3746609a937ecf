package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ScoringTotals;
import io.github.clv4j.segment.Playbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

    @Mixin
    private SampleOption sample;

    @Option(
            names = "--validate",
            description =
                    "Also print whether the plan's loyalty index tells who leaves, by the outcome of its churn model.")
    private boolean validate;

    @Option(
            names = "--no-progress",
            description = "Show no bar on the terminal while the run takes longer than a second.")
    private boolean noProgress;

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
        try (CustomerSource customers = input.open(source.query(), progress());
                FailureLog failed = new FailureLog(outputs.wantsFailures())) {
            ScoringRun run = source.prepare(customers, sample.draw());
            String validation = validate ? validation(run) : "";
            Optional<PlaybookTexts> texts = toDo.map(entries -> new PlaybookTexts(entries, main.language()));
            try (ScoringPass pass = new ScoringPass(customers, run, texts, failed)) {
                outputs.write(source, run, pass, failed, () -> requireScores(pass.totals(), failed));
                print(run, pass.totals(), toDo.orElseGet(Playbook::standard), validation, failed);
            }
        }
        return 0;
    }

    private Progress progress() {
        return noProgress || !main.isProcess() ? Progress.none() : Progress.on(main.language());
    }

    private void requireUsage() {
        input.require();
        failures.require();
        sample.require();
        if (sample.isGiven() && scorer.model != null) {
            throw new ParameterException(
                    spec.commandLine(), "--fit-sample needs a plan to fit: --model is fitted already");
        }
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

    private void requireScores(ScoringTotals scored, FailureLog failed) {
        failures.requireFew(
                input.file() + ": ", "could not be scored", scored.failures(), scored.customers(), failed.first());
    }

    private String validation(ScoringRun run) {
        ScoringRun.Fitted fitted = run.fitted().orElseThrow();
        String outcome = run.model()
                .plan()
                .outcome()
                .orElseThrow(() -> new UserError(
                        "--validate needs a plan whose churn model is fitted, as its outcome says who left"));
        return "\n" + fitted.customers().validateLoyalty(run.model(), outcome).text(main.language());
    }

    private void print(ScoringRun run, ScoringTotals scored, Playbook toDo, String validation, FailureLog failed) {
        Language language = main.language();
        PrintWriter out = spec.commandLine().getOut();
        out.print(SegmentTable.of(scored.profiles(), toDo, language));
        out.print(validation);
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        String warning = language.pick("warning: ", "警告:");
        run.fit().ifPresent(fit -> fit.warnings().forEach(cut -> err.println(warning + cut.text(language))));
        run.fit().stream()
                .flatMap(fit -> fit.survival().stream())
                .flatMap(curve -> curve.warning(language).stream())
                .forEach(text -> err.println(warning + text));
        int fallenBack = scored.withoutIndex();
        if (fallenBack > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    language.pick(
                            "note: of %d of %d customers too little is known for a loyalty index; their loyalty is the"
                                    + " retention probability",
                            "提示:%2$d 个客户中有 %1$d 个数据不足,没有忠诚度指数,其忠诚度取保留概率"),
                    fallenBack,
                    scored.customers()));
        }
        FailureOptions.print(err, language, failed.first(), failed.count());
        int unscored = scored.failures();
        if (unscored > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    language.pick("%d of %d customers have no score", "%2$d 个客户中有 %1$d 个没有评分"),
                    unscored,
                    scored.customers()));
        }
        err.flush();
    }
}
