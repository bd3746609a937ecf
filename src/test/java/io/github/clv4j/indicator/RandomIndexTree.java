package io.github.clv4j.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A random tree of groups one to four deep, with up to twelve indicators on scales of every kind, and what it takes to draw
 * customers for it. Measures of weights are within a factor of nine of each other, as judgements of importance are.
 *
 * @param root the whole index
 */
record RandomIndexTree(IndexGroup root) {

    private static final int MOST_PARTS = 4;
    private static final int MOST_INDICATORS = 12;
    private static final int DEEPEST = 4;

    /** Trees whose scales are of any kind, humps and levels among them. */
    static Arbitrary<RandomIndexTree> any() {
        return Arbitraries.randomValue(random -> of(random, false));
    }

    /** Trees whose scales rise or fall from 0 to 1, or from 1 to 0. */
    static Arbitrary<RandomIndexTree> ofMonotoneScales() {
        return Arbitraries.randomValue(random -> of(random, true));
    }

    /** A scale of any kind. */
    static Arbitrary<Scale> scales() {
        return Arbitraries.randomValue(random -> scale(random, random.nextBoolean()));
    }

    /** A scale that rises or falls from 0 to 1, or from 1 to 0. */
    static Arbitrary<Scale> monotoneScales() {
        return Arbitraries.randomValue(random -> scale(random, true));
    }

    private static RandomIndexTree of(Random random, boolean monotone) {
        int indicators = 1 + random.nextInt(MOST_INDICATORS);
        return new RandomIndexTree(group(random, "index", 1 + random.nextInt(DEEPEST), indicators, monotone));
    }

    private static IndexGroup group(Random random, String name, int depth, int indicators, boolean monotone) {
        int parts = depth == 1 ? indicators : 1 + random.nextInt(Math.min(MOST_PARTS, indicators));
        int[] sizes = new int[parts];
        for (int k = 0; k < indicators; k++) {
            sizes[k < parts ? k : random.nextInt(parts)]++;
        }
        IndexNode[] nodes = new IndexNode[parts];
        for (int k = 0; k < parts; k++) {
            String inner = name + "." + (k + 1);
            nodes[k] = depth == 1 || sizes[k] == 1 && random.nextBoolean()
                    ? Indicator.of(inner, "", scale(random, monotone))
                    : group(random, inner, depth - 1, sizes[k], monotone);
        }
        List<String> names =
                IntStream.range(0, parts).mapToObj(k -> nodes[k].name()).toList();
        return IndexGroup.of(name, weights(random, names), nodes);
    }

    private static Weights weights(Random random, List<String> names) {
        double[] measures = switch (random.nextInt(3)) {
            case 0 -> random.doubles(names.size(), 1, 9).toArray();
            case 1 -> random.ints(names.size(), 1, 10).asDoubleStream().toArray();
            default -> IntStream.range(0, names.size()).mapToDouble(k -> 1).toArray();
        };
        return Weights.proportionalTo(names, measures);
    }

    private static Scale scale(Random random, boolean monotone) {
        Scale scale = switch (random.nextInt(6)) {
            case 0 -> Scale.linear(end(random), 101 + end(random));
            case 1 -> Scale.likert(2 + random.nextInt(9));
            case 2 -> Scale.likert(end(random), 101 + end(random));
            case 3 -> Scale.logarithmic(Math.exp(random.nextInt(20) - 10), Math.exp(10.5 + 5 * random.nextDouble()));
            case 4 -> Scale.piecewise(monotone ? rising(random) : points(random));
            default -> ScaleRule.ranks().fit(base(random));
        };
        return random.nextBoolean() ? scale : scale.reversed();
    }

    private static double end(Random random) {
        return random.nextBoolean() ? random.nextInt(101) - 50 : 100 * random.nextDouble() - 50;
    }

