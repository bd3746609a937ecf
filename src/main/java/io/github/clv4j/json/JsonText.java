package io.github.clv4j.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON text to and from trees: read strictly, written with doubles in their shortest form. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonText() {}

    /** Reads one JSON value; messages call the file {@code file}, and its whole {@code root}. */
    static JsonPlace parse(String file, String text, String root) {
        try {
            return JsonPlace.root(file, root, MAPPER.readTree(text));
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ModelFormatException(file, where, "is not valid JSON: " + withoutAdvice(e.getOriginalMessage()));
        }
    }

    /** Jackson advises those who call it to allow what we do not. */
    private static String withoutAdvice(String message) {
        int advice = message.indexOf(": enable");
        return advice < 0 ? message : message.substring(0, advice);
    }

    static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }
}
