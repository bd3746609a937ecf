package io.github.clv4j.json;

import io.github.clv4j.base.Require;
import io.github.clv4j.scoring.ScoringPlan;
import java.util.Optional;

/**
 * A plan file: what to score and learn, and how to read the customers it is about. Immutable and thread-safe.
 *
 * <p>The file is one JSON object; docs/files.md tells every field. Reading is strict: a field that is unknown, missing or
 * there twice, a number written as text, or a value out of its bounds is a {@link ModelFormatException} that says where.
 *
 * @param name what the plan is called
 * @param plan what to score and what to learn for it
 * @param input how to read a customer file; empty in a plan that is only fitted to columns given by a program
 */
public record PlanFile(String name, ScoringPlan plan, Optional<InputPlan> input) {

    /**
     * Creates a plan file.
     *
     * @param name what the plan is called, not blank
     * @param plan what to score and what to learn for it
     * @param input how to read a customer file; empty in a plan that is only fitted to columns given by a program
     * @throws IllegalArgumentException if the name is blank
     */
    public PlanFile {
        Require.notBlank(name, "name");
    }

    /** The value of the field {@code format} of every plan of this version. */
    static final String FORMAT = "clv4j-plan/1";

    /**
     * Reads a plan.
     *
     * @param file how messages call the file
     * @param json the text of the file
     * @return the plan
     * @throws ModelFormatException if the text is not a plan of this version
     */
    public static PlanFile parse(String file, String json) {
        return PlanReader.read(JsonText.parse(file, json, "the plan"));
    }

    /** The text of the file, with nothing left to defaults; read again, it gives the same plan. */
    String json() {
        return JsonText.write(PlanWriter.write(this));
    }
}
