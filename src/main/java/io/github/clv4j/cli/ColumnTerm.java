package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers as somebody names it on the command line: {@code COLUMN}, whose cells are numbers, or {@code
 * COLUMN=VALUE}, which is 1 where the text of a column is the value, 0 where it is another, and missing where it is missing.
 *
 * @param name the whole term, as it was given
 * @param column the column of the file
 * @param value the text that counts 1; none where the cells themselves are numbers
 */
record ColumnTerm(String name, String column, Optional<String> value) {

    /** As many of the values there are instead are shown. */
    private static final int SHOWN = 5;

    /** The term of a text; what stands before the first {@code =} is the column. */
    static ColumnTerm of(String name) {
        int sign = name.indexOf('=');
        return sign < 0
                ? new ColumnTerm(name, name, Optional.empty())
                : new ColumnTerm(name, name.substring(0, sign), Optional.of(name.substring(sign + 1)));
    }

    /**
     * What to say of a term with a value where the column has more texts than the value and one other, as a slip of the pen
     * counts 0 too.
     */
    Optional<String> note(@Nullable String[] texts, Language language) {
        List<String> others = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .filter(text -> !value.orElseThrow().equals(text))
                .distinct()
                .toList();
        if (others.size() < 2) {
            return Optional.empty();
        }
        String shown =
                others.stream().limit(SHOWN).map(text -> "'" + text + "'").collect(Collectors.joining(", "))
                        + (others.size() > SHOWN ? ", ..." : "");
        return Optional.of(name
                + language.pick(" is 0 for " + others.size() + " texts: ", " 对以下 " + others.size() + " 种取值为 0:")
                + VisibleText.line(shown));
    }

    /**
     * The numbers of a term with a value.
     *
     * @throws UserError if the value occurs nowhere, as a slip of the pen does not
     */
    double[] numbers(Path path, @Nullable String[] texts) {
        String wanted = value.orElseThrow();
        if (Arrays.stream(texts).noneMatch(wanted::equals)) {
            throw new UserError(path + ": column '" + column + "' has no value '" + wanted + "'; it has "
                    + Arrays.stream(texts)
                            .filter(Objects::nonNull)
                            .distinct()
                            .limit(SHOWN)
                            .map(text -> "'" + text + "'")
                            .collect(Collectors.joining(", ")));
        }
        return Arrays.stream(texts)
                .mapToDouble(text -> text == null ? Double.NaN : text.equals(wanted) ? 1 : 0)
                .toArray();
    }
}
