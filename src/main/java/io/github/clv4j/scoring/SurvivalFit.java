package io.github.clv4j.scoring;

import io.github.clv4j.base.Language;
import io.github.clv4j.retention.LifetimeBoundary;
import io.github.clv4j.retention.LifetimeDistribution;
import io.github.clv4j.retention.SurvivalTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A survival curve and what it was fitted on. Immutable and thread-safe.
 *
 * @param group the group whose curve it is; empty where all customers have the same
 * @param customers how many customers it was fitted on
 * @param leavers how many of them left
 * @param lifetime how long such customers stay
 * @param boundary why the likelihood of a model has no maximum, if it has none; then its parameters mean nothing
 */
public record SurvivalFit(
        Optional<String> group,
        int customers,
        int leavers,
        LifetimeDistribution lifetime,
        Optional<LifetimeBoundary> boundary) {

    /**
     * What is to be said of the fit.
     *
     * @param language the language of the text
     * @return a line without an end; empty where there is nothing
     */
    public Optional<String> warning(Language language) {
        Optional<String> problem = leavers == 0
                ? Optional.of(language.pick(
                        "nobody is known to have left, so everybody is taken to stay for ever", "没有已知的流失客户,因此假定客户永不离开"))
                : boundary.map(why -> why.advice(language));
        return problem.map(text -> language.pick("survival", "生存曲线")
                + group.map(name -> language.pick(" of group ", ",组 ") + name).orElse("")
                + language.pick(": ", ":")
                + text);
    }

    /** The curves of one fit as a table. */
    static SurvivalTable table(List<SurvivalFit> fits) {
        Map<String, LifetimeDistribution> byGroup = new LinkedHashMap<>();
        for (SurvivalFit fit : fits) {
            if (fit.group().isEmpty()) {
                return SurvivalTable.of(fit.lifetime());
            }
            byGroup.put(fit.group().get(), fit.lifetime());
        }
        return SurvivalTable.byGroup(byGroup);
    }
}