    private static double[] base(Random random) {
        return random.doubles(1 + random.nextInt(30), -20, 20)
                .map(value -> random.nextBoolean() ? value : Math.rint(value / 8))
                .toArray();
    }

    private static List<ScalePoint> points(Random random) {
        List<ScalePoint> points = new ArrayList<>();
        double value = end(random);
        for (int k = 2 + random.nextInt(5); k > 0; k--) {
            points.add(new ScalePoint(value, random.nextInt(11) / 10.0));
            value += 0.01 + 30 * random.nextDouble();
        }
        return points;
    }

    /** The same values with their scores in order, the first 0 and the last 1. */
    private static List<ScalePoint> rising(Random random) {
        List<ScalePoint> points = points(random);
        double[] scores =
                points.stream().mapToDouble(ScalePoint::score).sorted().toArray();
        scores[0] = 0;
        scores[scores.length - 1] = 1;
        return IntStream.range(0, scores.length)
                .mapToObj(k -> new ScalePoint(points.get(k).value(), scores[k]))
                .toList();
    }

    /** The index over this tree, whatever the policy. */
    CompositeIndex index(MissingPolicy policy) {
        return CompositeIndex.of(root).withMissing(policy);
    }

    /** The values of one customer, of whom each indicator is missing with the given chance. */
    double[] customer(Random random, double missing) {
        return root.indicators().stream()
                .mapToDouble(indicator ->
                        random.nextDouble() < missing ? Double.NaN : value(random, indicator.fittedScale()))
                .toArray();
    }

    /** A value that a scale admits: between its ends, at one of its points, or beyond if it may be. */
    static double value(Random random, Scale scale) {
        double low = scale.lowest();
        double high = scale.highest();
        double value = switch (random.nextInt(6)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> Math.rint(low + random.nextDouble() * (high - low));
            case 3 -> knot(random, scale);
            case 4 -> low - 1 + random.nextDouble() * (high - low + 2);
            default -> low + random.nextDouble() * (high - low);
        };
        return scale.admits(value) ? value : Math.max(low, Math.min(high, value));
    }

    private static double knot(Random random, Scale scale) {
        List<ScalePoint> points = scale instanceof Scale.Piecewise piecewise
                ? piecewise.points()
                : scale instanceof Scale.PercentileRank rank ? rank.points() : List.of();
        return points.isEmpty() ? 0 : points.get(random.nextInt(points.size())).value();
    }

    /** A raw value that scores 0 on a monotone scale. */
    static double worst(Scale scale) {
        return lowIsBest(scale) ? beyond(scale.highest(), scale, 1) : beyond(scale.lowest(), scale, -1);
    }

    /** A raw value that scores 1 on a monotone scale. */
    static double best(Scale scale) {
        return lowIsBest(scale) ? beyond(scale.lowest(), scale, -1) : beyond(scale.highest(), scale, 1);
    }

    /** Only beyond the base does a percentile rank reach its ends. */
    private static double beyond(double end, Scale scale, double step) {
        return scale instanceof Scale.PercentileRank ? end + step : end;
    }

    /** Whether a monotone scale falls. */
    static boolean lowIsBest(Scale scale) {
        if (scale instanceof Scale.PercentileRank rank) {
            return rank.lowIsBest();
        }
        return scale.score(scale.lowest()) > scale.score(scale.highest());
    }

    /** The same tree with the parts of every group in another order. */
    static IndexGroup shuffled(IndexGroup group, Random random) {
        List<IndexNode> parts = new ArrayList<>();
        for (IndexNode part : group.parts()) {
            parts.add(part instanceof IndexGroup inner ? shuffled(inner, random) : part);
        }
        Collections.shuffle(parts, random);
        List<String> names = parts.stream().map(IndexNode::name).toList();
        Weights weights = Weights.of(
                names, names.stream().mapToDouble(group.weights()::weight).toArray());
        return new IndexGroup(group.name(), group.chineseName(), weights, parts);
    }
}
