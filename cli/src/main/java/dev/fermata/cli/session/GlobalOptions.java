package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Grammar;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.report.DiagnosticText.Colours;
import dev.fermata.model.text.ComposeSentences;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The flags of every command: which project, and how to show what goes on. */
public record GlobalOptions(
    List<String> files,
    Optional<String> projectName,
    Optional<String> projectDirectory,
    List<String> profiles,
    List<String> envFiles,
    ProgressMode progress,
    Ansi ansi,
    OptionalInt parallel,
    boolean dryRun,
    ModelChanges model,
    RemoteOptions remote) {

  private static final String BUILDKIT_PROGRESS = "BUILDKIT_PROGRESS";

  private static final Flag<List<String>> FILES =
      Flag.texts("FILE", "A compose file; more are merged from left to right", "-f", "--file");
  private static final Flag<Optional<String>> PROJECT_NAME =
      Flag.text("PROJECT", "The project's name", "-p", "--project-name");
  private static final Flag<Optional<String>> PROJECT_DIRECTORY =
      Flag.text("FOLDER", "What relative paths start from", "--project-directory");
  private static final Flag<Optional<String>> WORKDIR =
      Flag.text("FOLDER", "", "--workdir").hidden();
  private static final Flag<List<String>> PROFILES =
      Flag.texts("PROFILE", "A profile to enable; `*` for all", "--profile");
  private static final Flag<List<String>> ENV_FILES =
      Flag.texts("FILE", "Variables for interpolation, instead of .env", "--env-file");
  private static final Flag<Optional<String>> PROGRESS =
      Flag.text("HOW", "How to show what goes on: auto, tty, plain, json, quiet", "--progress")
          .offering("auto", "tty", "plain", "json", "quiet");
  private static final Flag<Optional<String>> ANSI =
      Flag.text("WHEN", "Colours and cursor moves: never, always, auto", "--ansi")
          .offering("never", "always", "auto");
  private static final Flag<Boolean> NO_ANSI =
      Flag.off("", "--no-ansi").deprecated(ComposeSentences.FORMER_ANSI);
  private static final Flag<OptionalInt> PARALLEL =
      Flag.number("N", "Engine calls at the same time; -1 is no limit", "--parallel");
  private static final Flag<Boolean> DRY_RUN =
      Flag.off("Show the plan and change nothing", "--dry-run");
  private static final Flag<Boolean> COMPATIBILITY =
      Flag.off("Name containers as Docker Compose v1 did", "--compatibility");
  private static final Flag<Boolean> ALL_RESOURCES =
      Flag.off("Keep networks, volumes, ... that no service uses", "--all-resources");

  /** As a variable, it holds for all calls of a shell. */
  private static final Flag<Optional<String>> ISOLATE =
      Flag.optionalText(
          "NAME",
          "Work on a copy of the project: names and ports of its own, by this folder or by NAME",
          ProjectCopy.FLAG);

  /** Errors of wrong arguments heed it as well: whoever reports errors looks for it by himself. */
  private static final Flag<Boolean> DEBUG = Flag.withoutEffect("--debug");

  private static final Flag<Boolean> VERBOSE = Flag.withoutEffect("--verbose");

  public static final Grammar.Globals GRAMMAR =
      new Grammar.Globals(
          List.of(
              RemoteOptions.ALLOW_REMOTE,
              RemoteOptions.INSECURE_REGISTRIES,
              FILES,
              PROJECT_NAME,
              PROJECT_DIRECTORY,
              PROFILES,
              ENV_FILES,
              PROGRESS,
              ANSI,
              NO_ANSI,
              PARALLEL,
              DRY_RUN,
              COMPATIBILITY,
              ALL_RESOURCES,
              ISOLATE,
              PublishAddress.BIND,
              DEBUG,
              VERBOSE,
              WORKDIR),
          List.of(new Exclusion(PROJECT_DIRECTORY, WORKDIR), new Exclusion(NO_ANSI, ANSI)));

  /** How a run is shown. */
  public enum ProgressMode {
    AUTO,
    TTY,
    PLAIN,
    JSON,
    QUIET
  }

  /** Whether to use colours and to move the cursor. */
  public enum Ansi {
    NEVER,
    ALWAYS,
    AUTO
  }

  public GlobalOptions {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    envFiles = List.copyOf(envFiles);
  }

  public static GlobalOptions of(Arguments given, Invocation invocation) {
    Optional<String> older = given.get(WORKDIR);
    List<String> files = given.get(FILES);
    Optional<String> directory = given.get(PROJECT_DIRECTORY).or(() -> older);
    return new GlobalOptions(
        files,
        given.get(PROJECT_NAME).filter(name -> !name.isEmpty()),
        directory,
        given.get(PROFILES),
        given.get(ENV_FILES),
        progress(given, invocation),
        ansi(given, invocation),
        given.get(PARALLEL),
        given.has(DRY_RUN),
        new ModelChanges(
            variants(given),
            PublishAddress.of(given, invocation),
            ProjectCopy.of(
                given.get(ISOLATE), invocation, ProjectCopy.home(invocation, directory, files))),
        RemoteOptions.of(given));
  }

  private static Set<Variant> variants(Arguments given) {
    var variants = EnumSet.noneOf(Variant.class);
    if (given.has(ALL_RESOURCES)) {
      variants.add(Variant.ALL_RESOURCES);
    }
    if (given.has(COMPATIBILITY)) {
      variants.add(Variant.COMPATIBILITY);
    }
    return variants;
  }

  /** The same, with nothing fetched from elsewhere. */
  public GlobalOptions offline() {
    return new GlobalOptions(
        files,
        projectName,
        projectDirectory,
        profiles,
        envFiles,
        progress,
        ansi,
        parallel,
        dryRun,
        model,
        new RemoteOptions(false, remote.insecureRegistries()));
  }

  /** What a flag says, else a variable; and by which of the two it is said. */
  private record Choice(String by, String text) {
    static Choice of(Flag<?> flag, Optional<String> given, String variable, Invocation call) {
      return given
          .map(text -> new Choice(flag.name(), text))
          .orElseGet(() -> new Choice(variable, call.variable(variable).orElse("auto")));
    }

    Misuse unknown(String known) {
      return new Misuse("`%s` is one of %s, not `%s`".formatted(by, known, text));
    }
  }

  private static ProgressMode progress(Arguments given, Invocation invocation) {
    Choice choice = Choice.of(PROGRESS, given.get(PROGRESS), "COMPOSE_PROGRESS", invocation);
    return switch (choice.text()) {
      case "auto" -> ProgressMode.AUTO;
      case "tty" -> ProgressMode.TTY;
      case "plain" -> ProgressMode.PLAIN;
      case "json", "rawjson" -> ProgressMode.JSON;
      case "quiet", "none" -> ProgressMode.QUIET;
      default -> throw choice.unknown("auto, tty, plain, json, quiet");
    };
  }

  private static Ansi ansi(Arguments given, Invocation invocation) {
    Choice choice = Choice.of(ANSI, given.get(ANSI), "COMPOSE_ANSI", invocation);
    if (given.has(NO_ANSI)) {
      return Ansi.NEVER;
    }
    return switch (choice.text().toLowerCase(Locale.ROOT)) {
      case "never" -> Ansi.NEVER;
      case "always" -> Ansi.ALWAYS;
      case "auto" -> Ansi.AUTO;
      default -> throw choice.unknown("never, always, auto");
    };
  }

  /** For what is printed before a command is known. */
  public static Colours outColours(Arguments given, Invocation invocation) {
    return colours(ansi(given, invocation), invocation, Terminal.Stream.OUT);
  }

  Colours colours(Invocation invocation, Terminal.Stream stream) {
    return colours(ansi, invocation, stream);
  }

  private static Colours colours(Ansi ansi, Invocation invocation, Terminal.Stream stream) {
    boolean shown =
        switch (ansi) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              invocation.terminal().is(stream) && invocation.variable("NO_COLOR").isEmpty();
        };
    return shown ? Colours.ANSI : Colours.NONE;
  }

  /** What the docker client's own variable wishes for the output of builds. */
  static ProgressMode progressOfBuilds(Invocation invocation) {
    var choice =
        new Choice(BUILDKIT_PROGRESS, invocation.variable(BUILDKIT_PROGRESS).orElse("auto"));
    return switch (choice.text()) {
      case "auto" -> ProgressMode.AUTO;
      case "tty" -> ProgressMode.TTY;
      case "plain" -> ProgressMode.PLAIN;
      case "rawjson" -> ProgressMode.JSON;
      case "quiet" -> ProgressMode.QUIET;
      default -> throw choice.unknown("auto, tty, plain, rawjson, quiet");
    };
  }

  /** The same, where nothing else is said. */
  ProgressMode progress(Terminal terminal, ProgressMode wished) {
    return progress == ProgressMode.AUTO && wished != ProgressMode.AUTO
        ? wished
        : progress(terminal);
  }

  /** The mode that {@code auto} stands for. */
  public ProgressMode progress(Terminal terminal) {
    if (progress == ProgressMode.TTY && ansi == Ansi.NEVER) {
      throw new Misuse("`--progress tty` and `--ansi never` exclude each other");
    }
    if (progress == ProgressMode.PLAIN && ansi == Ansi.ALWAYS) {
      throw new Misuse("`--progress plain` and `--ansi always` exclude each other");
    }
    if (progress != ProgressMode.AUTO) {
      return progress;
    }
    boolean live = ansi != Ansi.NEVER && terminal.is(Terminal.Stream.ERR);
    return live ? ProgressMode.TTY : ProgressMode.PLAIN;
  }
}
