package io.github.clv4j.json;

import io.github.clv4j.base.Language;

/** What the cells of a raw column hold. A plan says it, so that no file reader has to guess it from the first rows. */
public enum ColumnType {
    /** Any text, taken as it stands. Blank is missing. */
    TEXT("text", "文本"),

    /**
     * A number with a decimal point and no thousands separators: {@code -12}, {@code 3.5}, {@code 1e-3}, and also {@code NaN}
     * and {@code inf}, which no score is made of. Blank is missing.
     */
    NUMBER("number", "数值"),

    /** A calendar date written as ISO 8601 writes it, {@code 2024-12-31}. Blank is missing. */
    DATE("date", "日期");

    private final String english;
    private final String chinese;

    ColumnType(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }
}
