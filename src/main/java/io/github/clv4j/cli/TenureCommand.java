package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.TenureReport;
import io.github.clv4j.retention.NestedTests;
import io.github.clv4j.retention.TenureFit;
import io.github.clv4j.retention.TenureGroups;
import io.github.clv4j.retention.TenureRegression;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j tenure}: how long customers stay by the number of retention activities. */
@Command(
        name = "tenure",
        description =
                "Regresses tenure on the number of retention activities and its square, and prints the coefficients, where the"
                        + " curve turns, and what the next activity goes with. The output table ranks the customers by that.",
        mixinStandardHelpOptions = true)
final class TenureCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE.csv|.parquet", description = "The customers, one a row.")
    private Path file = Path.of("");

    @Mixin
    private TenureColumns columns;

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
        failures.require();
        List<TenureRegression> steps = columns.regressions();
        output.require(Map.of("the customers", file));
        TenureCustomers customers = columns.read(file, output.formulas(), failures);
        if (customers.hasGroups()) {
            answer(customers, customers.fitByGroup(steps.get(steps.size() - 1)));
        } else {
            answer(customers, customers.fit(steps.get(steps.size() - 1)), customers.nested(steps));
        }
        print(customers);
        return 0;
    }

    private void answer(TenureCustomers customers, TenureGroups groups) {
        output.write(() -> customers.gains(groups, columns.hasIds()));
        format.print(
                () -> groups.text(main.language()),
                () -> TenureReport.of(customers.file().customers(), groups));
    }

    private void answer(TenureCustomers customers, TenureFit fit, Optional<NestedTests> nested) {
        Language language = main.language();
        output.write(() -> customers.gains(fit, columns.hasIds()));
        format.print(
                () -> fit.text(language)
                        + nested.map(tests -> "\n" + tests.text(language)).orElse(""),
                () -> TenureReport.of(customers.file().customers(), fit, nested));
    }

    private void print(TenureCustomers customers) {
        Language language = main.language();
        PrintWriter err = spec.commandLine().getErr();
        FailureOptions.print(err, language, customers.file().failures());
        customers.file().leftOut(language).ifPresent(err::println);
        err.flush();
    }
}
