package dev.fermata.runner.docker.create;

import dev.fermata.model.Resources;
import dev.fermata.model.Resources.DeviceRequest;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.List;
import java.util.stream.Stream;

/** The devices that a container sees. */
final class Devices {
  private static final ApiVersion SINCE_CDI = new ApiVersion(1, 44);

  private Devices() {}

  private static Resources.Devices devices(Creation creation) {
    return creation.spec().resources().devices();
  }

  static List<JsonObject> ofHost(Creation creation) {
    return devices(creation).ofHost().stream()
        .map(device ->
            new JsonObject()
                .put("PathOnHost", device.source())
                .put("PathInContainer", device.target())
                .put("CgroupPermissions", device.permissions()))
        .toList();
  }

  static List<String> rules(Creation creation) {
    return devices(creation).rules();
  }

  static List<JsonObject> requests(Creation creation) {
    return devices(creation).requests().stream().map(it -> request(it, creation)).toList();
  }

  private static JsonObject request(DeviceRequest request, Creation creation) {
    if (request.driver().filter(DeviceRequest.CDI::equals).isPresent()) {
      creation.require(SINCE_CDI, "devices: " + request.deviceIds().getFirst());
    }
    return new JsonObject()
        .put("Driver", request.driver())
        .put("Count", request.count())
        .put("DeviceIDs", request.deviceIds())
        .put("Capabilities", Stream.of(request.capabilities()).filter(it -> !it.isEmpty()).toList())
        .put("Options", JsonObject.of(request.options()));
  }
}
