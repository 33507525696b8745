package dev.fermata.model.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value and what there is to say about it, always both: even with errors the sound part is handed
 * on. {@code value} is empty only where nothing sound is left.
 */
public record Result<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Result {
    diagnostics = List.copyOf(diagnostics);
  }

  public static <T> Result<T> of(T value) {
    return new Result<>(Optional.of(value), List.of());
  }

  public static <T> Result<T> of(T value, List<Diagnostic> diagnostics) {
    return new Result<>(Optional.of(value), diagnostics);
  }

  public static <T> Result<T> failed(List<Diagnostic> diagnostics) {
    return new Result<>(Optional.empty(), diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Runs the next stage on the value and keeps the diagnostics of both. */
  public <R> Result<R> then(Function<? super T, Result<R>> stage) {
    if (value.isEmpty()) {
      return failed(diagnostics);
    }
    Result<R> next = stage.apply(value.get());
    var all = new ArrayList<>(diagnostics);
    all.addAll(next.diagnostics());
    return new Result<>(next.value(), all);
  }
}
