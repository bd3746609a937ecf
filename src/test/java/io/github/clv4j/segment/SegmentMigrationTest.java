package io.github.clv4j.segment;

import static io.github.clv4j.segment.MigrationState.GOLD;
import static io.github.clv4j.segment.MigrationState.JOINED;
import static io.github.clv4j.segment.MigrationState.LEFT;
import static io.github.clv4j.segment.MigrationState.LOYAL;
import static io.github.clv4j.segment.MigrationState.PLATINUM;
import static io.github.clv4j.segment.MigrationState.UNSCORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentMigrationTest {

    private static final byte P = Segment.PLATINUM.index();
    private static final byte G = Segment.GOLD.index();
    private static final byte L = Segment.LOYAL.index();
    private static final byte C = Segment.CHURN_PRONE.index();
    private static final byte NONE = ThreeDimensionalSegmenter.NO_SEGMENT;
    private static final double ROUNDING = 1e-15;

    /** Ann stays platinum, Ben falls to gold, Cid leaves, Dan can be scored at last, Eve joins, Fay joins unscored. */
    private static SegmentMigration six() {
        return SegmentMigration.between(
                List.of("ann", "ben", "cid", "dan"),
                new byte[] {P, P, G, NONE},
                List.of("eve", "dan", "ben", "fay", "ann"),
                new byte[] {L, G, G, NONE, P});
    }

    @Test
    void customersAreMatchedByIdInWhateverOrder() {
        SegmentMigration migration = six();

        assertThat(migration.count(PLATINUM, PLATINUM)).isEqualTo(1);
        assertThat(migration.count(PLATINUM, GOLD)).isEqualTo(1);
        assertThat(migration.count(GOLD, LEFT)).isEqualTo(1);
        assertThat(migration.count(UNSCORED, GOLD)).isEqualTo(1);
        assertThat(migration.count(JOINED, LOYAL)).isEqualTo(1);
        assertThat(migration.count(JOINED, UNSCORED)).isEqualTo(1);
        assertThat(migration.count(GOLD, GOLD)).isZero();
        assertThat(migration.customers()).isEqualTo(6);
        assertThat(migration.stayed()).isEqualTo(3);
        assertThat(migration.unchanged()).isEqualTo(1);
        assertThat(migration.joined()).isEqualTo(2);
        assertThat(migration.left()).isEqualTo(1);
        assertThat(migration.before(PLATINUM)).isEqualTo(2);
        assertThat(migration.after(GOLD)).isEqualTo(2);
    }

    @Test
    void movesAreInTheOrderOfTheOldIdsThenThoseWhoJoinedInTheOrderOfTheNew() {
        assertThat(six().moves())
                .containsExactly(
                        new SegmentMove("ben", PLATINUM, GOLD),
                        new SegmentMove("cid", GOLD, LEFT),
                        new SegmentMove("dan", UNSCORED, GOLD),
                        new SegmentMove("eve", JOINED, LOYAL),
                        new SegmentMove("fay", JOINED, UNSCORED));
    }

    @Test
    void theProbabilityIsTheShareOfThoseWhoWereThereAndEmptyWhereNobodyWas() {
        SegmentMigration migration = six();

        assertThat(migration.probability(PLATINUM, GOLD)).hasValue(0.5);
        assertThat(migration.probability(PLATINUM, LOYAL)).hasValue(0);
        assertThat(migration.probability(GOLD, LEFT)).hasValue(1);
        assertThat(migration.probability(JOINED, LOYAL)).hasValue(0.5);
        assertThat(migration.probability(LOYAL, LOYAL)).isEmpty();
        assertThat(migration.probability(LEFT, PLATINUM)).isEmpty();
    }

    @Test
    void eitherScoringMayBeEmpty() {
        byte[] nobody = {};

        SegmentMigration none = SegmentMigration.between(List.of(), nobody, List.of(), nobody);
        assertThat(none.customers()).isZero();
        assertThat(none.moves()).isEmpty();
        assertThat(none.probability(PLATINUM, PLATINUM)).isEmpty();
        SegmentMigration start = SegmentMigration.between(List.of(), nobody, List.of("a"), new byte[] {G});
        assertThat(start.moves()).containsExactly(new SegmentMove("a", JOINED, GOLD));
        assertThat(start.joined()).isEqualTo(1);
        SegmentMigration end = SegmentMigration.between(List.of("a"), new byte[] {G}, List.of(), nobody);
        assertThat(end.moves()).containsExactly(new SegmentMove("a", GOLD, LEFT));
        assertThat(end.stayed()).isZero();
    }

    @Test
    void anIdThatStandsTwiceInAScoringIsRefusedByName() {
        byte[] two = {G, G};
        List<String> twice = List.of("a b", "a b");
        List<String> once = List.of("a b", "c");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(twice, two, once, two))
                .withMessage("old ids must be distinct, but \"a b\" stands twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(once, two, twice, two))
                .withMessage("new ids must be distinct, but \"a b\" stands twice");
        assertThatIllegalArgumentException()
                .as("among those who joined")
                .isThrownBy(() -> SegmentMigration.between(List.of("d", "e"), two, twice, two))
                .withMessage("new ids must be distinct, but \"a b\" stands twice");
    }

    @Test
    void anIdThatIsBlankIsRefused() {
        byte[] one = {G};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(List.of(" "), one, List.of("a"), one))
                .withMessage("old id must not be blank, but was \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(List.of("a"), one, List.of(""), one))
                .withMessage("new id must not be blank, but was \"\"");
    }

    @Test
    void whatIsNoSegmentIsRefused() {
        byte[] good = {G};
        for (byte bad : new byte[] {-2, 8, 127}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SegmentMigration.between(List.of("a"), new byte[] {bad}, List.of("a"), good))
                    .withMessage("old segment must be in [-1, 8), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SegmentMigration.between(List.of("a"), good, List.of("a"), new byte[] {bad}))
                    .withMessage("new segment must be in [-1, 8), but was " + bad);
        }
    }

    @Test
    void idsAndSegmentsMustBeAsMany() {
        List<String> one = List.of("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(one, new byte[2], one, new byte[1]))
                .withMessage("old segments must have length 1, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMigration.between(one, new byte[1], one, new byte[0]))
                .withMessage("new segments must have length 1, but had 0");
    }

    /** The chain of two states: p = (b, a) / (a + b), where a is the way out of the first and b that of the second. */
    @Test
    void theStationarySharesOfTwoSegmentsAreInTheRatioOfTheWaysInAndOut() {
        double[] stationary = migration("PPPPPPPPPPGGGG", "PPPPPPPPPGGGGP").stationary();

        double a = 1.0 / 10;
        double b = 1.0 / 4;
        assertThat(stationary).hasSize(8);
        assertThat(stationary[P]).isCloseTo(b / (a + b), within(ROUNDING));
        assertThat(stationary[G]).isCloseTo(a / (a + b), within(ROUNDING));
        assertThat(Arrays.stream(stationary).sum()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void thoseWhoJoinLeaveOrAreNotScoredDoNotMoveTheStationaryShares() {
        SegmentMigration plain = migration("PPPPGG", "PPPGGP");
        List<String> oldIds = List.of("1", "2", "3", "4", "5", "6", "left", "lost");
        List<String> newIds = List.of("1", "2", "3", "4", "5", "6", "joined", "lost");
        SegmentMigration more = SegmentMigration.between(
                oldIds, new byte[] {P, P, P, P, G, G, P, G}, newIds, new byte[] {P, P, P, G, G, P, C, NONE});

        assertThat(more.stationary()).containsExactly(plain.stationary());
        assertThat(more.stationary()[C]).isZero();
        assertThat(more.probability(PLATINUM, GOLD)).hasValue(1.0 / 5);
    }

    @Test
    void aSegmentThatEverybodyLeavesForGoodHasShareZero() {
        assertThat(migration("CCPPGG", "PCPGGP").stationary())
                .satisfies(shares -> assertThat(shares[C]).isZero())
                .satisfies(shares -> assertThat(shares[P]).isCloseTo(0.5, within(ROUNDING)));
        assertThat(migration("CCC", "CCC").stationary()[C]).isEqualTo(1);
    }

    @Test
    void segmentsThatTakeTurnsHaveSharesToo() {
        double[] shares = migration("PPG", "GGP").stationary();
        assertThat(shares[P]).isEqualTo(0.5);
        assertThat(shares[G]).isEqualTo(0.5);
    }

    @Test
    void groupsThatNeverMixHaveNoUniqueStationarySharesAndAreNamed() {
        SegmentMigration migration = migration("PPGGLLC", "PGGPLLP");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(migration::stationary)
                .withMessage(
                        "stationary shares must exist and be unique, but there are 2 groups of segments that nobody"
                                + " leaves: Platinum customers, Gold customers; Loyal customers");
        assertThat(migration.noStationary(Language.CHINESE)).contains("有 2 组细分无人离开:白金客户、黄金客户;忠诚客户");
    }

    @Test
    void aSegmentEnteredThatNobodyStartedInHasNoKnownWayOut() {
        SegmentMigration migration = migration("PPG", "PCG");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(migration::stationary)
                .withMessage(
                        "stationary shares must exist and be unique, but nobody was in Churn-prone customers before,"
                                + " so where one goes from there is not known");
        assertThat(migration.noStationary(Language.CHINESE)).contains("先前没有客户属于易流失客户,其去向未知");
    }

    @Test
    void whereNobodyHasASegmentTwiceThereAreNoStationaryShares() {
        SegmentMigration migration =
                SegmentMigration.between(List.of("a", "b"), new byte[] {P, NONE}, List.of("b"), new byte[] {P});
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(migration::stationary)
                .withMessage("stationary shares must exist and be unique, but nobody has a segment in both scorings");
        assertThat(migration.noStationary(Language.CHINESE)).contains("没有客户在两次评分中都有细分");
        assertThat(migration("P", "P").noStationary(Language.ENGLISH)).isEmpty();
    }

    @Test
    void theSharesHandedOutAreACopy() {
        SegmentMigration migration = migration("PPG", "GGP");
        migration.stationary()[P] = 9;
        assertThat(migration.stationary()[P]).isEqualTo(0.5);
    }

    @Test
    void theTableReadsInBothLanguages() {
        SegmentMigration migration = SegmentMigration.between(
                List.of("1", "2", "3", "4", "5", "6"),
                new byte[] {P, P, P, G, G, G},
                List.of("1", "2", "3", "4", "5", "7"),
                new byte[] {P, P, G, P, NONE, G});
        assertThat(migration.text(Language.ENGLISH)).isEqualTo("""
                5 customers in both scorings, 2 of them unchanged; 1 joined, 1 left
                rows before, columns after: customers before, and where they went in per cent
                                  HHH     HLH     LLH     LHH     HHL     HLL     LLL     LHL     ---     out
                HHH         3    66.7    33.3       0       0       0       0       0       0       0       0  Platinum customers
                HLH         3    33.3       0       0       0       0       0       0       0    33.3    33.3  Gold customers
                LLH         0       -       -       -       -       -       -       -       -       -       -  Loyal customers
                LHH         0       -       -       -       -       -       -       -       -       -       -  Potential customers
                HHL         0       -       -       -       -       -       -       -       -       -       -  Churn-prone customers
                HLL         0       -       -       -       -       -       -       -       -       -       -  Short-term customers
                LLL         0       -       -       -       -       -       -       -       -       -       -  Least valuable customers
                LHL         0       -       -       -       -       -       -       -       -       -       -  Developable customers
                ---         0       -       -       -       -       -       -       -       -       -       -  Not scored
                new         1       0   100.0       0       0       0       0       0       0       0       0  Joined
                                    3       2       0       0       0       0       0       0       1       1  customers after
                                 75.0    25.0       0       0       0       0       0       0                  stationary, per cent
                """);
        assertThat(migration.text(Language.CHINESE))
                .startsWith("两次评分中都有的客户 5 个,其中未变 2 个;新加入 1 个,已离开 1 个\n")
                .contains("白金客户\n", "无法评分\n", "新加入\n", "稳态占比(%)\n");
        assertThat(six().text(Language.ENGLISH)).contains("no stationary shares: nobody was in Gold customers before");
    }

    @Test
    void aMillionCustomersAreMatchedInOrOutOfOrder() {
        int customers = 1_000_000;
        List<String> ids = new ArrayList<>();
        byte[] segments = new byte[customers];
        for (int i = 0; i < customers; i++) {
            ids.add("c" + i);
            segments[i] = (byte) (i % 8);
        }
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);

        SegmentMigration migration = SegmentMigration.between(ids, segments, backwards, segments);

        assertThat(migration.stayed()).isEqualTo(customers);
        for (Segment from : Segment.all()) {
            MigrationState to = MigrationState.all().get(7 - from.index());
            assertThat(migration.count(MigrationState.of(from), to)).isEqualTo(customers / 8);
        }
    }

    /** Customers 1, 2, ... with the segment of the letter at their place in each text. */
    private static SegmentMigration migration(String before, String after) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= before.length(); i++) {
            ids.add("" + i);
        }
        return SegmentMigration.between(ids, segments(before), ids, segments(after));
    }

    private static byte[] segments(String letters) {
        byte[] segments = new byte[letters.length()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = switch (letters.charAt(i)) {
                case 'P' -> P;
                case 'G' -> G;
                case 'L' -> L;
                default -> C;
            };
        }
        return segments;
    }
}
