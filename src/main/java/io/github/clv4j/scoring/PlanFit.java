package io.github.clv4j.scoring;

import com.google.common.collect.Maps;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.LogisticRegression;
import io.github.clv4j.segment.CutPasses;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.FittedCutTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Fits a plan to customers who come in chunks, in the order in which one thing needs another: the customers that can be used,
 * their groups and the shares by group, in one reading; the adoption models, the churn model and the scales of the loyalty
 * index, from the columns kept for them; the axes of every customer and last the cuts, in as many readings as these take.
 */
final class PlanFit {

    private final ScoringPlan plan;
    private final Readings readings;
    private final boolean inMemory;

    /** A set, since a customer may be found wanting again when the fit is run again without a group. */
    private final Set<RowFailure> failures = new LinkedHashSet<>();

    private PlanFit(ScoringPlan plan, CustomerChunks chunks, boolean inMemory) {
        this.plan = plan;
        this.readings = new Readings(chunks);
        this.inMemory = inMemory;
    }

    /** A fit to customers who are all there. */
    static PlanFit of(ScoringPlan plan, CustomerColumns customers) {
        return new PlanFit(plan, CustomerChunks.of(customers), true);
    }

    /** A fit to customers of whom a chunk is there at a time. */
    static PlanFit of(ScoringPlan plan, CustomerChunks chunks) {
        return new PlanFit(plan, chunks, false);
    }

    ScoringFit run() {
        return run(Optional.empty());
    }

    /** A fit to the customers of the known groups of the cuts, or to all. */
    private ScoringFit run(Optional<Set<String>> known) {
        FirstReading first = firstReading(known);
        CustomerColumns base = first.columns();
        Map<String, AdoptionFit> adoption = fitAdoption(base);
        Optional<ChurnFit> churnFit = fitChurn(first, base);
        List<SurvivalFit> survival = plan.survival()
                .map(planned -> fitSurvival(planned, first, base))
                .orElse(List.of());
        ModelParameters learned = new ModelParameters(
                first.shares(),
                Maps.transformValues(adoption, AdoptionFit::model),
                churnFit.map(ChurnFit::model),
                survival.isEmpty() ? Optional.empty() : Optional.of(SurvivalFit.table(survival)),
                fitScales(base),
                firstCuts(first));
        InputList inputs = InputList.of(plan).withGroups(first::groups);
        CutPasses passes = passes(first);
        AxisReading axes = new AxisReading(ScoringModel.of(plan, learned), inputs, passes);
        readings.read((chunk, firstRow) -> axes.addFirst(chunk, firstRow, known));
        failures.addAll(axes.failures());
        requireSome(axes.scored());
        if (hasGroupsWithoutScores(first, axes)) {
            return run(Optional.of(axes.groups()));
        }
        while (!passes.endPass()) {
            readings.read((chunk, firstRow) -> axes.add(chunk));
        }
        FittedCutTable cuts = passes.cuts();
        return new ScoringFit(
                ScoringModel.of(plan, learned.withCuts(cuts.cuts())),
                new FitProvenance(readings.customers(), axes.scored(), first.columnsSha256()),
                adoption,
                churnFit.map(ChurnFit::fit),
                churnFit.map(ChurnFit::evaluation).filter(ChurnEvaluation::isHeldOut),
                survival,
                cuts.warnings(),
                sortedFailures());
    }

