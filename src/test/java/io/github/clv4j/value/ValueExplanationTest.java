package io.github.clv4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.base.Contribution;
import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueExplanationTest {

    private static final ValueExplanation EXPLANATION = new ValueExplanation(
            new LifetimeValue(424.9, 12.5),
            20,
            21.245,
            List.of(new Contribution("roaming", 15), new Contribution("tv", -2.5)));

    @Test
    void itReadsInEnglish() {
        assertThat(EXPLANATION.text(Language.ENGLISH)).isEqualTo("""
                        lifetime value 437.40 = current 424.90 + potential 12.50
                          current: profit 20.00 a period x annuity 21.2450
                          potential: roaming +15.00
                          potential: tv -2.50
                        """);
    }

    @Test
    void itReadsInChinese() {
        assertThat(EXPLANATION.text(Language.CHINESE)).isEqualTo("""
                        客户终身价值 437.40 = 当前价值 424.90 + 潜在价值 12.50
                          当前价值:每期利润 20.00 × 年金系数 21.2450
                          潜在价值:roaming +15.00
                          潜在价值:tv -2.50
                        """);
    }

    @Test
    void itKeepsItsOwnCopyOfTheParts() {
        List<Contribution> parts = new ArrayList<>(List.of(new Contribution("roaming", 1)));
        ValueExplanation explanation = new ValueExplanation(new LifetimeValue(0, 1), 0, 0, parts);
        parts.clear();
        assertThat(explanation.services()).containsExactly(new Contribution("roaming", 1));
    }
}
