package io.github.clv4j.cli;

import io.github.clv4j.json.InputPlan;
import io.github.clv4j.scoring.InputKind;
import io.github.clv4j.scoring.ModelInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How to read customers, and what of them: a plan needs the inputs of its model and the outcome, a model the inputs only.
 *
 * @param file the plan or model, for messages
 * @param plan how a customer file is read
 * @param sqlName where the SQL stands, for messages
 * @param sql the text of the SQL
 * @param inputs the inputs of the model
 * @param fitColumns the columns needed for the fit besides the inputs, such as that of outcomes
 * @param fits whether customers are read to fit a plan, not only to be scored
 */
record CustomerQuery(
        Path file,
        InputPlan plan,
        String sqlName,
        String sql,
        List<ModelInput> inputs,
        List<String> fitColumns,
        boolean fits) {

    /** The columns of the SQL's result that are read as numbers. */
    List<String> numberColumns() {
        Stream<String> numbers =
                inputs.stream().filter(input -> input.kind() != InputKind.GROUP).map(ModelInput::name);
        return Stream.concat(numbers, fits ? fitColumns.stream() : Stream.empty())
                .distinct()
                .toList();
    }

    /** The columns of the SQL's result that are read as groups. */
    List<String> groupColumns() {
        return inputs.stream()
                .filter(input -> input.kind() == InputKind.GROUP)
                .map(ModelInput::name)
                .toList();
    }

    /** The columns the SQL may return besides those that are read. */
    Set<String> unreadColumns() {
        return fits ? Set.of() : Set.copyOf(fitColumns);
    }

    /** The raw columns the file may lack. */
    Set<String> optionalColumns() {
        return fits ? Set.of() : Set.copyOf(plan.fitOnly());
    }
}
