package dev.fermata.runner;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.Images;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Images of a project that no name leads to any more, since a newer build took it. */
public record ReplacedImages(Images images, ProjectName project, List<String> ids) {
  public ReplacedImages {
    ids = List.copyOf(ids);
  }

  public static ReplacedImages of(Images images, ProjectName project) {
    return new ReplacedImages(images, project, images.dangling(project));
  }

  /** What still has a container stays for the next time. */
  public void remove() {
    for (String image : ids) {
      try {
        images.remove(image);
      } catch (EngineException e) {
        if (e.kind() != Kind.IN_USE && e.kind() != Kind.CONFLICT) {
          throw e;
        }
      }
    }
  }

  /** What to tell of those that have come since, if there are any. */
  Optional<String> since(ReplacedImages before) {
    Set<String> more = new HashSet<>(ids);
    more.removeAll(Set.copyOf(before.ids()));
    if (more.isEmpty()) {
      return Optional.empty();
    }
    String count =
        more.size() == 1
            ? "1 image of an earlier build"
            : more.size() + " images of earlier builds";
    return Optional.of(
        "note: %s of `%s` %s no name any more; `--prune-replaced` removes such images"
            .formatted(count, project, more.size() == 1 ? "has" : "have"));
  }
}
