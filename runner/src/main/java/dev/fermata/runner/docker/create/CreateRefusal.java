package dev.fermata.runner.docker.create;

import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ContainerStorage.BoundFile;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the engine's refusal of a container is about, in the words of the service's own file. */
public final class CreateRefusal {
  private CreateRefusal() {}

  public static EngineException of(ContainerSpec spec, EngineException refusal) {
    return missingFile(spec, refusal).orElse(refusal);
  }

  /** The engine knows paths alone; who wrote of a secret looks for one. */
  private static Optional<EngineException> missingFile(
      ContainerSpec spec, EngineException refusal) {
    if (refusal.kind() != Kind.PATH_MISSING) {
      return Optional.empty();
    }
    String path = refusal.about();
    return granted(spec.storage().files(), path).map(grant -> noFile(grant, path, refusal));
  }

  private static EngineException noFile(String grant, String path, EngineException refusal) {
    var told =
        new EngineException(
            Kind.PATH_MISSING,
            "%s has no file: `%s` does not exist on the engine's host".formatted(grant, path),
            refusal.detail(),
            "create it there; an engine on another machine sees the files of that one");
    told.initCause(refusal);
    return told;
  }

  private static Optional<String> granted(List<BoundFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(BoundFile::grant)
        .max(Comparator.naturalOrder());
  }
}
