package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.LogStyles;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.runner.Attachment;
import dev.fermata.runner.Attachment.Until;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The flags that say whose words an attached {@code up} shows, and when it ends. */
record AttachFlags(
    boolean detached,
    LogStyles styles,
    UpOptions.Selection selection,
    Until until,
    Optional<String> exitCodeFrom,
    List<String> attach,
    List<String> noAttach,
    boolean attachDependencies,
    Files files) {

  private static final Flag<Boolean> DETACH = Flag.off("Run in the background", "-d", "--detach");
  private static final Flag<Boolean> TIMESTAMPS =
      Flag.off("Print the time of each line", "--timestamps");
  private static final Flag<Boolean> ABORT_ON_CONTAINER_EXIT =
      Flag.off("End all when one container ends", "--abort-on-container-exit");
  private static final Flag<Boolean> ABORT_ON_CONTAINER_FAILURE =
      Flag.off("End all when one container fails", "--abort-on-container-failure");
  private static final Flag<Optional<String>> EXIT_CODE_FROM =
      Flag.text("SERVICE", "End with the exit code of this service", "--exit-code-from");
  private static final Flag<List<String>> ATTACH =
      Flag.texts("SERVICE", "Show only what these say", "--attach");
  private static final Flag<List<String>> NO_ATTACH =
      Flag.texts("SERVICE", "Do not show what these say", "--no-attach");
  private static final Flag<Boolean> ATTACH_DEPENDENCIES =
      Flag.off("Show what dependencies say as well", "--attach-dependencies");

  private static final Flag<Boolean> WATCH =
      Flag.off("Follow changes of files, as `watch`", "-w", "--watch");

  /** Whether changes of files are followed. */
  enum Files {
    WATCHED,
    LEFT_ALONE
  }

  static final List<Flag<?>> ALL =
      List.of(
          DETACH,
          LogStyles.NO_COLOR,
          LogStyles.NO_LOG_PREFIX,
          TIMESTAMPS,
          ABORT_ON_CONTAINER_EXIT,
          ABORT_ON_CONTAINER_FAILURE,
          EXIT_CODE_FROM,
          ATTACH,
          NO_ATTACH,
          ATTACH_DEPENDENCIES,
          WATCH);

  private static final List<Flag<?>> NEVER_DETACHED =
      List.of(
          ABORT_ON_CONTAINER_EXIT,
          ABORT_ON_CONTAINER_FAILURE,
          EXIT_CODE_FROM,
          ATTACH,
          ATTACH_DEPENDENCIES,
          WATCH);

  static List<Exclusion> exclusions() {
    var exclusions = new ArrayList<Exclusion>();
    exclusions.add(new Exclusion(ABORT_ON_CONTAINER_EXIT, ABORT_ON_CONTAINER_FAILURE));
    exclusions.add(new Exclusion(ATTACH, ATTACH_DEPENDENCIES));
    exclusions.add(new Exclusion(CreationFlags.NO_BUILD, WATCH));
    for (Flag<?> flag : NEVER_DETACHED) {
      exclusions.add(new Exclusion(DETACH, flag));
      exclusions.add(new Exclusion(UpFlags.WAIT, flag));
    }
    return exclusions;
  }

  /** {@code selection} is what this call is to bring up. */
  static AttachFlags of(Arguments given, UpOptions.Selection selection) {
    Optional<String> exitCodeFrom = given.get(EXIT_CODE_FROM);
    boolean onExit = given.has(ABORT_ON_CONTAINER_EXIT) || exitCodeFrom.isPresent();
    Until until = onExit ? Until.FIRST_EXIT : Until.ALL_ENDED;
    return new AttachFlags(
        given.has(DETACH),
        LogStyles.of(given, TIMESTAMPS),
        selection,
        given.has(ABORT_ON_CONTAINER_FAILURE) ? Until.FIRST_FAILURE : until,
        exitCodeFrom,
        given.get(ATTACH),
        given.get(NO_ATTACH),
        given.has(ATTACH_DEPENDENCIES),
        given.has(WATCH) ? Files.WATCHED : Files.LEFT_ALONE);
  }

  Attachment attachment(Project project, Session session) {
    SortedSet<ServiceName> selected = selected(project);
    SortedSet<ServiceName> counted =
        attachDependencies || selection.services().isEmpty()
            ? selected
            : new TreeSet<>(selection.services());
    return new Attachment(
        shown(project, counted),
        counted,
        session.isCalledCompose() ? untilAsDockerCompose() : until,
        exitCodeFrom.map(name -> asked(name, project, selected)));
  }

  private Until untilAsDockerCompose() {
    return until == Until.FIRST_EXIT && exitCodeFrom.isEmpty() ? Until.FIRST_EXIT_OF_ANY : until;
  }

  /** What this call brings up. */
  private SortedSet<ServiceName> selected(Project project) {
    if (selection.services().isEmpty()) {
      return new TreeSet<>(project.services().keySet());
    }
    SortedSet<ServiceName> selected = new TreeSet<>(selection.services());
    if (selection.dependencies() == Dependencies.WITHOUT) {
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

  private SortedSet<ServiceName> shown(Project project, SortedSet<ServiceName> counted) {
    var shown = new TreeSet<>(counted);
    shown.removeIf(name -> !project.service(name).lifecycle().attach());
    if (!attach.isEmpty()) {
      attach.forEach(name -> known(name, project));
      shown.clear();
      shown.addAll(names(attach));
    }
    shown.removeAll(names(noAttach));
    return shown;
  }

  private static ServiceName asked(String text, Project project, SortedSet<ServiceName> selected) {
    ServiceName name = known(text, project);
    if (!selected.contains(name)) {
      throw new Misuse("`--exit-code-from %1$s`: this does not bring up `%1$s`".formatted(text));
    }
    return name;
  }

  private static SortedSet<ServiceName> names(List<String> texts) {
    var names = new TreeSet<ServiceName>();
    texts.forEach(text -> names.add(new ServiceName(text)));
    return names;
  }

  private static ServiceName known(String text, Project project) {
    var name = new ServiceName(text);
    KnownServices.active(project, name);
    return name;
  }
}
