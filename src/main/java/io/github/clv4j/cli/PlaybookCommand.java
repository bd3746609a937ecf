package io.github.clv4j.cli;

import io.github.clv4j.json.PlaybookFile;
import io.github.clv4j.segment.Playbook;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clv4j playbook}: what to do about the customers of each segment, as a file to be edited. */
@Command(
        name = "playbook",
        description =
                "Prints the standard playbook as JSON: what to do about the customers of each segment. Edited, it goes"
                        + " into score --playbook=FILE.json and explain --playbook=FILE.json.",
        mixinStandardHelpOptions = true)
final class PlaybookCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(PlaybookFile.write(Playbook.standard()));
        out.flush();
        return 0;
    }
}
