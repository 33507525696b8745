package dev.fermata.runner.engine;

import dev.fermata.planner.Action;
import dev.fermata.planner.ContainerFile;
import dev.fermata.planner.ContainerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The containers of an engine, each named by its id or its name. */
public interface Containers {

  /** Creates the container; its id. */
  String create(ContainerSpec spec);

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

  LogStream logs(String container, LogRequest request);
}
