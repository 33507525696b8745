package dev.fermata.cli.command.exec;

import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables that are given by their name alone have the project's value: that of the environment,
 * else that of its env files. One without a value stays bare, which takes it from the process.
 */
record BareNames(Projects projects, Session session) {

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
