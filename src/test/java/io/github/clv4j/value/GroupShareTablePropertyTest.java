package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GroupShareTablePropertyTest {

    private static final List<String> GROUPS = List.of("a", "b", "c");

    /** One customer: the code of a group and whether the service is held. */
    record Customer(double code, double held) {}

    @Property
    void everyShareIsWhatCountingGives(@ForAll("bases") List<Customer> customers) {
        GroupShareTable table = fit(customers);
        for (int g = 0; g < GROUPS.size(); g++) {
            int group = g;
            long members = customers.stream().filter(c -> c.code() == group).count();
            long holders = customers.stream()
                    .filter(c -> c.code() == group && c.held() == 1)
                    .count();
            assertThat(table.share(GROUPS.get(g))).isEqualTo((double) holders / members);
        }
    }

    @Property
    void theOrderOfTheCustomersDoesNotMatter(@ForAll("bases") List<Customer> customers, @ForAll Random random) {
        List<Customer> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, random);
        assertThat(fit(shuffled)).isEqualTo(fit(customers));
    }

    @Property
    void columnsGiveTheBitsOfTheScalarForm(@ForAll("codes") double[][] rows) {
        GroupShareTable table = GroupShareTable.of(GROUPS, 0, 0.3, 1);
        double[] codes = AnyNumber.column(rows, 0);
        ColumnarContract.assertSameBits(
                codes.length, row -> table.share(codes[row]), (from, to, out) -> table.share(codes, from, to, out));
    }

    /** Bases in which every group has at least one customer. */
    @Provide
    Arbitrary<List<Customer>> bases() {
        Arbitrary<Double> held = Arbitraries.of(0.0, 1.0);
        Arbitrary<List<Customer>> others = Combinators.combine(Arbitraries.of(0.0, 1.0, 2.0), held)
                .as(Customer::new)
                .list()
                .ofMaxSize(60);
        return Combinators.combine(others, held.list().ofSize(GROUPS.size())).as((list, flags) -> {
            List<Customer> all = new ArrayList<>(list);
            for (int g = 0; g < GROUPS.size(); g++) {
                all.add(new Customer(g, flags.get(g)));
            }
            return all;
        });
    }

    @Provide
    Arbitrary<double[][]> codes() {
        return AnyNumber.rows(AnyNumber.mostly(Arbitraries.of(0.0, 1.0, 2.0, 3.0, 0.5)));
    }

    private static GroupShareTable fit(List<Customer> customers) {
        return GroupShareTable.fit(
                GROUPS,
                customers.stream().mapToDouble(Customer::code).toArray(),
                customers.stream().mapToDouble(Customer::held).toArray());
    }
}
