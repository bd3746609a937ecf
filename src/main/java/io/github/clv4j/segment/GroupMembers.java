package io.github.clv4j.segment;

import com.google.common.primitives.ImmutableIntArray;
import io.github.clv4j.base.Require;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which customers belong to which group. */
final class GroupMembers {

    private GroupMembers() {}

    /** Whether a number is the place of a group. */
    static boolean isCode(double code, int groups) {
        return code >= 0 && code < groups && code == (int) code;
    }

    static IllegalArgumentException noCode(double code, int groups) {
        return Require.outside("group code", "a whole number in [0, " + groups + ")", code);
    }

    /** The places of the customers of each group, in the order of the groups. */
    static List<int[]> of(List<String> groups, double[] codes) {
        List<ImmutableIntArray.Builder> members =
                Stream.generate(ImmutableIntArray::builder).limit(groups.size()).toList();
        for (int row = 0; row < codes.length; row++) {
            if (!isCode(codes[row], groups.size())) {
                throw noCode(codes[row], groups.size());
            }
            members.get((int) codes[row]).add(row);
        }
        return IntStream.range(0, groups.size())
                .mapToObj(g -> members.get(g).build().toArray())
                .toList();
    }
}
