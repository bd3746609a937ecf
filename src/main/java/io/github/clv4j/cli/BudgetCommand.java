package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.BudgetReport;
import io.github.clv4j.json.BudgetTerms;
import io.github.clv4j.retention.BudgetPlan;
import io.github.clv4j.retention.RetentionBudget;
import io.github.clv4j.retention.RetentionOffer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j budget}: whom to contact with a retention budget. */
@Command(
        name = "budget",
        description =
                "Chooses whom of the scored customers to contact with a retention budget, so that what the contacts are"
                        + " expected to bring, their cost paid, is as large as can be found.",
        mixinStandardHelpOptions = true)
final class BudgetCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SCORED.csv|.parquet", description = "The scored customers.")
    private Path file = Path.of("");

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "AMOUNT",
            description = "The budget, at least 0, in the unit of the values; Infinity for no limit.")
    private double amount;

    @Option(
            names = "--effect",
            required = true,
            paramLabel = "SHARE",
            description = "The share of the churn probability that a contact takes away, in [-1, 1].")
    private double effect;

    @Mixin
    private BudgetColumns columns;

    @Mixin
    private TableOutput output;

    @Mixin
    private FailureOptions failures;

    @Mixin
    private FormatOption format;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireUsage();
        output.require(Map.of("the scores", file));
        ScoredFile scored = columns.read(file, output.formulas(), failures);
        BudgetCustomers customers = columns.customers(scored);
        BudgetPlan plan = budget(customers).plan(amount);
        BudgetTerms terms = new BudgetTerms(scored.customers(), scored.customers() - customers.size(), amount, effect);
        output.write(() -> customers.columns(scored, effect, plan));
        format.print(() -> BudgetText.of(terms, plan, main.language()), () -> BudgetReport.of(terms, plan));
        print(scored, terms);
        return 0;
    }

    private void requireUsage() {
        failures.require();
        columns.require();
        if (!(amount >= 0)) {
            throw new ParameterException(spec.commandLine(), "--amount must be at least 0, but was " + amount);
        }
        try {
            RetentionOffer.of(effect, 0);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private RetentionBudget budget(BudgetCustomers customers) {
        try {
            return customers.budget(effect);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
    }

    private void print(ScoredFile scored, BudgetTerms terms) {
        Language language = main.language();
        PrintWriter err = spec.commandLine().getErr();
        FailureOptions.print(err, language, scored.failures());
        if (terms.withoutScore() > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    language.pick(
                            "%d of %d customers cannot be chosen: no score, or one that cannot be used",
                            "%2$d 个客户中有 %1$d 个不能选:没有评分或评分不可用"),
                    terms.withoutScore(),
                    terms.customers()));
        }
        err.flush();
    }
}
