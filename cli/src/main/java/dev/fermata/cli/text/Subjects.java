package dev.fermata.cli.text;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Action;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whom a step is about: its services, where there are any, and the thing, as {@code volume x}. */
record Subjects(SortedSet<String> services, String thing) {

  static Subjects of(Action action) {
    return new Subjects(services(action), action.subject());
  }

  private static SortedSet<String> services(Action action) {
    List<String> services =
        switch (action) {
          case Action.CreateContainer a -> List.of(a.spec().service().text());
          case Action.StartContainer a -> List.of(a.service().text());
          case Action.RunHook a -> List.of(a.service().text());
          case Action.RunInitContainer a -> List.of(a.service().text());
          case Action.CallProvider a -> List.of(a.call().service().text());
          case Action.PrepareModel a -> List.of();
          case Action.StopContainer a -> List.of(a.service().text());
          case Action.KillContainer a -> List.of(a.service().text());
          case Action.PauseContainer a -> List.of(a.service().text());
          case Action.UnpauseContainer a -> List.of(a.service().text());
          case Action.RemoveContainer a -> List.of(a.service().text());
          case Action.ConnectNetwork a -> List.of(a.service().text());
          case Action.InjectFiles a -> List.of(a.service().text());
          case Action.BuildImage a -> List.of(a.service().text());
          case Action.Await a -> List.of(a.service().text());
          case Action.PullImage a -> a.services().stream().map(ServiceName::text).toList();
          case Action.PushImage a -> a.services().stream().map(ServiceName::text).toList();
          case Action.CreateNetwork a -> List.of();
          case Action.RemoveNetwork a -> List.of();
          case Action.DisconnectNetwork a -> List.of();
          case Action.CreateVolume a -> List.of();
          case Action.RemoveVolume a -> List.of();
          case Action.RemoveImage a -> List.of();
          case Action.RemoveReplaced a -> List.of();
          case Action.RenameContainer a -> List.of();
          case Action.PlanAgain a -> List.of();
        };
    return new TreeSet<>(services);
  }

  /** What to say in front of a message: {@code service `web` (container shop-web-1): }. */
  String prefix(String message) {
    String name = thing.substring(thing.indexOf(' ') + 1);
    boolean isNamed = message.contains(name) || services.contains(name);
    if (services.isEmpty()) {
      return isNamed ? "" : thing + ": ";
    }
    String who = (services.size() == 1 ? "service " : "services ") + Names.quoted(services);
    return isNamed ? who + ": " : who + " (" + thing + "): ";
  }
}
