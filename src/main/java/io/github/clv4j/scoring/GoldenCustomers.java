package io.github.clv4j.scoring;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Made-up customers on whom a model proves that it computes what it did when it was written. They are made from the model
 * alone, by sums and products that give the same bits everywhere: features vary around their means, so that probabilities
 * stay away from 0 and 1, indicators within their scales, some missing where they may be. The first customers hold nothing,
 * one of each of the first 256 groups, so that every share counts; those after them hold some services; and for each service
 * with an adoption model there are two who can take it.
 */
final class GoldenCustomers {

    private static final int MOST_GROUPS = 256;
    private static final int HOLDERS = 8;
    private static final int TAKERS = 2;
    private static final double TYPICAL_AMOUNT = 20;

    private GoldenCustomers() {}

    /** The customers, in the order of the inputs; those the model cannot score are left out. */
    static List<double[]> of(ScoringModel model) {
        Map<String, Typical> typicals = typicals(model);
        List<double[]> customers = new ArrayList<>();
        int groups = groups(model.inputs());
        for (int row = 0; row < groups + HOLDERS; row++) {
            customers.add(customer(model.inputs(), typicals, row, row >= groups));
        }
        addTakers(model, typicals, groups + HOLDERS, customers);
        customers.removeIf(customer -> !canScore(model, customer));
        return customers;
    }

    /** Of two takers of a service one has each other flag, so that each coefficient of its model counts. */
    private static void addTakers(
            ScoringModel model, Map<String, Typical> typicals, int firstRow, List<double[]> customers) {
        int row = firstRow;
        for (ServicePlan service : model.plan().services()) {
            if (service.adoption() instanceof AdoptionPlan.Logistic logistic) {
                for (int taker = 0; taker < TAKERS; taker++) {
                    customers.add(taker(
                            model.inputs(), customer(model.inputs(), typicals, row, false), taker, service, logistic));
                    row++;
                }
            }
        }
    }

    private static double[] taker(
            List<ModelInput> inputs,
            double[] customer,
            int taker,
            ServicePlan service,
            AdoptionPlan.Logistic adoption) {
        for (int j = 0; j < customer.length; j++) {
            Optional<String> name = Optional.of(inputs.get(j).name());
            if (name.equals(service.held())) {
                customer[j] = 0;
            } else if (name.equals(adoption.eligible())) {
                customer[j] = 1;
            } else if (inputs.get(j).kind() == InputKind.FLAG) {
                customer[j] = (taker + j) % TAKERS;
            }
        }
        return customer;
    }

    private static int groups(List<ModelInput> inputs) {
        int most =
                inputs.stream().mapToInt(input -> input.groups().size()).max().orElse(0);
        return Math.min(most, MOST_GROUPS);
    }

    /** A number an input may be, and how far from it others are. */
    private record Typical(double middle, double step) {

        static Typical around(double middle) {
            return new Typical(middle, 0.125 * middle + 0.0625);
        }

        /** Within the scale, so that every customer has another score. */
        static Typical of(Scale scale) {
            double half = scale.highest() / 2 - scale.lowest() / 2;
            return new Typical(scale.lowest() + half, half / 6);
        }
    }

    private static Map<String, Typical> typicals(ScoringModel model) {
        Map<String, Typical> typicals = new HashMap<>();
        model.parameters().churn().ifPresent(churn -> addMeans(churn.features(), churn.means(), typicals));
        model.parameters().adoption().values().forEach(a -> addMeans(a.features(), a.means(), typicals));
        if (model.plan().loyalty() instanceof LoyaltyPlan.Index plan) {
            for (Indicator indicator :
                    plan.index().with(model.parameters().scales()).indicators()) {
                Typical typical = Typical.of((Scale) indicator.scale());
                plan.column(indicator.name()).ifPresent(column -> typicals.put(column, typical));
            }
        }
        return typicals;
    }

    /** Of several means of a feature the first counts: they are of the same column, over other customers. */
    private static void addMeans(List<String> features, double[] means, Map<String, Typical> typicals) {
        for (int j = 0; j < means.length; j++) {
            typicals.putIfAbsent(features.get(j), Typical.around(means[j]));
        }
    }

    private static double[] customer(List<ModelInput> inputs, Map<String, Typical> typicals, int row, boolean holder) {
        double[] customer = new double[inputs.size()];
        for (int j = 0; j < customer.length; j++) {
            ModelInput input = inputs.get(j);
            Typical typical = typicals.getOrDefault(input.name(), Typical.around(TYPICAL_AMOUNT));
            double number = typical.middle() + ((row * (j % 5 + 1) + j) % 11 - 5) * typical.step();
            customer[j] = switch (input.kind()) {
                case OPTIONAL_NUMBER -> row % 3 == 2 && (row + j) % 2 == 0 ? Double.NaN : number;
                case NUMBER -> number;
                case PERIODS -> 6.5 * (row % 8 + 1);
                case PROBABILITY -> (0.5 + (row + j) % 8) / 8;
                case FLAG -> holder && (row + j) % 3 == 0 ? 1 : 0;
                case GROUP -> row % input.groups().size();
            };
        }
        return customer;
    }

    private static boolean canScore(ScoringModel model, double[] customer) {
        try {
            model.score(customer);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Throws unless the customer gets the expected score, bit for bit, alone and in columns. */
    static void verify(ScoringModel model, double[] customer, CustomerScore expected) {
        requireSame("alone", expected, model.score(customer));
        requireSame(
                "in columns",
                expected,
                model.score(columns(model.inputs(), customer)).score(0).orElseThrow());
    }

    private static void requireSame(String shape, CustomerScore expected, CustomerScore actual) {
        requireSame("currentValue " + shape, expected.currentValue(), actual.currentValue());
        requireSame("potentialValue " + shape, expected.potentialValue(), actual.potentialValue());
        requireSame("churnProbability " + shape, expected.churnProbability(), actual.churnProbability());
        requireSame("loyalty " + shape, expected.loyalty(), actual.loyalty());
        requireSame("segment " + shape, expected.segment(), actual.segment());
        requireSame("loyaltyIndex " + shape, expected.loyaltyIndex(), actual.loyaltyIndex());
        requireSame("loyaltyCoverage " + shape, expected.loyaltyCoverage(), actual.loyaltyCoverage());
    }

    /** Objects, since Double compares by bits, and says that NaN is NaN. */
    private static void requireSame(String name, Object expected, Object actual) {
        if (!actual.equals(expected)) {
            throw new IllegalArgumentException(name + " must be " + expected + ", but was " + actual);
        }
    }

    private static CustomerColumns columns(List<ModelInput> inputs, double[] customer) {
        CustomerColumns.Builder columns = CustomerColumns.builder(1);
        for (int j = 0; j < customer.length; j++) {
            ModelInput input = inputs.get(j);
            if (input.isGroup()) {
                columns.group(input.name(), new String[] {input.groups().get((int) customer[j])});
            } else {
                columns.number(input.name(), new double[] {customer[j]});
            }
        }
        return columns.build();
    }
}
