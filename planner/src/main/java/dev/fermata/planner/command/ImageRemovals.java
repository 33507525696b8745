package dev.fermata.planner.command;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Naming;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.DownOptions.RemoveImages;
import dev.fermata.planner.request.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Images that go with {@code down --rmi}, unless a container that stays was made from them. */
final class ImageRemovals {
  private final ProjectName name;
  private final Scope scope;
  private final Inventory inventory;
  private final RemoveImages policy;

  ImageRemovals(ProjectName name, Scope scope, Inventory inventory, RemoveImages policy) {
    this.name = name;
    this.scope = scope;
    this.inventory = inventory;
    this.policy = policy;
  }

  void add(StepList steps, List<ObservedContainer> removed, List<ObservedContainer> staying) {
    if (policy == RemoveImages.NONE) {
      return;
    }
    for (Map.Entry<String, List<Fact>> image : candidates(removed).entrySet()) {
      String reference = image.getKey();
      boolean used = staying.stream().anyMatch(c -> familiar(c).equals(reference));
      if (!used) {
        var action = new Action.RemoveImage(reference);
        steps.add(
            Draft.of(action, new Reason.Asked("down --rmi " + option()))
                .requiring(image.getValue()));
      }
    }
  }

  private String option() {
    return policy == RemoveImages.ALL ? "all" : "local";
  }

  private static String familiar(ObservedContainer container) {
    return new ImageRef(container.imageName()).familiar();
  }

  /** The images, and that the containers that were made from them have gone. */
  private SortedMap<String, List<Fact>> candidates(List<ObservedContainer> removed) {
    SortedMap<String, List<Fact>> found = new TreeMap<>();
    for (Service service : services()) {
      String image = service.image().familiar();
      boolean there = inventory.image(service.image()).isPresent();
      if (there && isMeant(image, service.name().text())) {
        found.put(image, new ArrayList<>());
      }
    }
    for (ObservedContainer container : removed) {
      String image = familiar(container);
      if (isMeant(image, container.service().text())) {
        found.computeIfAbsent(image, key -> new ArrayList<>()).add(Fact.removed(container));
      }
    }
    return found;
  }

  /** Those of the files that the command is about: the others' images stay. */
  private List<Service> services() {
    return scope.project().stream()
        .flatMap(project -> project.services().values().stream())
        .filter(service -> scope.includes(service.name()))
        .toList();
  }

  private boolean isMeant(String image, String service) {
    boolean defaultName =
        !image.equals(service + ":latest")
            && Naming.withoutProject(name, image).equals(service + ":latest");
    boolean labelled =
        inventory
            .image(new ImageRef(image))
            .filter(there -> name.text().equals(there.labels().get(Labels.PROJECT)))
            .isPresent();
    return policy == RemoveImages.ALL || defaultName || labelled;
  }
}
