package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

class SegmentMigrationPropertyTest {

    private static final int ABSENT = -2;

    /** One customer: the segments before and after, -1 not scored, -2 not there. */
    record Customer(int before, int after) {}

    @Property(tries = 300)
    void countsAndMovesAreThoseOfLookingUpEachCustomer(@ForAll("bases") List<Customer> base, @ForAll Random random) {
        SegmentMigration migration = migration(base, random);
        Map<List<MigrationState>, Integer> counts = new LinkedHashMap<>();
        int moved = 0;
        for (Customer customer : base) {
            if (customer.before() != ABSENT || customer.after() != ABSENT) {
                MigrationState from = state(customer.before(), MigrationState.JOINED);
                MigrationState to = state(customer.after(), MigrationState.LEFT);
                counts.merge(List.of(from, to), 1, Integer::sum);
                moved += from == to ? 0 : 1;
            }
        }
        for (MigrationState from : MigrationState.all()) {
            for (MigrationState to : MigrationState.all()) {
                assertThat(migration.count(from, to)).isEqualTo(counts.getOrDefault(List.of(from, to), 0));
            }
        }
        assertThat(migration.moves()).hasSize(moved).doesNotHaveDuplicates();
        for (SegmentMove move : migration.moves()) {
            Customer customer = base.get(Integer.parseInt(move.id()));
            assertThat(move.from()).isSameAs(state(customer.before(), MigrationState.JOINED));
            assertThat(move.to()).isSameAs(state(customer.after(), MigrationState.LEFT));
        }
    }

    @Property(tries = 300)
    void probabilitiesOfEveryStateThatAnybodyWasInAddUpToOne(@ForAll("bases") List<Customer> base) {
        SegmentMigration migration = migration(base, new Random(1));
        for (MigrationState from : MigrationState.all()) {
            double sum = 0;
            for (MigrationState to : MigrationState.all()) {
                assertThat(migration.probability(from, to).isPresent()).isEqualTo(migration.before(from) > 0);
                sum += migration.probability(from, to).orElse(0);
            }
            assertThat(sum).isCloseTo(migration.before(from) > 0 ? 1 : 0, within(1e-15));
        }
        assertThat(migration.customers()).isEqualTo(migration.stayed() + migration.joined() + migration.left());
        assertThat(migration.customers())
                .isEqualTo(migration.unchanged() + migration.moves().size());
    }

