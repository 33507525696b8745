package dev.fermata.cli.command.image;

import dev.fermata.cli.command.image.ServedImage.Status;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ImageRef;
import dev.fermata.model.InitContainer;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.RegistryDigests;
import dev.fermata.runner.RegistryDigests.Answer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.task.ParallelCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares the images of services with what registries serve. Nothing is pulled. */
final class ServedImages {
  private final Engine engine;
  private final RegistryDigests registries;

  ServedImages(Session session) {
    this.engine = session.engine();
    this.registries = ServedDigests.of(session);
  }

  /** An image as a service has it. */
  private record Use(ServiceName service, ImageRef image, boolean built) {}

  /** A row for each image of a service, those of what runs before it among them. */
  List<ServedImage> of(Collection<Service> services) {
    Set<Use> uses = new LinkedHashSet<>();
    services.forEach(service -> add(uses, service));
    List<ImageRef> names =
        uses.stream().filter(use -> !use.built()).map(Use::image).distinct().toList();
    Map<ImageRef, ImageDetail> there = there(names);
    Map<ImageRef, Answer> served =
        registries.of(names.stream().filter(name -> isAsked(name)).toList());
    return uses.stream().map(use -> compared(use, there, served)).toList();
  }

  private static void add(Set<Use> uses, Service service) {
    uses.add(new Use(service.name(), service.image(), service.isBuilt()));
    for (InitContainer hook : service.lifecycle().hooks().preStart()) {
      ImageRef image = hook.container().image();
      if (!image.equals(service.image())) {
        uses.add(new Use(service.name(), image, false));
      }
    }
  }

  private static boolean isAsked(ImageRef image) {
    return image.isWellFormed() && !image.isId() && image.digest().isEmpty();
  }

  private Map<ImageRef, ImageDetail> there(List<ImageRef> names) {
    List<Optional<ImageDetail>> found =
        ParallelCalls.of(names, name -> engine.images().inspect(name.text()));
    Map<ImageRef, ImageDetail> there = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      ImageRef name = names.get(i);
      found.get(i).ifPresent(detail -> there.put(name, detail));
    }
    return there;
  }

  private static ServedImage compared(
      Use use, Map<ImageRef, ImageDetail> there, Map<ImageRef, Answer> served) {
    Optional<ImageDetail> local = Optional.ofNullable(there.get(use.image()));
    List<String> held = local.map(it -> digests(use.image(), it)).orElse(List.of());
    if (use.built()) {
      return row(use, held, Optional.empty(), Status.BUILT);
    }
    Optional<String> pin = use.image().digest();
    if (pin.isPresent() || use.image().isId()) {
      return row(use, pin.map(List::of).orElse(held), Optional.empty(), Status.PINNED);
    }
    Answer answer = served.get(use.image());
    if (answer instanceof Answer.None(EngineException why)
        && (local.isEmpty() || !held.isEmpty())) {
      return new ServedImage(
          use.service(), use.image(), held, Optional.empty(), Status.UNKNOWN, Optional.of(why));
    }
    Optional<String> latest =
        answer instanceof Answer.Digest(String digest) ? Optional.of(digest) : Optional.empty();
    return row(use, held, latest, status(local, held, latest));
  }

  private static Status status(
      Optional<ImageDetail> local, List<String> held, Optional<String> latest) {
    if (local.isEmpty()) {
      return Status.ABSENT;
    }
    if (held.isEmpty()) {
      return Status.LOCAL;
    }
    return latest.filter(held::contains).isPresent() ? Status.CURRENT : Status.OUTDATED;
  }

  private static ServedImage row(
      Use use, List<String> held, Optional<String> latest, Status status) {
    return new ServedImage(use.service(), use.image(), held, latest, status, Optional.empty());
  }

  /** Those of the repository that the name is of: an image may have come from several. */
  static List<String> digests(ImageRef image, ImageDetail detail) {
    List<String> digests = new ArrayList<>();
    for (String name : detail.digests()) {
      int at = name.indexOf('@');
      if (at > 0 && new ImageRef(name.substring(0, at)).repository().equals(image.repository())) {
        digests.add(name.substring(at + 1));
      }
    }
    return digests;
  }
}
