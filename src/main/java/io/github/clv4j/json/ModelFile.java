package io.github.clv4j.json;

import io.github.clv4j.base.Require;
import io.github.clv4j.scoring.FitProvenance;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringModel;
import java.util.Optional;

/**
 * A model file: a fitted model, where it comes from, and what is needed to see on loading that it is still the same.
 * Immutable and thread-safe.
 *
 * <p>The file is one JSON object; docs/files.md tells every field. The same plan and customers give the same bytes. Reading
 * is strict, as it is for a {@link PlanFile}, and verifies: a checksum shows any change of the file, and some made-up
 * customers have to get the scores they got when the file was written, bit for bit. The checksum guards against accidents;
 * whoever wants to deceive can compute a new one, so take models from where you take code.
 *
 * <p>A file of this version is read by all later versions of clv4j.
 *
 * @param name what the plan is called
 * @param model the model
 * @param provenance which customers it was fitted on
 * @param input how to read a customer file; empty in a model that only scores customers given by a program
 * @param version the version of clv4j that fitted it
 */
public record ModelFile(
        String name, ScoringModel model, FitProvenance provenance, Optional<InputQuery> input, String version) {

    /** The value of the field {@code format} of every model of this version. */
    static final String FORMAT = "clv4j-model/1";

    /**
     * Creates a model file.
     *
     * @param name what the plan is called, not blank
     * @param model the model
     * @param provenance which customers it was fitted on
     * @param input how to read a customer file; empty in a model that only scores customers given by a program
     * @param version the version of clv4j that fitted it, not blank
     * @throws IllegalArgumentException if the name or the version is blank
     */
    public ModelFile {
        Require.notBlank(name, "name");
        Require.notBlank(version, "version");
    }

    /**
     * The file of a model fitted by this version, to score customers given by a program.
     *
     * @param name what the plan is called, not blank
     * @param fit the fit
     * @return the file
     * @throws IllegalArgumentException if the name is blank
     */
    public static ModelFile of(String name, ScoringFit fit) {
        return new ModelFile(name, fit.model(), fit.provenance(), Optional.empty(), LibraryVersion.current());
    }

    /**
     * The same model, which can also read customer files.
     *
     * @param query how to read them
     * @return a new file
     */
    public ModelFile withInput(InputQuery query) {
        return new ModelFile(name, model, provenance, Optional.of(query), version);
    }

    /**
     * Reads and verifies a model.
     *
     * @param file how messages call the file
     * @param json the text of the file
     * @return the model
     * @throws ModelFormatException if the text is not a model of this version, was changed since it was written, or computes
     *     other scores than it did then
     */
    public static ModelFile parse(String file, String json) {
        JsonPlace root = JsonText.parse(file, json, "the model");
        ModelFile model = ModelReader.read(root);
        Checksum.require(root.field(ModelWriter.CHECKSUM), json);
        ModelReader.verify(root.field(ModelWriter.GOLDEN), model.model());
        return model;
    }

    /**
     * The text of the file.
     *
     * @return JSON that ends with a line feed, to be written in UTF-8
     */
    public String json() {
        return ModelWriter.write(this);
    }
}
