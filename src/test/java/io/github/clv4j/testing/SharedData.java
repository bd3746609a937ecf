package io.github.clv4j.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shared folder of real data and reference results, which is never copied into the repository. It is found by the
 * system property {@code clv4j.shared} (default {@code ../shared}); where it is absent the calling test is skipped.
 */
public final class SharedData {

    private static final Path FOLDER = Path.of(System.getProperty("clv4j.shared", "../shared"));

    private SharedData() {}

    /** A file, such as {@code reference/ibm-telco-glm-s.json}. Skips the test where there is no folder. */
    public static Path file(String name) {
        assumeTrue(
                Files.isDirectory(FOLDER),
                () -> "shared data folder " + FOLDER.toAbsolutePath().normalize() + " (-Dclv4j.shared) is absent");
        return FOLDER.resolve(name);
    }

    /** A CSV file without quotes, by its columns. */
    public static CsvTable csv(String name) {
        List<String> lines = text(name).lines().toList();
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        return new CsvTable(List.of(lines.get(0).split(",", -1)), rows);
    }

    /** The number under a key that occurs once in a JSON file. */
    public static double jsonNumber(String name, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":\\s*([-+.0-9eE]+)").matcher(text(name));
        if (!matcher.find()) {
            throw new IllegalArgumentException(name + " has no number " + key);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of text cells. */
    public record CsvTable(List<String> header, List<String[]> rows) {

        /** The cells of a column as text. */
        public List<String> texts(String column) {
            int place = header.indexOf(column);
            if (place < 0) {
                throw new IllegalArgumentException("no column " + column + " in " + header);
            }
            return rows.stream().map(row -> row[place]).toList();
        }

        /** The cells of a column as numbers. */
        public double[] numbers(String column) {
            return texts(column).stream().mapToDouble(Double::parseDouble).toArray();
        }

        /** 1 where the text of a column equals a level, else 0. */
        public double[] equalTo(String column, String level) {
            return texts(column).stream()
                    .mapToDouble(text -> text.equals(level) ? 1 : 0)
                    .toArray();
        }
    }
}
