package io.github.clv4j.cli;

import io.github.clv4j.base.ConstantName;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Whether a command prints for people or for programs. */
final class FormatOption {

    @Option(
            names = "--format",
            converter = OfName.class,
            defaultValue = "text",
            paramLabel = "text|json",
            description = "How the answers are printed: ${DEFAULT-VALUE} unless given.")
    private ReportFormat format = ReportFormat.TEXT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Prints the one of two reports that was asked for. */
    void print(Supplier<String> text, Supplier<String> json) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> text.get();
                    case JSON -> json.get();
                });
        out.flush();
    }

    /** The format of a name in lower case. */
    static final class OfName implements ITypeConverter<ReportFormat> {

        @Override
        public ReportFormat convert(String name) {
            return ConstantName.find(ReportFormat.class, name)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be one of " + ConstantName.all(ReportFormat.class) + ", but was " + name));
        }
    }
}
