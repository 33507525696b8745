package dev.fermata.model.load.bind;

import dev.fermata.model.FileGrant;
import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.Storage;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Binds what a container sees of files. */
final class StorageBinder {
  private static final String CONTAINER = "container:";

  private StorageBinder() {}

  static Storage storage(Mapping service) {
    return new Storage(
        list(ContainerTable.VOLUMES, service).stream().map(StorageBinder::mount).toList(),
        tmpfs(service),
        grants(ContainerTable.SECRETS, service, "/run/secrets/"),
        grants(ContainerTable.CONFIGS, service, "/"),
        list(ContainerTable.VOLUMES_FROM, service).stream().map(StorageBinder::from).toList(),
        ContainerTable.SHM_SIZE.in(service),
        ServiceBinder.texts(ContainerTable.STORAGE_OPT, service));
  }

  private static <T> List<T> list(Attribute<List<T>> attribute, Mapping service) {
    return attribute.in(service).orElse(List.of());
  }

  private static SequencedMap<String, String> tmpfs(Mapping service) {
    var mounts = new LinkedHashMap<String, String>();
    for (String text : list(ContainerTable.TMPFS, service)) {
      int colon = text.indexOf(':');
      mounts.put(
          colon < 0 ? text : text.substring(0, colon), colon < 0 ? "" : text.substring(colon + 1));
    }
    return mounts;
  }

  private static List<FileGrant> grants(
      Attribute<List<Mapping>> attribute, Mapping service, String directory) {
    return list(attribute, service).stream().map(grant -> grant(grant, directory)).toList();
  }

  private static FileGrant grant(Mapping grant, String directory) {
    String source = GrantTable.SOURCE.in(grant).orElse("");
    String target = GrantTable.TARGET.in(grant).orElse(source);
    return new FileGrant(
        source,
        target.startsWith("/") ? target : directory + target,
        GrantTable.UID.in(grant),
        GrantTable.GID.in(grant),
        GrantTable.MODE.in(grant).map(ServiceBinder::whole));
  }

  private static Storage.VolumesFrom from(String text) {
    String bare = text.startsWith(CONTAINER) ? text.substring(CONTAINER.length()) : text;
    int colon = bare.indexOf(':');
    String name = colon < 0 ? bare : bare.substring(0, colon);
    Namespace source =
        Namespace.parse((text.startsWith(CONTAINER) ? CONTAINER : "service:") + name);
    return new Storage.VolumesFrom(
        source, colon < 0 ? Optional.empty() : Optional.of(bare.substring(colon + 1)));
  }

  private static Mount mount(Mapping mount) {
    String type = MountTable.TYPE.in(mount).orElse("");
    String target = MountTable.TARGET.in(mount).orElse("");
    boolean readOnly = MountTable.READ_ONLY.in(mount).orElse(false);
    Optional<String> source = MountTable.SOURCE.in(mount);
    return switch (type) {
      case "bind" -> bind(mount, source.orElse(""), target, readOnly);
      case "volume" -> volume(mount, source, target, readOnly);
      case "tmpfs" -> tmpfs(mount, target, readOnly);
      case "image" -> image(mount, source.orElse(""), target);
      default -> new Mount.Other(type, source, target, readOnly);
    };
  }

  private static Mapping part(Attribute<Mapping> attribute, Mapping mount) {
    return attribute.in(mount).orElseGet(() -> Mapping.empty(mount.span()));
  }

  private static Mount bind(Mapping mount, String source, String target, boolean readOnly) {
    Mapping bind = part(MountTable.OF_BIND, mount);
    return new Mount.Bind(
        source,
        target,
        readOnly,
        MountTable.CREATE_HOST_PATH.in(bind).orElse(true),
        MountTable.PROPAGATION.in(bind),
        MountTable.RECURSIVE.in(bind),
        MountTable.SELINUX.in(bind));
  }

  private static Mount volume(
      Mapping mount, Optional<String> source, String target, boolean readOnly) {
    Mapping volume = part(MountTable.OF_VOLUME, mount);
    return new Mount.OfVolume(
        source,
        target,
        readOnly,
        MountTable.NOCOPY.in(volume).orElse(false),
        MountTable.SELINUX.in(part(MountTable.OF_BIND, mount)),
        MountTable.VOLUME_SUBPATH.in(volume),
        ServiceBinder.texts(MountTable.LABELS, volume));
  }

  private static Mount tmpfs(Mapping mount, String target, boolean readOnly) {
    Mapping tmpfs = part(MountTable.OF_TMPFS, mount);
    return new Mount.Tmpfs(
        target,
        readOnly,
        MountTable.TMPFS_SIZE.in(tmpfs),
        MountTable.TMPFS_MODE.in(tmpfs).map(ServiceBinder::whole));
  }

  private static Mount image(Mapping mount, String source, String target) {
    return new Mount.OfImage(
        source, target, MountTable.IMAGE_SUBPATH.in(part(MountTable.OF_IMAGE, mount)));
  }
}
