package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.ComparisonReport;
import io.github.clv4j.segment.Concentration;
import io.github.clv4j.segment.SchemeComparison;
import io.github.clv4j.segment.ValuePyramid;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j compare}: scored customers in the two older schemes and in the cube. */
@Command(
        name = "compare",
        description =
                "Puts scored customers into the value pyramid, the value matrix and the cube of eight segments, and prints"
                        + " what each class is worth, what is at risk, how many of low loyalty it hides, and how far the value lies"
                        + " with few.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final String CURRENT = "current_value";
    private static final String POTENTIAL = "potential_value";
    private static final String MODELLED_RISK = "churn_probability";

    @Parameters(index = "0", paramLabel = "SCORED.csv|.parquet", description = "The scored customers.")
    private Path file = Path.of("");

    @Option(
            names = "--risk",
            defaultValue = MODELLED_RISK,
            paramLabel = "COLUMN",
            description = "The column of risks, probabilities of churn or outcomes, in [0, 1]: ${DEFAULT-VALUE} unless"
                    + " given.")
    private String risk = "";

    @Option(
            names = "--high-share",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "The share of customers in the high tier of the pyramid, in (0, 1]: ${DEFAULT-VALUE} unless"
                    + " given.")
    private double highShare;

    @Option(
            names = "--middle-share",
            defaultValue = "0.3",
            paramLabel = "SHARE",
            description = "The share of customers in its middle tier: ${DEFAULT-VALUE} unless given.")
    private double middleShare;

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
        ScoredFile scored = read();
        double[] current = scored.numbers(CURRENT);
        ValuePyramid pyramid = ValuePyramid.fit(ofSegments(scored, current), highShare, middleShare);
        Concentration value = concentration(scored); // says which values cannot be added up
        SchemeComparison comparison = SchemeComparison.of(
                current, scored.numbers(POTENTIAL), scored.segments(), scored.numbers(risk), pyramid);
        format.print(
                () -> ComparisonText.of(
                        comparison, pyramid, value, highShare, risk.equals(MODELLED_RISK), main.language()),
                () -> ComparisonReport.of(comparison, pyramid, value));
        print(scored);
        return 0;
    }

    /** Of the lifetime values of those who have a segment. */
    private Concentration concentration(ScoredFile scored) {
        double[] current = ofSegments(scored, scored.numbers(CURRENT));
        double[] potential = ofSegments(scored, scored.numbers(POTENTIAL));
        double[] value = new double[current.length];
        Arrays.setAll(value, i -> current[i] + potential[i]);
        try {
            return Concentration.of(value);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": lifetime values: " + e.getMessage(), e);
        }
    }

    /** The pyramid itself says what shares it takes. */
    private void requireUsage() {
        failures.require();
        try {
            ValuePyramid.fit(new double[1], highShare, middleShare);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--high-share, --middle-share: " + e.getMessage(), e);
        }
    }

    private ScoredFile read() {
        ScoredFile scored = ScoredFile.readSegments(file, List.of(CURRENT, POTENTIAL, risk), FormulaCells.NEUTRALISED);
        scored.require(CURRENT, Double::isFinite, "must be finite");
        scored.require(POTENTIAL, Double::isFinite, "must be finite");
        scored.require(risk, share -> share >= 0 && share <= 1, "must be in [0, 1]");
        requireValues(scored, CURRENT);
        requireValues(scored, POTENTIAL);
        scored.requireFew(failures);
        scored.requireSegments();
        return scored;
    }

    /** Whoever has a segment was scored, and has a value. */
    private static void requireValues(ScoredFile scored, String column) {
        double[] values = scored.numbers(column);
        for (int row = 0; row < values.length; row++) {
            if (scored.segments()[row] >= 0 && Double.isNaN(values[row])) {
                scored.fail(row, column, "", "is missing");
            }
        }
    }

    private static double[] ofSegments(ScoredFile scored, double[] values) {
        return IntStream.range(0, values.length)
                .filter(row -> scored.segments()[row] >= 0)
                .mapToDouble(row -> values[row])
                .toArray();
    }

    private void print(ScoredFile scored) {
        Language language = main.language();
        PrintWriter err = spec.commandLine().getErr();
        FailureOptions.print(err, language, scored.failures());
        err.flush();
    }
}
