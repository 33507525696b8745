package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.hiddenFlag;
import static dev.fermata.cli.command.Flags.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of every command: which project, and how to show what goes on. */
record GlobalOptions(
    List<String> files,
    Optional<String> projectName,
    Optional<String> projectDirectory,
    List<String> profiles,
    List<String> envFiles,
    ProgressMode progress,
    Ansi ansi,
    boolean dryRun,
    boolean compatibility,
    boolean allResources,
    RemoteOptions remote) {

  /** How a run is shown. */
  enum ProgressMode {
    AUTO,
    TTY,
    PLAIN,
    JSON,
    QUIET
  }

  /** Whether to use colours and to move the cursor. */
  enum Ansi {
    NEVER,
    ALWAYS,
    AUTO
  }

  GlobalOptions {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    envFiles = List.copyOf(envFiles);
  }

  static List<OptionSpec> options() {
    var options = new ArrayList<OptionSpec>(RemoteOptions.options());
    options.addAll(own());
    return options;
  }

  private static List<OptionSpec> own() {
    return List.of(
        Flags.values("FILE", "A compose file; more are merged from left to right", "-f", "--file"),
        value("NAME", "The project's name", "-p", "--project-name"),
        value("FOLDER", "What relative paths start from", "--project-directory"),
        Flags.values("NAME", "A profile to enable; `*` for all", "--profile"),
        Flags.values("FILE", "Variables for interpolation, instead of .env", "--env-file"),
        value("HOW", "How to show what goes on: auto, tty, plain, json, quiet", "--progress"),
        value("WHEN", "Colours and cursor moves: never, always, auto", "--ansi"),
        value("N", "Engine calls at the same time; -1 is no limit", "--parallel"),
        flag("Show the plan and change nothing", "--dry-run"),
        flag("Name containers as Docker Compose v1 did", "--compatibility"),
        flag("Keep networks, volumes, ... that no service uses", "--all-resources"),
        hiddenFlag("--debug"),
        hiddenFlag("--verbose"),
        value("FOLDER", "", "--workdir").toBuilder().hidden(true).build());
  }

  static GlobalOptions of(Arguments given, Invocation invocation) {
    given.exclude("--project-directory", "--workdir");
    return new GlobalOptions(
        given.texts("--file"),
        given.text("--project-name").filter(name -> !name.isEmpty()),
        given.text("--project-directory").or(() -> given.text("--workdir")),
        given.texts("--profile"),
        given.texts("--env-file"),
        progress(given, invocation),
        ansi(given, invocation),
        given.has("--dry-run"),
        given.has("--compatibility"),
        given.has("--all-resources"),
        RemoteOptions.of(given));
  }

  private static ProgressMode progress(Arguments given, Invocation invocation) {
    String text =
        given.text("--progress").or(() -> invocation.variable("COMPOSE_PROGRESS")).orElse("auto");
    return switch (text) {
      case "auto" -> ProgressMode.AUTO;
      case "tty" -> ProgressMode.TTY;
      case "plain" -> ProgressMode.PLAIN;
      case "json" -> ProgressMode.JSON;
      case "quiet", "none" -> ProgressMode.QUIET;
      default ->
          throw unknown(
              given, "--progress", "COMPOSE_PROGRESS", text, "auto, tty, plain, json, quiet");
    };
  }

  private static Ansi ansi(Arguments given, Invocation invocation) {
    String text = given.text("--ansi").or(() -> invocation.variable("COMPOSE_ANSI")).orElse("auto");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "never" -> Ansi.NEVER;
      case "always" -> Ansi.ALWAYS;
      case "auto" -> Ansi.AUTO;
      default -> throw unknown(given, "--ansi", "COMPOSE_ANSI", text, "never, always, auto");
    };
  }

  private static EarlyEnd unknown(
      Arguments given, String flag, String variable, String text, String known) {
    return EarlyEnd.misused(
        "`%s` is one of %s, not `%s`".formatted(given.has(flag) ? flag : variable, known, text));
  }

  boolean colours(Invocation invocation, Terminal.Stream stream) {
    return switch (ansi) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> invocation.terminal().is(stream) && invocation.variable("NO_COLOR").isEmpty();
    };
  }

  /** The mode that {@code auto} stands for. */
  ProgressMode progress(Terminal terminal) {
    if (progress == ProgressMode.TTY && ansi == Ansi.NEVER) {
      throw EarlyEnd.misused("`--progress tty` and `--ansi never` exclude each other");
    }
    if (progress == ProgressMode.PLAIN && ansi == Ansi.ALWAYS) {
      throw EarlyEnd.misused("`--progress plain` and `--ansi always` exclude each other");
    }
    if (progress != ProgressMode.AUTO) {
      return progress;
    }
    boolean live = ansi != Ansi.NEVER && terminal.is(Terminal.Stream.ERR);
    return live ? ProgressMode.TTY : ProgressMode.PLAIN;
  }
}
