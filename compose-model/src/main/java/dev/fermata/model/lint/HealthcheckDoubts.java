package dev.fermata.model.lint;

import dev.fermata.model.Health;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that do not do what they look like. */
final class HealthcheckDoubts {
  private static final Set<String> OPERATORS = Set.of("&&", "||", "|", ";", ">", "2>&1");

  private HealthcheckDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      Optional<Mapping> check = service.get(WorkloadTable.HEALTHCHECK);
      if (check.isPresent()) {
        Health health = service.service().health().orElseThrow();
        test(health.test().orElse(List.of()), check.get())
            .map(message -> doubt(Code.HEALTHCHECK_TEST, check.get(), "test", message))
            .ifPresent(doubts::add);
        if (health.startInterval().isPresent()
            && health.startPeriod().filter(Duration::isZero).isPresent()) {
          doubts.add(
              doubt(
                      Code.HEALTHCHECK_TIMING,
                      check.get(),
                      "start_interval",
                      Message.of(
                          "`start_interval` holds within the `start_period`, which is over at once"))
                  .hint("give it a longer `start_period`, such as `30s`"));
        }
      }
    }
    return doubts;
  }

  private static Optional<Message> test(List<String> test, Mapping check) {
    if (test.size() < 2) {
      return Optional.empty();
    }
    String kind = test.get(0);
    String first = test.get(1);
    Quote quoted = HealthTable.TEST.nodeIn(check).map(it -> Nodes.quoteItem(it, 1)).orElseThrow();
    if (kind.equals("CMD-SHELL")) {
      if (first.startsWith("CMD ") || first.startsWith("CMD-SHELL ")) {
        return Optional.of(
            Message.of(
                "a `test` in one text is for the shell already: it would look for a program `CMD`"));
      }
      return test.size() > 2
          ? Optional.of(
              Message.of("the shell gets `%s` alone: what follows is no part of it", quoted))
          : Optional.empty();
    }
    if (test.size() == 2 && first.contains(" ")) {
      return Optional.of(Message.of("`CMD` takes words: `%s` as a whole is no program", quoted));
    }
    return test.stream()
        .filter(OPERATORS::contains)
        .findFirst()
        .map(word ->
            Message.of(
                "`%s` means something to a shell only, and `CMD` has none", Quote.word(word)));
  }

  private static Diagnostic doubt(Code code, Mapping check, String attribute, Message message) {
    Mapping.Entry entry = check.entries().get(attribute);
    Span span = entry == null ? check.span() : entry.keySpan();
    Diagnostic doubt = Diagnostic.warning(code, span, message);
    return attribute.equals(HealthTable.TEST.name())
        ? doubt.hint(
            "`[\"CMD\", \"curl\", \"-f\", \"http://localhost\"]` runs a program; `curl -f http://localhost || exit 1`"
                + " as one text runs a shell")
        : doubt;
  }
}
