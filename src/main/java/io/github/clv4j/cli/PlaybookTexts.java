package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.segment.Playbook;
import io.github.clv4j.segment.PlaybookEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a playbook says in a language, for a file of scores.
 *
 * @param playbook the playbook
 * @param language the language
 */
record PlaybookTexts(Playbook playbook, Language language) {

    /** The columns for customers who were scored, empty where one has no segment. */
    List<Column> columns(ScoredCustomers scored) {
        return List.of(
                Column.texts("stance", texts(scored, entry -> entry.stance().in(language))),
                Column.texts("first_step", texts(scored, entry -> entry.firstStep(language))));
    }

    private @Nullable String[] texts(ScoredCustomers scored, Function<PlaybookEntry, String> part) {
        @Nullable String[] texts = new @Nullable String[scored.customers()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = scored.segment(i).map(playbook::of).map(part).orElse(null);
        }
        return texts;
    }
}
