package io.github.clv4j.cli;

import io.github.clv4j.json.PlaybookFile;
import io.github.clv4j.segment.Playbook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code --playbook}, alone for the standard one, or {@code --playbook=FILE}. */
final class PlaybookOption {

    private static final String NAME = "--playbook";

    /** Stands for no file; what no argument of a process can be. */
    private static final String STANDARD = "\0";

    @Option(
            names = NAME,
            arity = "0..1",
            preprocessor = OnlyAttached.class,
            converter = SourceOfName.class,
            paramLabel = "FILE.json",
            description =
                    "Also say what to do about each customer, by its segment: what the standard playbook says, or a file of"
                            + " your own, named after an equals sign.")
    private @Nullable Source source;

    /**
     * Where a playbook comes from.
     *
     * @param file the file; without one it is the standard playbook
     */
    record Source(Optional<Path> file) {

        Playbook read() {
            return file.map(path -> PlaybookFile.parse(path.toString(), TextFile.read(path)))
                    .orElseGet(Playbook::standard);
        }
    }

    boolean isGiven() {
        return source != null;
    }

    /** The file it names, if it names one. */
    Optional<Path> file() {
        return Optional.ofNullable(source).flatMap(Source::file);
    }

    /** The playbook, if one was asked for. */
    Optional<Playbook> read() {
        return Optional.ofNullable(source).map(Source::read);
    }

    /**
     * What a misuse may come of: the file of a playbook, named after a blank, is taken for another argument.
     *
     * @param args the arguments of the whole call
     * @return a hint, empty where there is nothing to hint at
     */
    static Optional<String> hint(ParameterException misuse, List<String> args) {
        boolean leftOver = misuse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption();
        int file = args.indexOf(NAME) + 1;
        boolean afterBlank = file > 0 && file < args.size() && !args.get(file).startsWith("-");
        return afterBlank && (leftOver || misuse instanceof MutuallyExclusiveArgsException)
                ? Optional.of("a file of " + NAME + " follows an equals sign: " + NAME + "=FILE.json")
                : Optional.empty();
    }

    /** Without an equals sign the next argument is not the file: it may be the plan. */
    static final class OnlyAttached implements IParameterPreprocessor {

        @Override
        @SuppressWarnings("JdkObsolete") // the stack is picocli's
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                args.push(STANDARD);
            }
            return false;
        }
    }

    /** The source of an argument. */
    static final class SourceOfName implements ITypeConverter<Source> {

        @Override
        public Source convert(String name) {
            if (name.equals(STANDARD)) {
                return new Source(Optional.empty());
            }
            try {
                if (!name.isBlank()) {
                    return new Source(Optional.of(Path.of(name)));
                }
            } catch (InvalidPathException e) {
                // refused below, as every name that is none
            }
            throw new TypeConversionException("must be followed by the name of a file, but was '" + name + "'");
        }
    }
}
