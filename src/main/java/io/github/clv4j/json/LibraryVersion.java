package io.github.clv4j.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library, which its build writes into a resource. Stateless and thread-safe. */
public final class LibraryVersion {

    private LibraryVersion() {}

    /**
     * The version of this library.
     *
     * @return a version as its POM states it
     */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = LibraryVersion.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "version");
    }
}
