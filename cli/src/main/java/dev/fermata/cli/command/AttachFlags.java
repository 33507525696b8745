package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.Attachment;
import dev.fermata.runner.Attachment.Until;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that say whose words an attached {@code up} shows, and when it ends. */
final class AttachFlags {
  private static final List<String> NEVER_DETACHED =
      List.of(
          "--abort-on-container-exit",
          "--abort-on-container-failure",
          "--exit-code-from",
          "--attach",
          "--attach-dependencies");

  private AttachFlags() {}

  static List<OptionSpec> options() {
    return List.of(
        flag("Run in the background", "-d", "--detach"),
        flag("Print no colours", "--no-color"),
        flag("Print no names before lines", "--no-log-prefix"),
        flag("Print the time of each line", "--timestamps"),
        flag("End all when one container ends", "--abort-on-container-exit"),
        flag("End all when one container fails", "--abort-on-container-failure"),
        value("SERVICE", "End with the exit code of this service", "--exit-code-from"),
        Flags.values("SERVICE", "Show only what these say", "--attach"),
        Flags.values("SERVICE", "Do not show what these say", "--no-attach"),
        flag("Show what dependencies say as well", "--attach-dependencies"));
  }

  static void check(Arguments given) {
    given.exclude("--abort-on-container-exit", "--abort-on-container-failure");
    given.exclude("--attach", "--attach-dependencies");
    for (String flag : NEVER_DETACHED) {
      given.exclude("--detach", flag);
      given.exclude("--wait", flag);
    }
  }

  static Attachment of(Arguments given, Project project) {
    SortedSet<ServiceName> selected = selected(given, project);
    SortedSet<ServiceName> counted =
        given.has("--attach-dependencies") || given.positionals().isEmpty()
            ? selected
            : names(given.positionals());
    return new Attachment(
        shown(given, project, counted),
        counted,
        until(given),
        given.text("--exit-code-from").map(name -> asked(name, project, selected)));
  }

  /** What this call brings up. */
  private static SortedSet<ServiceName> selected(Arguments given, Project project) {
    if (given.positionals().isEmpty()) {
      return new TreeSet<>(project.services().keySet());
    }
    SortedSet<ServiceName> selected = names(given.positionals());
    if (given.has("--no-deps")) {
      return selected;
    }
    var open = new ArrayDeque<>(selected);
    while (!open.isEmpty()) {
      for (Dependency needed : project.service(open.pop()).lifecycle().dependencies()) {
        if (project.services().containsKey(needed.service()) && selected.add(needed.service())) {
          open.push(needed.service());
        }
      }
    }
    return selected;
  }

  private static SortedSet<ServiceName> shown(
      Arguments given, Project project, SortedSet<ServiceName> counted) {
    List<String> asked = given.texts("--attach");
    if (!asked.isEmpty()) {
      asked.forEach(name -> known(name, project));
      return names(asked);
    }
    var shown = new TreeSet<>(counted);
    shown.removeIf(name -> !project.service(name).lifecycle().attach());
    shown.removeAll(names(given.texts("--no-attach")));
    return shown;
  }

  private static ServiceName asked(String text, Project project, SortedSet<ServiceName> selected) {
    ServiceName name = known(text, project);
    if (!selected.contains(name)) {
      throw EarlyEnd.misused(
          "`--exit-code-from %1$s`: this does not bring up `%1$s`".formatted(text));
    }
    return name;
  }

  private static Until until(Arguments given) {
    if (given.has("--abort-on-container-failure")) {
      return Until.FIRST_FAILURE;
    }
    return given.has("--abort-on-container-exit") || given.has("--exit-code-from")
        ? Until.FIRST_EXIT
        : Until.ALL_ENDED;
  }

  private static SortedSet<ServiceName> names(List<String> texts) {
    var names = new TreeSet<ServiceName>();
    texts.forEach(text -> names.add(new ServiceName(text)));
    return names;
  }

  private static ServiceName known(String text, Project project) {
    var name = new ServiceName(text);
    if (!project.services().containsKey(name)) {
      throw EarlyEnd.misused(ComposeSentences.noSuchService(text));
    }
    return name;
  }
}
