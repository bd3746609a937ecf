package io.github.clv4j.scoring;

import io.github.clv4j.retention.ChurnModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The features of a churn model as they come from the inputs: a number as it is, a category as a 0 or 1 for each level. */
final class ChurnFeatures {

    /** Where a feature comes from: an input, and for a level the code of its group, else {@link #NUMBER}. */
    private record Source(int input, int code) {}

    private static final int NUMBER = -1;

    /** The code of a level that no customer has. */
    private static final int NOBODY = -2;

    /** A category: its input, and whether the model knows the group of each code. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Category(int input, boolean[] known) {

        boolean knows(double code) {
            return known[(int) code];
        }
    }

    private final List<Source> sources;
    private final List<Category> categories;
    private final InputList inputs;
    private final int levels;

    private ChurnFeatures(List<Source> sources, List<Category> categories, InputList inputs) {
        this.sources = sources;
        this.categories = categories;
        this.inputs = inputs;
        this.levels = (int) sources.stream().filter(s -> s.code() != NUMBER).count();
    }

    static ChurnFeatures of(ChurnPlan.Logistic plan, ChurnModel model, InputList inputs) {
        Map<String, List<String>> levels = levels(plan, model.features());
        List<Source> sources = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (String feature : plan.features()) {
            int input = inputs.indexOf(feature);
            List<String> ofFeature = levels.get(feature);
            if (ofFeature == null) {
                sources.add(new Source(input, NUMBER));
            } else {
                Map<String, Integer> codes = inputs.codes(input);
                ofFeature.forEach(level -> sources.add(new Source(input, codes.getOrDefault(level, NOBODY))));
                Set<String> ownLevels = Set.copyOf(ofFeature);
                boolean[] known = new boolean[codes.size()];
                codes.forEach((group, code) ->
                        known[code] = group.equals(plan.baselines().get(feature)) || ownLevels.contains(group));
                categories.add(new Category(input, known));
            }
        }
        return new ChurnFeatures(List.copyOf(sources), List.copyOf(categories), inputs);
    }

    /**
     * The levels of each category of a plan, without the baseline, in the order of the model; throws if the features of the
     * model are not those the plan asks for.
     */
    static Map<String, List<String>> levels(ChurnPlan.Logistic plan, List<String> modelled) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        for (String feature : plan.features()) {
            if (plan.baselines().containsKey(feature)) {
                String prefix = feature + "=";
                List<String> own = modelled.stream()
                        .filter(name -> name.startsWith(prefix))
                        .toList();
                expected.addAll(own.isEmpty() ? List.of(prefix + "...") : own);
                levels.put(
                        feature,
                        own.stream()
                                .map(name -> name.substring(prefix.length()))
                                .toList());
            } else {
                expected.add(feature);
            }
        }
        ModelParameters.requireEqual("features of the churn model", expected, modelled);
        plan.baselines()
                .forEach((feature, baseline) ->
                        requireNoBaseline(feature, baseline, levels.getOrDefault(feature, List.of())));
        return levels;
    }

    private static void requireNoBaseline(String feature, String baseline, List<String> levels) {
        if (levels.contains(baseline)) {
            throw new IllegalArgumentException("features of the churn model must not hold " + feature + "=" + baseline
                    + ", as that is the baseline");
        }
    }

    /** The groups of each category of a plan: its levels and its baseline, sorted. */
    static Map<String, List<String>> groups(ChurnPlan.Logistic plan, List<String> modelled) {
        Map<String, List<String>> levels = levels(plan, modelled);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        plan.baselines().forEach((feature, baseline) -> {
            TreeSet<String> sorted = new TreeSet<>(levels.getOrDefault(feature, List.of()));
            sorted.add(baseline);
            groups.put(feature, List.copyOf(sorted));
        });
        return groups;
    }

    /** The features of one customer; throws if a group is not among the levels of the model. */
    double[] of(double[] customer) {
        double[] x = new double[sources.size()];
        read(customer, x);
        return x;
    }

    /** Writes the features of one customer to {@code x}; throws as {@link #of(double[])}. */
    void read(double[] customer, double[] x) {
        for (int k = 0; k < categories.size(); k++) { // an iterator would be an object
            Category category = categories.get(k);
            if (!category.knows(customer[category.input()])) {
                ModelInput input = inputs.get(category.input());
                throw new InvalidInputException(
                        input.name(),
                        input.groups().get((int) customer[category.input()]),
                        "must be a level the churn model was fitted on");
            }
        }
        for (int j = 0; j < x.length; j++) {
            Source source = sources.get(j);
            double value = customer[source.input()];
            x[j] = source.code() == NUMBER ? value : value == source.code() ? 1 : 0;
        }
    }

    int size() {
        return sources.size();
    }

    /** Whether all features are inputs. */
    boolean areNumbers() {
        return categories.isEmpty();
    }

    /** The features of a block of customers, not to be written to; marks those of a group that is no level of the model. */
    double[][] columns(Block block) {
        double[][] scratch = block.levels(levels);
        double[][] columns = block.features(sources.size());
        int level = 0;
        for (int j = 0; j < columns.length; j++) {
            Source source = sources.get(j);
            columns[j] = block.inputs[source.input()];
            if (source.code() != NUMBER) {
                indicate(columns[j], source.code(), block.from, block.to, scratch[level]);
                columns[j] = scratch[level];
                level++;
            }
        }
        for (Category category : categories) {
            markUnknown(category, block);
        }
        return columns;
    }

    private static void indicate(double[] codes, int code, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = codes[i] == code ? 1 : 0;
        }
    }

    private static void markUnknown(Category category, Block block) {
        double[] codes = block.inputs[category.input()];
        for (int i = block.from; i < block.to; i++) {
            if (codes[i] >= 0 && !category.knows(codes[i])) {
                block.marks[i] = Double.NaN;
            }
        }
    }
}
