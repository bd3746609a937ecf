package io.github.clv4j.base;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Enum constants as they are written in files and on the command line: in lower case with hyphens. Shared by the packages of
 * clv4j; not part of what the library promises. Stateless and thread-safe.
 */
public final class ConstantName {

    private ConstantName() {}

    /**
     * The name of a constant.
     *
     * @param constant the constant
     * @return its name in lower case with hyphens
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The names of all constants of a type.
     *
     * @param type the class of the constants
     * @return the names in the order of the constants
     */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(ConstantName::of).toList();
    }

    /**
     * The constant of a name.
     *
     * @param <E> the type of the constant
     * @param type the class of the constant
     * @param name the name, exactly
     * @return the constant, if one has that name
     */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }
}
