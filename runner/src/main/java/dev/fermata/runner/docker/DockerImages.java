package dev.fermata.runner.docker;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.Builder;
import dev.fermata.runner.docker.build.BuildKitBuild;
import dev.fermata.runner.docker.build.DockerfileCheck;
import dev.fermata.runner.docker.buildx.BuildxPlugin;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.image.ClassicBuild;
import dev.fermata.runner.docker.image.EngineBuilders;
import dev.fermata.runner.docker.image.EngineBuilders.Reach;
import dev.fermata.runner.docker.image.Pull;
import dev.fermata.runner.docker.image.Push;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.image.RegistryQuestion;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.read.Inspection;
import dev.fermata.runner.docker.read.Listings;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.engine.CommitRequest;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.engine.listing.LabelledImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The images of a real engine. */
record DockerImages(
    Api api, Holders holders, RegistryLogins logins, Proxies proxies, BuildxPlugin buildx)
    implements Images {

  @Override
  public void pull(ImageRef image, Optional<Platform> platform, Consumer<ImageProgress> progress) {
    new Pull(api, logins).run(image, platform, progress);
    platform.ifPresent(wanted -> new LocalImages(api).requirePulled(image, wanted));
  }

  @Override
  public void push(ImageRef image, Consumer<ImageProgress> progress) {
    new Push(api, logins).run(image, progress);
  }

  @Override
  public String published(ImageRef image) {
    return new RegistryQuestion(api, logins).digest(image);
  }

  @Override
  public Builders builders() {
    return EngineBuilders.of(
        api.greeting(),
        api.transport().carriesInput() ? Reach.CONNECTIONS : Reach.CALLS,
        buildx.environment(),
        buildx.presence());
  }

  @Override
  public ImageStore store() {
    return new LocalImages(api).store();
  }

  @Override
  public String build(BuildRequest request, Consumer<BuildEvent> told) {
    return switch (request.builder()) {
      case Builder.BuildKit own ->
          fitting(
              request,
              new BuildKitBuild(api, logins, proxies, buildx.environment()).run(request, told));
      case Builder.Classic classic ->
          fitting(request, new ClassicBuild(api, logins, proxies).run(request, told));
      case Builder.Buildx chosen -> buildx(request, chosen, told);
    };
  }

  /** The id that the engine has for it, where it came there. */
  private String buildx(BuildRequest request, Builder.Buildx chosen, Consumer<BuildEvent> told) {
    String digest = buildx.build(request, chosen, told);
    return inspect(request.tags().getFirst()).map(ImageDetail::id).orElse(digest);
  }

  private String fitting(BuildRequest request, String id) {
    var image = new ImageRef(request.tags().getFirst());
    request.platform().ifPresent(wanted -> new LocalImages(api).requireBuilt(image, wanted));
    return id;
  }

  @Override
  public List<DockerfileWarning> check(BuildRequest request) {
    Builders there = builders();
    if (there.buildKit() == Builders.BuildKit.ABSENT || there.use() == Builders.Use.SWITCHED_OFF) {
      throw new EngineException(
          EngineException.Kind.NOT_SUPPORTED,
          "only BuildKit checks a Dockerfile without building it",
          "",
          "an engine of Docker has it, unless `DOCKER_BUILDKIT=0`");
    }
    return new DockerfileCheck(api, logins, proxies, buildx.environment()).run(request);
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

  /** Not by docker-java's typed command: it has no changes. An engine copies many files here. */
  @Override
  public String commit(String container, CommitRequest request) {
    Query path =
        Query.of("/commit")
            .with("container", container)
            .with("repo", request.name().map(ImageNames::repository))
            .with("tag", request.name().flatMap(ImageNames::writtenTag))
            .with("comment", request.message())
            .with("author", request.author())
            .with("pause", request.meanwhile() == CommitRequest.Meanwhile.PAUSED ? "1" : "0");
    request.changes().forEach(change -> path.with("changes", change));
    var call = Outgoing.call("POST", path.toString()).withoutDeadline();
    return api.call(Call.COMMIT.about(container), call).text("Id");
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
  public Logins loggedIn() {
    return logins.areThere() ? Logins.SOME : Logins.NONE;
  }

  @Override
  public Optional<List<String>> exposedPorts(String reference) {
    try {
      Json image = api.get(Query.of("/images/{}/json", reference));
      return Optional.of(image.at("Config", "ExposedPorts").members().keySet().stream().toList());
    } catch (EngineException e) {
      if (NotFound.isTold(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public List<LabelledImage> labelled(String label) {
    var filters = new JsonObject().put("label", List.of(label));
    return api.get(Query.of("/images/json").filters(filters)).items().stream()
        .map(Listings::labelledImage)
        .toList();
  }

  @Override
  public List<String> dangling(ProjectName project) {
    var filters =
        new JsonObject()
            .put("dangling", List.of("true"))
            .put("label", List.of(Labels.PROJECT + "=" + project));
    return api.get(Query.of("/images/json").filters(filters)).items().stream()
        .map(image -> image.text("Id"))
        .toList();
  }

  @Override
  public void remove(String reference) {
    holders.naming(
        () -> NotFound.isFine(() -> api.delete(Query.of("/images/{}", reference))),
        refusal -> holders.usersOfImage(refusal, reference));
  }
}
