package io.github.clv4j.json;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.MigrationState;
import io.github.clv4j.segment.Segment;
import io.github.clv4j.segment.SegmentMigration;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The migration between two scorings as JSON. A number that does not exist, such as the probabilities of a segment nobody
 * was in, is null. Stateless and thread-safe.
 */
public final class MigrationReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MigrationReport() {}

    /**
     * A migration.
     *
     * @param migration the migration
     * @return the text of one JSON object, ending with a line feed
     */
    public static String of(SegmentMigration migration) {
        ObjectNode json = NODES.objectNode();
        json.put("stayed", migration.stayed());
        json.put("unchanged", migration.unchanged());
        json.put("joined", migration.joined());
        json.put("left", migration.left());
        json.set("states", states(migration));
        json.set("transitions", transitions(migration));
        addStationary(json, migration);
        return JsonText.write(json);
    }

    private static ArrayNode states(SegmentMigration migration) {
        ArrayNode states = NODES.arrayNode();
        for (MigrationState state : MigrationState.all()) {
            ObjectNode node = states.addObject();
            node.put("state", state.name());
            node.put("before", migration.before(state));
            node.put("after", migration.after(state));
        }
        return states;
    }

    /** Nobody comes from having left, or goes to having joined. */
    private static ArrayNode transitions(SegmentMigration migration) {
        ArrayNode transitions = NODES.arrayNode();
        for (MigrationState from : MigrationState.all()) {
            for (MigrationState to : MigrationState.all()) {
                if (from != MigrationState.LEFT && to != MigrationState.JOINED) {
                    addTransition(transitions.addObject(), migration, from, to);
                }
            }
        }
        return transitions;
    }

    private static void addTransition(
            ObjectNode node, SegmentMigration migration, MigrationState from, MigrationState to) {
        node.put("from", from.name());
        node.put("to", to.name());
        node.put("customers", migration.count(from, to));
        OptionalDouble probability = migration.probability(from, to);
        if (probability.isPresent()) {
            node.put("probability", probability.getAsDouble());
        } else {
            node.putNull("probability");
        }
    }

    private static void addStationary(ObjectNode json, SegmentMigration migration) {
        String obstacle = migration.noStationary(Language.ENGLISH).orElse(null);
        if (obstacle == null) {
            double[] shares = migration.stationary();
            ArrayNode stationary = json.putArray("stationary");
            for (Segment segment : Segment.all()) {
                ObjectNode node = stationary.addObject();
                node.put("segment", segment.name());
                node.put("share", shares[segment.index()]);
            }
        } else {
            json.putNull("stationary");
        }
        json.put("noStationary", obstacle);
    }
}
