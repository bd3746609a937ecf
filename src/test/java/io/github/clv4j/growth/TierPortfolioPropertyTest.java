package io.github.clv4j.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.timevalue.Annuity;
import io.github.clv4j.timevalue.CashFlowTiming;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TierPortfolioPropertyTest {

    private static final DiscountRate RATE = DiscountRate.monthly(0.01);
    private static final GrowthModel MODEL = GrowthModel.of(RATE, Horizon.ofPeriods(24), TierCuts.of(30, 30), 0.4);

    @Property(tries = 300)
    void tiersNowAreCountedAsCustomerByCustomer(@ForAll("anyCustomers") double[][] rows) {
        TierPortfolio portfolio = MODEL.portfolio(customers(rows));
        List<GrowthAdvice> advice = Arrays.stream(rows)
                .filter(TierPortfolioPropertyTest::canBeEvaluated)
                .map(row -> MODEL.advise(row[0], row[1], row[2], row[3]))
                .toList();

        assertThat(portfolio.leftOut()).isEqualTo(rows.length - advice.size());
        for (ValueTier tier : ValueTier.all()) {
            long members = advice.stream().filter(a -> a.tier() == tier).count();
            assertThat(portfolio.of(tier).customers()).isEqualTo(members);
        }
        for (GrowthPath path : GrowthPath.all()) {
            List<GrowthAdvice> onIt = advice.stream()
                    .filter(a -> a.path().filter(path::equals).isPresent())
                    .toList();
            double worth = onIt.stream().mapToDouble(GrowthAdvice::worth).sum();
            assertThat(portfolio.of(path).customers()).isEqualTo(onIt.size());
            assertThat(portfolio.of(path).worth()).isCloseTo(worth, within(1e-9 * (1 + worth)));
        }
    }

    private static boolean canBeEvaluated(double[] row) {
        try {
            MODEL.advise(row[0], row[1], row[2], row[3]);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Property(tries = 300)
    void countsAndSharesAddUpNowAndAfter(
            @ForAll("goodCustomers") double[][] rows, @ForAll("improvements") Improvement improvement) {
        PortfolioChange change = MODEL.improve(customers(rows), improvement);
        for (TierPortfolio portfolio : List.of(change.now(), change.after())) {
            double counted = portfolio.tiers().stream()
                    .mapToDouble(TierProfile::customers)
                    .sum();
            assertThat(counted).isCloseTo(rows.length, within(1e-9));
            assertThat(portfolio.leftOut()).isZero();
            double shares =
                    portfolio.tiers().stream().mapToDouble(TierProfile::share).sum();
            if (rows.length > 0) {
                assertThat(shares).isCloseTo(1, within(1e-9));
            }
        }
        for (ValueTier tier : ValueTier.all()) {
            assertThat(ValueTier.all().stream()
                            .mapToDouble(to -> change.moved(tier, to))
                            .sum())
                    .isCloseTo(change.now().of(tier).customers(), within(1e-9));
            assertThat(ValueTier.all().stream()
                            .mapToDouble(from -> change.moved(from, tier))
                            .sum())
                    .isCloseTo(change.after().of(tier).customers(), within(1e-9));
        }
    }

    @Property(tries = 300)
    void afterAnImprovementNobodyIsInAWorseTier(
            @ForAll("goodCustomers") double[][] rows, @ForAll("improvements") Improvement improvement) {
        PortfolioChange change = MODEL.improve(customers(rows), improvement);
        for (ValueTier from : ValueTier.all()) {
            for (ValueTier to : ValueTier.all()) {
                assertThat(change.moved(from, to)).isNotNegative();
                if (!to.isAtLeast(from)) {
                    assertThat(change.moved(from, to)).as("%s to %s", from, to).isZero();
                }
            }
        }
        assertThat(change.after().of(ValueTier.HIGH).customers())
                .isGreaterThanOrEqualTo(change.now().of(ValueTier.HIGH).customers() - 1e-9);
    }

    /** The second route: what is gained by steps alone is their worth. */
    @Property(tries = 300)
    void stepsAloneGainTheShareOfTheirWorth(
            @ForAll("goodCustomers") double[][] rows, @ForAll("shares") Improvement improvement) {
        PortfolioChange change = MODEL.improve(customers(rows), improvement);
        double expected = change.now().paths().stream()
                .mapToDouble(path -> improvement.share(path.path()) * path.worth())
                .sum();
        double magnitude =
                Arrays.stream(rows).mapToDouble(row -> Math.abs(row[2])).sum();
        assertThat(change.gain()).isCloseTo(expected, within(1e-9 * (1 + expected + 100 * magnitude)));
    }

    /** The second route: a plain sum over the customers with more ARPU, profit and periods. */
    @Property(tries = 300)
    void aGeneralImprovementIsWorthTheBetterCustomersLessThoseOfNow(
            @ForAll("goodCustomers") double[][] rows,
            @ForAll("fractions") double rise,
            @ForAll("months") double longer) {
        Annuity annuity = Annuity.of(RATE, CashFlowTiming.END_OF_PERIOD);
        double expected = 0;
        double magnitude = 1;
        for (double[] row : rows) {
            double profit = row[2] + 0.4 * (row[1] > 0 ? row[1] * rise : 0);
            double after = profit * annuity.presentValue(row[3] + longer);
            expected += after - row[2] * annuity.presentValue(row[3]);
            magnitude += Math.abs(after);
        }
        Improvement improvement = Improvement.none().withArpuRise(rise).withTenureExtension(longer);
        assertThat(MODEL.improve(customers(rows), improvement).gain()).isCloseTo(expected, within(1e-9 * magnitude));
    }

    @Property(tries = 300)
    void anImprovementOfProfitableCustomersNeverCosts(@ForAll("improvements") Improvement improvement) {
        GrowthCustomers profitable = GrowthCustomers.of(new double[] {1, 12, 40, 50}, new double[] {5, 40, 12, 90});
        assertThat(MODEL.improve(profitable, improvement).gain()).isGreaterThanOrEqualTo(-1e-9);
    }

    private static GrowthCustomers customers(double[][] rows) {
        return GrowthCustomers.of(AnyNumber.column(rows, 0), AnyNumber.column(rows, 1))
                .withProfit(AnyNumber.column(rows, 2))
                .withPeriods(AnyNumber.column(rows, 3));
    }

    @Provide
    Arbitrary<double[][]> goodCustomers() {
        return AnyNumber.rows(
                upTo(60),
                Arbitraries.doubles().between(-20, 60).ofScale(3),
                Arbitraries.doubles().between(-10, 50).ofScale(3),
                upTo(60));
    }

    @Provide
    Arbitrary<double[][]> anyCustomers() {
        return AnyNumber.rows(
                AnyNumber.mostly(upTo(60)), AnyNumber.mostly(upTo(60)), AnyNumber.mostly(upTo(20)), upTo(60));
    }

    private static Arbitrary<Double> upTo(double max) {
        return Arbitraries.doubles().between(0, max).ofScale(3);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return upTo(1);
    }

    @Provide
    Arbitrary<Double> months() {
        return upTo(40);
    }

    @Provide
    Arbitrary<Improvement> shares() {
        return upTo(1).list().ofSize(4).map(shares -> {
            Improvement improvement = Improvement.none();
            for (GrowthPath path : GrowthPath.all()) {
                improvement = improvement.withShare(path, shares.get(path.index()));
            }
            return improvement;
        });
    }

    @Provide
    Arbitrary<Improvement> improvements() {
        return Combinators.combine(shares(), fractions(), months())
                .as((shares, rise, longer) -> shares.withArpuRise(rise).withTenureExtension(longer));
    }
}
