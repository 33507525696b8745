package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Session;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The one container of a service that a command is about. */
public final class OneContainer {
  public static final Flag<OptionalInt> INDEX =
      Flag.number("N", "The container of this number; the first one there is", "--index");

  /** Replicas by their numbers, then what {@code run} made. */
  public static final Comparator<ObservedContainer> FIRST =
      Comparator.comparing(ObservedContainer::oneOff).thenComparingInt(ObservedContainer::number);

  private OneContainer() {}

  /** One that runs. */
  static ObservedContainer running(Session session, String service, OptionalInt index) {
    return of(session, service, index, container -> container.state().mayRun());
  }

  /** One that is there; one that runs goes before one that does not. */
  public static ObservedContainer present(Session session, String service, OptionalInt index) {
    return of(session, service, index, container -> true);
  }

  /** All that the service has, in that order. */
  public static List<ObservedContainer> all(Session session, String service) {
    return SeenContainers.ofService(session, service).chosen().stream().sorted(FIRST).toList();
  }

  private static ObservedContainer of(
      Session session, String service, OptionalInt index, Predicate<ObservedContainer> wanted) {
    List<ObservedContainer> all = SeenContainers.ofService(session, service).chosen();
    int number = Math.max(index.orElse(0), 0);
    return all.stream()
        .filter(wanted)
        .filter(it -> number == 0 || (it.number() == number && !it.oneOff()))
        .min(
            Comparator.comparing((ObservedContainer it) -> !it.state().mayRun())
                .thenComparing(FIRST))
        .orElseThrow(() -> absent(service, number, all));
  }

  private static EarlyEnd absent(String service, int number, List<ObservedContainer> all) {
    String sentence =
        number == 0
            ? ComposeSentences.notRunning(service)
            : ComposeSentences.notRunning(service, number);
    String hint =
        all.isEmpty()
            ? "`up -d " + service + "` brings it up"
            : "`ps --all " + service + "` lists its containers";
    return EarlyEnd.refused(sentence, hint);
  }
}
