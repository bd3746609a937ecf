package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.json.MigrationReport;
import io.github.clv4j.segment.SegmentMigration;
import io.github.clv4j.segment.SegmentMove;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code clv4j migrate}: who went from which segment to which between two scorings. */
@Command(
        name = "migrate",
        description =
                "Compares two files of scored customers and prints how many went from which segment to which, who joined"
                        + " and who left, and where this would end if it went on.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD.csv|.parquet", description = "The scores before.")
    private Path oldFile = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.csv|.parquet", description = "The scores after.")
    private Path newFile = Path.of("");

    @Mixin
    private TableOutput output;

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
        failures.require();
        Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put("the old scores", oldFile);
        inputs.put("the new scores", newFile);
        output.require(inputs);
        ScoredFile before = read(oldFile);
        ScoredFile after = DistinctFiles.isSameFile(oldFile, newFile) ? before : read(newFile);
        int[] old = withIds(before);
        int[] young = withIds(after);
        SegmentMigration migration = SegmentMigration.between(
                ids(before, old), segments(before, old), ids(after, young), segments(after, young));
        output.write(() -> columns(migration.moves()));
        format.print(() -> migration.text(main.language()), () -> MigrationReport.of(migration));
        print(before, after, migration.stayed() == 0);
        return 0;
    }

    private ScoredFile read(Path path) {
        ScoredFile file = ScoredFile.readSegments(path, List.of(), output.formulas());
        file.requireIds();
        file.requireFew(failures);
        file.requireSegments();
        return file;
    }

    /** Who has no id, in a row that failed, can be matched with nobody. */
    private static int[] withIds(ScoredFile file) {
        return IntStream.range(0, file.customers())
                .filter(row -> !file.id(row).isBlank())
                .toArray();
    }

    private static List<String> ids(ScoredFile file, int[] rows) {
        return IntStream.of(rows).mapToObj(file::id).toList();
    }

    private static byte[] segments(ScoredFile file, int[] rows) {
        byte[] segments = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            segments[i] = file.segments()[rows[i]];
        }
        return segments;
    }

    private static List<Column> columns(List<SegmentMove> moves) {
        return List.of(
                Column.texts(ScoredFile.ID, texts(moves, SegmentMove::id)),
                Column.texts("from", texts(moves, move -> move.from().name())),
                Column.texts("to", texts(moves, move -> move.to().name())));
    }

    private static @Nullable String[] texts(List<SegmentMove> moves, Function<SegmentMove, String> part) {
        return moves.stream().map(part).toArray(String[]::new);
    }

    private void print(ScoredFile before, ScoredFile after, boolean nobodyStayed) {
        Language language = main.language();
        PrintWriter err = spec.commandLine().getErr();
        Stream.of(before, after)
                .distinct() // a file beside itself was read once
                .forEach(file -> FailureOptions.print(
                        err,
                        language,
                        file.failures().stream()
                                .map(failure -> file.path() + ": " + failure)
                                .toList()));
        if (nobodyStayed) {
            err.println(language.pick(
                    "note: no customer_id is in both files, so all have left or joined; are these two scorings of the same"
                            + " customers?",
                    "提示:没有一个 customer_id 同时出现在两个文件中,全部视为已离开或新加入;两次评分的是同一批客户吗?"));
        }
        err.flush();
    }
}
