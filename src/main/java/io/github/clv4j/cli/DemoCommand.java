package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.PlanFile;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.segment.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j demo}: fits and scores a simulated base, without a file and without DuckDB. */
@Command(
        name = "demo",
        description = "Simulates 10,000 telecom customers, fits a plan to them and prints their eight segments.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Language language = main.language();
        CustomerColumns customers = SimulatedTelecom.customers();
        ScoredCustomers scored = plan().plan().fit(customers).model().score(customers);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                language.pick(
                        "%,d simulated telecom customers, no real ones (fixed seed)%n%n",
                        "%,d 个模拟电信客户(固定种子,非真实数据)%n%n"),
                scored.customers());
        out.print(SegmentTable.of(scored.profiles(), Playbook.standard(), language));
        out.printf(
                Locale.ROOT,
                language.pick(
                        "%nValue per customer over 24 months at 1 %% a month; loyalty = 1 - churn probability; each axis cut at"
                                + " its median.%n",
                        "%n价值按每月 1%% 折现、24 个月计;忠诚度 = 1 - 流失概率;各轴以中位数切分。%n"));
        out.flush();
        return 0;
    }

    private static PlanFile plan() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("demo-plan.json")) {
            byte[] json = Objects.requireNonNull(in, "demo-plan.json").readAllBytes();
            return PlanFile.parse("demo-plan.json", new String(json, StandardCharsets.UTF_8));
        }
    }
}
