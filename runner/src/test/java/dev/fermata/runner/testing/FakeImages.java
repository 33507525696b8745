package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.engine.CommitRequest;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.engine.listing.LabelledImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The images of a world in memory. */
final class FakeImages implements Images {
  /** Of every image. */
  static final long SIZE = 1_234_567;

  /** Of every build. */
  private static final String STEP = "[1/1] RUN make";

  private final FakeWorld world;
  private final FakeCalls calls;
  private final AtomicLong ticks;

  FakeImages(FakeWorld world, FakeCalls calls, AtomicLong ticks) {
    this.world = world;
    this.calls = calls;
    this.ticks = ticks;
  }

  @Override
  public void pull(ImageRef image, Optional<Platform> platform, Consumer<ImageProgress> progress) {
    calls.got("pull " + image);
    List<FakeImage> all = world.registry.getOrDefault(image.familiar(), List.of());
    FakeImage found =
        all.stream()
            .filter(it -> all.size() == 1 || platform.orElse(FakeImage.HOST).accepts(it.platform()))
            .findFirst()
            .orElseThrow(() -> refusal(Kind.IMAGE_NOT_FOUND, "no image " + image));
    progress.accept(new ImageProgress("", "Downloaded", 1, 1));
    world.images.put(image.familiar(), found);
    FakeWorld.require(found, image, platform);
  }

  @Override
  public void push(ImageRef image, Consumer<ImageProgress> progress) {
    calls.got("push " + image);
    FakeImage there = world.images.get(image.familiar());
    if (there == null) {
      throw refusal(Kind.IMAGE_NOT_FOUND, "no image " + image);
    }
    progress.accept(new ImageProgress("layer", "Pushed", 1, 1));
    world.registry.put(image.familiar(), List.of(there));
  }

  /** What was made here no registry knows. */
  private static List<String> digests(String reference, FakeImage image) {
    boolean isOurs = image.id().startsWith("sha256:built") || image.id().contains("committed");
    return isOurs ? List.of() : List.of(new ImageRef(reference).repository() + "@" + image.id());
  }

  @Override
  public String published(ImageRef image) {
    calls.got("ask for " + image);
    List<FakeImage> found = world.registry.getOrDefault(image.familiar(), List.of());
    if (found.isEmpty()) {
      throw refusal(Kind.IMAGE_NOT_FOUND, "no image " + image);
    }
    return found.getFirst().id();
  }

  @Override
  public Builders builders() {
    return Builders.USUAL;
  }

  @Override
  public ImageStore store() {
    return ImageStore.ONE_PLATFORM;
  }

  @Override
  public String build(BuildRequest request, Consumer<BuildEvent> told) {
    calls.got("build " + request.tags().getFirst());
    told.accept(new BuildEvent.StepBegun(1, STEP));
    told.accept(new BuildEvent.OutputLine(1, BuildEvent.Stream.OUT, "made it"));
    told.accept(new BuildEvent.StepEnded(1, STEP, BuildEvent.StepEnd.DONE, Duration.ofMillis(100)));
    var image =
        new FakeImage(
            "sha256:built" + ticks.incrementAndGet(),
            Optional.empty(),
            request.platform().orElse(FakeImage.HOST));
    String project = request.labels().getOrDefault(Labels.PROJECT, "");
    for (String tag : request.tags()) {
      FakeImage before = world.images.put(new ImageRef(tag).familiar(), image);
      if (before != null && !world.images.containsValue(before)) {
        world.dangling.put(before, project);
      }
    }
    return image.id();
  }

  @Override
  public List<DockerfileWarning> check(BuildRequest request) {
    calls.got("check " + request.tags().getFirst());
    return world.doubts;
  }

  @Override
  public Optional<ImageDetail> inspect(String reference) {
    return Optional.ofNullable(world.images.get(new ImageRef(reference).familiar()))
        .map(image ->
            new ImageDetail(
                image.id(),
                image.health(),
                List.of(),
                List.of(reference),
                digests(reference, image)));
  }

  @Override
  public String commit(String id, CommitRequest request) {
    calls.got("commit " + world.nameOf(id));
    FakeContainer container = world.container(id);
    var image =
        new FakeImage(
            "sha256:committed" + ticks.incrementAndGet(), Optional.empty(), container.platform());
    world.images.put(new ImageRef(request.name().orElse(image.id())).familiar(), image);
    return image.id();
  }

  @Override
  public Optional<ImageListing> listing(String reference) {
    calls.got("look at image " + reference);
    return world.images.entrySet().stream()
        .filter(it -> it.getKey().equals(reference) || it.getValue().id().equals(reference))
        .map(it -> it.getValue())
        .map(it ->
            new ImageListing(it.id(), it.platform(), SIZE, Optional.empty(), Optional.empty()))
        .findFirst();
  }

  @Override
  public Logins loggedIn() {
    return Logins.NONE;
  }

  @Override
  public Optional<List<String>> exposedPorts(String reference) {
    return Optional.ofNullable(world.images.get(new ImageRef(reference).familiar()))
        .map(image -> List.of());
  }

  /** Images in memory have no labels. */
  @Override
  public List<LabelledImage> labelled(String label) {
    return List.of();
  }

  @Override
  public List<String> dangling(ProjectName project) {
    return world.dangling.entrySet().stream()
        .filter(it -> it.getValue().equals(project.text()))
        .map(it -> it.getKey().id())
        .toList();
  }

  @Override
  public void remove(String reference) {
    calls.got("remove image " + reference);
    synchronized (world) {
      for (FakeImage nameless : world.dangling.keySet()) {
        if (nameless.id().equals(reference)) {
          world.requireUnused("image " + reference, it -> it.image().equals(nameless));
          world.dangling.remove(nameless);
          return;
        }
      }
      String name = new ImageRef(reference).familiar();
      FakeImage image = world.images.get(name);
      world.requireUnused("image " + reference, it -> it.image().equals(image));
      world.images.remove(name);
    }
  }
}
