package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ChurnReport;
import io.github.clv4j.scoring.ChurnFit;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.HoldoutPlan;
import io.github.clv4j.scoring.ScoringPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j churn}: the churn model of a plan, and how good it is. */
@Command(
        name = "churn",
        description =
                "Fits the churn model of a plan to the customers of a file and prints its coefficients and how good it is"
                        + " on customers it was not fitted on: AUC, log-loss, deciles with lift, calibration.",
        mixinStandardHelpOptions = true)
final class ChurnCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PLAN.json", description = "The plan, with a logistic churn model.")
    private Path path = Path.of("");

    @Mixin
    private InputOptions input;

    @Mixin
    private HoldoutOption holdout;

    @Mixin
    private FormatOption format;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        input.require();
        PlanSource source = PlanSource.read(path);
        ScoringPlan plan = withHoldout(source.file().plan());
        ChurnPlan.Logistic churn = (ChurnPlan.Logistic) plan.churn();
        CustomerTable customers = read(source.query(plan));
        ChurnFit fit = customers.fitChurn(plan);
        Language language = main.language();
        format.print(() -> ChurnText.of(churn, fit, language), () -> ChurnReport.of(churn, fit));
        List<CustomerFailure> failures = customers.failures(fit.failures());
        PrintWriter err = spec.commandLine().getErr();
        FailureOptions.print(err, language, failures);
        err.flush();
        return 0;
    }

    private CustomerTable read(CustomerQuery query) {
        try (CustomerSource customers = input.open(query, Progress.none())) {
            return CustomerTable.toFit(customers, Optional.empty());
        }
    }

    private ScoringPlan withHoldout(ScoringPlan plan) {
        if (!(plan.churn() instanceof ChurnPlan.Logistic churn)) {
            throw new UserError(path
                    + ": it has no logistic churn model to fit and judge (clv4j survival tells of survival curves)");
        }
        Optional<HoldoutPlan> wanted = holdout.of(churn);
        try {
            return plan.withHoldout(wanted);
        } catch (IllegalArgumentException e) {
            throw new UserError(path + ": " + e.getMessage(), e);
        }
    }
}
