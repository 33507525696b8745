package dev.fermata.planner.command;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Naming;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.DownOptions.RemoveImages;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Images that go with {@code down --rmi}, unless a container that stays was made from them: what
 * services name, and what was built for them, under whatever name or none.
 */
final class ImageRemovals {
  private final ProjectName name;
  private final Scope scope;
  private final Inventory inventory;
  private final DownOptions options;

  ImageRemovals(ProjectName name, Scope scope, Inventory inventory, DownOptions options) {
    this.name = name;
    this.scope = scope;
    this.inventory = inventory;
    this.options = options;
  }

  void add(StepList steps, List<ObservedContainer> removed, List<ObservedContainer> staying) {
    if (options.images() == RemoveImages.NONE) {
      return;
    }
    for (Map.Entry<String, List<Fact>> image : candidates(removed).entrySet()) {
      String reference = image.getKey();
      if (staying.stream().noneMatch(container -> isMadeFrom(container, reference))) {
        var action = new Action.RemoveImage(reference);
        steps.add(
            Draft.of(action, new Reason.Asked("down --rmi " + option()))
                .requiring(image.getValue()));
      }
    }
  }

  private String option() {
    return options.images() == RemoveImages.ALL ? "all" : "local";
  }

  /** An image that has lost its name is called by its id. */
  private static boolean isMadeFrom(ObservedContainer container, String reference) {
    return familiar(container).equals(reference) || container.imageId().equals(reference);
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
        found.computeIfAbsent(image, key -> new ArrayList<>());
      }
    }
    inventory
        .images()
        .forEach((image, there) -> {
          if (isBuiltForMeant(there)) {
            found.computeIfAbsent(image, key -> new ArrayList<>());
          }
        });
    for (ObservedContainer container : removed) {
      found.forEach((image, before) -> {
        if (isMadeFrom(container, image)) {
          before.add(Fact.removed(container));
        }
      });
    }
    return found;
  }

  /** Whether the labels of an image say that it was built for a service that goes. */
  private boolean isBuiltForMeant(ObservedImage image) {
    String service = image.labels().get(Labels.SERVICE);
    if (service == null || !name.text().equals(image.labels().get(Labels.PROJECT))) {
      return false;
    }
    return switch (scope.of(new ServiceName(service))) {
      case MEANT, ONE_OFF, HOOK -> true;
      case ORPHAN -> options.orphans() == OrphanPolicy.REMOVE;
      case UNNAMED, INACTIVE -> false;
    };
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
    return options.images() == RemoveImages.ALL || defaultName || labelled;
  }
}
