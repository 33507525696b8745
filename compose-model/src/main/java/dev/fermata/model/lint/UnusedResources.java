package dev.fermata.model.lint;

import dev.fermata.model.FileGrant;
import dev.fermata.model.Mount;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.BuildTable;
import dev.fermata.model.schema.GrantTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Networks, volumes, secrets and configs that no service uses, not even of another profile. */
final class UnusedResources {
  private final Scene scene;
  private final List<Diagnostic> doubts = new ArrayList<>();

  private UnusedResources(Scene scene) {
    this.scene = scene;
  }

  static List<Diagnostic> in(Scene scene) {
    var unused = new UnusedResources(scene);
    unused.section("network", ProjectTable.NETWORKS, UnusedResources::networks);
    unused.section("volume", ProjectTable.VOLUMES, UnusedResources::volumes);
    unused.section("secret", ProjectTable.SECRETS, UnusedResources::secrets);
    unused.section("config", ProjectTable.CONFIGS, UnusedResources::configs);
    return unused.doubts;
  }

  /** What a service uses of one kind. */
  private interface Uses {
    Stream<String> of(Service service);
  }

  private void section(String kind, Attribute<?> section, Uses uses) {
    if (!(scene.project().definition().tree().get(section.name()).orElse(null)
        instanceof Mapping resources)) {
      return;
    }
    List<String> used = scene.all().stream().flatMap(it -> uses.of(it.service())).toList();
    resources
        .entries()
        .forEach((name, entry) -> {
          if (!used.contains(name) && scene.isInCompose(entry.keySpan())) {
            doubts.add(
                Diagnostic.warning(
                    Code.UNUSED_RESOURCE,
                    entry.keySpan(),
                    "no service uses the %s `%s`".formatted(kind, name)));
          }
        });
  }

  private static Stream<String> networks(Service service) {
    return service.networking().attachments().stream().map(NetworkAttachment::network);
  }

  private static Stream<String> volumes(Service service) {
    return service.storage().mounts().stream()
        .flatMap(mount ->
            mount instanceof Mount.OfVolume volume ? volume.volume().stream() : Stream.empty());
  }

  private static Stream<String> secrets(Service service) {
    Stream<String> built =
        WorkloadTable.BUILD.in(service.definition().tree()).flatMap(BuildTable.SECRETS::in).stream()
            .flatMap(List::stream)
            .flatMap(grant -> GrantTable.SOURCE.in(grant).stream());
    return Stream.concat(service.storage().secrets().stream().map(FileGrant::source), built);
  }

  private static Stream<String> configs(Service service) {
    return service.storage().configs().stream().map(FileGrant::source);
  }
}
