package io.github.clv4j.json;

import io.github.clv4j.base.BilingualText;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Language;
import io.github.clv4j.base.VisibleText;
import io.github.clv4j.segment.Playbook;
import io.github.clv4j.segment.PlaybookEntry;
import io.github.clv4j.segment.ResourcePriority;
import io.github.clv4j.segment.Segment;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the JSON of a playbook into a playbook and back. */
final class PlaybookJson {

    private static final String ENGLISH = Language.ENGLISH.code();
    private static final String CHINESE = Language.CHINESE.code();

    private PlaybookJson() {}

    static Playbook read(JsonPlace json) {
        json.requireFormat(PlaybookFile.FORMAT);
        json.object("format", "segments");
        JsonPlace segments = json.field("segments");
        segments.object(ConstantName.all(Segment.class).toArray(String[]::new));
        Playbook playbook = Playbook.standard();
        for (Segment segment : Segment.all()) {
            playbook = segments.optional(ConstantName.of(segment))
                    .map(place -> entry(segment, place))
                    .map(playbook::with)
                    .orElse(playbook);
        }
        return playbook;
    }

    private static PlaybookEntry entry(Segment segment, JsonPlace json) {
        json.object("priority", "stance", "aims", "measures");
        return json.made(() -> new PlaybookEntry(
                segment,
                json.field("priority").constant(ResourcePriority.class),
                text(json.field("stance")),
                texts(json.field("aims")),
                texts(json.field("measures"))));
    }

    private static List<BilingualText> texts(JsonPlace json) {
        return json.items().stream().map(PlaybookJson::text).toList();
    }

    private static BilingualText text(JsonPlace json) {
        json.object(ENGLISH, CHINESE);
        return BilingualText.of(line(json.field(ENGLISH)), line(json.field(CHINESE)));
    }

    private static String line(JsonPlace json) {
        String line = json.text();
        if (line.isBlank()) {
            throw json.error("must not be blank");
        }
        if (!VisibleText.isLine(line)) {
            throw json.error("must be one line, without characters that cannot be seen");
        }
        return line;
    }

    static ObjectNode write(Playbook playbook) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", PlaybookFile.FORMAT);
        ObjectNode segments = json.putObject("segments");
        for (PlaybookEntry entry : playbook.all()) {
            write(entry, segments.putObject(ConstantName.of(entry.segment())));
        }
        return json;
    }

    private static void write(PlaybookEntry entry, ObjectNode json) {
        json.put("priority", ConstantName.of(entry.priority()));
        write(entry.stance(), json.putObject("stance"));
        write(entry.aims(), json.putArray("aims"));
        write(entry.measures(), json.putArray("measures"));
    }

    private static void write(List<BilingualText> texts, ArrayNode json) {
        texts.forEach(text -> write(text, json.addObject()));
    }

    private static void write(BilingualText text, ObjectNode json) {
        json.put(ENGLISH, text.english());
        json.put(CHINESE, text.chinese());
    }
}
