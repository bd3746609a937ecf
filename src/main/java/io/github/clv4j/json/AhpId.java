package io.github.clv4j.json;

import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a problem of a judgement file is called: a text, a number, or nothing. Immutable and thread-safe. */
public final class AhpId {

    private final JsonNode json;
    private final int place;

    private AhpId(JsonNode json, int place) {
        this.json = json;
        this.place = place;
    }

    /** The id of a problem without one, which is known by its place in the file, from 1. */
    static AhpId none(int place) {
        return new AhpId(JsonNodeFactory.instance.nullNode(), place);
    }

    /** The id of a problem. */
    static AhpId of(JsonPlace problem, int place) {
        Optional<JsonPlace> id = problem.optional("id").filter(given -> !given.isNull());
        id.ifPresent(AhpId::require);
        return id.map(given -> new AhpId(given.json(), place)).orElseGet(() -> none(place));
    }

    /** Whole numbers of any size are written as they were read; other numbers have to be doubles for that. */
    private static void require(JsonPlace id) {
        if (id.isText()) {
            AhpReader.text(id);
        } else if (!id.isNumber()) {
            throw id.error("must be a text or a number, but was " + id.shown());
        } else if (!id.json().isIntegralNumber()) {
            id.number();
        }
    }

    /**
     * The id for people.
     *
     * @param language the language of what stands for an id that is not given
     * @return the id on one line, or "problem 3" for the third of the file
     */
    public String label(Language language) {
        String text = json.isNull() ? "" : json.asString();
        return text.isBlank() ? language.pick("problem ", "问题 ") + place : VisibleText.line(text);
    }

    JsonNode json() {
        return json;
    }
}
