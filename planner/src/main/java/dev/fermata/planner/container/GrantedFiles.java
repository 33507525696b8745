package dev.fermata.planner.container;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.spec.ApiSocket;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerFile.Content;
import dev.fermata.planner.spec.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets and configs of a service that are written into its containers. */
public record GrantedFiles(Project project, Service service) {
  private static final int READABLE = 0444;

  /** A grant, and where its content comes from. */
  private record Written(String kind, FileGrant grant, FileSource source) {
    private String path() {
      String folder = kind.equals("secret") ? "/run/secrets/" : "/";
      return grant.target().startsWith("/") ? grant.target() : folder + grant.target();
    }

    private Content content() {
      return switch (source) {
        case FileSource.Content known -> new Content.Known(known.value());
        case FileSource.HostFile file ->
            new Content.OfHost(kind + " `" + grant.source() + "`", file.path());
        case FileSource.External external ->
            throw new IllegalStateException("a bug: nobody has the content of " + grant.source());
      };
    }

    private ContainerFile file() {
      return new ContainerFile(
          path(), content(), owner(grant.uid()), owner(grant.gid()), grant.mode().orElse(READABLE));
    }
  }

  public List<ContainerFile> files() {
    List<ContainerFile> files = new ArrayList<>();
    written().map(Written::file).forEach(files::add);
    files.addAll(ApiSocket.files(service));
    return List.copyOf(files);
  }

  private Stream<Written> written() {
    Stream<Written> secrets =
        service.storage().secrets().stream()
            .flatMap(grant ->
                Optional.ofNullable(project.secrets().get(grant.source()))
                    .map(Secret::source)
                    .map(source -> new Written("secret", grant, source))
                    .stream());
    Stream<Written> configs =
        service.storage().configs().stream()
            .flatMap(grant ->
                Optional.ofNullable(project.configs().get(grant.source()))
                    .map(Config::source)
                    .map(source -> new Written("config", grant, source))
                    .stream());
    return Stream.concat(secrets, configs)
        .filter(it -> Grants.isWritten(service, it.grant(), it.source()));
  }

  /**
   * What cannot be written: a file whose owner is a name, since names are those of an image that
   * nobody has read, and every file where the container's own file system is read-only.
   */
  public List<Problem> problems() {
    Stream<Problem> owners =
        written()
            .flatMap(it ->
                Stream.of(it.grant().uid(), it.grant().gid())
                    .flatMap(owner -> bad(it.grant(), owner)));
    Stream<Problem> unwritable =
        service.security().readOnly() ? written().map(this::unwritable) : Stream.empty();
    return Stream.concat(owners, unwritable).toList();
  }

  /** In Docker Compose's words. */
  private Problem unwritable(Written written) {
    return new Problem(
        "cannot create %s `%s` in read-only service `%s`: `file` is the sole supported option"
            .formatted(written.kind(), written.grant().source(), service.name()),
        "give it a `file`, or take `read_only` away",
        SourceSpans.of(service, "read_only"));
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

  /** What a file of the host cannot be given where it can only be mounted. */
  public List<String> notes() {
    if (!service.security().readOnly()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    service.storage().secrets().stream()
        .filter(FileGrant::hasPermissions)
        .forEach(grant -> notes.addAll(notes("secrets", grant)));
    service.storage().configs().stream()
        .filter(FileGrant::hasPermissions)
        .forEach(grant -> notes.addAll(notes("configs", grant)));
    return notes;
  }

  private List<String> notes(String section, FileGrant grant) {
    List<String> ignored = new ArrayList<>();
    grant.uid().ifPresent(uid -> ignored.add("uid"));
    grant.gid().ifPresent(gid -> ignored.add("gid"));
    grant.mode().ifPresent(mode -> ignored.add("mode"));
    return ignored.stream()
        .map(name ->
            "service `%s`: %s.%s.%s: a file is mounted where the service is `read_only`, and keeps its own"
                .formatted(service.name(), section, grant.source(), name))
        .toList();
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
