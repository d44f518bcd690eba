package org.elasticsearch.server.cli;

import java.util.Optional;
import org.elasticsearch.cli.*;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.env.Environment;

/**
 * For tests only: the launcher of the server, but for the file of its secrets. There are none, and the key that would
 * lock the file of none is what most of the time of a start goes into.
 */
public final class BriefServer implements CliToolProvider {
    @Override public String name() { return "brief-server"; }
    @Override public Command create() {
        return new ServerCli() {
            @Override protected SecureSettingsLoader secureSettingsLoader(Environment environment) { return new NoSecrets(); }
        };
    }

    private static final class NoSecrets implements SecureSettingsLoader {
        @Override public LoadedSecrets load(Environment environment, Terminal terminal) {
            return new LoadedSecrets(KeyStoreWrapper.create(), Optional.empty());
        }
        @Override public SecureSettings bootstrap(Environment environment, SecureString password) { return KeyStoreWrapper.create(); }
        @Override public boolean supportsSecurityAutoConfiguration() { return false; }
    }
}
