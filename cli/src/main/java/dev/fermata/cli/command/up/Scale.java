package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/** How many containers a service is to have; {@code written} is what the user wrote. */
record Scale(ServiceName service, int replicas, String written) {
  static final String FLAG = "--scale";

  /** The value of the flag. */
  static Scale ofFlag(String text) {
    return of(text, FLAG + " " + text);
  }

  /** An argument. */
  static Scale of(String text) {
    return of(text, text);
  }

  private static Scale of(String text, String written) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new Misuse("`" + written + "` is not SERVICE=N");
    }
    var name = new ServiceName(text.substring(0, equals));
    return new Scale(name, count(text.substring(equals + 1), written), written);
  }

  private static int count(String text, String written) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count;
      }
      throw new Misuse("`" + written + "` is negative");
    } catch (NumberFormatException e) {
      throw new Misuse("`" + written + "` has no number; write SERVICE=N");
    }
  }

  static Project apply(Project project, List<Scale> scales) {
    Project scaled = project;
    for (Scale scale : scales) {
      ServiceName active = KnownServices.active(project, scale.service()).name();
      scaled = Changes.ofService(scaled, active, scale::applied);
    }
    return scaled;
  }

  private Mapping applied(Mapping service) {
    return Changes.scaled(service, replicas, Span.of(written));
  }
}
