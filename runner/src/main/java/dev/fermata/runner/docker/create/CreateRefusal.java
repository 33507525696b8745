package dev.fermata.runner.docker.create;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the engine's refusal of a container is about, in the words of the service's own file. */
public final class CreateRefusal {
  private static final Pattern NO_SUCH_FILE =
      Pattern.compile("bind source path does not exist: (.+)");

  private CreateRefusal() {}

  public static EngineException of(ContainerSpec spec, EngineException refusal) {
    return missingFile(spec, refusal).orElse(refusal);
  }

  /** The engine knows paths alone; who wrote of a secret looks for one. */
  private static Optional<EngineException> missingFile(
      ContainerSpec spec, EngineException refusal) {
    Matcher said = NO_SUCH_FILE.matcher(refusal.detail());
    if (!said.find()) {
      return Optional.empty();
    }
    String path = said.group(1).strip();
    return granted(spec.project(), spec.service(), path)
        .map(grant -> noFile(grant, spec, path, refusal));
  }

  private static EngineException noFile(
      String grant, ContainerSpec spec, String path, EngineException refusal) {
    var told =
        new EngineException(
            Kind.INVALID,
            "%s of service `%s` has no file: `%s` does not exist on the engine's host"
                .formatted(grant, spec.service().name(), path),
            refusal.detail(),
            "create it there; an engine on another machine sees the files of that one");
    told.initCause(refusal);
    return told;
  }

  private static Optional<String> granted(Project project, Service service, String path) {
    Stream<String> secrets =
        grants(
            "secret",
            service.storage().secrets().stream(),
            key -> Optional.ofNullable(project.secrets().get(key)).map(Secret::source),
            path);
    Stream<String> configs =
        grants(
            "config",
            service.storage().configs().stream(),
            key -> Optional.ofNullable(project.configs().get(key)).map(Config::source),
            path);
    return Stream.concat(secrets, configs).findFirst();
  }

  private static Stream<String> grants(
      String kind,
      Stream<FileGrant> grants,
      Function<String, Optional<FileSource>> source,
      String path) {
    return grants
        .filter(grant ->
            source.apply(grant.source()).equals(Optional.of(new FileSource.HostFile(path))))
        .map(grant -> kind + " `" + grant.source() + "`");
  }
}
