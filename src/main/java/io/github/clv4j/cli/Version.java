package io.github.clv4j.cli;

import io.github.clv4j.json.LibraryVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"clv4j " + LibraryVersion.current()};
    }
}
