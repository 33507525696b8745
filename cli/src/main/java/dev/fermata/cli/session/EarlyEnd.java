package dev.fermata.cli.session;

import dev.fermata.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Ends a command before its work is begun; never leaves this package. */
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

  public Ending ending() {
    return ending;
  }
}
