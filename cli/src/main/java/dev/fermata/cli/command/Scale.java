package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.ComposeSentences;
import java.util.List;

/** {@code --scale SERVICE=N}. */
final class Scale {
  private Scale() {}

  static Project apply(Project project, List<String> scales) {
    if (scales.isEmpty()) {
      return project;
    }
    Project scaled = project;
    for (String scale : scales) {
      scaled = apply(scaled, scale);
    }
    return scaled;
  }

  private static Project apply(Project project, String scale) {
    int equals = scale.indexOf('=');
    if (equals < 1) {
      throw new Misuse("`--scale " + scale + "` is not SERVICE=N");
    }
    var name = new ServiceName(scale.substring(0, equals));
    if (!project.services().containsKey(name)) {
      throw new Misuse(
          ComposeSentences.noSuchService(name)
              + ": `--scale "
              + scale
              + "` names no enabled service");
    }
    int count = count(scale, equals);
    return Changes.ofService(
        project, name, service -> Changes.scaled(service, count, Span.of("--scale")));
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
