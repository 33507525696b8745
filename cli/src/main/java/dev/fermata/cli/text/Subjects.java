package dev.fermata.cli.text;

import dev.fermata.model.ImageRef;
import dev.fermata.planner.Action;
import dev.fermata.planner.Plan;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whom a step is about: its services, where there are any, and the thing, as {@code volume x}. */
record Subjects(SortedSet<String> services, String thing) {

  static Subjects of(Action action, Plan plan) {
    return new Subjects(services(action, plan), action.subject());
  }

  private static SortedSet<String> services(Action action, Plan plan) {
    List<String> services =
        switch (action) {
          case Action.CreateContainer a -> List.of(a.spec().service().text());
          case Action.StartContainer a -> List.of(a.service().text());
          case Action.StopContainer a -> List.of(a.service().text());
          case Action.RemoveContainer a -> List.of(a.service().text());
          case Action.ConnectNetwork a -> List.of(a.service().text());
          case Action.InjectFiles a -> List.of(a.service().text());
          case Action.BuildImage a -> List.of(a.service().text());
          case Action.Await a -> List.of(a.service().text());
          case Action.PullImage a -> users(a.image(), plan);
          case Action.CreateNetwork a -> List.of();
          case Action.RemoveNetwork a -> List.of();
          case Action.DisconnectNetwork a -> List.of();
          case Action.CreateVolume a -> List.of();
          case Action.RemoveVolume a -> List.of();
          case Action.RemoveImage a -> List.of();
          case Action.RenameContainer a -> List.of();
          case Action.PlanAgain a -> List.of();
        };
    return new TreeSet<>(services);
  }

  /** The services whose containers the plan makes from an image. */
  private static List<String> users(ImageRef image, Plan plan) {
    return plan.steps().stream()
        .map(step -> step.action())
        .filter(Action.CreateContainer.class::isInstance)
        .map(action -> ((Action.CreateContainer) action).spec())
        .filter(spec -> spec.image().equals(image))
        .map(spec -> spec.service().text())
        .toList();
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
