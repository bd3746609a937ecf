package io.github.clv4j.scoring;

import com.google.common.collect.Maps;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.retention.ChurnEvaluation;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.retention.LogisticRegression;
import io.github.clv4j.segment.CutPoints;
import io.github.clv4j.segment.CutRule;
import io.github.clv4j.segment.CutRules;
import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.FittedCutTable;
import io.github.clv4j.value.GroupShareTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Fits a plan to customers, in the order in which one thing needs another: the customers that can be used, their groups,
 * the shares by group and the adoption models, the churn model and the scales of the loyalty index, the axes of every
 * customer, and last the cuts.
 */
final class PlanFit {

    private final ScoringPlan plan;
    private final CustomerColumns customers;

    /** A set, since a customer may be found wanting again when the fit is run again without a group. */
    private final Set<RowFailure> failures = new LinkedHashSet<>();

    PlanFit(ScoringPlan plan, CustomerColumns customers) {
        this.plan = plan;
        this.customers = customers;
    }

    ScoringFit run() {
        return run(usableRows());
    }

    private ScoringFit run(int[] usable) {
        CustomerColumns base = customers.select(usable);
        Map<String, AdoptionFit> adoption = fitAdoption(base);
        Optional<ChurnFit> churnFit = fitChurn(usable);
        List<SurvivalFit> survival =
                plan.survival().map(planned -> fitSurvival(planned, usable)).orElse(List.of());
        ModelParameters learned = new ModelParameters(
                fitShares(base),
                Maps.transformValues(adoption, AdoptionFit::model),
                churnFit.map(ChurnFit::model),
                survival.isEmpty() ? Optional.empty() : Optional.of(SurvivalFit.table(survival)),
                fitScales(base),
                firstCuts(base));
        ScoredCustomers scored = ScoringModel.of(plan, learned).score(base);
        scored.failures()
                .forEach(f -> failures.add(new RowFailure(usable[f.row()], f.id(), f.field(), f.value(), f.reason())));
        requireSome(usable.length - scored.failures().size());
        int[] scoredRows = IntStream.range(0, usable.length)
                .filter(row -> scored.segment(row).isPresent())
                .toArray();
        int[] members = membersOfScoredGroups(base, scoredRows);
        if (members.length < usable.length) {
            return run(IntStream.of(members).map(row -> usable[row]).toArray());
        }
        FittedCutTable cuts = fitCuts(base, scored, scoredRows);
        return new ScoringFit(
                ScoringModel.of(plan, learned.withCuts(cuts.cuts())),
                provenance(usable.length - scored.failures().size()),
                adoption,
                churnFit.map(ChurnFit::fit),
                churnFit.map(ChurnFit::evaluation).filter(ChurnEvaluation::isHeldOut),
                survival,
                cuts.warnings(),
                sortedFailures());
    }

