package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The explanation of a customer whose answer to "again" and whose use are unknown. Trust scores 0.5 and complaints 0.75, with
 * weights of 0.3 and 0.125, so the index is 0.24375 / 0.425.
 */
class IndexExplanationTest {

    private static final double ROUNDING = 1e-15;
    private static final double MISSING = Double.NaN;

    private static final CompositeIndex INDEX = CompositeIndex.of(group(
                    "loyalty",
                    "忠诚度",
                    new double[] {0.5, 0.5},
                    group(
                            "attitude",
                            "态度",
                            new double[] {0.6, 0.4},
                            new Indicator("trust", "信任", "points", Scale.likert(5)),
                            new Indicator("again", "再购意愿", "", Scale.likert(0, 10))),
                    group(
                            "behaviour",
                            "行为",
                            new double[] {0.75, 0.25},
                            group(
                                    "use",
                                    "使用",
                                    new double[] {0.5, 0.5},
                                    new Indicator("tenure", "在网时长", "months", Scale.linear(0, 120)),
                                    new Indicator("spend", "消费", "yuan", Scale.logarithmic(10, 1000))),
                            new Indicator("complaints", "投诉", "", Scale.linear(4, 0)))))
            .withMissing(MissingPolicy.renormalise(0.4));

    private static final double[] CUSTOMER = {3, MISSING, MISSING, MISSING, 1};
    private static final IndexExplanation EXPLANATION = INDEX.explain(CUSTOMER);

    private static IndexGroup group(String name, String chineseName, double[] weights, IndexNode... parts) {
        List<String> names = List.of(parts).stream().map(IndexNode::name).toList();
        return new IndexGroup(name, chineseName, Weights.of(names, weights), List.of(parts));
    }

    @Test
    void itReadsInEnglish() {
        assertThat(EXPLANATION.text(Language.ENGLISH)).isEqualTo("""
                loyalty 0.5735: coverage 0.4250
                  attitude 0.5000: coverage 0.6000, weight 0.5000: +0.3529
                    trust 3.0000 points: score 0.5000, weight 0.3000: +0.3529
                    again is missing, weight 0.2000
                  behaviour 0.7500: coverage 0.2500, weight 0.5000: +0.2206
                    use is unknown, weight 0.3750
                      tenure is missing, weight 0.1875
                      spend is missing, weight 0.1875
                    complaints 1.0000: score 0.7500, weight 0.1250: +0.2206
                """);
    }

    @Test
    void itReadsInChinese() {
        assertThat(EXPLANATION.text(Language.CHINESE)).isEqualTo("""
                忠诚度 0.5735:覆盖率 0.4250
                  态度 0.5000:覆盖率 0.6000,权重 0.5000:+0.3529
                    信任 3.0000 points:得分 0.5000,权重 0.3000:+0.3529
                    再购意愿 缺失,权重 0.2000
                  行为 0.7500:覆盖率 0.2500,权重 0.5000:+0.2206
                    使用 未知,权重 0.3750
                      在网时长 缺失,权重 0.1875
                      消费 缺失,权重 0.1875
                    投诉 1.0000:得分 0.7500,权重 0.1250:+0.2206
                """);
    }

    @Test
    void belowTheFloorItSaysWhatIsKnownButNotWhatThatAdds() {
        IndexExplanation explanation = INDEX.explain(MISSING, 7, MISSING, MISSING, MISSING);
        assertThat(explanation.text(Language.ENGLISH)).isEqualTo("""
                loyalty: none, only 0.2000 of it is known
                  attitude 0.7000: coverage 0.4000, weight 0.5000
                    trust is missing, weight 0.3000
                    again 7.0000: score 0.7000, weight 0.2000
                  behaviour is unknown, weight 0.5000
                    use is unknown, weight 0.3750
                      tenure is missing, weight 0.1875
                      spend is missing, weight 0.1875
                    complaints is missing, weight 0.1250
                """);
        assertThat(explanation.text(Language.CHINESE)).startsWith("""
                忠诚度:无,仅覆盖 0.2000
                  态度 0.7000:覆盖率 0.4000,权重 0.5000
                    信任 缺失,权重 0.3000
                    再购意愿 7.0000:得分 0.7000,权重 0.2000
                """);
        assertThat(explanation.value()).isNaN();
        assertThat(explanation.contributions()).allMatch(part -> Double.isNaN(part.amount()));
        assertThat(explanation.parts()).extracting(IndexExplanation::value).containsExactly(0.7, MISSING);
    }

