package dev.fermata.runner.docker.typed;

import static dev.fermata.runner.docker.typed.Described.text;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.MountTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a container has mounted. */
final class DescribedStorage {
  private static final String SECRETS = "/run/secrets/";

  static final List<DescribedRow> ROWS =
      List.of(
          DescribedRow.of(ContainerTable.VOLUMES, DescribedStorage::mounts),
          DescribedRow.of(ContainerTable.SECRETS, DescribedStorage::grants),
          DescribedRow.of(ContainerTable.TMPFS, DescribedStorage::tmpfs));

  private DescribedStorage() {}

  static List<String> volumes(Described it) {
    return sorted(it).flatMap(mount -> text(mount.getName()).stream()).distinct().toList();
  }

  /** The files behind secrets, by the names of these. */
  static SortedMap<String, String> secrets(Described it) {
    var files = new TreeMap<String, String>();
    sorted(it)
        .filter(DescribedStorage::isSecret)
        .forEach(mount -> files.put(secret(mount), text(mount.getSource()).orElse("")));
    return files;
  }

  private static Stream<InspectContainerResponse.Mount> sorted(Described it) {
    List<InspectContainerResponse.Mount> mounts = it.container().getMounts();
    return mounts == null
        ? Stream.empty()
        : mounts.stream().sorted(Comparator.comparing(DescribedStorage::target));
  }

  private static String target(InspectContainerResponse.Mount mount) {
    return mount.getDestination().getPath();
  }

  /** Docker Compose and we mount the files of secrets there. */
  private static boolean isSecret(InspectContainerResponse.Mount mount) {
    return text(mount.getName()).isEmpty() && target(mount).startsWith(SECRETS);
  }

  private static String secret(InspectContainerResponse.Mount mount) {
    return target(mount).substring(SECRETS.length()).replace('/', '_');
  }

  private static Optional<List<Map<String, Object>>> mounts(Described it) {
    List<Map<String, Object>> mounts =
        sorted(it).filter(mount -> !isSecret(mount)).map(DescribedStorage::mount).toList();
    return mounts.isEmpty() ? Optional.empty() : Optional.of(mounts);
  }

  /** Only volumes have a name, and only what is in memory comes from nowhere. */
  private static Map<String, Object> mount(InspectContainerResponse.Mount mount) {
    Optional<String> volume = text(mount.getName());
    Optional<String> source = volume.or(() -> text(mount.getSource()));
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put(
        MountTable.TYPE.name(),
        volume.isPresent() ? "volume" : source.isPresent() ? "bind" : "tmpfs");
    source.ifPresent(from -> attributes.put(MountTable.SOURCE.name(), from));
    attributes.put(MountTable.TARGET.name(), target(mount));
    if (Boolean.FALSE.equals(mount.getRW())) {
      attributes.put(MountTable.READ_ONLY.name(), true);
    }
    return attributes;
  }

  private static Optional<List<Map<String, Object>>> grants(Described it) {
    var grants = new ArrayList<Map<String, Object>>();
    sorted(it)
        .filter(DescribedStorage::isSecret)
        .forEach(mount -> {
          var grant = new LinkedHashMap<String, Object>();
          grant.put(GrantTable.SOURCE.name(), secret(mount));
          grant.put(GrantTable.TARGET.name(), target(mount));
          grants.add(grant);
        });
    return grants.isEmpty() ? Optional.empty() : Optional.of(grants);
  }

  private static Optional<List<String>> tmpfs(Described it) {
    return Described.map(it.host().getTmpFs())
        .map(TreeMap::new)
        .map(folders ->
            folders.entrySet().stream()
                .map(folder ->
                    folder.getKey() + text(folder.getValue()).map(how -> ":" + how).orElse(""))
                .toList());
  }
}
