package io.github.clv4j.segment;

import io.github.clv4j.base.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A {@link SegmentMigration} as lines of text. Codes stand before the numbers and names after them, so that columns align. */
final class MigrationTable {

    private static final List<MigrationState> FROM = MigrationState.all().stream()
            .filter(state -> state != MigrationState.LEFT)
            .toList();
    private static final List<MigrationState> TO = MigrationState.all().stream()
            .filter(state -> state != MigrationState.JOINED)
            .toList();

    private MigrationTable() {}

    static String text(SegmentMigration migration, Language language) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                language.pick(
                        "%1$,d %5$s in both scorings, %2$,d of them unchanged; %3$,d joined, %4$,d left\n",
                        "两次评分中都有的客户 %,d 个,其中未变 %,d 个;新加入 %,d 个,已离开 %,d 个\n"),
                migration.stayed(),
                migration.unchanged(),
                migration.joined(),
                migration.left(),
                migration.stayed() == 1 ? "customer" : "customers"));
        text.append(language.pick(
                "rows before, columns after: customers before, and where they went in per cent\n",
                "行为先前,列为之后:先前客户数及其去向(%)\n"));
        text.append(" ".repeat(13));
        TO.forEach(to -> text.append(String.format(Locale.ROOT, "%8s", to.code())));
        text.append('\n');
        FROM.forEach(from -> appendRow(text, migration, from, language));
        text.append(" ".repeat(13));
        TO.forEach(to -> text.append(String.format(Locale.ROOT, "%8d", migration.after(to))));
        text.append(language.pick("  customers after\n", "  之后客户数\n"));
        appendStationary(text, migration, language);
        return text.toString();
    }

    private static void appendRow(
            StringBuilder text, SegmentMigration migration, MigrationState from, Language language) {
        text.append(String.format(Locale.ROOT, "%s%10d", from.code(), migration.before(from)));
        for (MigrationState to : TO) {
            text.append(String.format(Locale.ROOT, "%8s", percent(migration, from, to)));
        }
        text.append("  ").append(from.displayName(language)).append('\n');
    }

    private static String percent(SegmentMigration migration, MigrationState from, MigrationState to) {
        OptionalDouble share = migration.probability(from, to);
        return share.isEmpty() ? "-" : percent(share.getAsDouble());
    }

    private static String percent(double share) {
        return share == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static void appendStationary(StringBuilder text, SegmentMigration migration, Language language) {
        Optional<String> obstacle = migration.noStationary(language);
        if (obstacle.isPresent()) {
            text.append(language.pick("no stationary shares: ", "无稳态占比:"))
                    .append(obstacle.orElseThrow())
                    .append('\n');
            return;
        }
        text.append(" ".repeat(13));
        for (double share : migration.stationary()) {
            text.append(String.format(Locale.ROOT, "%8s", percent(share)));
        }
        text.append(" ".repeat(16)).append(language.pick("  stationary, per cent\n", "  稳态占比(%)\n"));
    }
}
