package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Flag;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one container of a service that a command is for: by its number, else one that runs before
 * one that does not, replicas by their numbers before one-offs. An index of 0 is none.
 */
public record ServiceContainer(Target target, ServiceName service, OptionalInt index) {
  public static final Flag<OptionalInt> INDEX =
      Flag.number("N", "The container of this number; the first one there is", "--index");

  private static final Comparator<ObservedContainer> REPLICAS_FIRST =
      Comparator.comparing(ObservedContainer::oneOff)
          .thenComparingInt(ObservedContainer::number)
          .thenComparing(container -> container.listing().created());

  private static final Comparator<ObservedContainer> RUNNING_FIRST =
      Comparator.comparing((ObservedContainer container) -> !container.state().mayRun())
          .thenComparing(REPLICAS_FIRST);

  public ServiceContainer {
    index = index.orElse(0) > 0 ? index : OptionalInt.empty();
  }

  /** The files, where there are any, have to know the service. */
  public static ServiceContainer known(Session session, String service, OptionalInt index) {
    Target target = new Projects(session).target();
    if (target.project().isPresent()) {
      KnownServices.of(session, target, List.of(service));
    }
    return new ServiceContainer(target, new ServiceName(service), index);
  }

  /** It runs, or the command is refused. */
  public ObservedContainer running(Session session) {
    return first(session, container -> container.state().mayRun());
  }

  /** It is there, or the command is refused. */
  public ObservedContainer present(Session session) {
    return first(session, container -> true);
  }

  /** All that the service has, whatever the index: one look at the engine. */
  public List<ObservedContainer> all(Session session) {
    return session
        .engine()
        .containers()
        .list(ContainerQuery.of(target.name(), service, Reach.ALL))
        .stream()
        .sorted(REPLICAS_FIRST)
        .toList();
  }

  private ObservedContainer first(Session session, Predicate<ObservedContainer> wanted) {
    List<ObservedContainer> all = all(session);
    return all.stream()
        .filter(wanted)
        .filter(this::isMeant)
        .min(RUNNING_FIRST)
        .orElseThrow(() -> notRunning(session, all));
  }

  private boolean isMeant(ObservedContainer container) {
    return index.isEmpty() || (container.number() == index.getAsInt() && !container.oneOff());
  }

  private EarlyEnd notRunning(Session session, List<ObservedContainer> all) {
    String sentence =
        index.isPresent()
            ? ComposeSentences.notRunning(service, index.getAsInt())
            : ComposeSentences.notRunning(service);
    return all.stream()
        .filter(this::isMeant)
        .findFirst()
        .map(stopped ->
            EarlyEnd.refused(
                sentence + ": " + state(stopped), "`start " + service + "` starts it again"))
        .orElseGet(() -> EarlyEnd.refused(sentence, nothingThere(session, all)));
  }

  private static String state(ObservedContainer container) {
    String status = container.listing().status();
    return "`"
        + container.name()
        + "` is "
        + (status.isEmpty() ? container.state().text() : status);
  }

  private String nothingThere(Session session, List<ObservedContainer> all) {
    if (!all.isEmpty()) {
      return "`ps --all " + service + "` lists its containers";
    }
    if (target.project().isEmpty()) {
      return withoutFiles(session);
    }
    List<String> known =
        target.project().stream()
            .flatMap(it -> Stream.of(it.services(), it.disabled()))
            .flatMap(services -> services.keySet().stream())
            .map(ServiceName::text)
            .toList();
    if (known.contains(service.text())) {
      return "`up -d " + service + "` brings it up";
    }
    return among(known);
  }

  private String among(List<String> known) {
    return Suggestion.closest(service.text(), known)
        .map(other -> "did you mean `" + other + "`?")
        .orElse("project `" + target.name() + "` has " + String.join(", ", known));
  }

  /** Then labels alone tell what the project has. */
  private String withoutFiles(Session session) {
    List<String> known =
        session.engine().containers().list(ContainerQuery.of(target.name(), Reach.ALL)).stream()
            .map(container -> container.service().text())
            .distinct()
            .sorted()
            .toList();
    return known.isEmpty()
        ? "the engine has no project `" + target.name() + "`: `ls --all` lists those it has"
        : among(known);
  }
}
