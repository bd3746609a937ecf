package io.github.clv4j.base;

/**
 * A text for people in both languages of clv4j. Immutable and thread-safe.
 *
 * @param english the English text
 * @param chinese the Chinese text
 */
public record BilingualText(String english, String chinese) {

    /**
     * Creates a text.
     *
     * @param english the English text, not blank
     * @param chinese the Chinese text, not blank
     * @throws IllegalArgumentException if one of the two is blank
     */
    public BilingualText {
        Require.notBlank(english, "English text");
        Require.notBlank(chinese, "Chinese text");
    }

    /**
     * A text in both languages.
     *
     * @param english the English text, not blank
     * @param chinese the Chinese text, not blank
     * @return the text
     * @throws IllegalArgumentException if one of the two is blank
     */
    public static BilingualText of(String english, String chinese) {
        return new BilingualText(english, chinese);
    }

    /**
     * The text in one language.
     *
     * @param language the language
     * @return the text, not blank
     */
    public String in(Language language) {
        return language.pick(english, chinese);
    }
}
