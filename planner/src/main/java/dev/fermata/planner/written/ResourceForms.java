package dev.fermata.planner.written;

import static dev.fermata.planner.written.Forms.INT;
import static dev.fermata.planner.written.Forms.TEXT;
import static dev.fermata.planner.written.Forms.VALUE;
import static dev.fermata.planner.written.Forms.constant;
import static dev.fermata.planner.written.Forms.list;
import static dev.fermata.planner.written.Forms.optional;
import static dev.fermata.planner.written.Forms.sortedMap;

import dev.fermata.model.Network;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerFile.Content;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import java.util.List;
import java.util.Set;

/** Networks, volumes, images and files to be made. */
final class ResourceForms {
  private static final Form<Network.Pool> POOL =
      Fields.form(
          it ->
              Fields.none()
                  .put("subnet", it.subnet(), optional(TEXT))
                  .put("range", it.ipRange(), optional(TEXT))
                  .put("gateway", it.gateway(), optional(TEXT))
                  .put("auxiliary", it.auxiliaryAddresses(), sortedMap(TEXT)),
          it ->
              new Network.Pool(
                  it.get("subnet", optional(TEXT)),
                  it.get("range", optional(TEXT)),
                  it.get("gateway", optional(TEXT)),
                  it.get("auxiliary", sortedMap(TEXT))));

  private static final Form<Network.Ipam> IPAM =
      Fields.form(
          it ->
              Fields.none()
                  .put("driver", it.driver(), optional(TEXT))
                  .put("options", it.options(), sortedMap(TEXT))
                  .put("pools", it.pools(), list(POOL)),
          it ->
              new Network.Ipam(
                  it.get("driver", optional(TEXT)),
                  it.get("options", sortedMap(TEXT)),
                  it.get("pools", list(POOL))));

  static final Form<NetworkSpec> NETWORK =
      Fields.form(
          it ->
              Fields.none()
                  .put("key", it.key(), TEXT)
                  .put("name", it.name(), TEXT)
                  .put("driver", it.driver(), optional(TEXT))
                  .put("options", it.driverOptions(), sortedMap(TEXT))
                  .put("flags", it.flags(), constants(Network.Flag.class))
                  .put("ipam", it.ipam(), optional(IPAM))
                  .put("labels", it.labels(), sortedMap(TEXT)),
          it ->
              new NetworkSpec(
                  it.get("key", TEXT),
                  it.get("name", TEXT),
                  it.get("driver", optional(TEXT)),
                  it.get("options", sortedMap(TEXT)),
                  it.get("flags", constants(Network.Flag.class)),
                  it.get("ipam", optional(IPAM)),
                  it.get("labels", sortedMap(TEXT))));

  static final Form<VolumeSpec> VOLUME =
      Fields.form(
          it ->
              Fields.none()
                  .put("name", it.name(), TEXT)
                  .put("driver", it.driver(), optional(TEXT))
                  .put("options", it.driverOptions(), sortedMap(TEXT))
                  .put("labels", it.labels(), sortedMap(TEXT)),
          it ->
              new VolumeSpec(
                  it.get("name", TEXT),
                  it.get("driver", optional(TEXT)),
                  it.get("options", sortedMap(TEXT)),
                  it.get("labels", sortedMap(TEXT))));

  private static final Form<Content> CONTENT =
      Fields.form(ResourceForms::write, ResourceForms::readContent);

  private static Fields write(Content content) {
    return switch (content) {
      case Content.Known it -> Fields.of("known").put("value", it.value(), VALUE);
      case Content.OfHost it ->
          Fields.of("of-host").put("grant", it.grant(), TEXT).put("path", it.path(), TEXT);
      case Content.Logins it -> Fields.of("logins");
    };
  }

  private static Content readContent(Fields it) {
    return switch (it.kind()) {
      case "known" -> new Content.Known(it.get("value", VALUE));
      case "of-host" -> new Content.OfHost(it.get("grant", TEXT), it.get("path", TEXT));
      case "logins" -> new Content.Logins();
      default -> throw it.unknownKind();
    };
  }

  static final Form<ContainerFile> FILE =
      Fields.form(
          it ->
              Fields.none()
                  .put("path", it.path(), TEXT)
                  .put("content", it.content(), CONTENT)
                  .put("uid", it.uid(), INT)
                  .put("gid", it.gid(), INT)
                  .put("mode", it.mode(), INT),
          it ->
              new ContainerFile(
                  it.get("path", TEXT),
                  it.get("content", CONTENT),
                  it.get("uid", INT),
                  it.get("gid", INT),
                  it.get("mode", INT)));

  private ResourceForms() {}

  static <T extends Enum<T>> Form<Set<T>> constants(Class<T> type) {
    Form<List<T>> list = list(constant(type));
    return Forms.omitted(
        Forms.of(
            set -> list.write(set.stream().sorted().toList()), it -> Set.copyOf(list.read(it))),
        Set.of());
  }
}
