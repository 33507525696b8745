package dev.fermata.cli;

import dev.fermata.cli.grammar.GoBoolean;
import dev.fermata.cli.session.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The docker client's own flags, which it hands to a plugin before the plugin's name, as they were
 * typed. They become what the client's variables would say; what cannot be done is refused.
 */
final class DockerFlags {
  private static final Map<Character, String> SHORT =
      Map.of('H', "host", 'c', "context", 'l', "log-level", 'D', "debug", 'h', "help");

  private static final Set<String> VALUED =
      Set.of("host", "context", "config", "log-level", "tlscacert", "tlscert", "tlskey");

  private static final Set<String> SWITCHES = Set.of("debug", "tls", "tlsverify", "help");
  private static final Set<String> TLS =
      Set.of("tls", "tlsverify", "tlscacert", "tlscert", "tlskey");
  private static final Set<String> LEVELS = Set.of("debug", "info", "warn", "error", "fatal");

  private final List<String> args;
  private final Map<String, String> given = new HashMap<>();
  private int count;

  /** Reads the flags at the front, up to the first word that is none of them. */
  DockerFlags(List<String> args) {
    this.args = args;
    while (count < args.size() && take(args.get(count))) {
      count++;
    }
  }

  /** How many arguments the flags are. */
  int count() {
    return Math.min(count, args.size());
  }

  boolean has(String flag) {
    Optional<String> value = Optional.ofNullable(given.get(flag));
    return SWITCHES.contains(flag) ? value.flatMap(GoBoolean::of).orElse(false) : value.isPresent();
  }

  /** The environment as if the client's variables had been set in place of the flags. */
  Map<String, String> applied(Map<String, String> environment) {
    var changed = new HashMap<>(environment);
    if (given.containsKey("host")) {
      changed.remove("DOCKER_CONTEXT");
      changed.put("DOCKER_HOST", given.get("host"));
    }
    if (given.containsKey("context")) {
      changed.remove("DOCKER_HOST");
      changed.put("DOCKER_CONTEXT", given.get("context"));
    }
    if (given.containsKey("config")) {
      changed.put("DOCKER_CONFIG", given.get("config"));
    }
    if (has("debug")) {
      changed.put(ErrorReport.DEBUG_VARIABLE, "1");
    }
    return changed;
  }

  /** Why the call cannot be done as asked, if it cannot. */
  Optional<Ending> refusal() {
    for (String flag : SWITCHES) {
      String value = given.getOrDefault(flag, "true");
      if (GoBoolean.of(value).isEmpty()) {
        return misused("`--" + flag + "` is true or false, not `" + value + "`");
      }
    }
    if (given.containsKey("host") && given.containsKey("context")) {
      return misused("`--host` and `--context` exclude each other");
    }
    String level = given.getOrDefault("log-level", "info");
    if (!LEVELS.contains(level)) {
      return misused(
          "`--log-level` is one of debug, info, warn, error, fatal, not `" + level + "`");
    }
    return TLS.stream().filter(this::has).sorted().findFirst().map(DockerFlags::tls);
  }

  private static Ending tls(String flag) {
    return Ending.refused(
        "`--" + flag + "` asks for TLS, over which Fermata cannot reach an engine yet",
        "an SSH tunnel to the engine's socket serves as `--host unix://...`");
  }

  private static Optional<Ending> misused(String message) {
    return Optional.of(Ending.misused(message));
  }

  /** Notes the flag; false where it is none of the client's. */
  private boolean take(String arg) {
    if (arg.startsWith("--")) {
      int equals = arg.indexOf('=');
      String name = arg.substring(2, equals < 0 ? arg.length() : equals);
      return take(name, equals < 0 ? Optional.empty() : Optional.of(arg.substring(equals + 1)));
    }
    return arg.length() > 1 && arg.startsWith("-") && takeShort(arg.substring(1));
  }

  private boolean take(String name, Optional<String> attached) {
    if (SWITCHES.contains(name)) {
      given.put(name, attached.orElse("true"));
      return true;
    }
    if (!VALUED.contains(name)) {
      return false;
    }
    given.put(name, attached.orElseGet(this::next));
    return true;
  }

  /** Several letters in one word: {@code -DHunix:///x} is {@code -D -H unix:///x}. */
  private boolean takeShort(String letters) {
    var taken = new ArrayList<Runnable>();
    for (int i = 0; i < letters.length(); i++) {
      String name = SHORT.getOrDefault(letters.charAt(i), "");
      String rest = letters.substring(i + 1);
      if (name.isEmpty()) {
        return false;
      }
      boolean attached = rest.startsWith("=") || (VALUED.contains(name) && !rest.isEmpty());
      String value = rest.startsWith("=") ? rest.substring(1) : rest;
      taken.add(() -> take(name, attached ? Optional.of(value) : Optional.empty()));
      if (attached) {
        break;
      }
    }
    taken.forEach(Runnable::run);
    return true;
  }

  private String next() {
    count++;
    return count < args.size() ? args.get(count) : "";
  }
}
