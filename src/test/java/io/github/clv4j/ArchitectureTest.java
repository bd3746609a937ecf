package io.github.clv4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Who may use whom, and what the pure domain may touch: docs/architecture.md as rules. */
@AnalyzeClasses(packages = "io.github.clv4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.clv4j.";
    private static final String[] DOMAIN = packages(
            "base", "timevalue", "indicator", "ahp", "value", "retention", "loyalty", "segment", "growth", "scoring");

    /** What a pure computation may be made of: no files, sockets, databases, logs, clocks or threads of its own. */
    private static final String[] PURE = union(
            DOMAIN,
            "java.lang",
            "java.util",
            "java.util.function",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.nio",
            "java.util.regex",
            "java.util.stream",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "org.apache.commons..",
            "com.google.common.collect",
            "com.google.common.base",
            "com.google.common.hash",
            "com.google.common.primitives",
            "org.jspecify..");

    /** These may give other bits on another processor or JVM; those of StrictMath may not. */
    private static final Set<String> NOT_EXACT = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "cbrt", "hypot", "fma");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule baseUsesNobody = mayUse("base");

    @ArchTest
    static final ArchRule timevalueUsesNobody = mayUse("timevalue", "base");

    @ArchTest
    static final ArchRule indicatorUsesNobody = mayUse("indicator", "base");

    @ArchTest
    static final ArchRule ahpUsesIndicator = mayUse("ahp", "base", "indicator");

    @ArchTest
    static final ArchRule valueUsesTimevalue = mayUse("value", "base", "timevalue", "indicator", "ahp");

    @ArchTest
    static final ArchRule retentionUsesTimevalue = mayUse("retention", "base", "timevalue");

    /** Retention: whether an index tells who leaves is asked with a logistic regression. */
    @ArchTest
    static final ArchRule loyaltyUsesIndicatorAhpAndRetention =
            mayUse("loyalty", "base", "indicator", "ahp", "retention");

    @ArchTest
    static final ArchRule segmentUsesNobody = mayUse("segment", "base");

    @ArchTest
    static final ArchRule growthUsesTimevalueIndicatorAndValue =
            mayUse("growth", "base", "timevalue", "indicator", "value");

    @ArchTest
    static final ArchRule scoringComposesTheDomain =
            mayUse("scoring", "base", "timevalue", "indicator", "value", "retention", "loyalty", "segment");

    @ArchTest
    static final ArchRule jsonUsesScoringAndBelow = mayUse(
            "json", "base", "timevalue", "indicator", "ahp", "value", "retention", "loyalty", "segment", "scoring");

    @ArchTest
    static final ArchRule domainIsPure = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PURE).or(primitive()));

    @ArchTest
    static final ArchRule domainHasNoStaticState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN)
            .and()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule domainHasNoClockNoDefaultLocaleNoHiddenRandomness = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .dependOnClassesThat(type(java.util.Random.class).or(type(java.util.SplittableRandom.class)));

    @ArchTest
    static final ArchRule domainComputesTheSameBitsEverywhere = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethodWhere(describe(
                    "a function of Math that is not exactly defined",
                    call -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && NOT_EXACT.contains(call.getTarget().getName())));

    @ArchTest
    static final ArchRule optionalLibrariesStayInTheirPackage = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "json", ROOT + "cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "picocli..", "org.duckdb..", "me.tongfei..", "java.sql..");

    @ArchTest
    static final ArchRule noOptionalTypeInAPublicSignature = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .haveRawReturnType(foreign())
            .orShould()
            .haveRawParameterTypes(anyForeign());

    private static ArchRule mayUse(String name, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "*")
                        .and(DescribedPredicate.not(resideInAnyPackage(packages(union(others, name))))));
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return resideInAnyPackage(
                        "tools.jackson..",
                        "picocli..",
                        "org.duckdb..",
                        "me.tongfei..",
                        "com.google.common..",
                        "org.apache..")
                .as("of an optional or inner library");
    }

    private static DescribedPredicate<List<JavaClass>> anyForeign() {
        DescribedPredicate<JavaClass> foreign = foreign();
        return describe(
                "any of an optional or inner library", types -> types.stream().anyMatch(foreign));
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return describe("primitive or array", c -> c.isPrimitive() || c.isArray());
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> ROOT + name).toArray(String[]::new);
    }

    private static String[] union(String[] some, String... others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
    }
}
