package dev.fermata.cli.command.image;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ImageRef;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.runner.RegistryDigests.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The images that a document names, by the digests that registries have for them now. */
public final class ImagePins {
  private static final Set<String> WORKLOADS =
      ProjectTable.WORKLOADS.stream().map(Attribute::name).collect(Collectors.toSet());

  private static final String IMAGE = ContainerTable.IMAGE.name();
  private static final String VOLUMES = ContainerTable.VOLUMES.name();
  private static final String SOURCE = MountTable.SOURCE.name();

  private ImagePins() {}

  /** Each image once; none of them is pulled. */
  public static Mapping resolved(Session session, Mapping document) {
    Set<ImageRef> named = new TreeSet<>();
    workloads(
        document,
        workload ->
            images(
                workload,
                image -> {
                  named.add(new ImageRef(image.text()));
                  return image;
                }));
    Map<ImageRef, String> pins = pins(session, named);
    return workloads(
        document,
        workload ->
            images(
                workload,
                image ->
                    image.withText(
                        Scalar.Kind.STRING,
                        pins.getOrDefault(new ImageRef(image.text()), image.text()))));
  }

  /** Each name with its digest; none for an image that is named by its id. */
  public static Map<ImageRef, String> pins(Session session, Set<ImageRef> named) {
    for (ImageRef image : named) {
      if (!image.isWellFormed()) {
        throw EarlyEnd.refused(
            "`%s` has no digest: it cannot be the name of an image".formatted(image),
            "variables are filled in without `--no-interpolate`");
      }
    }
    List<ImageRef> open =
        named.stream().filter(image -> image.digest().isEmpty() && !image.isId()).toList();
    Map<ImageRef, Answer> answers = ServedDigests.of(session).of(open);
    return named.stream()
        .filter(image -> !image.isId())
        .collect(
            Collectors.toMap(
                image -> image, image -> pin(image, Optional.ofNullable(answers.get(image)))));
  }

  private static String pin(ImageRef image, Optional<Answer> answer) {
    return answer
        .map(it ->
            switch (it) {
              case Answer.Digest(String digest) -> image.qualified() + "@" + digest;
              case Answer.None none ->
                  throw none.why()
                      .told(
                          "failed to resolve digest for %s: %s"
                              .formatted(image, none.why().getMessage()));
            })
        .orElseGet(image::qualified);
  }

  /** Only the images of services and jobs, and what they mount of images: an override file. */
  public static Mapping lock(Mapping document) {
    Mapping bare =
        document.mapPresent(
            (key, node) -> WORKLOADS.contains(key) ? Optional.of(node) : Optional.empty());
    return workloads(bare, ImagePins::locked);
  }

  /** With what Docker Compose's JSON has of every project and of every service. */
  public static Mapping asProject(Mapping lock) {
    Span span = lock.span();
    Mapping named =
        with(Mapping.empty(span).with(ProjectTable.NAME.name(), Scalar.string("", span)), lock);
    Mapping bare =
        Mapping.empty(span)
            .with(ContainerTable.COMMAND.name(), Scalar.nothing(span))
            .with(ContainerTable.ENTRYPOINT.name(), Scalar.nothing(span));
    return workloads(named, workload -> with(bare, workload));
  }

  private static Mapping with(Mapping first, Mapping more) {
    Mapping both = first;
    for (Map.Entry<String, Mapping.Entry> entry : more.entries().entrySet()) {
      both = both.with(entry.getKey(), entry.getValue().value());
    }
    return both;
  }

  private static Mapping locked(Mapping workload) {
    return workload.mapPresent((key, node) -> {
      if (key.equals(VOLUMES) && node instanceof Sequence volumes) {
        Sequence mounted =
            volumes.mapPresent(volume -> Optional.of(volume).filter(ImagePins::isImage));
        return mounted.items().isEmpty() ? Optional.empty() : Optional.of(mounted);
      }
      return key.equals(IMAGE) ? Optional.of(node) : Optional.empty();
    });
  }

  /** The services whose hooks have images of their own: where files are merged, lists add up. */
  public static List<String> withHooks(Mapping document) {
    return document.entriesOf(ProjectTable.SERVICES.name()).entrySet().stream()
        .filter(service ->
            service.getValue().value() instanceof Mapping tree
                && tree.get(ServiceTable.PRE_START.name()).orElse(null) instanceof Sequence hooks
                && hooks.items().stream()
                    .anyMatch(hook -> hook instanceof Mapping it && it.get(IMAGE).isPresent()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Mapping workloads(Mapping document, UnaryOperator<Mapping> change) {
    return document.mapValues((section, node) ->
        WORKLOADS.contains(section) && node instanceof Mapping all
            ? all.mapValues((name, workload) ->
                workload instanceof Mapping tree ? change.apply(tree) : workload)
            : node);
  }

  private static Mapping images(Mapping workload, UnaryOperator<Scalar> change) {
    return workload.mapValues((key, node) -> {
      if (key.equals(IMAGE)) {
        return image(node, change);
      }
      if (key.equals(VOLUMES) && node instanceof Sequence volumes) {
        return volumes.mapItems(
            volume -> isImage(volume) ? part((Mapping) volume, SOURCE, change) : volume);
      }
      if (key.equals(ServiceTable.PRE_START.name()) && node instanceof Sequence hooks) {
        return hooks.mapItems(hook -> hook instanceof Mapping it ? part(it, IMAGE, change) : hook);
      }
      return node;
    });
  }

  private static Mapping part(Mapping whole, String name, UnaryOperator<Scalar> change) {
    return whole.mapValues((key, node) -> key.equals(name) ? image(node, change) : node);
  }

  private static Node image(Node node, UnaryOperator<Scalar> change) {
    return node instanceof Scalar scalar && !scalar.text().isEmpty() ? change.apply(scalar) : node;
  }

  private static boolean isImage(Node volume) {
    return volume instanceof Mapping mount
        && MountTable.TYPE.in(mount).equals(Optional.of("image"));
  }
}
