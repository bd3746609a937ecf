package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import io.github.clv4j.base.BlockSum;

/** One pass over a base of customers, now and after an improvement, in blocks as sums are taken everywhere. */
final class PortfolioScan {

    private final GrowthModel model;
    private final GrowthCustomers customers;
    private final Improvement improvement;
    private final TierSums now = new TierSums();
    private final TierSums after = new TierSums();
    private final double[] moved =
            new double[ValueTier.all().size() * ValueTier.all().size()];
    private int leftOut;

    private PortfolioScan(GrowthModel model, GrowthCustomers customers, Improvement improvement) {
        this.model = model;
        this.customers = customers;
        this.improvement = improvement;
    }

    static PortfolioChange of(GrowthModel model, GrowthCustomers customers, Improvement improvement) {
        PortfolioScan all = new PortfolioScan(model, customers, improvement);
        for (int from = 0; from < customers.size(); from += BlockSum.BLOCK) {
            PortfolioScan block = new PortfolioScan(model, customers, improvement);
            block.scan(from, Math.min(from + BlockSum.BLOCK, customers.size()));
            all.add(block);
        }
        return new PortfolioChange(
                improvement,
                all.now.portfolio(all.leftOut),
                all.after.portfolio(all.leftOut),
                ImmutableList.copyOf(Doubles.asList(all.moved)));
    }

    private void scan(int from, int to) {
        for (int i = from; i < to; i++) {
            count(customers.state(i, model));
        }
    }

    private void count(CustomerState customer) {
        Evaluation before = model.evaluate(customer);
        CustomerState improved = improvement.general(customer, model.margin());
        Evaluation then = model.evaluate(improved);
        double share = share(then);
        Evaluation further = share > 0 ? model.evaluate(afterStep(improved, then)) : then;
        if (!before.isValid() || !then.isValid() || !further.isValid()) {
            leftOut++;
            return;
        }
        now.add(before, 1);
        move(before, then, 1 - share);
        move(before, further, share);
    }

    private double share(Evaluation customer) {
        byte path = customer.path();
        return path == GrowthModel.NO_PATH
                ? 0
                : improvement.share(GrowthPath.all().get(path));
    }

    private void move(Evaluation before, Evaluation then, double weight) {
        after.add(then, weight);
        moved[PortfolioChange.place(before.tier(), then.tier())] += weight;
    }

    /** The customer on the cut, exactly, with the profit or the periods the step brings. */
    private CustomerState afterStep(CustomerState customer, Evaluation evaluation) {
        if (GrowthPath.all().get(evaluation.path()).dimension() == GrowthDimension.ARPU) {
            return new CustomerState(
                    customer.tenure(),
                    model.cuts().arpu(),
                    customer.profit() + evaluation.arpuProfit(),
                    customer.periods());
        }
        return new CustomerState(
                model.cuts().tenure(), customer.arpu(), customer.profit(), customer.periods() + evaluation.tenureGap());
    }

    private void add(PortfolioScan block) {
        now.add(block.now);
        after.add(block.after);
        TierSums.addTo(moved, block.moved);
        leftOut += block.leftOut;
    }
}
