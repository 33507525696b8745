package dev.fermata.runner.docker.create;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The create call: what each attribute of a service becomes. The order of rows is that of bytes.
 */
public final class CreateTable {
  private static final ApiVersion SINCE_SEVERAL_NETWORKS = new ApiVersion(1, 44);

  private static final ApiVersion SINCE_PLATFORM = new ApiVersion(1, 41);

  private static final List<Row> ROWS =
      Stream.of(
              ProcessRows.ROWS,
              NetworkRows.ROWS,
              StorageRows.ROWS,
              ResourceRows.ROWS,
              BlockIoRows.ROWS)
          .flatMap(List::stream)
          .toList();

  /** Where an attribute goes, for documents and tests. */
  public record Destination(String attribute, String field, ApiVersion since) {}

  private CreateTable() {}

  public static List<Destination> destinations() {
    return ROWS.stream()
        .map(row -> new Destination(row.attribute(), row.field(), row.since()))
        .toList();
  }

  /** The version of the call that tells the engine all of this. */
  public static ApiVersion wanted(ContainerSpec spec) {
    return spec.process().umask().isPresent() ? ProcessRows.SINCE_UMASK : new ApiVersion(1, 0);
  }

  /** {@code proxies} are variables that the service's own ones override. */
  public static JsonObject body(
      ContainerSpec spec, ApiVersion api, SortedMap<String, String> proxies) {
    var creation = new Creation(spec, api, proxies);
    // The second half of what Docker Compose says too; it tells the engine nothing.
    var body = new JsonObject().put("AttachStdout", true).put("AttachStderr", true);
    ROWS.forEach(row -> row.write(creation, body));
    spec.running().oneRun().ifPresent(end -> forOneRun(spec, end, body));
    return body;
  }

  /** Its input ends with that of the first who is joined to it: no attribute says that. */
  private static void forOneRun(ContainerSpec spec, AfterEnd end, JsonObject body) {
    boolean reads = spec.process().stdinOpen();
    body.put("AttachStdin", reads).put("StdinOnce", reads);
    body.putAt("HostConfig.AutoRemove", end == AfterEnd.REMOVED);
  }

  /** The platform is a parameter of the call, not a field of its body. */
  public static void requirePlatform(ApiVersion api, ServiceName service) {
    Creation.require(api, SINCE_PLATFORM, service, "platform");
  }

  /** The networks that the container has to be connected to between its creation and its start. */
  public static List<NetworkAttachment> connectedLater(ContainerSpec spec, ApiVersion api) {
    List<NetworkAttachment> all = spec.networking().attachments();
    if (!api.isBefore(SINCE_SEVERAL_NETWORKS) || all.size() < 2) {
      return List.of();
    }
    List<NetworkAttachment> later = all.subList(1, all.size());
    if (later.stream().anyMatch(it -> it.macAddress().isPresent())) {
      // Connecting drops it without a word.
      var creation = new Creation(spec, api, Collections.emptySortedMap());
      creation.require(SINCE_SEVERAL_NETWORKS, "mac_address on a further network");
    }
    return later;
  }

  /** The place of a container to create on one of its networks. */
  public static JsonObject endpoint(
      ContainerSpec spec, ApiVersion api, NetworkAttachment attachment) {
    var creation = new Creation(spec, api, Collections.emptySortedMap());
    return NetworkRows.endpoint(creation, attachment);
  }
}
