package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import java.util.List;
import java.util.TreeMap;

/** {@code --scale SERVICE=N}. */
final class Scale {
  private Scale() {}

  static Project apply(Project project, List<String> scales) {
    if (scales.isEmpty()) {
      return project;
    }
    var services = new TreeMap<>(project.services());
    for (String scale : scales) {
      int equals = scale.indexOf('=');
      if (equals < 1) {
        throw new Misuse("`--scale " + scale + "` is not SERVICE=N");
      }
      var name = new ServiceName(scale.substring(0, equals));
      Service service = KnownServices.active(project, name);
      services.put(name, service.withReplicas(count(scale, equals)));
    }
    return project.withServices(services, project.disabled());
  }

  private static int count(String scale, int equals) {
    try {
      int count = Integer.parseInt(scale.substring(equals + 1));
      if (count >= 0) {
        return count;
      }
      throw new Misuse("`--scale " + scale + "` is negative");
    } catch (NumberFormatException e) {
      throw new Misuse("`--scale " + scale + "` has no number; write SERVICE=N");
    }
  }
}
