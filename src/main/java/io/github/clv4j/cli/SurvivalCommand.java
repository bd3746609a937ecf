package io.github.clv4j.cli;

import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Language;
import io.github.clv4j.json.SurvivalReport;
import io.github.clv4j.retention.LimitKind;
import io.github.clv4j.retention.SurvivalComparison;
import io.github.clv4j.timevalue.Horizon;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code clv4j survival}: how long customers stay, by Kaplan and Meier. */
@Command(
        name = "survival",
        description =
                "Prints how long customers stay by the curve of Kaplan and Meier, of all or of each group, with the log-rank"
                        + " test of the groups. The output table is the whole curve.",
        mixinStandardHelpOptions = true)
final class SurvivalCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE.csv|.parquet", description = "The customers, one a row.")
    private Path file = Path.of("");

    @Mixin
    private SurvivalColumns columns;

    @Option(
            names = "--level",
            defaultValue = "0.95",
            paramLabel = "LEVEL",
            description = "The confidence level of the limits, in (0, 1): ${DEFAULT-VALUE} unless given.")
    private double level;

    @Option(
            names = "--limits",
            defaultValue = "log",
            converter = OfName.class,
            paramLabel = "log|plain|log-log",
            description = "The scale on which the limits of S are symmetric: ${DEFAULT-VALUE} unless given.")
    private LimitKind limits = LimitKind.LOG;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description =
                    "The time up to which restricted means count, above 0: unless given the last time at which all"
                            + " curves are known.")
    private @Nullable Double horizon;

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
        output.require(Map.of("the customers", file));
        SurvivalCustomers customers = columns.read(file, output.formulas(), failures);
        SurvivalComparison curves = customers.compare().withLimits(limits, level);
        SurvivalComparison comparison = horizon == null ? curves : curves.withHorizon(Horizon.ofPeriods(horizon));
        output.write(() -> customers.table(comparison));
        format.print(
                () -> columns.heading(main.language()) + comparison.text(main.language()),
                () -> SurvivalReport.of(customers.file().customers(), customers.leftOut(), comparison));
        print(customers, comparison.warnings(main.language()));
        return 0;
    }

    private void requireUsage() {
        failures.require();
        if (!(level > 0 && level < 1)) {
            throw new ParameterException(spec.commandLine(), "--level must be in (0, 1), but was " + level);
        }
        if (horizon != null && !(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(spec.commandLine(), "--horizon must be in (0, Inf), but was " + horizon);
        }
    }

    private void print(SurvivalCustomers customers, List<String> warnings) {
        Language language = main.language();
        PrintWriter err = spec.commandLine().getErr();
        FailureOptions.print(err, language, customers.file().failures());
        customers.file().leftOut(language).ifPresent(err::println);
        columns.note(customers.file(), language).ifPresent(note -> err.println(language.pick("note: ", "提示:") + note));
        warnings.forEach(warning -> err.println(language.pick("note: ", "提示:") + warning));
        err.flush();
    }

    /** The scale of a name in lower case with a hyphen. */
    static final class OfName implements ITypeConverter<LimitKind> {

        @Override
        public LimitKind convert(String name) {
            return ConstantName.find(LimitKind.class, name)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be one of " + ConstantName.all(LimitKind.class) + ", but was " + name));
        }
    }
}
