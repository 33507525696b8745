package dev.fermata.runner.engine;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Logins;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.engine.listing.ImageListing;
import dev.fermata.runner.engine.listing.LabelledImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The images of an engine, and how they come to it. */
public interface Images {

  /**
   * Fails with {@link EngineException.Kind#IMAGE_NOT_FOUND} where it is not to be had for the
   * platform, even if the engine has taken it for another one.
   */
  void pull(ImageRef image, Optional<Platform> platform, Consumer<ImageProgress> progress);

  /** Gives an image to the registry that its name says. */
  void push(ImageRef image, Consumer<ImageProgress> progress);

  /** The digest that the registry has for a name now; nothing comes to the engine. */
  String published(ImageRef image);

  /** What there is to build with, by the engine and by the environment. */
  Builders builders();

  /** How it keeps an image that is there for several platforms. */
  ImageStore store();

  /**
   * Builds and tags, by the builder that is said; the id of the image. Fails where that is not for
   * the platform.
   */
  String build(BuildRequest request, Consumer<BuildEvent> told);

  /** What the Dockerfile of a build has that is doubtful; nothing is built. */
  List<DockerfileWarning> check(BuildRequest request);

  /** Empty where there is no such image. */
  Optional<ImageDetail> inspect(String reference);

  /** Makes an image of a container; its id. */
  String commit(String container, CommitRequest request);

  /** What a list shows of an image; empty where there is none. */
  Optional<ImageListing> listing(String reference);

  /** Whether there are logins to registries, which containers may be given. */
  Logins loggedIn();

  /** The ports that an image exposes, as {@code 80/tcp}; empty where there is no such image. */
  Optional<List<String>> exposedPorts(String reference);

  /** Those with a label that has a value: {@code key=value}. */
  List<LabelledImage> labelled(String label);

  /** The ids of images built for a project that no name leads to any more. */
  List<String> dangling(ProjectName project);

  /** Idempotent. */
  void remove(String reference);
}
