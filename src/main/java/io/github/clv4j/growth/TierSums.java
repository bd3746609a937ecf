package io.github.clv4j.growth;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** Sums by tier and by path while customers are counted. Not thread-safe. */
final class TierSums {

    private final double[] customers = new double[ValueTier.all().size()];
    private final double[] value = new double[customers.length];
    private final double[] onPath = new double[GrowthPath.all().size()];
    private final double[] worth = new double[onPath.length];

    void add(Evaluation customer, double weight) {
        customers[customer.tier()] += weight;
        value[customer.tier()] += weight * customer.value();
        byte path = customer.path();
        if (path != GrowthModel.NO_PATH) {
            onPath[path] += weight;
            worth[path] += weight * customer.worth();
        }
    }

    void add(TierSums block) {
        addTo(customers, block.customers);
        addTo(value, block.value);
        addTo(onPath, block.onPath);
        addTo(worth, block.worth);
    }

    static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    TierPortfolio portfolio(int leftOut) {
        double everybody = Arrays.stream(customers).sum();
        ImmutableList.Builder<TierProfile> tiers = ImmutableList.builder();
        for (ValueTier tier : ValueTier.all()) {
            int t = tier.index();
            tiers.add(new TierProfile(tier, customers[t], customers[t] / everybody, value[t]));
        }
        ImmutableList.Builder<PathProfile> paths = ImmutableList.builder();
        for (GrowthPath path : GrowthPath.all()) {
            paths.add(new PathProfile(path, onPath[path.index()], worth[path.index()]));
        }
        return new TierPortfolio(tiers.build(), paths.build(), leftOut);
    }
}
