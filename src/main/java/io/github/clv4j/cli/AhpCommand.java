package io.github.clv4j.cli;

import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.Completion;
import io.github.clv4j.ahp.JudgementScale;
import io.github.clv4j.ahp.RandomIndex;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.json.AhpAnswer;
import io.github.clv4j.json.AhpFile;
import io.github.clv4j.json.AhpReport;
import io.github.clv4j.json.AhpSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j ahp}: weights from pairwise judgements. */
@Command(
        name = "ahp",
        description =
                "Derives weights from pairwise judgements by the analytic hierarchy process: of a matrix, a group or a"
                        + " hierarchy, complete or not, and says how consistent they are and what to judge again first.",
        mixinStandardHelpOptions = true)
final class AhpCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE.json", description = "One problem, or a list of problems.")
    private Path file = Path.of("");

    @Option(
            names = "--method",
            converter = AhpConstant.Method.class,
            paramLabel = "eigenvector|geometric-mean|column-mean",
            description = "How weights are derived: eigenvector unless given; of an incomplete matrix, what suits its"
                    + " --completion.")
    private @Nullable WeightMethod method;

    @Option(
            names = "--random-index",
            converter = AhpConstant.Table.class,
            paramLabel = "saaty-1980|saaty-2005|alonso-lamata|donegan-dodd",
            description = "The table of the consistency ratio: saaty-1980 unless given.")
    private @Nullable RandomIndex randomIndex;

    @Option(
            names = "--completion",
            converter = AhpConstant.Filling.class,
            paramLabel = "log-least-squares|minimal-lambda|harker",
            description = "How missing judgements are filled in: what suits the --method unless given, which is"
                    + " minimal-lambda for the eigenvector, log-least-squares for the geometric mean, nothing for the column"
                    + " mean.")
    private @Nullable Completion completion;

    @Option(
            names = "--scale",
            converter = AhpConstant.Scale.class,
            defaultValue = "linear",
            paramLabel = "linear|balanced|logarithmic|power",
            description = "What the judgements 1 to 9 mean as ratios: ${DEFAULT-VALUE} (themselves) unless given.")
    private JudgementScale scale = JudgementScale.LINEAR;

    @Option(
            names = "--limit",
            paramLabel = "RATIO",
            description =
                    "The consistency ratio from which on judgements are not acceptable, above 0; 0.1 unless given.")
    private @Nullable Double limit;

    @Option(
            names = "--repair",
            description = "Look for the smallest change of one or two judgements that makes a matrix acceptable.")
    private boolean repair;

    @Option(
            names = "--sensitivity",
            description = "Compute how far each judgement and weight can move before two ranks swap.")
    private boolean sensitivity;

    @Mixin
    private FormatOption format;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AhpSettings settings = new AhpSettings(solver(), scale, repair, sensitivity);
        List<AhpAnswer> answers = AhpFile.solve(file.toString(), TextFile.read(file), settings);
        format.print(() -> AhpText.of(answers, settings, main.language()), () -> AhpReport.of(answers, settings));
        return answers.stream().anyMatch(AhpAnswer.Failure.class::isInstance) ? Main.FAILED : 0;
    }

    /** What is not asked for is left to the solver, which lets method and completion follow each other. */
    private AhpSolver solver() {
        AhpSolver solver = AhpSolver.withDefaults();
        solver = method == null ? solver : solver.withMethod(method);
        solver = randomIndex == null ? solver : solver.withRandomIndex(randomIndex);
        solver = completion == null ? solver : solver.withCompletion(completion);
        try {
            return limit == null ? solver : solver.withLimit(limit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--limit is refused: " + e.getMessage(), e);
        }
    }
}
