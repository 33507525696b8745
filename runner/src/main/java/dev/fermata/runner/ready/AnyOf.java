package dev.fermata.runner.ready;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One answer is enough; without any, all say why. */
record AnyOf(List<Question> questions) implements Question {
  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    List<String> whys = new ArrayList<>();
    boolean reachable = false;
    for (Question question : questions) {
      switch (question.ask(timeout)) {
        case Reply.Ready ready -> {
          return ready;
        }
        case Reply.Silent silent -> {
          return silent;
        }
        case Reply.NotYet notYet -> {
          reachable = true;
          whys.add(notYet.why());
        }
        case Reply.Unreachable unreachable -> whys.add(unreachable.why());
      }
    }
    String why = String.join("\n", whys);
    return reachable ? new Reply.NotYet(why) : new Reply.Unreachable(why);
  }
}
