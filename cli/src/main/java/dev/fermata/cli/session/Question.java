package dev.fermata.cli.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Asks the user; where nobody can be asked the answer is no. */
final class Question {
  /** What came of it. */
  enum Answer {
    YES,
    NO,
    /** Standard input is no terminal. */
    NOBODY_THERE
  }

  private Question() {}

  static Answer ask(Session session, String question) {
    if (!session.invocation().terminal().is(Terminal.Stream.IN)) {
      return Answer.NOBODY_THERE;
    }
    session.err().print(question + " [y/N] ");
    session.err().flush();
    String answer = line(session).orElse("").strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes") ? Answer.YES : Answer.NO;
  }

  private static Optional<String> line(Session session) {
    var reader =
        new BufferedReader(
            new InputStreamReader(session.invocation().in(), StandardCharsets.UTF_8));
    try {
      return Optional.ofNullable(reader.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }
}
