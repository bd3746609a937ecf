package io.github.clv4j.cli;

import com.google.common.base.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Counts the records of a CSV file at the speed of its bytes, if there is nothing odd about it: all records have as many cells
 * as the header, and quotes stand around cells only. Of other files it says nothing. Not thread-safe.
 */
final class CsvCount {

    private static final int BUFFER = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Where in a record the next byte stands. */
    private enum Place {
        CELL_BEGINS,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE,
        AFTER_RETURN
    }

    private final int columns;
    private Place place = Place.CELL_BEGINS;
    private int commas;
    private boolean emptyAtEnd;
    private long records;
    private boolean multiLineCells;
    private boolean odd;

    private CsvCount(int columns) {
        this.columns = columns;
    }

    /**
     * What a file holds.
     *
     * @param records the number of records, the header included; blank lines are none
     * @param multiLineCells whether a cell spans lines
     */
    record Found(long records, boolean multiLineCells) {}

    /**
     * Counts the records of a file.
     *
     * @param columns the cells of the header, at least 2, since a blank line of one column is a missing value
     * @return nothing if the file needs a closer look
     */
    static Optional<Found> of(Path file, int columns) throws IOException {
        CsvCount count = new CsvCount(columns);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            int held = in.readNBytes(buffer, 0, BUFFER);
            int from = startsWithMark(buffer, held) ? BYTE_ORDER_MARK.length : 0;
            int kept = 0;
            while (held > 0 && !count.odd) {
                count.add(buffer, Math.max(from, kept), held);
                int end = held < BUFFER ? held : afterLastLine(buffer, held);
                if (end == 0 || !Utf8.isWellFormed(buffer, 0, end)) {
                    return Optional.empty();
                }
                kept = held - end;
                System.arraycopy(buffer, end, buffer, 0, kept);
                int more = in.readNBytes(buffer, kept, BUFFER - kept);
                held = more == 0 && end == held ? 0 : kept + more;
                from = 0;
            }
        }
        return count.found();
    }

    private static boolean startsWithMark(byte[] buffer, int held) {
        return held >= BYTE_ORDER_MARK.length
                && buffer[0] == BYTE_ORDER_MARK[0]
                && buffer[1] == BYTE_ORDER_MARK[1]
                && buffer[2] == BYTE_ORDER_MARK[2];
    }

    /** A line feed is never within a character, so up to there the bytes can be judged alone. */
    private static int afterLastLine(byte[] buffer, int held) {
        int end = held;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private Optional<Found> found() {
        if (place == Place.QUOTED || place == Place.AFTER_RETURN) {
            return Optional.empty();
        }
        emptyAtEnd = place == Place.CELL_BEGINS;
        endRecord();
        return odd ? Optional.empty() : Optional.of(new Found(records, multiLineCells));
    }

    private void add(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !odd) {
            if (place == Place.UNQUOTED) {
                while (i < to && bytes[i] > ',') { // most bytes of most cells: digits and letters
                    i++;
                }
            } else if (place == Place.QUOTED) {
                while (i < to && bytes[i] > '"') {
                    i++;
                }
            }
            if (i < to) {
                add(bytes[i++]);
            }
        }
    }

    private void add(byte next) {
        switch (place) {
            case CELL_BEGINS -> {
                if (next == '"') {
                    place = Place.QUOTED;
                } else {
                    addUnquoted(next);
                }
            }
            case UNQUOTED -> {
                odd |= next == '"';
                addUnquoted(next);
            }
            case QUOTED -> {
                multiLineCells |= next == '\n' || next == '\r';
                if (next == '"') {
                    place = Place.AFTER_QUOTE;
                }
            }
            case AFTER_QUOTE -> {
                if (next == '"') {
                    place = Place.QUOTED;
                } else {
                    odd |= next != ',' && next != '\n' && next != '\r';
                    addUnquoted(next);
                }
            }
            case AFTER_RETURN -> {
                odd |= next != '\n';
                addUnquoted(next);
            }
        }
    }

    private void addUnquoted(byte next) {
        switch (next) {
            case ',' -> {
                commas++;
                place = Place.CELL_BEGINS;
            }
            case '\r' -> {
                emptyAtEnd = place == Place.CELL_BEGINS;
                place = Place.AFTER_RETURN;
            }
            case '\n' -> {
                emptyAtEnd = place == Place.CELL_BEGINS || (place == Place.AFTER_RETURN && emptyAtEnd);
                endRecord();
            }
            default -> place = Place.UNQUOTED;
        }
    }

    /** One comma too many at the end of a line does no harm. */
    private void endRecord() {
        boolean blank = commas == 0 && emptyAtEnd;
        if (!blank) {
            odd |= commas != columns - 1 && !(commas == columns && emptyAtEnd);
            records++;
        }
        commas = 0;
        place = Place.CELL_BEGINS;
    }
}
