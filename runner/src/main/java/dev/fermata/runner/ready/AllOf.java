package dev.fermata.runner.ready;

import java.time.Duration;
import java.util.List;

/** Every question must be answered; the first that is not says why. */
record AllOf(List<Question> questions) implements Question {
  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    for (Question question : questions) {
      Reply reply = question.ask(timeout);
      if (!(reply instanceof Reply.Ready)) {
        return reply;
      }
    }
    return Reply.READY;
  }
}
