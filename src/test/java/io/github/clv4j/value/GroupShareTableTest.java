package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupShareTableTest {

    private static final List<String> GROUPS = List.of("north", "south");

    @Test
    void theShareIsHoldersOverCustomersOfTheGroup() {
        GroupShareTable table =
                GroupShareTable.fit(GROUPS, new double[] {0, 1, 0, 0, 1, 0}, new double[] {1, 0, 0, 1, 0, 0});
        assertThat(table.groups()).isEqualTo(GROUPS);
        assertThat(table.share("north")).isEqualTo(2.0 / 4);
        assertThat(table.share("south")).isZero();
        assertThat(table.share(0)).isEqualTo(2.0 / 4);
    }

    @Test
    void anUnknownGroupIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.of(GROUPS, 0.1, 0.2).share("west"))
                .withMessage("group must be one of [north, south], but was west");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 2, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e18})
    void aCodeThatIsNoPlaceInTheGroupsIsRefused(double code) {
        String message = "group code must be a whole number in [0, 2), but was " + code;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.of(GROUPS, 0.1, 0.2).share(code))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.fit(GROUPS, new double[] {0, 1, code}, new double[3]))
                .withMessage(message);
    }

    @Test
    void aGroupWithoutCustomersHasNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.fit(GROUPS, new double[] {0}, new double[] {1}))
                .withMessage("group south must have a customer, but had none");
    }

    @Test
    void holdingIsYesOrNo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.fit(GROUPS, new double[] {0, 1}, new double[] {1, 0.5}))
                .withMessage("held must be 0 or 1, but was 0.5");
    }

    @Test
    void aTableThatDoesNotFitTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.of(GROUPS, 0.1))
                .withMessage("shares must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.of(GROUPS, 0.1, 1.2))
                .withMessage("share of group south must be in [0, 1], but was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.of(List.of("north", "north"), 0.1, 0.2))
                .withMessage("groups must be distinct, but \"north\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupShareTable.fit(GROUPS, new double[] {0, 1}, new double[1]))
                .withMessage("held must have length 2, but had 1");
    }

    @Test
    void nobodyCanChangeATable() {
        List<String> groups = new ArrayList<>(GROUPS);
        double[] shares = {0.1, 0.2};
        GroupShareTable table = GroupShareTable.of(groups, shares);
        groups.set(0, "west");
        shares[0] = 1;
        table.shares()[1] = 1;
        assertThat(table).isEqualTo(GroupShareTable.of(GROUPS, 0.1, 0.2));
        assertThat(table.shares()).containsExactly(0.1, 0.2);
    }

    @Test
    void tablesWithTheSameGroupsAndSharesAreEqual() {
        GroupShareTable table = GroupShareTable.of(GROUPS, 0.1, 0.2);
        assertThat(table)
                .hasSameHashCodeAs(GroupShareTable.of(GROUPS, 0.1, 0.2))
                .hasToString("GroupShareTable[north, south][0.1, 0.2]")
                .isNotEqualTo(GroupShareTable.of(GROUPS, 0.1, 0.3))
                .isNotEqualTo(GroupShareTable.of(List.of("north", "west"), 0.1, 0.2));
    }
}
