package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Cuts by group: high is high among the like. */
class GroupedSegmenterTest {

    private static final List<String> GROUPS = List.of("postpaid", "prepaid");
    private static final double[] CODES = {0, 0, 0, 1, 1, 1};
    private static final double[] CURRENT = {900, 500, 400, 90, 50, 40};
    private static final double[] POTENTIAL = {0, 70, 30, 0, 7, 3};
    private static final double[] LOYALTY = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4};

    @Test
    void eachGroupIsCutAmongItsLike() {
        FittedCutTable fitted = CutRules.medians().fitByGroup(GROUPS, CODES, CURRENT, POTENTIAL, LOYALTY);

        assertThat(fitted.cuts().of("postpaid")).isEqualTo(CutPoints.of(500, 30, 0.8));
        assertThat(fitted.cuts().of("prepaid")).isEqualTo(CutPoints.of(50, 3, 0.5));
        assertThat(fitted.cuts().groups()).isEqualTo(GROUPS);
        assertThat(fitted.warnings()).isEmpty();

        GroupedSegmenter segmenter = GroupedSegmenter.of(GROUPS, fitted.cuts());
        assertThat(segmenter.of("prepaid").segment(90, 0, 0.6)).isEqualTo(Segment.GOLD);
        assertThat(segmenter.of("postpaid").segment(90, 0, 0.6)).isEqualTo(Segment.LEAST_VALUABLE);
    }

    @Test
    void aWarningNamesTheGroupWhoseCustomersAreTied() {
        double[] tied = {1, 2, 3, 0, 0, 0};
        FittedCutTable fitted = CutRules.medians().fitByGroup(GROUPS, CODES, CURRENT, tied, LOYALTY);

        assertThat(fitted.warnings())
                .containsExactly(new TiedCut(Axis.POTENTIAL_VALUE, 0, 1, 0, Optional.of("prepaid")));
        assertThat(fitted.warnings().get(0).text(Language.ENGLISH))
                .isEqualTo(
                        "100.0 % of the customers of group prepaid are high on potential value because many are equal"
                                + " to its cut 0.0");
        assertThat(fitted.warnings().get(0).text(Language.CHINESE)).contains("组 prepaid");
    }

    @Property(tries = 200)
    void columnsAreCutAsEachCustomerAlone(@ForAll long seed) {
        Random random = new Random(seed);
        CutTable cuts = CutTable.byGroup(
                Map.of("a", CutPoints.of(0, 0, 0), "b", CutPoints.of(1, -1, 0.5), "c", CutPoints.of(-1, 1, 0)));
        GroupedSegmenter segmenter = GroupedSegmenter.of(List.of("c", "a", "b"), cuts);
        double[][] columns = IntStream.range(0, 3)
                .mapToObj(j -> random.doubles(50, -2, 2).toArray())
                .toArray(double[][]::new);
        double[] codes = random.ints(50, 0, 3).asDoubleStream().toArray();
        columns[random.nextInt(3)][7] = Double.NaN;
        byte[] segments = new byte[50];
        Arrays.fill(segments, (byte) 99);
        segmenter.segment(codes, columns[0], columns[1], columns[2], 3, 47, segments);

        assertThat(segments).startsWith(99, 99, 99).endsWith(99, 99, 99);
        assertThat(segments[7]).isEqualTo(ThreeDimensionalSegmenter.NO_SEGMENT);
        for (int i = 3; i < 47; i++) {
            if (i != 7) {
                String group = segmenter.groups().get((int) codes[i]);
                assertThat(Segment.all().get(segments[i]))
                        .isEqualTo(segmenter.of(group).segment(columns[0][i], columns[1][i], columns[2][i]));
            }
        }
    }

    @Test
    void aCodeOfNoGroupHasNoSegment() {
        GroupedSegmenter segmenter =
                GroupedSegmenter.of(List.of("a"), CutTable.byGroup(Map.of("a", CutPoints.of(0, 0, 0))));
        double[] any = {1, 1, 1, 1};
        byte[] segments = new byte[4];
        segmenter.segment(new double[] {0, 1, -1, Double.NaN}, any, any, any, 0, 4, segments);

        assertThat(segments).containsExactly(0, -1, -1, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segmenter.of(1))
                .withMessage("group code must be a whole number in [0, 1), but was 1.0");
    }

    @Test
    void oneCustomerOfAGroupIsHighInIt() {
        double[] one = {5};
        FittedCutTable fitted = CutRules.medians().fitByGroup(List.of("only"), new double[] {0}, one, one, one);

        assertThat(fitted.cuts().of("only")).isEqualTo(CutPoints.of(5, 5, 5));
        assertThat(fitted.warnings()).hasSize(3);
    }

    @Test
    void aGroupWithoutCutsOrCustomersIsRefusedByName() {
        GroupedSegmenter segmenter =
                GroupedSegmenter.of(List.of("prepaid"), CutTable.byGroup(Map.of("prepaid", CutPoints.of(0, 0, 0))));
        CutTable table = CutTable.byGroup(Map.of("prepaid", CutPoints.of(0, 0, 0)));
        double[] codes = {0, 0, 0, 0, 0, 0};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> segmenter.of("postpaid"))
                .withMessage("group must be one of [prepaid], but was postpaid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.of("postpaid"))
                .withMessage("group must be one of [prepaid], but was postpaid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fitByGroup(GROUPS, codes, CURRENT, POTENTIAL, LOYALTY))
                .withMessage("group prepaid: cut must be taken from at least one customer, but there were 0");
    }

    @Test
    void codesThatAreNoPlacesAreRefused() {
        double[] codes = {0, 0, 0, 1, 1, 1.5};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fitByGroup(GROUPS, codes, CURRENT, POTENTIAL, LOYALTY))
                .withMessage("group code must be a whole number in [0, 2), but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians().fitByGroup(GROUPS, CODES, CURRENT, POTENTIAL, new double[5]))
                .withMessage("retained must have length 6, but had 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRules.medians()
                        .fitByGroup(List.of("a", "a"), new double[0], new double[0], new double[0], new double[0]))
                .withMessageContaining("groups must be distinct");
    }

    @Test
    void aTableIsEitherForAllOrByGroup() {
        CutPoints cuts = CutPoints.of(1, 2, 3);

        assertThat(CutTable.of(cuts).of("anybody")).isEqualTo(cuts);
        assertThat(CutTable.of(cuts).groups()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutTable.byGroup(Map.of()))
                .withMessage("cut points must be either for all or by group, but were neither");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutTable(Optional.of(cuts), Map.of("a", cuts)))
                .withMessage("cut points must be either for all or by group, but were both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutTable.byGroup(Map.of(" ", cuts)))
                .withMessage("group of cut points must not be blank, but was \" \"");
    }
}
