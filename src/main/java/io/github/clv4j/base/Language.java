package io.github.clv4j.base;

/** The languages in which clv4j names things for people. Immutable and thread-safe. */
public enum Language {
    /** English. */
    ENGLISH("en", "English", "英语"),
    /** Chinese (simplified). */
    CHINESE("zh", "Chinese", "中文");

    private final String code;
    private final String english;
    private final String chinese;

    Language(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name of this language in that one
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /**
     * The ISO 639-1 code.
     *
     * @return {@code "en"} or {@code "zh"}
     */
    public String code() {
        return code;
    }

    /**
     * The language of an ISO 639-1 code.
     *
     * @param code {@code "en"} or {@code "zh"}, exactly
     * @return the language
     * @throws IllegalArgumentException if the code is neither
     */
    public static Language ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language must be en or zh, but was " + code);
    }

    /**
     * The one of two texts that is in this language.
     *
     * @param english the English text
     * @param chinese the Chinese text
     * @return one of the two
     */
    public String pick(String english, String chinese) {
        return this == ENGLISH ? english : chinese;
    }
}
