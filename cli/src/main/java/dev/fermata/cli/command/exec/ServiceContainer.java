package dev.fermata.cli.command.exec;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The one container of a service that a command is for: by its number, else the replica of the
 * lowest number, else a one-off. It runs, or the command is refused.
 */
record ServiceContainer(Target target, ServiceName service, OptionalInt index) {
  private static final Comparator<ObservedContainer> PREFERRED =
      Comparator.comparing(ObservedContainer::oneOff)
          .thenComparingInt(ObservedContainer::number)
          .thenComparing(container -> container.listing().created());

  /** What {@code --index} asks for; 0 is the usual one. */
  static OptionalInt index(OptionalInt given) {
    return given.orElse(0) > 0 ? given : OptionalInt.empty();
  }

  /** One look at the engine. */
  ObservedContainer find(Session session) {
    List<ObservedContainer> all =
        session.engine().containers().list(ContainerQuery.of(target.name(), service, Reach.ALL));
    return all.stream()
        .filter(container -> container.state().mayRun())
        .filter(this::isMeant)
        .min(PREFERRED)
        .orElseThrow(() -> notRunning(all));
  }

  private boolean isMeant(ObservedContainer container) {
    return index.isEmpty() || (container.number() == index.getAsInt() && !container.oneOff());
  }

  private EarlyEnd notRunning(List<ObservedContainer> all) {
    String sentence =
        index.isPresent()
            ? ComposeSentences.notRunning(service, index.getAsInt())
            : ComposeSentences.notRunning(service);
    return all.stream()
        .filter(this::isMeant)
        .min(PREFERRED)
        .map(stopped ->
            EarlyEnd.refused(
                sentence + ": " + state(stopped), "`start " + service + "` starts it again"))
        .orElseGet(() -> EarlyEnd.refused(sentence, nothingThere(all)));
  }

  private static String state(ObservedContainer container) {
    String status = container.listing().status();
    return "`"
        + container.name()
        + "` is "
        + (status.isEmpty() ? container.state().text() : status);
  }

  private String nothingThere(List<ObservedContainer> all) {
    if (!all.isEmpty()) {
      return "`ps --all " + service + "` lists its containers";
    }
    List<String> known =
        target.project().stream()
            .flatMap(it -> Stream.of(it.services(), it.disabled()))
            .flatMap(services -> services.keySet().stream())
            .map(ServiceName::text)
            .toList();
    if (target.project().isEmpty() || known.contains(service.text())) {
      return "`up -d " + service + "` brings it up";
    }
    return Suggestion.closest(service.text(), known)
        .map(other -> "did you mean `" + other + "`?")
        .orElse("project `" + target.name() + "` has " + String.join(", ", known));
  }
}
