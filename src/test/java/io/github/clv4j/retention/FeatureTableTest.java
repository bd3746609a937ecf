package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

    private static final List<String> CONTRACTS = List.of("two years", "monthly", "one year", "monthly", "two years");
    private static final double[] TENURE = {30, 2, 14, 5, 60};

    @Test
    void aCategoryIsOneColumnForEachLevelButTheBaseline() {
        FeatureTable table = FeatureTable.builder()
                .number("tenure", TENURE)
                .category("contract", CONTRACTS, "one year")
                .build();
        assertThat(table.names()).containsExactly("tenure", "contract=monthly", "contract=two years");
        assertThat(table.customers()).isEqualTo(5);
        assertThat(table.columns()).isDeepEqualTo(new double[][] {TENURE, {0, 1, 0, 1, 0}, {1, 0, 0, 0, 1}});
    }

    @Test
    void withoutABaselineItIsTheMostFrequentLevelAndOfEqualOnesTheFirst() {
        FeatureTable table = FeatureTable.builder()
                .category("contract", CONTRACTS)
                .category("region", List.of("north", "south", "south", "east", "south"))
                .build();
        assertThat(table.names())
                .containsExactly("contract=one year", "contract=two years", "region=east", "region=north");
    }

    @Test
    void someCustomersKeepAllColumns() {
        FeatureTable table = FeatureTable.builder()
                .number("tenure", TENURE)
                .category("contract", CONTRACTS, "monthly")
                .build();
        FeatureTable some = table.select(new int[] {3, 1, 3});
        assertThat(some.names()).isEqualTo(table.names());
        assertThat(some.customers()).isEqualTo(3);
        assertThat(some.columns()).isDeepEqualTo(new double[][] {{5, 2, 5}, {0, 0, 0}, {0, 0, 0}});
        assertThat(some)
                .hasToString("FeatureTable[customers=3, names=[tenure, contract=one year, contract=two years]]");
    }

    @Test
    void aColumnOfIdsIsNoCategory() {
        FeatureTable.Builder table = FeatureTable.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.category("customer", ids(30_000, 30_000)))
                .withMessage("category customer must have at most 1000 levels for 30000 customers, but had 30000; "
                        + "is it a column of ids?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.category("shop", ids(300, 151), "level 3"))
                .withMessage("category shop must have at most 150 levels for 300 customers, but had 151; "
                        + "is it a column of ids?");
    }

    @Test
    void aCategoryMayHaveAThousandLevelsAndHalfAsManyAsCustomersAndAHundredInAnyCase() {
        assertThat(FeatureTable.builder()
                        .category("a", ids(30_000, 1000))
                        .build()
                        .names())
                .hasSize(999);
        assertThat(FeatureTable.builder().category("a", ids(300, 150)).build().names())
                .hasSize(149);
        assertThat(FeatureTable.builder().category("a", ids(100, 100)).build().names())
                .hasSize(99);
    }

    private static List<String> ids(int customers, int levels) {
        return IntStream.range(0, customers)
                .mapToObj(i -> "level " + i % levels)
                .toList();
    }

    @Test
    void whatIsHandedInOrOutIsCopied() {
        double[] tenure = TENURE.clone();
        FeatureTable table = FeatureTable.builder().number("tenure", tenure).build();
        tenure[0] = 99;
        table.columns()[0][1] = 99;
        assertThat(table.columns()[0]).isEqualTo(TENURE);
    }

    @Test
    void aCategoryOfOneLevelSaysNothing() {
        FitException refusal = catchThrowableOfType(
                FitException.class, () -> FeatureTable.builder().category("region", List.of("north", "north")));
        assertThat(refusal.reason()).isSameAs(Reason.CONSTANT_COLUMN);
        assertThat(refusal.columns()).containsExactly("region");
        assertThat(refusal).hasMessage("category region is north for every customer; leave it out");
    }

    @Test
    void aMissingLevelIsReportedByItsRow() {
        for (String missing : Arrays.asList(null, "", "  ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> FeatureTable.builder().category("region", Arrays.asList("north", "south", missing)))
                    .withMessage(
                            "category region at row 2 must have a level, but was missing; leave the customer out or"
                                    + " name a level for it");
        }
    }

    @Test
    void aBaselineNobodyHasIsReported() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.builder().category("contract", CONTRACTS, "Monthly"))
                .withMessage("baseline of category contract must be one of [monthly, one year, two years], but was"
                        + " \"Monthly\"");
    }

    @Test
    void namesStandOnceAndColumnsAreEquallyLong() {
        FeatureTable.Builder builder = FeatureTable.builder().number("tenure", TENURE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.number("tenure", TENURE))
                .withMessage("features must be distinct, but \"tenure\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.number("calls", new double[4]))
                .withMessage("column calls must have length 5, but had 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.number(" ", TENURE))
                .withMessage("name of a feature must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.category("", CONTRACTS))
                .withMessage("name of a feature must not be blank, but was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.builder().build())
                .withMessage("a feature table must have at least 1 column, but had 0");
    }

    @Test
    void onlyCustomersOfTheTableCanBeSelected() {
        FeatureTable table = FeatureTable.builder().number("tenure", TENURE).build();
        for (int row : new int[] {-1, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.select(new int[] {0, row}))
                    .withMessage("row 1 to select must be in [0, 4], but was " + row);
        }
    }
}
