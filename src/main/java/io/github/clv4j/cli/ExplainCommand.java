package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.scoring.ScoreExplanation;
import io.github.clv4j.segment.Playbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j explain}: why one customer of a file gets the score it gets. */
@Command(
        name = "explain",
        description =
                "Scores one customer of a file with a model and says why: the parts of the value, what each feature"
                        + " contributes to the log-odds of churn and each indicator to the loyalty index, and the distance"
                        + " to each cut.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MODEL.json", description = "The model.")
    private Path modelPath = Path.of("");

    @Mixin
    private InputOptions input;

    @Option(names = "--customer", required = true, paramLabel = "ID", description = "The customer's id.")
    private String id = "";

    @Mixin
    private PlaybookOption playbook;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        input.require();
        Optional<Playbook> toDo = playbook.read();
        ModelSource model = ModelSource.read(modelPath);
        CustomerTable customers = read(model.query());
        int row = customers.rowOf(id);
        ScoreExplanation why = customers.explain(row, model.file().model());
        print(row, why.text(main.language()), toDo.map(entries -> toDo(entries, why)));
        return 0;
    }

    private CustomerTable read(CustomerQuery query) {
        try (CustomerSource customers = input.open(query, Progress.none())) {
            return CustomerTable.all(customers);
        }
    }

    private String toDo(Playbook playbook, ScoreExplanation why) {
        Language language = main.language();
        return language.pick("playbook: ", "行动手册:")
                + playbook.of(why.placement().segment()).text(language);
    }

    private void print(int row, String why, Optional<String> toDo) {
        Language language = main.language();
        String shown = VisibleText.line(id);
        PrintWriter out = spec.commandLine().getOut();
        out.println(language.pick(
                "customer " + shown + ", number " + (row + 1) + " in the file",
                "客户 " + shown + ",文件中第 " + (row + 1) + " 位"));
        out.print(why);
        toDo.ifPresent(out::print);
        out.flush();
    }
}
