package io.github.clv4j.segment;

import com.google.common.primitives.ImmutableIntArray;
import io.github.clv4j.base.GroupCode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which customers belong to which group. */
final class GroupMembers {

    private GroupMembers() {}

    /** The places of the customers of each group, in the order of the groups. */
    static List<int[]> of(List<String> groups, double[] codes) {
        List<ImmutableIntArray.Builder> members =
                Stream.generate(ImmutableIntArray::builder).limit(groups.size()).toList();
        for (int row = 0; row < codes.length; row++) {
            members.get(GroupCode.require(codes[row], groups.size())).add(row);
        }
        return IntStream.range(0, groups.size())
                .mapToObj(g -> members.get(g).build().toArray())
                .toList();
    }
}
