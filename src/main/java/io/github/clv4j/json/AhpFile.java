package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpException;
import io.github.clv4j.base.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Judgement files: one problem, or a list of problems, each a matrix of pairwise judgements, the matrices of a group, or a
 * hierarchy. Stateless and thread-safe.
 *
 * <p>docs/files.md tells every field. Reading is strict, as that of plans, but what is wrong with one problem, in the file or
 * in the judgements themselves, fails that problem only.
 */
public final class AhpFile {

    private AhpFile() {}

    /**
     * Reads and solves the problems of a file.
     *
     * @param file how messages call the file
     * @param json the text of the file
     * @param settings how to solve them
     * @return the answers in the order of the problems, one for each
     * @throws ModelFormatException if the text is not JSON
     */
    public static List<AhpAnswer> solve(String file, String json, AhpSettings settings) {
        JsonPlace whole = JsonText.parseMany(file, json, "the file");
        List<JsonPlace> problems = whole.isList() ? whole.items() : List.of(whole);
        List<AhpAnswer> answers = new ArrayList<>();
        for (JsonPlace problem : problems) {
            answers.add(answer(problem.alone("the problem"), answers.size() + 1, settings));
        }
        return List.copyOf(answers);
    }

    private static AhpAnswer answer(JsonPlace problem, int place, AhpSettings settings) {
        AhpId id = AhpId.none(place);
        try {
            id = AhpId.of(problem, place);
            return solve(id, problem, settings);
        } catch (ModelFormatException e) {
            return new AhpAnswer.Failure(id, e.inFile());
        } catch (IllegalArgumentException | AhpException e) {
            return new AhpAnswer.Failure(id, VisibleText.line(String.valueOf(e.getMessage())));
        }
    }

    private static AhpAnswer solve(AhpId id, JsonPlace problem, AhpSettings settings) {
        AhpReader reader = new AhpReader(settings.scale());
        if (problem.optional("experts").isPresent()) {
            return AhpAnswer.Group.of(id, reader.group(problem), settings);
        }
        if (problem.optional("children").isPresent()) {
            return AhpAnswer.Hierarchy.of(id, reader.hierarchy(problem), settings);
        }
        return AhpAnswer.Matrix.of(id, reader.matrix(problem), settings);
    }
}
