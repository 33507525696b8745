package dev.fermata.cli;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.text.EngineText;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.RunText;
import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.report.DiagnosticText;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.plan.Problem;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one place that says what went wrong, and with which exit code. Class names and stack traces
 * are shown with {@code --debug} or {@code FERMATA_DEBUG} only.
 */
final class ErrorReport {
  static final String DEBUG_VARIABLE = "FERMATA_DEBUG";
  private final Invocation invocation;

  ErrorReport(Invocation invocation) {
    this.invocation = invocation;
  }

  void print(Ending ending) {
    switch (ending) {
      case Ending.Misused misused -> print(sentence(misused.message(), misused.hint()));
      case Ending.Refused refused -> print(sentence(refused.message(), refused.hint()));
      case Ending.Unplanned unplanned ->
          unplanned.problems().stream().map(ErrorReport::problem).forEach(this::print);
      case Ending.Rejected rejected -> print(diagnostics(rejected.diagnostics()));
      case Ending.Ran ran -> printRun(ran);
      case Ending.Succeeded succeeded -> {}
      case Ending.FoundMistakes found -> {}
      case Ending.ContainerCode code -> print(RunText.stopped(code.up(), dockerfiles()));
      case Ending.ProcessEnded ended -> ended.neverBegan().ifPresent(why -> print(neverBegan(why)));
      case Ending.ProcessLeft left ->
          print(List.of(ComposeSentences.DETACHED + ": it goes on in " + left.where()));
      case Ending.ChangesPending pending -> {}
      case Ending.Interrupted interrupted -> {}
    }
  }

  /** What nobody foresaw, and what the engine would not do. */
  ExitCode print(RuntimeException failure) {
    if (isDebugging()) {
      failure.printStackTrace(invocation.err());
    }
    return switch (failure) {
      case EngineException refusal when refusal.kind() == EngineException.Kind.INTERRUPTED ->
          ExitCode.INTERRUPTED;
      case EngineException refusal -> {
        print(refusal(refusal));
        yield ExitCode.FAILED;
      }
      case UncheckedIOException io -> {
        print(List.of("error: " + io.getMessage() + ": " + reason(io)));
        yield ExitCode.FAILED;
      }
      default -> {
        print(bug(failure));
        yield ExitCode.BUG;
      }
    };
  }

  ExitCode print(OutOfMemoryError failure) {
    if (isDebugging()) {
      failure.printStackTrace(invocation.err());
    }
    long available = Runtime.getRuntime().maxMemory() >> 20;
    print(List.of("error: the %d MiB of memory are not enough for this".formatted(available)));
    return ExitCode.FAILED;
  }

  /** Why a command of the user's could not begin: no file is to be changed for that. */
  private static List<String> neverBegan(EngineException why) {
    return sentence(why.getMessage(), Optional.of(why.hint()).filter(text -> !text.isEmpty()));
  }

  private List<String> refusal(EngineException refusal) {
    List<String> lines = new ArrayList<>(EngineText.lines(refusal));
    lines.set(0, "error: " + lines.getFirst());
    refusal.build().map(dockerfiles()::failure).ifPresent(lines::addAll);
    return lines;
  }

  private void printRun(Ending.Ran ran) {
    if (!ran.report().succeeded()) {
      print(RunText.failure(ran.report(), dockerfiles()));
    }
  }

  private DockerfileText dockerfiles() {
    return new DockerfileText(invocation.directory(), DiagnosticText.Colours.NONE);
  }

  private static List<String> sentence(String message, Optional<String> hint) {
    var lines = new ArrayList<String>();
    lines.add("error: " + message);
    hint.ifPresent(text -> lines.add("  hint: " + text));
    return lines;
  }

  private static List<String> problem(Problem problem) {
    var lines = sentence(problem.message(), Optional.of(problem.hint()));
    var places = problem.places().stream().map(place -> "  at " + place).toList();
    lines.addAll(1, places);
    return lines;
  }

  private static List<String> diagnostics(List<Diagnostic> diagnostics) {
    var text = new DiagnosticText(DiagnosticText.Colours.NONE);
    return diagnostics.stream().map(text::of).map(String::stripTrailing).toList();
  }

  private static List<String> bug(RuntimeException failure) {
    return List.of(
        "error: this is a bug in fermata: " + failure.getMessage(),
        "  hint: please report it with what this prints:",
        "    " + DEBUG_VARIABLE + "=1 fermata ...");
  }

  /** What the system says, without its class name. */
  private static String reason(UncheckedIOException failure) {
    IOException cause = Objects.requireNonNull(failure.getCause());
    return switch (cause) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no such file or folder";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  private void print(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (isJson()) {
      invocation.err().println(JsonText.error(String.join("\n", lines)));
      return;
    }
    lines.forEach(invocation.err()::println);
  }

  private boolean isDebugging() {
    return invocation.variable(DEBUG_VARIABLE).isPresent() || invocation.args().contains("--debug");
  }

  /** Whoever reads progress as JSON gets errors so as well, even if the arguments are wrong. */
  private boolean isJson() {
    List<String> args = invocation.args();
    int flag = args.indexOf("--progress");
    return args.contains("--progress=json")
        || args.contains("--progress=rawjson")
        || (flag >= 0 && flag + 1 < args.size() && args.get(flag + 1).matches("(raw)?json"))
        || invocation.variable("COMPOSE_PROGRESS").filter("json"::equals).isPresent();
  }
}
