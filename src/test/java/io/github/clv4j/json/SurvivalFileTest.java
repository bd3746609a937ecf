package io.github.clv4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.LifetimeBoundary;
import io.github.clv4j.retention.LifetimeModel;
import io.github.clv4j.scoring.ChurnPlan;
import io.github.clv4j.scoring.CustomerColumns;
import io.github.clv4j.scoring.ScoringFit;
import io.github.clv4j.scoring.ScoringPlan;
import io.github.clv4j.scoring.SurvivalPlan;
import io.github.clv4j.timevalue.DiscountRate;
import io.github.clv4j.timevalue.Horizon;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Survival curves in plan and model files. */
class SurvivalFileTest {

    private static final String PLAN = """
            {
              "format" : "clv4j-plan/1",
              "name" : "survival",
              "value" : {
                "profit" : "profit",
                "discountRate" : {
                  "rate" : 0.01,
                  "per" : "month"
                },
                "horizon" : {
                  "expectedLifetime" : {
                    "atMost" : 60.0
                  }
                },
                "timing" : "end-of-period",
                "services" : [ ]
              },
              "survival" : {
                "tenure" : "tenure",
                "left" : "left",
                "by" : "contract",
                "curve" : "shifted-beta-geometric"
              },
              "churn" : {
                "survival" : {
                  "periods" : 3.0
                }
              },
              "cuts" : {
                "currentValue" : "median",
                "potentialValue" : "median",
                "loyalty" : "median"
              }
            }
            """;

    private static ScoringPlan.Builder builder(SurvivalPlan survival) {
        return ScoringPlan.builder()
                .discountRate(DiscountRate.monthly(0.01))
                .profit("profit")
                .survival(survival)
                .churn(ChurnPlan.survival(3));
    }

    private static CustomerColumns customers() {
        int size = 400;
        double[] profit = new double[size];
        double[] tenure = new double[size];
        double[] left = new double[size];
        String[] contract = new String[size];
        for (int i = 0; i < size; i++) {
            profit[i] = 10 + i % 9;
            tenure[i] = 1 + i * i % 23 % (1 + i % 11);
            left[i] = i % 11 < 6 ? 1 : 0;
            contract[i] = i % 2 == 0 ? "monthly" : "yearly";
        }
        return CustomerColumns.builder(size)
                .number("profit", profit)
                .number("tenure", tenure)
                .number("left", left)
                .group("contract", contract)
                .build();
    }

    @Test
    void aPlanIsWrittenAsItIsRead() {
        assertThat(PlanFile.parse("plan.json", PLAN).json()).isEqualTo(PLAN);
        String weighted = PLAN.replace(
                        "\"horizon\" : {\n      \"expectedLifetime\" : {\n        \"atMost\" : 60.0\n      }\n    },",
                        "\"horizon\" : 24.0,\n    \"weightedBySurvival\" : true,")
                .replace("shifted-beta-geometric", "kaplan-meier");
        assertThat(PlanFile.parse("plan.json", weighted).json()).isEqualTo(weighted);
        String unlimited = PLAN.replace("60.0", "\"unlimited\"");
        assertThat(PlanFile.parse("plan.json", unlimited).json()).isEqualTo(unlimited);
        assertThat(PlanFile.parse(
                                "plan.json",
                                PLAN.replace("    \"by\" : \"contract\",\n", "")
                                        .replace(",\n    \"curve\" : \"shifted-beta-geometric\"", ""))
                        .plan()
                        .survival())
                .hasValue(SurvivalPlan.of("tenure", "left"));
    }

    static Stream<SurvivalPlan> everyCurve() {
        SurvivalPlan plan = SurvivalPlan.of("tenure", "left");
        return Stream.concat(
                Stream.of(plan, plan.withGroups("contract")),
                Stream.of(LifetimeModel.values())
                        .map(model -> plan.withModel(model).withGroups("contract")));
    }

    @ParameterizedTest
    @MethodSource("everyCurve")
    void aModelIsWrittenAsItIsRead(SurvivalPlan survival) {
        for (ScoringPlan plan : new ScoringPlan[] {
            builder(survival)
                    .horizon(Horizon.ofPeriods(24))
                    .weightedBySurvival()
                    .build(),
            builder(survival).horizonOfExpectedLifetime(Horizon.ofPeriods(36)).build()
        }) {
            ScoringFit fit = plan.fit(customers());
            String text = ModelFile.of("survival", fit).json();
            ModelFile again = ModelFile.parse("model.json", text);
            assertThat(again.json()).isEqualTo(text);
            assertThat(again.model().parameters()).isEqualTo(fit.model().parameters());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"shifted-beta-geometric\" | \"sbg\" | /survival/curve must be \"kaplan-meier\" or one of [geometric,",
                "\"periods\" : 3.0 | \"periods\" : 0 | /churn/survival/periods is refused: periods of the churn probability must be",
                "\"atMost\" : 60.0 | \"atMost\" : -1 | /value/horizon/expectedLifetime/atMost is refused: horizon must be",
                "\"left\" : \"left\" | \"left\" : \"tenure\" | /survival is refused: column of who left must be another",
                "\"tenure\" : \"tenure\" | \"age\" : \"tenure\" | /survival has the unknown field \"age\"",
            })
    void whatIsWrongInAPlanIsRefusedWithItsPlace(String right, String wrong, String message) {
        assertThat(PLAN).contains(right);
        assertThatThrownBy(() -> PlanFile.parse("plan.json", PLAN.replace(right, wrong)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    /** Nobody is lost after the first period, so that no finite parameters of an sBG fit best. */
    @Test
    void aFitThatDriftsSaysSo() {
        CustomerColumns customers = CustomerColumns.builder(4)
                .number("profit", new double[] {1, 2, 3, 4})
                .number("tenure", new double[] {1, 3, 3, 3})
                .number("left", new double[] {1, 0, 0, 0})
                .build();
        ScoringFit fit = builder(SurvivalPlan.of("tenure", "left").withModel(LifetimeModel.SHIFTED_BETA_GEOMETRIC))
                .horizon(Horizon.ofPeriods(24))
                .build()
                .fit(customers);
        assertThat(fit.survival().get(0).boundary()).hasValue(LifetimeBoundary.FIRST_PERIOD_ONLY);
        assertThat(fit.survival().get(0).warning(Language.ENGLISH).orElseThrow())
                .startsWith("survival: nobody was lost after the first period");
        assertThat(ScoringSummary.of(fit, fit.model().score(customers))).contains("\"boundary\" : \"nobody was lost");
    }
}
