package dev.fermata.runner;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.runner.engine.ContainerFile;
import dev.fermata.runner.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The secrets and configs of a service whose content is known here, as files to write. */
final class GrantedFiles {
  private static final int READABLE = 0444;

  private GrantedFiles() {}

  static List<ContainerFile> of(Project project, Service service) {
    List<ContainerFile> files = new ArrayList<>();
    for (FileGrant grant : service.storage().secrets()) {
      Secret secret = project.secrets().get(grant.source());
      if (secret != null && secret.source() instanceof FileSource.Content content) {
        files.add(file(grant, "/run/secrets/", content));
      }
    }
    for (FileGrant grant : service.storage().configs()) {
      Config config = project.configs().get(grant.source());
      if (config != null && config.source() instanceof FileSource.Content content) {
        files.add(file(grant, "/", content));
      }
    }
    return List.copyOf(files);
  }

  private static ContainerFile file(FileGrant grant, String folder, FileSource.Content content) {
    String path = grant.target().startsWith("/") ? grant.target() : folder + grant.target();
    return new ContainerFile(
        path,
        content.value(),
        number(grant, grant.uid()),
        number(grant, grant.gid()),
        grant.mode().orElse(READABLE));
  }

  private static int number(FileGrant grant, Optional<String> owner) {
    try {
      return Integer.parseInt(owner.orElse("0"));
    } catch (NumberFormatException e) {
      throw new EngineException(
          EngineException.Kind.INVALID,
          "the owner `" + owner.orElse("") + "` of `" + grant.source() + "` is not a number",
          "",
          e);
    }
  }
}
