package dev.fermata.runner.docker;

import dev.fermata.planner.VolumeSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.engine.Volumes;

/** The named volumes of a real engine. */
record DockerVolumes(Api api, Holders holders) implements Volumes {

  @Override
  public void create(VolumeSpec volume) {
    var body =
        new JsonObject()
            .put("Name", volume.name())
            .put("Driver", volume.driver())
            .put("DriverOpts", JsonObject.of(volume.driverOptions()))
            .put("Labels", JsonObject.of(volume.labels()));
    api.post(Query.of("/volumes/create"), body.bytes());
  }

  @Override
  public void remove(String name) {
    holders.naming(
        () -> Absence.isFine(() -> api.delete(Query.of("/volumes/{}", name))),
        refusal -> holders.usersOfVolume(refusal, name));
  }
}
