package dev.fermata.cli.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the user; where nobody can be asked the answer is no. */
public final class Question {
  /** What came of it. */
  public enum Answer {
    YES,
    NO,
    /** Standard input is no terminal. */
    NOBODY_THERE
  }

  private static final Set<String> YES = Set.of("y", "yes", "1", "t", "true");
  private static final int MOST = 1000;

  private Question() {}

  static Answer ask(Session session, String question) {
    if (!session.invocation().terminal().is(Terminal.Stream.IN)) {
      return Answer.NOBODY_THERE;
    }
    return answer(session, question).orElse(Answer.NO);
  }

  /** The same for a question that a script may answer by what it sends to standard input. */
  public static Answer askScriptsToo(Session session, String question) {
    Optional<Answer> answer = answer(session, question);
    if (answer.isEmpty() || !session.invocation().terminal().is(Terminal.Stream.IN)) {
      session.err().println();
    }
    return answer.orElse(Answer.NOBODY_THERE);
  }

  /** Empty at the end of the input. */
  private static Optional<Answer> answer(Session session, String question) {
    session.err().print(question + " [y/N] ");
    session.err().flush();
    return line(session.invocation().in())
        .map(line -> YES.contains(line.strip().toLowerCase(Locale.ROOT)) ? Answer.YES : Answer.NO);
  }

  /** Not a byte further: the next line may answer the next question. */
  private static Optional<String> line(InputStream in) {
    var line = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n' && line.size() < MOST) {
        line.write(next);
        next = in.read();
      }
      return Optional.of(line.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }
}
