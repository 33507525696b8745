package dev.fermata.planner;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets and configs of a service whose content is known here, as files to write. */
record GrantedFiles(Project project, Service service) {
  private static final int READABLE = 0444;

  List<ContainerFile> files() {
    List<ContainerFile> files = new ArrayList<>();
    for (FileGrant grant : service.storage().secrets()) {
      secret(grant).ifPresent(content -> files.add(file(grant, "/run/secrets/", content)));
    }
    for (FileGrant grant : service.storage().configs()) {
      config(grant).ifPresent(content -> files.add(file(grant, "/", content)));
    }
    return List.copyOf(files);
  }

  /** Owners that are no numbers: the names are those of the image, which nobody has read. */
  List<Problem> problems() {
    Stream<FileGrant> secrets =
        service.storage().secrets().stream().filter(grant -> secret(grant).isPresent());
    Stream<FileGrant> configs =
        service.storage().configs().stream().filter(grant -> config(grant).isPresent());
    return Stream.concat(secrets, configs)
        .flatMap(grant -> Stream.of(grant.uid(), grant.gid()).flatMap(it -> bad(grant, it)))
        .toList();
  }

  private Stream<Problem> bad(FileGrant grant, Optional<String> owner) {
    return owner.stream()
        .filter(text -> number(text).isEmpty())
        .map(text ->
            new Problem(
                "the owner `%s` of `%s` in service `%s` is not a number"
                    .formatted(text, grant.source(), service.name()),
                "write the number that the image has for it"));
  }

  private Optional<FileSource.Content> secret(FileGrant grant) {
    return content(Optional.ofNullable(project.secrets().get(grant.source())).map(Secret::source));
  }

  private Optional<FileSource.Content> config(FileGrant grant) {
    return content(Optional.ofNullable(project.configs().get(grant.source())).map(Config::source));
  }

  private static Optional<FileSource.Content> content(Optional<FileSource> source) {
    return source.filter(FileSource.Content.class::isInstance).map(FileSource.Content.class::cast);
  }

  private static ContainerFile file(FileGrant grant, String folder, FileSource.Content content) {
    String path = grant.target().startsWith("/") ? grant.target() : folder + grant.target();
    return new ContainerFile(
        path,
        content.value(),
        owner(grant.uid()),
        owner(grant.gid()),
        grant.mode().orElse(READABLE));
  }

  private static int owner(Optional<String> owner) {
    return owner.map(text -> number(text).orElseThrow()).orElse(0);
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
