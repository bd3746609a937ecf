package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoredCustomers;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.testing.RandomBase;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ModelFilePropertyTest {

    @Property(tries = 100)
    void aModelReadBackScoresTheSameBitsAndIsWrittenWithTheSameBytes(@ForAll long seed) {
        RandomBase base = new RandomBase(seed, 300, 0.01);
        ScoringFit fit = base.plan().fit(new RandomBase(seed + 1, 300, 0).columns());
        CustomerColumns customers = base.columns();
        String json = ModelFile.of("random", fit).json();

        ModelFile read = ModelFile.parse("model.json", json);

        assertThat(read.json()).isEqualTo(json);
        assertThat(read.provenance()).isEqualTo(fit.provenance());
        assertThat(read.model().inputs()).isEqualTo(fit.model().inputs());
        assertThat(read.model().parameters()).isEqualTo(fit.model().parameters());
        ScoredCustomers before = fit.model().score(customers);
        ScoredCustomers after = read.model().score(customers);
        assertThat(after.failures()).isEqualTo(before.failures());
        for (int row = 0; row < customers.customers(); row++) {
            assertThat(after.score(row)).isEqualTo(before.score(row)); // records compare doubles by their bits
        }
    }

    @Property(tries = 50)
    void thePlanComesBackAsItWas(@ForAll long seed) {
        ScoringPlan plan = new RandomBase(seed, 1, 0).plan();
        String json = new PlanFile("random", plan, Optional.empty()).json();

        PlanFile read = PlanFile.parse("plan.json", json);

        assertThat(read.json()).isEqualTo(json);
        assertThat(read.plan().services()).isEqualTo(plan.services());
        assertThat(read.plan().churn()).isEqualTo(plan.churn());
        assertThat(read.plan().cuts()).isEqualTo(plan.cuts());
        assertThat(read.plan().cutsBy()).isEqualTo(plan.cutsBy());
        assertThat(read.plan().inputs()).isEqualTo(plan.inputs());
        assertThat(read.plan().discountRate()).isEqualTo(plan.discountRate());
        assertThat(read.plan().horizon()).isEqualTo(plan.horizon());
        assertThat(read.plan().timing()).isEqualTo(plan.timing());
    }

    @Property(tries = 20)
    void theSamePlanAndCustomersGiveTheSameBytes(@ForAll long seed) {
        assertThat(json(seed)).isEqualTo(json(seed));
    }

    /** Every digit there is: of coefficients, means, shares, cuts, of the plan and its hash, and of the checksum itself. */
    @Property(tries = 5)
    void anotherDigitInAnyPlaceIsNoticed(@ForAll long seed) {
        String json = json(seed);
        Random random = new Random(seed);
        for (int i = 0; i < json.length(); i++) {
            if (Character.isDigit(json.charAt(i))) {
                char other = (char) ('0' + (json.charAt(i) - '0' + 1 + random.nextInt(9)) % 10);
                String changed = json.substring(0, i) + other + json.substring(i + 1);
                assertThatThrownBy(() -> ModelFile.parse("model.json", changed))
                        .as("digit %d of %s", i, json)
                        .isInstanceOf(ModelFormatException.class);
            }
        }
    }

    /** As if somebody had computed a new checksum: then only the golden rows are left to notice. */
    @Property(tries = 20)
    void goldenRowsNoticeEveryParameter(@ForAll long seed) {
        RandomBase base = new RandomBase(seed, 300, 0);
        ScoringPlan plan = base.plan();
        Assume.that(plan.horizon().map(h -> h.periods() > 0).orElse(true)); // or no share is worth anything
        String json = ModelFile.of("random", plan.fit(base.columns())).json();
        Matcher number = Pattern.compile(": -?[0.]*[1-9]")
                .matcher(json)
                .region(json.indexOf("\"parameters\""), json.indexOf("\"golden\""));
        while (number.find()) {
            String changed = resealed(otherDigit(json, number.end() - 1));

            assertThatThrownBy(() -> ModelFile.parse("model.json", changed))
                    .as("digit %d of %s", number.end() - 1, json)
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Property(tries = 5)
    void otherLineEndsAreNoChange(@ForAll long seed) {
        String json = json(seed).replace("\n", "\r\n");

        assertThatCode(() -> ModelFile.parse("model.json", json)).doesNotThrowAnyException();
    }

    private static String json(long seed) {
        RandomBase base = new RandomBase(seed, 300, 0);
        return ModelFile.of("random", base.plan().fit(base.columns())).json();
    }

    /** Another digit but 0, and not greater than the first of a share may be. */
    private static String otherDigit(String json, int i) {
        char other = json.charAt(i) == '1' ? '2' : (char) (json.charAt(i) - 1);
        return json.substring(0, i) + other + json.substring(i + 1);
    }

    private static String resealed(String json) {
        return Checksum.seal(json.replaceAll("\"sha256\" : \"\\w+\"", "\"sha256\" : \"" + Checksum.BLANK + '"'));
    }
}
