package io.github.clv4j.ahp;

import java.util.Locale;

/** Constants as they are written in files and on the command line. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
