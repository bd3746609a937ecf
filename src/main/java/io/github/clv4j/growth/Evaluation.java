package io.github.clv4j.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One customer as a model sees it. A customer who cannot be evaluated has no tier, and worths that are of no use.
 *
 * @param tier the index of the tier, or {@link TierCuts#NO_TIER}
 * @param value the profit per period over the remaining periods
 * @param arpuGap how far the ARPU is below its cut, 0 if it is not
 * @param arpuProfit the profit per period that closing this gap adds
 * @param annuity the annuity of the remaining periods
 * @param tenureGap how far the tenure is below its cut, 0 if it is not
 * @param profit the profit per period
 * @param extension what one unit of profit is worth in the periods of the tenure gap, after the remaining ones
 */
record Evaluation(
        byte tier,
        double value,
        double arpuGap,
        double arpuProfit,
        double annuity,
        double tenureGap,
        double profit,
        double extension) {

    boolean isValid() {
        return tier != TierCuts.NO_TIER;
    }

    /** 0 where no step is needed, as its gap is 0. */
    double arpuWorth() {
        return GrowthStep.product(arpuProfit, annuity);
    }

    /** 0 where no step is needed, as its gap is 0. */
    double tenureWorth() {
        return GrowthStep.product(profit, extension);
    }

    /** Of equal worth ARPU goes first: that is the path the source keeps. */
    private GrowthDimension better() {
        return arpuWorth() >= tenureWorth() ? GrowthDimension.ARPU : GrowthDimension.TENURE;
    }

    double worth() {
        return isValid() ? Math.max(0, Math.max(arpuWorth(), tenureWorth())) : Double.NaN;
    }

    byte path() {
        return worth() > 0 ? GrowthPath.of(ValueTier.all().get(tier), better()).index() : GrowthModel.NO_PATH;
    }

    GrowthAdvice advice() {
        ValueTier place = ValueTier.all().get(tier);
        List<GrowthStep> steps = new ArrayList<>();
        if (!place.isHighArpu()) {
            steps.add(new GrowthStep(GrowthPath.of(place, GrowthDimension.ARPU), arpuGap, arpuProfit, annuity));
        }
        if (!place.isLong()) {
            steps.add(new GrowthStep(GrowthPath.of(place, GrowthDimension.TENURE), tenureGap, profit, extension));
        }
        steps.sort(Comparator.comparingDouble(GrowthStep::worth).reversed()); // stable: ARPU stays first when equal
        return new GrowthAdvice(place, steps);
    }
}
