package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.FLAG;
import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.LONG;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.map;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.ByteSize;
import dev.fermata.model.Mount;
import dev.fermata.model.Storage.VolumesFrom;
import dev.fermata.planner.ContainerStorage;
import dev.fermata.planner.ContainerStorage.BoundFile;

/** What a container sees of files beyond its image. */
final class StorageForm {
  static final Form<ByteSize> SIZE =
      Forms.of(size -> LONG.write(size.bytes()), written -> new ByteSize(LONG.read(written)));

  private static final Form<Mount> MOUNT = Fields.form(StorageForm::write, StorageForm::read);

  private static final Form<BoundFile> FILE =
      Fields.form(
          it ->
              Fields.none()
                  .put("grant", it.grant(), TEXT)
                  .put("path", it.path(), TEXT)
                  .put("target", it.target(), TEXT),
          it -> new BoundFile(it.get("grant", TEXT), it.get("path", TEXT), it.get("target", TEXT)));

  private static final Form<VolumesFrom> VOLUMES_FROM =
      Fields.form(
          it ->
              Fields.none()
                  .put("source", it.source(), NetworkingForm.NAMESPACE)
                  .put("mode", it.mode(), optional(TEXT)),
          it ->
              new VolumesFrom(
                  it.get("source", NetworkingForm.NAMESPACE), it.get("mode", optional(TEXT))));

  static final Form<ContainerStorage> FORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("mounts", it.mounts(), list(MOUNT))
                  .put("inherited", it.inherited(), sortedMap(TEXT))
                  .put("tmpfs", it.tmpfs(), map(TEXT))
                  .put("files", it.files(), list(FILE))
                  .put("volumes-from", it.volumesFrom(), list(VOLUMES_FROM))
                  .put("shared-memory", it.sharedMemory(), optional(SIZE))
                  .put("options", it.options(), sortedMap(TEXT)),
          it ->
              new ContainerStorage(
                  it.get("mounts", list(MOUNT)),
                  it.get("inherited", sortedMap(TEXT)),
                  it.get("tmpfs", map(TEXT)),
                  it.get("files", list(FILE)),
                  it.get("volumes-from", list(VOLUMES_FROM)),
                  it.get("shared-memory", optional(SIZE)),
                  it.get("options", sortedMap(TEXT))));

  private StorageForm() {}

  private static Fields write(Mount mount) {
    return switch (mount) {
      case Mount.Bind it ->
          Fields.of("bind")
              .put("source", it.source(), TEXT)
              .put("target", it.target(), TEXT)
              .put("read-only", it.readOnly(), FLAG)
              .put("create-host-path", it.createHostPath(), FLAG)
              .put("propagation", it.propagation(), optional(TEXT))
              .put("recursive", it.recursive(), optional(TEXT))
              .put("selinux", it.selinux(), optional(TEXT));
      case Mount.OfVolume it ->
          Fields.of("volume")
              .put("volume", it.volume(), optional(TEXT))
              .put("target", it.target(), TEXT)
              .put("read-only", it.readOnly(), FLAG)
              .put("no-copy", it.noCopy(), FLAG)
              .put("selinux", it.selinux(), optional(TEXT))
              .put("subpath", it.subpath(), optional(TEXT))
              .put("labels", it.labels(), sortedMap(TEXT));
      case Mount.Tmpfs it ->
          Fields.of("tmpfs")
              .put("target", it.target(), TEXT)
              .put("read-only", it.readOnly(), FLAG)
              .put("size", it.size(), optional(SIZE))
              .put("mode", it.mode(), optional(INT));
      case Mount.OfImage it ->
          Fields.of("image")
              .put("source", it.source(), TEXT)
              .put("target", it.target(), TEXT)
              .put("subpath", it.subpath(), optional(TEXT));
      case Mount.Other it ->
          Fields.of("other")
              .put("type", it.type(), TEXT)
              .put("source", it.source(), optional(TEXT))
              .put("target", it.target(), TEXT)
              .put("read-only", it.readOnly(), FLAG);
    };
  }

  private static Mount read(Fields it) {
    return switch (it.kind()) {
      case "bind" ->
          new Mount.Bind(
              it.get("source", TEXT),
              it.get("target", TEXT),
              it.get("read-only", FLAG),
              it.get("create-host-path", FLAG),
              it.get("propagation", optional(TEXT)),
              it.get("recursive", optional(TEXT)),
              it.get("selinux", optional(TEXT)));
      case "volume" ->
          new Mount.OfVolume(
              it.get("volume", optional(TEXT)),
              it.get("target", TEXT),
              it.get("read-only", FLAG),
              it.get("no-copy", FLAG),
              it.get("selinux", optional(TEXT)),
              it.get("subpath", optional(TEXT)),
              it.get("labels", sortedMap(TEXT)));
      case "tmpfs" ->
          new Mount.Tmpfs(
              it.get("target", TEXT),
              it.get("read-only", FLAG),
              it.get("size", optional(SIZE)),
              it.get("mode", optional(INT)));
      case "image" ->
          new Mount.OfImage(
              it.get("source", TEXT), it.get("target", TEXT), it.get("subpath", optional(TEXT)));
      case "other" ->
          new Mount.Other(
              it.get("type", TEXT),
              it.get("source", optional(TEXT)),
              it.get("target", TEXT),
              it.get("read-only", FLAG));
      default -> throw it.unknownKind();
    };
  }
}
