package io.github.clv4j.json;

import io.github.clv4j.segment.Playbook;

/**
 * A playbook file: what to do about the customers of a segment, in both languages. Stateless and thread-safe.
 *
 * <p>The file is one JSON object; docs/files.md tells every field. The segments it names get the entries it gives; all others
 * keep those of {@link Playbook#standard()}. Reading is strict, as it is for a {@link PlanFile}.
 */
public final class PlaybookFile {

    /** The value of the field {@code format} of every playbook of this version. */
    static final String FORMAT = "clv4j-playbook/1";

    private PlaybookFile() {}

    /**
     * Reads a playbook.
     *
     * @param file how messages call the file
     * @param json the text of the file
     * @return the standard playbook with the entries of the file
     * @throws ModelFormatException if the text is not a playbook of this version
     */
    public static Playbook parse(String file, String json) {
        return PlaybookJson.read(JsonText.parse(file, json, "the playbook"));
    }

    /**
     * The text of a file with all eight entries; read again, it gives the same playbook, and its text the same bytes.
     *
     * @param playbook the playbook
     * @return JSON that ends with a line feed, to be written in UTF-8
     */
    public static String write(Playbook playbook) {
        return JsonText.write(PlaybookJson.write(playbook));
    }
}
