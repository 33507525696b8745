package dev.fermata.runner.engine;

import dev.fermata.model.ImageRef;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action;
import dev.fermata.planner.BuildRequest;
import dev.fermata.planner.ContainerFile;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.NetworkSpec;
import dev.fermata.planner.VolumeSpec;
import dev.fermata.planner.observed.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container engine. Every call blocks its (virtual) thread, ends early when that thread is
 * interrupted, and throws an {@link EngineException} when the engine refuses or cannot be reached.
 * Containers are named by id or name. Implementations are safe for use by many threads.
 */
public interface Engine extends AutoCloseable {

  EngineVersion version();

  /** Whether its machine is this one, so that what containers mount of it can be looked at. */
  boolean sharesFiles();

  /** One snapshot by a few list calls, without an inspect per container. */
  Observed observe(ObserveRequest request);

  void createNetwork(NetworkSpec network);

  /** Idempotent: a network that is not there is removed already. */
  void removeNetwork(String idOrName);

  /** The attachment has the engine's name of the network. */
  void connect(String container, ServiceName service, NetworkAttachment attachment);

  void disconnect(String container, String network);

  void createVolume(VolumeSpec volume);

  /** Idempotent. */
  void removeVolume(String name);

  void pull(ImageRef image, Optional<String> platform, Consumer<ImageProgress> progress);

  /** Builds and tags; the id of the image. */
  String build(BuildRequest request, Consumer<ImageProgress> progress);

  /** Empty where there is no such image. */
  Optional<ImageDetail> inspectImage(String reference);

  /** Idempotent. */
  void removeImage(String reference);

  /** Creates the container; its id. */
  String createContainer(ContainerSpec spec);

  void rename(String container, String to);

  void start(String container);

  /** Stops within {@code timeout}, by default the container's own; nothing if it does not run. */
  void stop(String container, Optional<Duration> timeout);

  void kill(String container, String signal);

  /** Kills if need be, and removes. Idempotent. */
  void remove(String container, Action.AnonymousVolumes volumes);

  /** Fails with {@link EngineException.Kind#NOT_FOUND} where there is none. */
  ContainerDetail inspect(String container);

  void putFiles(String container, List<ContainerFile> files);

  /**
   * Runs a command in a running container; past {@code timeout} it is abandoned and so reported.
   */
  ExecResult exec(String container, ExecRequest request, Duration timeout);

  /** Opens the stream before it returns: nothing after the call is missed. */
  EventStream events(ProjectName project);

  LogStream logs(String container, LogRequest request);

  @Override
  void close();
}
