package dev.fermata.runner.docker;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.Listings;
import dev.fermata.runner.docker.typed.TypedSystem;
import dev.fermata.runner.engine.Volumes;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.util.Comparator;
import java.util.List;

/** The named volumes of a real engine. */
record DockerVolumes(Api api, Holders holders) implements Volumes {

  @Override
  public List<VolumeListing> list(ProjectName project) {
    var labelled = new JsonObject().put("label", List.of(Labels.PROJECT + "=" + project));
    return api.get(Query.of("/volumes").filters(labelled)).at("Volumes").items().stream()
        .map(Listings::volume)
        .sorted(Comparator.comparing(VolumeListing::name))
        .toList();
  }

  @Override
  public List<VolumeListing> unused() {
    return new TypedSystem(api).unusedVolumes();
  }

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
        () -> NotFound.isFine(() -> api.delete(Query.of("/volumes/{}", name))),
        refusal -> holders.usersOfVolume(refusal, name));
  }
}
