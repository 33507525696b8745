package dev.fermata.runner.docker.create;

import dev.fermata.model.ByteSize;
import dev.fermata.model.Mount;
import dev.fermata.model.text.MountText;
import dev.fermata.planner.ContainerStorage.BoundFile;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A container's mounts, divided as Docker Compose does: plain binds and volumes are texts, for
 * which the engine makes a missing folder of the host; all else are objects.
 */
final class Mounts {
  static final ApiVersion SINCE_SUBPATH = new ApiVersion(1, 45);
  static final ApiVersion SINCE_IMAGE = new ApiVersion(1, 48);
  static final ApiVersion SINCE_RECURSIVE = new ApiVersion(1, 44);

  private final Creation creation;

  Mounts(Creation creation) {
    this.creation = creation;
  }

  List<String> binds() {
    return all().map(this::text).flatMap(Optional::stream).toList();
  }

  List<JsonObject> mounts() {
    var objects = new ArrayList<JsonObject>();
    all().filter(mount -> text(mount).isEmpty()).map(this::object).forEach(objects::add);
    objects.addAll(takenOver());
    creation.spec().storage().files().stream().map(Mounts::file).forEach(objects::add);
    return objects;
  }

  private SortedMap<String, String> inherited() {
    return creation.spec().storage().inherited();
  }

  private Stream<Mount> all() {
    return creation.spec().storage().mounts().stream();
  }

  private Optional<String> text(Mount mount) {
    return switch (mount) {
      case Mount.Bind bind when isPlain(bind) -> Optional.of(text(bind));
      case Mount.OfVolume it when it.volume().isPresent() && isPlain(it) ->
          Optional.of(text(it.volume().get(), it));
      case Mount.Bind bind -> Optional.empty();
      case Mount.OfVolume volume -> Optional.empty();
      case Mount.Tmpfs tmpfs -> Optional.empty();
      case Mount.OfImage image -> Optional.empty();
      case Mount.Other other -> Optional.empty();
    };
  }

  /**
   * Before API 1.42 only a text makes the engine create the host's folder. Only a text can ask for
   * an SELinux label; the load refuses it beside what only an object can say.
   */
  private boolean isPlain(Mount.Bind bind) {
    if (bind.selinux().isPresent()) {
      return true;
    }
    boolean simple = bind.propagation().isEmpty() || !creation.speaks(1, 42);
    return bind.createHostPath()
        && bind.recursive().isEmpty()
        && simple
        && MountText.canHold(bind.source())
        && MountText.canHold(bind.target());
  }

  private static boolean isPlain(Mount.OfVolume volume) {
    if (volume.selinux().isPresent()) {
      return volume.subpath().isEmpty() && volume.labels().isEmpty();
    }
    return !volume.noCopy()
        && volume.subpath().isEmpty()
        && volume.labels().isEmpty()
        && MountText.canHold(volume.target());
  }

  private static String text(Mount.Bind bind) {
    return bind.source()
        + ":"
        + bind.target()
        + mode(bind)
        + further(bind.selinux())
        + further(bind.propagation());
  }

  private static String text(String name, Mount.OfVolume volume) {
    String copy = volume.noCopy() ? ",nocopy" : "";
    return name + ":" + volume.target() + mode(volume) + further(volume.selinux()) + copy;
  }

  private static String further(Optional<String> option) {
    return option.map(value -> "," + value).orElse("");
  }

  private static String mode(Mount mount) {
    return mount.readOnly() ? ":ro" : ":rw";
  }

  private JsonObject object(Mount mount) {
    return switch (mount) {
      case Mount.Bind bind -> bind(bind);
      case Mount.OfVolume volume -> volume(volume);
      case Mount.Tmpfs tmpfs -> of("tmpfs", mount).put("TmpfsOptions", options(tmpfs));
      case Mount.OfImage image -> image(image);
      case Mount.Other other -> of(other.type(), mount).put("Source", other.source());
    };
  }

  private static JsonObject of(String type, Mount mount) {
    return new JsonObject()
        .put("Type", type)
        .put("Target", mount.target())
        .put("ReadOnly", mount.readOnly());
  }

  private JsonObject bind(Mount.Bind bind) {
    String recursive = bind.recursive().orElse("");
    if (recursive.equals("writable") || recursive.equals("readonly")) {
      creation.require(SINCE_RECURSIVE, "volumes.bind.recursive: " + recursive);
    }
    var options =
        new JsonObject()
            .put("Propagation", bind.propagation())
            .put("CreateMountpoint", bind.createHostPath())
            .put("NonRecursive", recursive.equals("disabled"))
            .put("ReadOnlyNonRecursive", recursive.equals("writable"))
            .put("ReadOnlyForceRecursive", recursive.equals("readonly"));
    return of("bind", bind).put("Source", bind.source()).put("BindOptions", options);
  }

  /** An anonymous volume of a predecessor lives on under the name that the engine gave it. */
  private JsonObject volume(Mount.OfVolume mount) {
    mount.subpath().ifPresent(path -> creation.require(SINCE_SUBPATH, "volumes.volume.subpath"));
    Optional<String> source =
        mount.volume().or(() -> Optional.ofNullable(inherited().get(mount.target())));
    var options =
        new JsonObject()
            .put("NoCopy", mount.noCopy())
            .put("Labels", JsonObject.of(mount.labels()))
            .put("Subpath", mount.subpath());
    return of("volume", mount).put("Source", source).put("VolumeOptions", options);
  }

  private static JsonObject options(Mount.Tmpfs tmpfs) {
    return new JsonObject()
        .put("SizeBytes", tmpfs.size().map(ByteSize::bytes))
        .put("Mode", tmpfs.mode());
  }

  private JsonObject image(Mount.OfImage mount) {
    creation.require(SINCE_IMAGE, "volumes of type image");
    return new JsonObject()
        .put("Type", "image")
        .put("Source", mount.source())
        .put("Target", mount.target())
        .put("ImageOptions", new JsonObject().put("Subpath", mount.subpath()));
  }

  /** The predecessor's volumes at places that the image declares. */
  private List<JsonObject> takenOver() {
    return inherited().entrySet().stream()
        .filter(entry -> all().noneMatch(mount -> mount.target().equals(entry.getKey())))
        .map(Mounts::takenOver)
        .toList();
  }

  private static JsonObject takenOver(Map.Entry<String, String> volume) {
    return new JsonObject()
        .put("Type", "volume")
        .put("Target", volume.getKey())
        .put("Source", volume.getValue());
  }

  /** Read only; what is known here by content is put in before the start. */
  private static JsonObject file(BoundFile file) {
    return new JsonObject()
        .put("Type", "bind")
        .put("Target", file.target())
        .put("ReadOnly", true)
        .put("Source", file.path());
  }
}
