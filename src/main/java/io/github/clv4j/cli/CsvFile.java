package io.github.clv4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * The structure of a CSV file, settled before DuckDB reads it: the header, the number of customers, and the rows that have
 * too few or too many cells. DuckDB drops such rows, and may drop others without a word, so it has to be known what it
 * ought to find.
 *
 * @param header the names of the columns
 * @param rows the number of records after the header, ragged ones included; blank lines are no records, but for a file of one column
 * @param ragged the rows with another number of cells than the header
 * @param multiLineCells whether a cell may span lines
 */
record CsvFile(List<String> header, long rows, List<RawFailure> ragged, boolean multiLineCells) {

    private static final int EXCERPT = 60;

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.EMPTY_UNQUOTED_STRING_AS_NULL)
            .build();

    /**
     * Walks over a file.
     *
     * @throws UserError if the file is not UTF-8, or its quotes make no sense, so that nobody can say where its rows end
     */
    static CsvFile scan(Path path) throws IOException {
        return read(path, true);
    }

    /** The same, looking at every cell, also where nothing is odd. */
    static CsvFile parse(Path path) throws IOException {
        return read(path, false);
    }

    private static CsvFile read(Path path, boolean quickly) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            skipByteOrderMark(reader);
            MappingIterator<@Nullable String[]> records =
                    MAPPER.readerFor(String[].class).readValues(reader);
            List<String> header = header(path, records);
            Optional<CsvCount.Found> counted =
                    quickly && header.size() > 1 ? CsvCount.of(path, header.size()) : Optional.empty();
            return counted.map(found -> regular(header, found)).orElseGet(() -> scan(header, records));
        } catch (CharacterCodingException | JacksonIOException e) {
            throw new UserError(path + " cannot be read as UTF-8", e);
        } catch (JacksonException e) {
            throw new UserError(path + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static CsvFile regular(List<String> header, CsvCount.Found found) {
        return new CsvFile(header, found.records() - 1, List.of(), found.multiLineCells());
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static CsvFile scan(List<String> header, MappingIterator<@Nullable String[]> records) {
        List<RawFailure> ragged = new ArrayList<>();
        boolean multiLineCells = false;
        long rows = 0;
        int line = records.currentLocation().getLineNr();
        while (records.hasNextValue()) {
            @Nullable String[] record = records.nextValue();
            if (!isBlankLine(record, header.size())) {
                if (isRagged(record, header.size())) {
                    ragged.add(ragged(rows, line, record, header.size()));
                }
                rows++;
            }
            int nextLine = records.currentLocation().getLineNr();
            multiLineCells |= nextLine > line + 1;
            line = nextLine;
        }
        return new CsvFile(header, rows, ragged, multiLineCells);
    }

    private static List<String> header(Path path, MappingIterator<@Nullable String[]> records) {
        if (!records.hasNextValue()) {
            throw new UserError(path + " is empty");
        }
        List<String> names = new ArrayList<>();
        for (String name : records.nextValue()) {
            names.add(name == null ? "" : name);
        }
        if (names.equals(List.of(""))) {
            throw new UserError(path + ": the first line is blank, but must be the header");
        }
        return names;
    }

    /** In a file of one column a blank line is a missing value. */
    private static boolean isBlankLine(@Nullable String[] record, int columns) {
        return columns > 1 && record.length == 1 && record[0] == null;
    }

    /** One comma too many at the end of a line does no harm, and DuckDB takes it too. */
    private static boolean isRagged(@Nullable String[] record, int columns) {
        boolean commaAtEnd = record.length == columns + 1 && record[columns] == null;
        return record.length != columns && !commaAtEnd;
    }

    private static RawFailure ragged(long row, int line, @Nullable String[] record, int columns) {
        String cells = record.length == 1 ? " cell" : " cells";
        return new RawFailure(
                row,
                "",
                excerpt(record),
                "line " + line + " has " + record.length + cells + ", but the header has " + columns);
    }

    private static String excerpt(@Nullable String[] record) {
        List<String> cells = new ArrayList<>();
        for (String cell : record) {
            cells.add(cell == null ? "" : cell);
        }
        String text = String.join(",", cells);
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "...";
    }
}
