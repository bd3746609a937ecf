package io.github.clv4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.ahp.AhpException;
import io.github.clv4j.base.Language;
import io.github.clv4j.loyalty.LoyaltyForm;
import io.github.clv4j.retention.FitException;
import io.github.clv4j.segment.Axis;
import io.github.clv4j.segment.ResourcePriority;
import io.github.clv4j.segment.Segment;
import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every enum of the library that people read, whatever the package: each of its texts is there in both languages, for every
 * constant another one.
 */
class BilingualNamesTest {

    /** Chinese engineers write these as they are. */
    private static final Set<String> ABBREVIATIONS = Set.of("ARPU");

    /** Reasons that programs ask of an exception; people read its message. */
    private static final Set<Class<?>> CODES = Set.of(AhpException.Reason.class, FitException.Reason.class);

    /** The methods of enums that give a text in a language. */
    static List<Method> texts() throws Exception {
        return enums().stream().flatMap(BilingualNamesTest::textsOf).toList();
    }

    private static List<Class<?>> enums() throws Exception {
        Path classes = Path.of(Segment.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> enums = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Class<?> type = load(classes.relativize(file));
                if (type.isEnum()) {
                    enums.add(type);
                }
            }
        }
        return enums;
    }

    private static Class<?> load(Path file) throws ClassNotFoundException {
        String name = file.toString().replace(File.separatorChar, '.').replaceFirst("\\.class$", "");
        return Class.forName(name, false, Segment.class.getClassLoader());
    }

    private static Stream<Method> textsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == String.class)
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Language.class}))
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()));
    }

    @Test
    void theEnumsAreFound() throws Exception {
        assertThat(texts())
                .extracting(method -> method.getDeclaringClass() + "." + method.getName())
                .contains(
                        Segment.class + ".displayName",
                        Segment.class + ".stance",
                        Axis.class + ".displayName",
                        ResourcePriority.class + ".displayName",
                        LoyaltyForm.class + ".advice")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPublicEnumHasADisplayName() throws Exception {
        assertThat(enums())
                .filteredOn(type -> Modifier.isPublic(type.getModifiers()) && !CODES.contains(type))
                .hasSizeGreaterThan(30)
                .allSatisfy(type -> assertThat(textsOf(type).map(Method::getName))
                        .as(type.getName())
                        .contains("displayName"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyConstantHasATextOfItsOwnInEnglish(Method method) throws ReflectiveOperationException {
        assertThat(of(method, Language.ENGLISH))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyConstantHasATextOfItsOwnInChinese(Method method) throws ReflectiveOperationException {
        assertThat(of(method, Language.CHINESE))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(ABBREVIATIONS.contains(text)
                                || text.codePoints()
                                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                        .as(text)
                        .isTrue());
    }

    /** Whoever has another text has a name, and every name is called the same. */
    @ParameterizedTest
    @MethodSource("texts")
    void whoHasATextHasADisplayName(Method method) {
        assertThat(textsOf(method.getDeclaringClass()).map(Method::getName)).contains("displayName");
    }

    private static List<String> of(Method method, Language language) throws ReflectiveOperationException {
        method.setAccessible(true);
        List<String> texts = new ArrayList<>();
        for (Object constant : method.getDeclaringClass().getEnumConstants()) {
            texts.add((String) method.invoke(constant, language));
        }
        return texts;
    }
}
