package dev.fermata.cli.command.publish;

import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Mapping.Entry;
import dev.fermata.model.tree.Scalar;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.Publisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Each image is asked for once. */
  static ImageDigests of(Mapping project, Publisher registries) throws UnreachableProject {
    var digests = new ImageDigests(project);
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      for (Entry entry : project.entriesOf(section.name()).values()) {
        Optional<String> image = image(entry);
        if (image.isPresent() && !digests.pinned.containsKey(image.get())) {
          digests.pin(image.get(), registries);
        }
      }
    }
    return digests;
  }

  private static Optional<String> image(Entry entry) {
    return entry.value() instanceof Mapping workload
        ? Publishable.image(workload)
        : Optional.empty();
  }

  private void pin(String image, Publisher registries) throws UnreachableProject {
    Optional<RemoteReference> found = RemoteReference.of(SCHEME + image);
    if (found.isPresent() && found.get() instanceof OciReference reference) {
      pinned.put(
          image,
          reference.digest().isPresent()
              ? reference
              : reference.pinnedTo(registries.digest(reference)));
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
