package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.json.ModelFile;
import io.github.clv4j.scoring.FitProvenance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j verify}: whether a model file is what it was when it was written. */
@Command(
        name = "verify",
        description = "Checks that a model file was not changed and still computes what it did when it was written."
                + " Its SQL is checked when it runs.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MODEL.json", description = "The model.")
    private Path modelPath = Path.of("");

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ModelFile file = ModelFile.parse(modelPath.toString(), TextFile.read(modelPath));
        FitProvenance fit = file.provenance();
        Language language = main.language();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                language.pick(
                        "%s is unchanged, and scores its golden customers as it did, bit for bit%n"
                                + "  \"%s\", fitted by clv4j %s on %,d of %,d customers, columns %s%n",
                        "%s 未被改动,其校验客户的评分与写入时逐位一致%n" + "  “%s”,由 clv4j %s 拟合,使用 %,d / %,d 个客户,数据列 %s%n"),
                modelPath,
                file.name(),
                VisibleText.line(file.version()),
                fit.customers(),
                fit.rows(),
                fit.columnsSha256());
        out.flush();
        return 0;
    }
}
