package dev.fermata.planner.image;

import dev.fermata.model.Service;
import dev.fermata.planner.plan.Problem;
import java.util.Collection;
import java.util.List;

/** What cannot be the name of an image is known before any engine is asked for it. */
public final class ImageNames {
  private ImageNames() {}

  public static List<Problem> problems(Collection<Service> services) {
    return services.stream()
        .filter(service -> !service.image().isWellFormed())
        .map(ImageNames::problem)
        .toList();
  }

  private static Problem problem(Service service) {
    return new Problem(
        "`%s` is the `image` of service `%s`, and cannot be the name of one"
            .formatted(service.image(), service.name()),
        "a name is `host/path:tag` with the path in small letters");
  }
}
