package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Three judgements that no order fits: the first at least as important as the second, the second as the third, and yet the
 * third more than the first. If each is more than the next, it is a cycle; else a tie is contradicted. Immutable and
 * thread-safe.
 *
 * @param first the name of the first
 * @param second the name of the second
 * @param third the name of the third
 * @param isCycle whether each is more important than the next
 */
public record IntransitiveTriad(String first, String second, String third, boolean isCycle) {

    static List<IntransitiveTriad> all(PairwiseMatrix judged) {
        int n = judged.order();
        ImmutableList.Builder<IntransitiveTriad> all = ImmutableList.builder();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = j + 1; k < n; k++) {
                    add(judged, new int[] {i, j, k}, all);
                }
            }
        }
        return all.build();
    }

    /** Adds the triad in the direction, and from the start, in which it contradicts itself, if there is one. */
    private static void add(PairwiseMatrix judged, int[] triad, ImmutableList.Builder<IntransitiveTriad> all) {
        for (int start = 0; start < 3; start++) {
            for (int direction = 1; direction <= 2; direction++) {
                int a = triad[start];
                int b = triad[(start + direction) % 3];
                int c = triad[(start + 2 * direction) % 3];
                double ab = judged.judgement(a, b);
                double bc = judged.judgement(b, c);
                double ca = judged.judgement(c, a);
                if (ab >= 1 && bc >= 1 && ca > 1) {
                    List<String> names = judged.names();
                    all.add(new IntransitiveTriad(names.get(a), names.get(b), names.get(c), ab > 1 && bc > 1));
                    return;
                }
            }
        }
    }
}
