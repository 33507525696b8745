package dev.fermata.cli.command.exec;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.text.ComposeSentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables that are given by their name alone have the project's value: that of the environment,
 * else that of its env files. One without a value stays bare, which takes it from the process.
 */
record BareNames(Projects projects, Session session) {

  /** What a flag gives, each with a name. */
  static List<String> named(String flag, List<String> variables) {
    for (String variable : variables) {
      if (variable.isEmpty() || variable.startsWith("=")) {
        throw new Misuse(
            ComposeSentences.invalidVariable(variable)
                + ": `"
                + flag
                + "` takes `NAME=VALUE`, or a name alone");
      }
    }
    return variables;
  }

  /** Of several variables of one name the last counts. */
  List<String> filled(List<String> variables) {
    var byName = new LinkedHashMap<String, String>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      String name = equals < 0 ? variable : variable.substring(0, equals);
      byName.put(name, equals < 0 ? filled(name) : variable);
    }
    return List.copyOf(byName.values());
  }

  private String filled(String name) {
    Map<String, String> process = session.invocation().environment();
    return Optional.ofNullable(process.get(name))
        .or(() -> Optional.ofNullable(projects.environmentOrElse(process).get(name)))
        .map(value -> name + "=" + value)
        .orElse(name);
  }
}
