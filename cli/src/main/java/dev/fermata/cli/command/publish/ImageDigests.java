package dev.fermata.cli.command.publish;

import dev.fermata.cli.command.image.ImagePins;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.ImageRef;
import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Mapping.Entry;
import dev.fermata.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The images of a project, each pinned to what its tag names now. */
final class ImageDigests {
  private static final String SCHEME = "oci://";
  private static final Span PLACE = Span.of("the images");

  /** By the text that the project has for it. */
  private final Map<String, OciReference> pinned = new LinkedHashMap<>();

  private final Mapping project;

  private ImageDigests(Mapping project) {
    this.project = project;
  }

  /** The engine asks, as for every other command: its mirrors and its trust count. */
  static ImageDigests of(Mapping project, Session session) {
    var digests = new ImageDigests(project);
    Map<ImageRef, String> pins = ImagePins.pins(session, images(project));
    pins.forEach((image, pin) -> digests.pin(image.text(), pin));
    return digests;
  }

  private static Set<ImageRef> images(Mapping project) {
    var images = new TreeSet<ImageRef>();
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      for (Entry entry : project.entriesOf(section.name()).values()) {
        image(entry).map(ImageRef::new).ifPresent(images::add);
      }
    }
    return images;
  }

  private static Optional<String> image(Entry entry) {
    return entry.value() instanceof Mapping workload
        ? Publishable.image(workload)
        : Optional.empty();
  }

  private void pin(String image, String pin) {
    Optional<RemoteReference> found = RemoteReference.of(SCHEME + pin);
    if (found.isPresent() && found.get() instanceof OciReference reference) {
      pinned.put(image, reference);
    }
  }

  List<OciReference> references() {
    return List.copyOf(pinned.values());
  }

  /** A compose file that lays the pinned images over the project. */
  String override() {
    var sections = new LinkedHashMap<String, Entry>();
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      var workloads = new LinkedHashMap<String, Entry>();
      project
          .entriesOf(section.name())
          .forEach((name, entry) ->
              image(entry).map(pinned::get).ifPresent(it -> workloads.put(name, image(it))));
      if (!workloads.isEmpty()) {
        sections.put(section.name(), new Entry(PLACE, Mapping.of(workloads, PLACE)));
      }
    }
    return ConfigYaml.text(Mapping.of(sections, PLACE), Dollars.DOUBLED);
  }

  private static Entry image(OciReference reference) {
    String text = reference.shown().substring(SCHEME.length());
    var image = new Entry(PLACE, Scalar.string(text, PLACE));
    return new Entry(PLACE, Mapping.of(Map.of(ContainerTable.IMAGE.name(), image), PLACE));
  }
}
