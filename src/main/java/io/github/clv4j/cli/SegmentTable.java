package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import io.github.clv4j.segment.Playbook;
import io.github.clv4j.segment.SegmentProfile;
import io.github.clv4j.segment.SegmentProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The eight segments as a table for a terminal, with what a playbook says to do about each. */
final class SegmentTable {

    private static final String GAP = "  ";

    /** The columns of text, which stand to the left; the others are numbers and stand to the right. */
    private static final List<Integer> TEXTS = List.of(0, 1, 7);

    private SegmentTable() {}

    static String of(SegmentProfiles profiles, Playbook playbook, Language language) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(language));
        for (SegmentProfile profile : profiles.all()) {
            rows.add(row(profile, playbook, language));
        }
        return laidOut(rows);
    }

    private static List<String> header(Language language) {
        return List.of(
                language.pick("segment", "细分"),
                language.pick("cube", "象限"),
                language.pick("customers", "客户数"),
                language.pick("share", "占比"),
                language.pick("current", "平均当前价值"),
                language.pick("potential", "平均潜在价值"),
                language.pick("loyalty", "平均忠诚度"),
                language.pick("what to do", "策略"));
    }

    private static List<String> row(SegmentProfile profile, Playbook playbook, Language language) {
        return List.of(
                profile.segment().displayName(language),
                profile.segment().code(),
                String.format(Locale.ROOT, "%,d", profile.customers()),
                number("%.1f %%", 100 * profile.share()),
                number("%,.2f", profile.meanCurrentValue()),
                number("%,.2f", profile.meanPotentialValue()),
                number("%.3f", profile.meanLoyalty()),
                playbook.of(profile.segment()).stance().in(language));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static String laidOut(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String padding = " ".repeat(widths[c] - width(row.get(c)));
                line.append(TEXTS.contains(c) ? row.get(c) + padding : padding + row.get(c))
                        .append(GAP);
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    /** How many columns of a terminal a text takes: a Chinese character or punctuation mark takes two. */
    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
