package dev.fermata.cli.session;

import dev.fermata.model.Project;
import dev.fermata.model.load.LoadRequest.Variant;
import java.util.Optional;
import java.util.Set;

/** What the options of the whole program make of every project. */
public record ModelChanges(
    Set<Variant> variants, Optional<PublishAddress> publishAddress, Optional<ProjectCopy> copy) {
  public ModelChanges {
    variants = Set.copyOf(variants);
  }

  public boolean compatibility() {
    return variants.contains(Variant.COMPATIBILITY);
  }

  public boolean allResources() {
    return variants.contains(Variant.ALL_RESOURCES);
  }

  /** The project as it is meant; one that is shown as it was written keeps its ports. */
  Project of(Project loaded, Set<Variant> asked) {
    Project project = copy.map(it -> it.scoped(loaded)).orElse(loaded);
    return publishAddress
        .filter(address -> !asked.contains(Variant.NO_INTERPOLATE))
        .map(address -> address.in(project))
        .orElse(project);
  }
}
