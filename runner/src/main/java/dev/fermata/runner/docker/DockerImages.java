package dev.fermata.runner.docker;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.image.ClassicBuild;
import dev.fermata.runner.docker.image.Pull;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.read.Inspection;
import dev.fermata.runner.docker.read.Listings;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.engine.listing.ImageListing;
import java.util.Optional;
import java.util.function.Consumer;

/** The images of a real engine. */
record DockerImages(Api api, Holders holders, RegistryLogins logins, Proxies proxies)
    implements Images {

  @Override
  public void pull(ImageRef image, Optional<Platform> platform, Consumer<ImageProgress> progress) {
    new Pull(api, logins).run(image, platform, progress);
    platform.ifPresent(wanted -> new LocalImages(api).requirePulled(image, wanted));
  }

  @Override
  public String build(BuildRequest request, Consumer<ImageProgress> progress) {
    String id = new ClassicBuild(api, logins, proxies).run(request, progress);
    var image = new ImageRef(request.tags().getFirst());
    request.platform().ifPresent(wanted -> new LocalImages(api).requireBuilt(image, wanted));
    return id;
  }

  @Override
  public Optional<ImageDetail> inspect(String reference) {
    try {
      return Optional.of(Inspection.image(api.get(Query.of("/images/{}/json", reference))));
    } catch (EngineException e) {
      if (NotFound.isTold(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<ImageListing> listing(String reference) {
    try {
      return Optional.of(Listings.image(api.get(Query.of("/images/{}/json", reference))));
    } catch (EngineException e) {
      if (NotFound.isTold(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void remove(String reference) {
    holders.naming(
        () -> NotFound.isFine(() -> api.delete(Query.of("/images/{}", reference))),
        refusal -> holders.usersOfImage(refusal, reference));
  }
}
