package dev.fermata.cli.session;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import java.util.List;
import java.util.Optional;

/** Ends a command before its work is begun; commands throw it, and only their caller catches it. */
public final class EarlyEnd extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Ending ending;

  private EarlyEnd(Ending ending) {
    super(ending.toString(), null, false, false);
    this.ending = ending;
  }

  public static EarlyEnd refused(String message, String hint) {
    return new EarlyEnd(new Ending.Refused(message, Optional.of(hint)));
  }

  public static EarlyEnd rejected(List<Diagnostic> diagnostics) {
    return new EarlyEnd(new Ending.Rejected(diagnostics));
  }

  /** What was loaded, where nothing is wrong with it. */
  public static <T> T requireSound(Result<T> loaded) {
    if (loaded.hasErrors() || loaded.value().isEmpty()) {
      throw rejected(loaded.diagnostics());
    }
    return loaded.value().get();
  }

  public Ending ending() {
    return ending;
  }
}