    @Test
    void nothingKnownReadsAsThat() {
        IndexExplanation explanation =
                INDEX.withMissing(MissingPolicy.renormalise(0)).explain(MISSING, MISSING, MISSING, MISSING, MISSING);
        assertThat(explanation.text(Language.ENGLISH))
                .startsWith("loyalty: none, only 0.0000 of it is known\n  attitude is unknown, weight 0.5000\n");
        assertThat(explanation.coverage()).isEqualTo(0);
        assertThat(explanation.value()).isNaN();
    }

    @Test
    void itReadsTheSameWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(EXPLANATION.text(Language.ENGLISH)).startsWith("loyalty 0.5735: coverage 0.4250\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void itHoldsEveryPartOfTheTree() {
        assertThat(EXPLANATION.part()).isEqualTo(INDEX.root());
        assertThat(EXPLANATION.value()).isEqualTo(INDEX.value(CUSTOMER)).isCloseTo(0.24375 / 0.425, within(ROUNDING));
        assertThat(EXPLANATION.coverage()).isEqualTo(INDEX.coverage(CUSTOMER));
        assertThat(EXPLANATION.raw()).isNaN();
        assertThat(EXPLANATION.isIndicator()).isFalse();

        IndexExplanation use = EXPLANATION.parts().get(1).parts().get(0);
        assertThat(use.part().name()).isEqualTo("use");
        assertThat(use.value()).isNaN();
        assertThat(use.coverage()).isEqualTo(0);
        assertThat(use.contribution()).isEqualTo(0);
        assertThat(use.weight()).isEqualTo(0.375);

        IndexExplanation complaints = EXPLANATION.parts().get(1).parts().get(1);
        assertThat(complaints.isIndicator()).isTrue();
        assertThat(complaints.raw()).isEqualTo(1);
        assertThat(complaints.value()).isEqualTo(0.75);
        assertThat(complaints.coverage()).isEqualTo(1);
        assertThat(complaints.weight()).isEqualTo(0.125);
        assertThat(complaints.parts()).isEmpty();
        assertThat(complaints.indicators()).containsExactly(complaints);

        IndexExplanation again = EXPLANATION.parts().get(0).parts().get(1);
        assertThat(again.raw()).isNaN();
        assertThat(again.value()).isNaN();
        assertThat(again.coverage()).isEqualTo(0);
        assertThat(again.contribution()).isEqualTo(0);
    }

    @Test
    void itsIndicatorsAreInTheirOrderWithWhatTheyAdd() {
        assertThat(EXPLANATION.indicators())
                .extracting(leaf -> leaf.part().name())
                .containsExactly("trust", "again", "tenure", "spend", "complaints");
        assertThat(EXPLANATION.contributions())
                .extracting(Contribution::name)
                .containsExactly("trust", "again", "tenure", "spend", "complaints");
        assertThat(EXPLANATION.contributions().stream()
                        .mapToDouble(Contribution::amount)
                        .toArray())
                .containsExactly(new double[] {0.15 / 0.425, 0, 0, 0, 0.09375 / 0.425}, within(ROUNDING));
    }

    /** Shares of what is known, so a customer who is best in all that is known of a part has no more than all of it. */
    @Test
    void aPartIsExplainedAsAnIndexOfItsOwn() {
        IndexExplanation attitude = INDEX.part("attitude").explain(5, MISSING);
        assertThat(attitude.text(Language.ENGLISH)).isEqualTo("""
                attitude 1.0000: coverage 0.6000
                  trust 5.0000 points: score 1.0000, weight 0.6000: +1.0000
                  again is missing, weight 0.4000
                """);
        assertThat(attitude.contributions().get(0).amount()).isEqualTo(1);
    }

    @Test
    void itKeepsItsOwnCopyOfTheParts() {
        List<IndexExplanation> parts = new ArrayList<>(EXPLANATION.parts());
        IndexExplanation copy = new IndexExplanation(INDEX.root(), MISSING, 1, 0.5, 1, 0.5, parts);
        parts.clear();
        assertThat(copy.parts()).isEqualTo(EXPLANATION.parts());
    }
}
