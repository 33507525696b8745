package dev.fermata.runner.docker;

import dev.fermata.model.Volume;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.engine.Volumes;
import java.util.SortedMap;

/** The named volumes of a real engine. */
record DockerVolumes(Api api, Holders holders) implements Volumes {

  @Override
  public void create(Volume volume, SortedMap<String, String> labels) {
    var body =
        new JsonObject()
            .put("Name", volume.name())
            .put("Driver", volume.driver())
            .put("DriverOpts", JsonObject.of(volume.driverOptions()))
            .put("Labels", JsonObject.of(labels));
    api.post(Query.of("/volumes/create"), body.bytes());
  }

  @Override
  public void remove(String name) {
    holders.naming(
        () -> Absence.isFine(() -> api.delete(Query.of("/volumes/{}", name))),
        refusal -> holders.usersOfVolume(refusal, name));
  }
}
