package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.testing.AnyNumber;
import io.github.clv4j.testing.ColumnarContract;
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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class CustomerLifetimeValuePropertyTest {

    private static final double ROUNDING_PERCENT = 1e-12;
    private static final double ROUNDING = 1e-15;

    @Property
    void currentValueIsProportionalToProfit(
            @ForAll("calculators") CustomerLifetimeValue clv,
            @ForAll @Scale(6) @DoubleRange(min = -1e4, max = 1e4) double profit,
            @ForAll @Scale(6) @DoubleRange(min = -50, max = 50) double times) {
        assertThat(clv.lifetimeValue(times * profit).current())
                .isCloseTo(times * clv.lifetimeValue(profit).current(), withinPercentage(ROUNDING_PERCENT));
    }

    @Property
    void aLongerLifetimeIsWorthNoLessToAProfitableCustomer(
            @ForAll("calculators") CustomerLifetimeValue clv,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1e4) double profit,
            @ForAll @Scale(6) @DoubleRange(max = 200) double periods,
            @ForAll @Scale(6) @DoubleRange(max = 100) double more) {
        double shorter = clv.withHorizon(Horizon.ofPeriods(periods))
                .lifetimeValue(profit)
                .current();
        double longer = clv.withHorizon(Horizon.ofPeriods(periods + more))
                .lifetimeValue(profit)
                .current();
        assertThat(longer).isGreaterThanOrEqualTo(shorter);
    }

    @Property
    void thePartsOfAnExplanationAddUpToItsValue(
            @ForAll("calculators") CustomerLifetimeValue clv,
            @ForAll @Scale(6) @DoubleRange(min = -1e4, max = 1e4) double profit,
            @ForAll("offers") List<ServiceOffer> offers) {
        ValueExplanation explanation = clv.explain(profit, offers);
        double current = explanation.profit() * explanation.annuity();
        double[] parts = explanation.services().stream()
                .mapToDouble(Contribution::amount)
                .toArray();
        double magnitude =
                Math.abs(current) + Arrays.stream(parts).map(Math::abs).sum();
        assertThat(current + Arrays.stream(parts).sum())
                .isCloseTo(explanation.value().total(), within(ROUNDING * (1 + parts.length) * magnitude));
        assertThat(explanation.value()).isEqualTo(clv.lifetimeValue(profit, offers));
    }

    @Property
    void potentialValueDoesNotDependOnProfitNorCurrentValueOnOffers(
            @ForAll("calculators") CustomerLifetimeValue clv, @ForAll("offers") List<ServiceOffer> offers) {
        LifetimeValue value = clv.lifetimeValue(30, offers);
        assertThat(value.potential()).isEqualTo(clv.lifetimeValue(-7, offers).potential());
        assertThat(value.current()).isEqualTo(clv.lifetimeValue(30).current());
        assertThat(value.total()).isEqualTo(value.current() + value.potential());
    }

    @Property
    void columnsOfCurrentValueGiveTheBitsOfTheScalarForm(@ForAll("profitAndAnnuity") double[][] rows) {
        double[] profit = AnyNumber.column(rows, 0);
        double[] annuity = AnyNumber.column(rows, 1);
        ColumnarContract.assertSameBits(
                rows.length,
                row -> CustomerLifetimeValue.currentValue(profit[row], annuity[row]),
                (from, to, out) -> CustomerLifetimeValue.currentValue(profit, annuity, from, to, out));
    }

    @Property
    void columnsOfOfferValueAddTheBitsOfTheScalarForm(@ForAll("offerColumns") double[][] rows) {
        double[] held = AnyNumber.column(rows, 0);
        double[] probability = AnyNumber.column(rows, 1);
        double[] profit = AnyNumber.column(rows, 2);
        double[] annuity = AnyNumber.column(rows, 3);
        double before = 12.75;
        ColumnarContract.assertSameBits(
                rows.length,
                row -> before
                        + CustomerLifetimeValue.offerValue(held[row], probability[row], profit[row], annuity[row]),
                (from, to, out) -> {
                    Arrays.fill(out, from, to, before);
                    CustomerLifetimeValue.addOfferValue(held, probability, profit, annuity, from, to, out);
                });
    }

    @Provide
    Arbitrary<CustomerLifetimeValue> calculators() {
        Arbitrary<Double> rates = Arbitraries.doubles().between(-0.2, 1).ofScale(9);
        Arbitrary<Double> periods = Arbitraries.doubles().between(0, 240).ofScale(6);
        return Combinators.combine(rates, periods)
                .as((rate, n) -> CustomerLifetimeValue.of(DiscountRate.monthly(rate), Horizon.ofPeriods(n)))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<List<ServiceOffer>> offers() {
        Arbitrary<String> names = Arbitraries.of("fiber", "roaming", "tv", "handset");
        Arbitrary<Double> probabilities = Arbitraries.doubles().between(0, 1).ofScale(9);
        Arbitrary<Double> profits = Arbitraries.doubles().between(-500, 500).ofScale(6);
        return Combinators.combine(names, probabilities, profits, Arbitraries.of(ProfitBasis.class))
                .as(ServiceOffer::new)
                .withoutEdgeCases()
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<double[][]> profitAndAnnuity() {
        return AnyNumber.rows(AnyNumber.any(), AnyNumber.any());
    }

    @Provide
    Arbitrary<double[][]> offerColumns() {
        Arbitrary<Double> held = AnyNumber.mostly(Arbitraries.of(0.0, 1.0));
        return AnyNumber.rows(held, AnyNumber.mostlyProbability(), AnyNumber.any(), AnyNumber.any());
    }
}