    /** The churn model alone, of a plan that has one to be fitted. */
    ChurnFit runChurn() {
        FirstReading first = firstReading(Optional.empty());
        return fitChurn(first, first.columns())
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "plan must have a logistic churn model to be fitted, but its churn probability comes from elsewhere"))
                .withFailures(sortedFailures());
    }

    private List<RowFailure> sortedFailures() {
        return failures.stream()
                .sorted(Comparator.comparingInt(RowFailure::row))
                .toList();
    }

    /** Says which customers can be used; the groups that occur among them are the groups of the model. */
    private FirstReading firstReading(Optional<Set<String>> known) {
        FirstReading first = new FirstReading(plan, known, inMemory);
        readings.read(first::add);
        failures.addAll(first.failures());
        requireSome(first.usable());
        return first;
    }

    private CutPasses passes(FirstReading first) {
        List<String> groups = plan.cutsBy().map(first::groups).orElse(List.of());
        if (inMemory) {
            return CutPasses.keepingAll(plan.cuts(), groups);
        }
        return groups.isEmpty() ? CutPasses.of(plan.cuts()) : CutPasses.byGroup(plan.cuts(), groups);
    }

    /** A group of whom nobody has a score has no cuts, and is no group of the model. */
    private boolean hasGroupsWithoutScores(FirstReading first, AxisReading axes) {
        return plan.cutsBy()
                .map(first::groups)
                .filter(groups -> groups.size() > axes.groups().size())
                .isPresent();
    }

    /** The cuts are not known before the axes are; with any, scoring customers gives the axes and says who fails. */
    private CutTable firstCuts(FirstReading first) {
        CutRules rules = plan.cuts();
        CutPoints cuts =
                CutPoints.of(first(rules.currentValue()), first(rules.potentialValue()), first(rules.loyalty()));
        return plan.cutsBy()
                .map(column -> CutTable.byGroup(Maps.toMap(first.groups(column), group -> cuts)))
                .orElseGet(() -> CutTable.of(cuts));
    }

    private static double first(CutRule rule) {
        return rule instanceof CutRule.Fixed fixed ? fixed.cut() : 0;
    }

    private void requireSome(int scored) {
        if (scored == 0) {
            throw new IllegalArgumentException("plan must be fitted on at least one customer who can be scored, but of "
                    + readings.customers() + " there were 0" + firstFailure());
        }
    }

    /** What is wrong with the first customer who could not be used, to go on a message with. */
    private String firstFailure() {
        if (failures.isEmpty()) {
            return "";
        }
        RowFailure first = failures.iterator().next();
        return "; of the first who was left out, " + first.field() + " " + first.reason()
                + (first.value().isEmpty() ? "" : ", but was " + first.value());
    }

    private Map<String, AdoptionFit> fitAdoption(CustomerColumns base) {
        Map<String, AdoptionFit> fits = new LinkedHashMap<>();
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
                String held = service.held().orElseThrow();
                String subject = "service " + service.name()
                        + logistic.eligible()
                                .map(column -> ", where " + column + " is 1")
                                .orElse("");
                fits.put(service.name(), fitAdoption(subject, logistic, held, base));
            }
        }
        return fits;
    }

    private AdoptionFit fitAdoption(String subject, AdoptionPlan.Logistic plan, String held, CustomerColumns base) {
        int[] eligible = eligible(plan, base);
        if (eligible.length == 0) {
            throw new IllegalArgumentException(subject + ": there must be some customers, but of " + base.customers()
                    + " there were 0" + firstFailure());
        }
        try {
            return AdoptionFit.of(LogisticRegression.withDefaults()
                    .withOutcome(held)
                    .withClasses("customers who hold it", "customers who do not")
                    .fit(
                            plan.features(),
                            plan.features().stream()
                                    .map(feature -> CustomerColumns.pick(base.numbers(feature), eligible))
                                    .toArray(double[][]::new),
                            CustomerColumns.pick(base.numbers(held), eligible)));
        } catch (FitException e) {
            throw noted(e.withoutPenaltyAdvice(), eligible.length).withSubject(subject);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(subject + ": " + e.getMessage(), e);
        }
    }

    private static int[] eligible(AdoptionPlan.Logistic plan, CustomerColumns base) {
        IntStream rows = IntStream.range(0, base.customers());
        if (plan.eligible().isPresent()) {
            double[] eligible = base.numbers(plan.eligible().get());
            rows = rows.filter(row -> eligible[row] == 1);
        }
        return rows.toArray();
    }

    /** A fit that cannot be may be one for the customers it did without. */
    private FitException noted(FitException e, int fitted) {
        return failures.isEmpty()
                ? e
                : e.withNote("; that is of " + fitted + " of " + readings.customers() + " customers" + firstFailure());
    }

    private Map<String, Scale> fitScales(CustomerColumns base) {
        return plan.loyalty() instanceof LoyaltyPlan.Index index
                ? index.index()
                        .fitScales(name -> base.numbers(index.column(name).orElseThrow()))
                : Map.of();
    }

    private Optional<ChurnFit> fitChurn(FirstReading first, CustomerColumns base) {
        if (!(plan.churn() instanceof ChurnPlan.Logistic logistic)) {
            return Optional.empty();
        }
        int[] known = known(logistic.outcome(), first, base);
        try {
            return Optional.of(ChurnLearning.of(logistic, base.select(known)).run());
        } catch (FitException e) {
            throw noted(e, known.length);
        }
    }

    private List<SurvivalFit> fitSurvival(SurvivalPlan survival, FirstReading first, CustomerColumns base) {
        List<String> groups = survival.by().map(first::groups).orElse(List.of());
        return new SurvivalFitter(survival, base.select(known(survival.left(), first, base))).fit(groups);
    }

    /** The customers of whom it is known whether they left. */
    private int[] known(String name, FirstReading first, CustomerColumns base) {
        failures.addAll(first.badOutcomes(name));
        double[] outcome = base.numbers(name);
        int[] known = IntStream.range(0, outcome.length)
                .filter(row -> InputKind.FLAG.admits(outcome[row]))
                .toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("column " + name + " must be 0 or 1 for some customers, but of "
                    + outcome.length + " there were 0" + firstFailure());
        }
        return known;
    }
}
