package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.json.ModelFormatException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of clv4j. Exits with 0 if all went well, 1 if the run could not be done, 2 if it was called wrongly. */
@Command(
        name = "clv4j",
        description = "Scores customers: lifetime value, churn probability, loyalty and segment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ScoreCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            PlaybookCommand.class,
            MigrateCommand.class,
            BudgetCommand.class,
            CompareCommand.class,
            ChurnCommand.class,
            SurvivalCommand.class,
            TenureCommand.class,
            AhpCommand.class
        })
public final class Main implements Runnable {

    static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            defaultValue = "en",
            converter = LanguageOfCode.class,
            paramLabel = "en|zh",
            description =
                    "Language of tables, explanations and warnings: ${DEFAULT-VALUE} unless given. Errors are in English.")
    private Language language = Language.ENGLISH;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** Whether these are the streams of the process, which may be a terminal. */
    private final boolean process;

    private Main(boolean process) {
        this.process = process;
    }

    /**
     * Runs the command line and ends the process unless all went well.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        int exitCode = run(
                new Main(true),
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs the command line against the given streams and returns the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(new Main(false), out, err, args);
    }

    private static int run(Main main, PrintWriter out, PrintWriter err, String... args) {
        try {
            return main.execute(out, err, args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            err.println("clv4j: not enough memory: " + e.getClass().getSimpleName());
            return FAILED;
        }
    }

    private int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((error, arguments) -> misused(error, List.of(arguments)))
                .setExecutionExceptionHandler((error, command, result) -> report(error, err))
                .execute(args);
    }

    boolean isProcess() {
        return process;
    }

    Language language() {
        return language;
    }

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet()).replaceFirst(", (?=[^,]*$)", " or ");
        throw new ParameterException(spec.commandLine(), "Missing command: " + commands);
    }

    /** In a few lines; the whole usage would push the message off the screen. */
    private static int misused(ParameterException error, List<String> args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("clv4j: " + error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, err);
        PlaybookOption.hint(error, args).ifPresent(err::println);
        err.println("see " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return MISUSED;
    }

    private int report(Exception error, PrintWriter err) {
        boolean expected = error instanceof UserError || error instanceof ModelFormatException;
        err.println("clv4j: " + (expected ? "" : error.getClass().getSimpleName() + ": ") + visible(error));
        if (debug) {
            error.printStackTrace(err);
        } else if (!expected) {
            err.println("This should not have happened; --debug prints where it did.");
        }
        err.flush();
        return FAILED;
    }

    /** Messages repeat names and values of files that come from anywhere. */
    private static String visible(Exception error) {
        return String.valueOf(error.getMessage()).lines().map(VisibleText::line).collect(Collectors.joining("\n"));
    }

    /** The language of {@code --lang}. */
    static final class LanguageOfCode implements ITypeConverter<Language> {

        @Override
        public Language convert(String code) {
            try {
                return Language.ofCode(code);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