    /** The churn model alone, of a plan that has one to be fitted. */
    ChurnFit runChurn() {
        return fitChurn(usableRows())
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

    /** The cuts are not known before the axes are; with any, scoring customers gives the axes and says who fails. */
    private CutTable firstCuts(CustomerColumns base) {
        CutRules rules = plan.cuts();
        CutPoints cuts =
                CutPoints.of(first(rules.currentValue()), first(rules.potentialValue()), first(rules.loyalty()));
        return plan.cutsBy()
                .map(column -> CutTable.byGroup(Maps.toMap(base.groups(column).sortedGroups(), group -> cuts)))
                .orElseGet(() -> CutTable.of(cuts));
    }

    private static double first(CutRule rule) {
        return rule instanceof CutRule.Fixed fixed ? fixed.cut() : 0;
    }

    private FitProvenance provenance(int used) {
        return new FitProvenance(customers.customers(), used, ColumnsHash.sha256(plan, customers));
    }

    /** The customers whose inputs can all be scored; the groups that occur among them are the groups of the model. */
    private int[] usableRows() {
        InputReader reader = new InputReader(customers, InputList.of(plan).withGroupsOf(customers));
        int[] unusable = reader.unusableRows();
        IntStream.of(unusable).forEach(row -> failures.add(failure(reader, row)));
        requireSome(customers.customers() - unusable.length);
        return IntStream.range(0, customers.customers())
                .filter(row -> Arrays.binarySearch(unusable, row) < 0)
                .toArray();
    }

    private void requireSome(int scored) {
        if (scored == 0) {
            throw new IllegalArgumentException("plan must be fitted on at least one customer who can be scored, but of "
                    + customers.customers() + " there were 0" + firstFailure());
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

    private static RowFailure failure(InputReader reader, int row) {
        try {
            reader.check(row);
        } catch (InvalidInputException e) {
            return reader.failure(row, e);
        }
        throw new IllegalStateException("row " + row + " was marked as unusable, but all its inputs can be scored");
    }

    private Map<String, GroupShareTable> fitShares(CustomerColumns base) {
        InputList inputs = InputList.of(plan).withGroupsOf(base);
        InputReader reader = new InputReader(base, inputs);
        Map<String, GroupShareTable> tables = new LinkedHashMap<>();
        for (ServicePlan service : plan.services()) {
            if (service.adoption() instanceof AdoptionPlan.GroupShare share) {
                List<String> groups = inputs.get(inputs.indexOf(share.group())).groups();
                double[] held = reader.column(service.held().orElseThrow());
                tables.put(service.name(), GroupShareTable.fit(groups, reader.column(share.group()), held));
            }
        }
        return tables;
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
                : e.withNote("; that is of " + fitted + " of " + customers.customers() + " customers" + firstFailure());
    }

    private Map<String, Scale> fitScales(CustomerColumns base) {
        return plan.loyalty() instanceof LoyaltyPlan.Index index
                ? index.index()
                        .fitScales(name -> base.numbers(index.column(name).orElseThrow()))
                : Map.of();
    }

    private Optional<ChurnFit> fitChurn(int[] usable) {
        if (!(plan.churn() instanceof ChurnPlan.Logistic logistic)) {
            return Optional.empty();
        }
        int[] known = known(logistic.outcome(), usable);
        try {
            return Optional.of(
                    ChurnLearning.of(logistic, customers.select(known)).run());
        } catch (FitException e) {
            throw noted(e, known.length);
        }
    }

    private List<SurvivalFit> fitSurvival(SurvivalPlan survival, int[] usable) {
        List<String> groups = survival.by()
                .map(column -> customers.select(usable).groups(column).sortedGroups())
                .orElse(List.of());
        return new SurvivalFitter(survival, customers.select(known(survival.left(), usable))).fit(groups);
    }

    /** The customers of whom it is known whether they left. */
    private int[] known(String name, int[] usable) {
        double[] outcome = customers.numbers(name);
        int[] known =
                IntStream.of(usable).filter(row -> isKnown(name, outcome, row)).toArray();
        if (known.length == 0) {
            throw new IllegalArgumentException("column " + name + " must be 0 or 1 for some customers, but of "
                    + usable.length + " there were 0" + firstFailure());
        }
        return known;
    }

    /** A missing outcome is one not known yet; any other value than 0 and 1 is a fault of the customer's row. */
    private boolean isKnown(String name, double[] outcome, int row) {
        double value = outcome[row];
        if (!Double.isNaN(value) && !InputKind.FLAG.admits(value)) {
            failures.add(
                    new RowFailure(row, customers.id(row), name, Double.toString(value), "must be 0, 1 or missing"));
        }
        return InputKind.FLAG.admits(value);
    }

    /** All but the customers of groups of whom nobody has a score: such a group has no cuts, and is no group of the model. */
    private int[] membersOfScoredGroups(CustomerColumns base, int[] scored) {
        IntStream all = IntStream.range(0, base.customers());
        if (plan.cutsBy().isEmpty()) {
            return all.toArray();
        }
        GroupColumn groups = base.groups(plan.cutsBy().orElseThrow());
        Set<String> known = Set.copyOf(groups.select(scored).sortedGroups());
        return all.filter(row -> known.contains(groups.text(row))).toArray();
    }

    private FittedCutTable fitCuts(CustomerColumns base, ScoredCustomers scored, int[] rows) {
        double[] current = CustomerColumns.pick(scored.currentValues(), rows);
        double[] potential = CustomerColumns.pick(scored.potentialValues(), rows);
        double[] loyalty = CustomerColumns.pick(scored.loyalties(), rows);
        return plan.cutsBy()
                .map(column -> {
                    InputList inputs = InputList.of(plan).withGroupsOf(base);
                    List<String> groups = inputs.get(inputs.indexOf(column)).groups();
                    double[] codes = new InputReader(base.select(rows), inputs).column(column);
                    return plan.cuts().fitByGroup(groups, codes, current, potential, loyalty);
                })
                .orElseGet(() -> FittedCutTable.of(plan.cuts().fit(current, potential, loyalty)));
    }
}
