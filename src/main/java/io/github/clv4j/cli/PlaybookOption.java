package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.PlaybookFile;
import io.github.clv4j.segment.Playbook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --playbook}, alone for the standard one, or {@code --playbook=FILE}. */
final class PlaybookOption {

    /** Stands for no file; what no argument of a process can be. */
    private static final String STANDARD = "\0";

    @Option(
            names = "--playbook",
            arity = "0..1",
            preprocessor = OnlyAttached.class,
            converter = SourceOfName.class,
            paramLabel = "FILE.json",
            description =
                    "Add to --output what to do about each customer, the stance and the first step of its segment:"
                            + " of the standard playbook, or of a file of your own, named after an equals sign.")
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

    /** What the playbook says, if there is one. */
    Optional<PlaybookTexts> texts(Language language) {
        return Optional.ofNullable(source).map(given -> new PlaybookTexts(given.read(), language));
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
