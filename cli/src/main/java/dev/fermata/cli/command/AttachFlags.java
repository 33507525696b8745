package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.Attachment;
import dev.fermata.runner.Attachment.Until;
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
    return new Attachment(
        shown(given, project),
        names(given.has("--attach-dependencies") ? List.of() : given.positionals()),
        until(given),
        given.text("--exit-code-from").map(name -> known(name, project)));
  }

  private static SortedSet<ServiceName> shown(Arguments given, Project project) {
    List<String> asked = given.texts("--attach");
    if (!asked.isEmpty()) {
      asked.forEach(name -> known(name, project));
      return names(asked);
    }
    var shown = new TreeSet<ServiceName>();
    List<String> named = given.has("--attach-dependencies") ? List.of() : given.positionals();
    for (Service service : project.services().values()) {
      boolean chosen = named.isEmpty() || named.contains(service.name().text());
      if (chosen && service.lifecycle().attach()) {
        shown.add(service.name());
      }
    }
    shown.removeAll(names(given.texts("--no-attach")));
    return shown;
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
