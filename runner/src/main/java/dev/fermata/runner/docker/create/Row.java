package dev.fermata.runner.docker.create;

import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.function.Function;

/**
 * An attribute on its way to the engine: how Compose calls it, the field of the create call, since
 * when the engine knows it, and its value; an Optional, a collection or a flag that says nothing is
 * left out.
 */
record Row(String attribute, String field, ApiVersion since, Function<Creation, Object> value) {
  private static final ApiVersion ALWAYS = new ApiVersion(1, 0);

  static Row of(String attribute, String field, Function<Creation, Object> value) {
    return new Row(attribute, field, ALWAYS, value);
  }

  Row since(int major, int minor) {
    return since(new ApiVersion(major, minor));
  }

  Row since(ApiVersion version) {
    return new Row(attribute, field, version, value);
  }

  void write(Creation creation, JsonObject body) {
    Object written = value.apply(creation);
    if (new JsonObject().put(field, written).isEmpty()) {
      return;
    }
    creation.require(since, attribute);
    body.putAt(field, written);
  }
}
