package io.github.clv4j.cli;

import java.util.Locale;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The simulated customers of docs/examples/survey. No real customer is in here, and nobody was asked. All are customers for a
 * year or more. Every customer is drawn alone:
 *
 * <ul>
 *   <li>attitude: standard normal; it is in no column
 *   <li>tenure: 12 months and an exponential time with a mean of 30, cut to 120, in whole months
 *   <li>services: one, and each of three more with a probability of {@code 0.3 + 0.003 tenure}
 *   <li>monthly spend: log-normal with a median of {@code 15 + 10 services} and a sigma of 0.2; it is that of a year ago times
 *       a log-normal trend with a median of 1 and a sigma of 0.08; both in cents
 *   <li>surveyed: with a probability of 0.5, whatever the attitude
 *   <li>each of six answers of the surveyed: {@code 3.3 + 0.9 attitude} and normal noise with a sigma of 0.8, rounded and kept
 *       in 1..5, where 5 is loyal; attitude to competitors and price sensitivity are turned round, so that 1 is loyal. With a
 *       probability of 0.05 there is no answer, coded 9
 *   <li>churn: logistic in {@code -0.1 - 0.025 tenure - 0.9 attitude}
 * </ul>
 */
final class SimulatedSurvey {

    private static final int CUSTOMERS = 1_000;
    private static final long SEED = 20260102;
    private static final int NO_ANSWER = 9;

    private final RandomDataGenerator random = new RandomDataGenerator(new Well19937c(SEED));
    private final StringBuilder csv =
            new StringBuilder("customer_id,tenure_months,monthly_spend,spend_year_ago,services,satisfaction,recommends,"
                    + "competitors,price,tolerance,resistance,churned\n");

    private SimulatedSurvey() {}

    /** The same text at every call. */
    static String csv() {
        SimulatedSurvey survey = new SimulatedSurvey();
        for (int i = 1; i <= CUSTOMERS; i++) {
            survey.draw(i);
        }
        return survey.csv.toString();
    }

    private void draw(int number) {
        double attitude = random.nextGaussian(0, 1);
        int tenure = (int) Math.min(120, StrictMath.ceil(12 + random.nextExponential(30)));
        int services = 1;
        for (int further = 0; further < 3; further++) {
            services += happens(0.3 + 0.003 * tenure) ? 1 : 0;
        }
        double spend = (15 + 10 * services) * StrictMath.exp(random.nextGaussian(0, 0.2));
        double spendYearAgo = spend / StrictMath.exp(random.nextGaussian(0, 0.08));
        csv.append(String.format(Locale.ROOT, "S%04d,%d,%.2f,%.2f,%d,", number, tenure, spend, spendYearAgo, services));
        csv.append(happens(0.5) ? answers(attitude) : ",,,,,");
        double logOdds = -0.1 - 0.025 * tenure - 0.9 * attitude;
        csv.append(happens(1 / (1 + StrictMath.exp(-logOdds))) ? ",Yes\n" : ",No\n");
    }

    private String answers(double attitude) {
        return answer(attitude, false) + "," + answer(attitude, false) + "," + answer(attitude, true) + ","
                + answer(attitude, true) + "," + answer(attitude, false) + "," + answer(attitude, false);
    }

    private int answer(double attitude, boolean lowIsLoyal) {
        double felt = Math.rint(3.3 + 0.9 * attitude + random.nextGaussian(0, 0.8));
        int answer = (int) Math.max(1, Math.min(5, felt));
        if (happens(0.05)) {
            return NO_ANSWER;
        }
        return lowIsLoyal ? 6 - answer : answer;
    }

    private boolean happens(double probability) {
        return random.nextUniform(0, 1) < probability;
    }
}
