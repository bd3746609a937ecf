package io.github.clv4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** One run of the command line inside this process. */
record CommandLine(int exitCode, String out, String err) {

    static CommandLine run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new CommandLine(exitCode, out.toString(), err.toString());
    }
}