    /** Second route: the null space of P' - I over the segments that occur is a line exactly where there is one answer. */
    @Property(tries = 1000)
    void stationarySharesAreRefusedExactlyWhereTheyAreNotUnique(@ForAll("sparseBases") List<Customer> base) {
        SegmentMigration migration = migration(base, new Random(1));
        double[][] p = probabilities(base);
        boolean wayOutUnknown =
                Arrays.stream(p).anyMatch(row -> Arrays.stream(row).sum() == 0);
        boolean unique = p.length > 0 && !wayOutUnknown && nullity(p) == 1;
        Statistics.label("unique").collect(unique);

        assertThat(migration.noStationary(Language.ENGLISH).isEmpty()).isEqualTo(unique);
        if (!unique) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(migration::stationary);
        }
    }

    @Property(tries = 1000)
    void stationarySharesAreTheLeftEigenvectorAndTheLimitOfTheLazyChain(@ForAll("sparseBases") List<Customer> base) {
        SegmentMigration migration = migration(base, new Random(1));
        if (migration.noStationary(Language.ENGLISH).isPresent()) {
            return;
        }
        int[] segments = occurring(base);
        double[][] p = probabilities(base);
        double[] shares = migration.stationary();
        double[] found = Arrays.stream(segments).mapToDouble(s -> shares[s]).toArray();

        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-14));
        assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
        assertThat(found).containsExactly(lazyLimit(p), within(1e-10));
        assertThat(found).containsExactly(eigenvector(p), within(1e-9));
    }

    @Provide
    Arbitrary<List<Customer>> bases() {
        return customers(Arbitraries.integers().between(ABSENT, 7)).list().ofMaxSize(60);
    }

    /** Few customers in few segments, so that chains fall apart, have dead ends and go round. */
    @Provide
    Arbitrary<List<Customer>> sparseBases() {
        return Arbitraries.integers()
                .between(0, 4)
                .flatMap(highest -> customers(Arbitraries.integers().between(-1, highest))
                        .list()
                        .ofMaxSize(12));
    }

    private static Arbitrary<Customer> customers(Arbitrary<Integer> places) {
        return Combinators.combine(places, places).as(Customer::new).withoutEdgeCases();
    }

    /** The id of a customer is the place in the base; each scoring has an order of its own. */
    private static SegmentMigration migration(List<Customer> base, Random random) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            if (base.get(i).before() != ABSENT) {
                before.add(i);
            }
            if (base.get(i).after() != ABSENT) {
                after.add(i);
            }
        }
        Collections.shuffle(before, random);
        Collections.shuffle(after, random);
        byte[] old = new byte[before.size()];
        byte[] now = new byte[after.size()];
        for (int i = 0; i < old.length; i++) {
            old[i] = (byte) base.get(before.get(i)).before();
        }
        for (int i = 0; i < now.length; i++) {
            now[i] = (byte) base.get(after.get(i)).after();
        }
        return SegmentMigration.between(texts(before), old, texts(after), now);
    }

    private static List<String> texts(List<Integer> ids) {
        return ids.stream().map(String::valueOf).toList();
    }

    private static MigrationState state(int place, MigrationState absent) {
        if (place == ABSENT) {
            return absent;
        }
        return place == -1 ? MigrationState.UNSCORED : MigrationState.valueOf(Segment.values()[place].name());
    }

    private static List<Customer> scoredTwice(List<Customer> base) {
        return base.stream().filter(c -> c.before() >= 0 && c.after() >= 0).toList();
    }

    private static int[] occurring(List<Customer> base) {
        return scoredTwice(base).stream()
                .flatMap(c -> List.of(c.before(), c.after()).stream())
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
    }

    /** From row to column, over the segments that occur. */
    private static double[][] probabilities(List<Customer> base) {
        int[] segments = occurring(base);
        double[][] p = new double[segments.length][segments.length];
        for (Customer customer : scoredTwice(base)) {
            p[Arrays.binarySearch(segments, customer.before())][Arrays.binarySearch(segments, customer.after())]++;
        }
        for (double[] row : p) {
            double sum = Arrays.stream(row).sum();
            for (int j = 0; j < row.length && sum > 0; j++) {
                row[j] /= sum;
            }
        }
        return p;
    }

    private static long nullity(double[][] p) {
        RealMatrix system = new Array2DRowRealMatrix(p).transpose();
        for (int i = 0; i < p.length; i++) {
            system.addToEntry(i, i, -1);
        }
        return Arrays.stream(new SingularValueDecomposition(system).getSingularValues())
                .filter(value -> value < 1e-9)
                .count();
    }

    /** (P + I) / 2 has the same shares and takes no turns. Squared again and again, its rows go to them. */
    private static double[] lazyLimit(double[][] p) {
        RealMatrix lazy = new Array2DRowRealMatrix(p);
        for (int i = 0; i < p.length; i++) {
            lazy.addToEntry(i, i, 1);
        }
        lazy = lazy.scalarMultiply(0.5);
        for (int i = 0; i < 40; i++) {
            lazy = lazy.multiply(lazy);
            for (int r = 0; r < p.length; r++) {
                double sum = Arrays.stream(lazy.getRow(r)).sum();
                lazy.setRowMatrix(r, lazy.getRowMatrix(r).scalarMultiply(1 / sum));
            }
        }
        return lazy.getRow(0);
    }

    private static double[] eigenvector(double[][] p) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(p).transpose());
        int nearest = 0;
        for (int i = 0; i < p.length; i++) {
            if (distance(eigen, i) < distance(eigen, nearest)) {
                nearest = i;
            }
        }
        double[] vector = eigen.getEigenvector(nearest).toArray();
        double sum = Arrays.stream(vector).sum();
        return Arrays.stream(vector).map(value -> value / sum).toArray();
    }

    private static double distance(EigenDecomposition eigen, int i) {
        return Math.hypot(eigen.getRealEigenvalue(i) - 1, eigen.getImagEigenvalue(i));
    }
}
