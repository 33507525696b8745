package dev.fermata.cli.command.read;

import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import java.util.List;

/** Lines that take the place of those before on a terminal, and follow them elsewhere. */
final class Frames {
  private static final String ESCAPE = "\u001b[";
  private static final String CLEAR = ESCAPE + "2J";
  private static final String HOME = ESCAPE + "H";
  private static final String CLEAR_REST_OF_LINE = ESCAPE + "K";
  private static final String CLEAR_BELOW = ESCAPE + "J";

  private final Session session;
  private boolean begun;

  Frames(Session session) {
    this.session = session;
  }

  void show(List<String> lines) {
    Terminal terminal = session.invocation().terminal();
    if (!terminal.is(Terminal.Stream.OUT)) {
      lines.forEach(session.out()::println);
      session.out().flush();
      return;
    }
    Terminal.Size size = terminal.size().get();
    var frame = new StringBuilder(begun ? HOME : CLEAR + HOME);
    lines.stream()
        .limit(Math.max(1, size.rows() - 1))
        .map(line -> line.substring(0, Math.min(line.length(), size.columns())))
        .forEach(line -> frame.append(line).append(CLEAR_REST_OF_LINE).append('\n'));
    session.out().print(frame.append(CLEAR_BELOW));
    session.out().flush();
    begun = true;
  }
}
