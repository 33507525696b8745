package dev.fermata.planner.drift;

import dev.fermata.model.Mount;
import dev.fermata.model.Service;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.plan.Reason;
import java.util.Optional;
import java.util.TreeSet;

/** The images that a service mounts: which they are stands in a label, as of its own image. */
public final class MountedImages {
  private MountedImages() {}

  /** {@code target=id}, sorted; empty where there are none, or not all of them have come yet. */
  public static Optional<String> label(UpInput input, Service service) {
    var parts = new TreeSet<String>();
    for (Mount.OfImage mount : service.storage().images()) {
      Optional<String> id = id(input, mount);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      parts.add(mount.target() + "=" + id.get());
    }
    return Optional.of(String.join(",", parts)).filter(label -> !label.isEmpty());
  }

  private static Optional<String> id(UpInput input, Mount.OfImage mount) {
    return input.inventory().image(input.project().image(mount)).map(ObservedImage::id);
  }

  /**
   * Why a container is no longer right: the image behind one of its mounts is another one now. One
   * whose images came after it was planned has no label to tell by.
   */
  static Optional<Reason> change(UpInput input, Service service, ObservedContainer container) {
    Optional<String> now = label(input, service);
    return container
        .label(Labels.MOUNTED_IMAGES)
        .filter(then -> now.isPresent() && !now.get().equals(then))
        .map(then -> new Reason.ResourceChanged("an image that it mounts"));
  }
}
