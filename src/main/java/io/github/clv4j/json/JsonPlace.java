package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpException;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON file and the way to it, so that whatever is wrong is reported with its place. Nothing is converted: a
 * number is a number, a text a text, and a field nobody asked for is an error.
 */
final class JsonPlace {

    private final String file;
    private final String root;
    private final String path;
    private final JsonNode node;

    private JsonPlace(String file, String root, String path, JsonNode node) {
        this.file = file;
        this.root = root;
        this.path = path;
        this.node = node;
    }

    /** The whole of a file; {@code root} is what messages call it, as "the plan". */
    static JsonPlace root(String file, String root, JsonNode node) {
        return new JsonPlace(file, root, "", node);
    }

    /** This value as the whole of something, so that places begin with it; messages call it {@code root}. */
    JsonPlace alone(String root) {
        return new JsonPlace(file, root, "", node);
    }

    private JsonPlace child(Object step, JsonNode child) {
        return new JsonPlace(file, root, path + "/" + step, child);
    }

    /** The version of a file comes first: of a file of another version, its version is the thing to say. */
    void requireFormat(String expected) {
        names();
        JsonPlace format = field("format");
        if (!format.isText(expected)) {
            throw format.error("must be \"" + expected + "\", but was " + format.shown());
        }
    }

    /** This value as an object that has no other fields than these. */
    JsonPlace object(String... fields) {
        Set<String> known = new LinkedHashSet<>(List.of(fields));
        for (String field : names()) {
            if (!known.contains(field)) {
                throw error("has the unknown field \"" + field + "\"; known are " + known);
            }
        }
        return this;
    }

    /** The one field this object has of several it may have. */
    String one(String... fields) {
        object(fields);
        if (names().size() != 1) {
            throw error("must have exactly one of the fields " + List.of(fields) + ", but had " + names());
        }
        return names().get(0);
    }

    /** The names of the fields of this object, in their order. */
    List<String> names() {
        if (!isObject()) {
            throw error("must be an object, but was " + shown());
        }
        return List.copyOf(node.propertyNames());
    }

    /** The fields of this object, in their order. */
    List<JsonPlace> fields() {
        return names().stream().map(this::field).toList();
    }

    JsonPlace field(String name) {
        return optional(name).orElseThrow(() -> error("lacks the field \"" + name + "\""));
    }

    Optional<JsonPlace> optional(String name) {
        return Optional.ofNullable(node.get(name)).map(value -> child(name, value));
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    boolean isNull() {
        return node.isNull();
    }

    boolean isText() {
        return node.isString();
    }

    /** Whether this is true; anything but true and false is refused. */
    boolean isTrue() {
        if (!node.isBoolean()) {
            throw error("must be true or false, but was " + shown());
        }
        return node.booleanValue();
    }

    boolean isNumber() {
        return node.isNumber();
    }

    boolean isText(String text) {
        return isText() && node.stringValue().equals(text);
    }

    String text() {
        if (!isText()) {
            throw error("must be a text, but was " + shown());
        }
        return node.stringValue();
    }

    /** A decimal stands for the double nearest to it; a whole number has to be a double. */
    double number() {
        if (!isNumber()) {
            throw error("must be a number, but was " + shown());
        }
        double value = node.numberValue().doubleValue();
        if (Double.isNaN(value)) {
            throw error("must be a number that a double can hold, but was too small for one");
        }
        if (!Double.isFinite(value)) {
            throw error("must be a finite number, but was " + value);
        }
        if (node.isIntegralNumber() && node.decimalValue().compareTo(new BigDecimal(value)) != 0) {
            throw error("must be a whole number that a double can hold, but was " + shown());
        }
        return value;
    }

    /** The double nearest to a number: 0 or infinite where none can hold it, which whoever asks must refuse. */
    double nearest() {
        double value = node.numberValue().doubleValue();
        return Double.isNaN(value) ? 0 : value;
    }

    /** The value as it stands, to be written again. */
    JsonNode json() {
        return node;
    }

    /** Refuses a number of a golden row that is not, bit for bit, what is computed now. */
    void requireSame(double computed) {
        if (Double.doubleToLongBits(number()) != Double.doubleToLongBits(computed)) {
            throw error("must be " + number() + ", but was " + computed);
        }
    }

    /** A whole number of any sign, such as a seed. */
    long whole() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw error("must be a whole number that a long can hold, but was " + shown());
        }
        return node.longValue();
    }

    /** A whole number that counts something. */
    int count() {
        if (!node.isInt() || node.intValue() < 0) {
            throw error("must be a whole number in [0, " + Integer.MAX_VALUE + "], but was " + shown());
        }
        return node.intValue();
    }

    /** An enum constant, in lower case with hyphens. */
    <E extends Enum<E>> E constant(Class<E> type) {
        Optional<E> constant = isText() ? ConstantName.find(type, text()) : Optional.empty();
        return constant.orElseThrow(() -> error("must be one of " + ConstantName.all(type) + ", but was " + shown()));
    }

    List<JsonPlace> items() {
        if (!node.isArray()) {
            throw error("must be a list, but was " + shown());
        }
        List<JsonPlace> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(child(i, node.get(i)));
        }
        return items;
    }

    double[] numbers() {
        return items().stream().mapToDouble(JsonPlace::number).toArray();
    }

    List<String> texts() {
        return items().stream().map(JsonPlace::text).toList();
    }

    /** What {@code maker} makes of this value; if it refuses an argument or a judgement, the error gets this place. */
    <T> T made(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | AhpException e) {
            throw error("is refused: " + e.getMessage());
        }
    }

    ModelFormatException error(String problem) {
        return new ModelFormatException(
                file, path.isEmpty() ? root : VisibleText.line(path), VisibleText.line(problem));
    }

    /** The value itself if it is short, else what kind of value it is. */
    String shown() {
        if (node.isContainer()) {
            return node.isObject() ? "an object" : "a list";
        }
        String text = node.toString();
        return text.length() <= 40 ? text : isText() ? "a long text" : "a long number";
    }
}
