package io.github.clv4j.json;

import io.github.clv4j.base.VisibleText;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.JsonParserDelegate;
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

    /** Jackson tells those who call it which of its settings would allow what we do not. */
    private static final Pattern ADVICE = Pattern.compile(
            "(: enable| \\(start marker| \\(not recognized|: hexadecimal| \\(bound as).*|, from `[^`]*`");

    private static final Pattern NOT_ZERO = Pattern.compile("[-0.]*[1-9]");

    private JsonText() {}

    /** Reads one JSON value; messages call the file {@code file}, and its whole {@code root}. */
    static JsonPlace parse(String file, String text, String root) {
        return parse(file, text, root, parser -> new NoUnderflow(file, parser));
    }

    /**
     * Reads one JSON value that holds many things, of which one may be wrong and the others right: a number too small for a
     * double does not refuse the file, but whatever asks for it.
     */
    static JsonPlace parseMany(String file, String text, String root) {
        return parse(file, text, root, Underflow::new);
    }

    private static JsonPlace parse(String file, String text, String root, UnaryOperator<JsonParser> guard) {
        try (JsonParser parser = guard.apply(MAPPER.createParser(text))) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null) {
                throw new ModelFormatException(file, "", "is empty");
            }
            return JsonPlace.root(file, root, tree);
        } catch (JacksonException e) {
            String problem = ADVICE.matcher(e.getOriginalMessage()).replaceAll("");
            throw new ModelFormatException(
                    file, where(e.getLocation()), "is not valid JSON: " + VisibleText.line(problem));
        }
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }

    /** Makes NaN, which JSON cannot hold otherwise, of numbers too small for a double, of which the parser makes 0. */
    private static class Underflow extends JsonParserDelegate {

        Underflow(JsonParser parser) {
            super(parser);
        }

        @Override
        public double getDoubleValue() {
            double value = super.getDoubleValue();
            return value == 0 && NOT_ZERO.matcher(getString()).lookingAt() ? underflow() : value;
        }

        double underflow() {
            return Double.NaN;
        }
    }

    /** Refuses them. */
    private static final class NoUnderflow extends Underflow {

        private final String file;

        NoUnderflow(String file, JsonParser parser) {
            super(parser);
            this.file = file;
        }

        @Override
        double underflow() {
            throw new ModelFormatException(
                    file,
                    where(currentTokenLocation()),
                    "has a number too small for a double, which would be 0: " + VisibleText.line(getString()));
        }
    }
}
