package dev.fermata.runner.engine;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.DescribedContainer;
import dev.fermata.runner.engine.listing.ProcessTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The containers of an engine, each named by its id or its name. */
public interface Containers {

  /**
   * Fails with {@link EngineException.Kind#NOT_SUPPORTED} where this engine is too old for what the
   * container is to have. Known by the engine's version alone, before anything is changed.
   */
  void requireSupported(ContainerSpec spec);

  /** Creates the container; its id. */
  String create(ContainerSpec spec);

  void rename(String container, String to);

  void start(String container);

  /** Stops within {@code timeout}, by default the container's own; nothing if it does not run. */
  void stop(String container, Optional<Duration> timeout);

  void kill(String container, String signal);

  /** Fails with {@link EngineException.Kind#CONFLICT} where it does not run, or is paused. */
  void pause(String container);

  /** Fails with {@link EngineException.Kind#CONFLICT} where it is not paused. */
  void unpause(String container);

  /**
   * Waits until it does not run, and answers with its exit code; at once where it has ended. Its
   * engine may start it again after that.
   */
  int awaitEnd(String container);

  /** Kills if need be, and removes. Idempotent. */
  void remove(String container, AnonymousVolumes volumes);

  /** Fails with {@link EngineException.Kind#NOT_FOUND} where there is none. */
  ContainerDetail inspect(String container);

  /**
   * Where it can be talked to now; without addresses where it does not run. Fails with {@link
   * EngineException.Kind#NOT_FOUND} where there is none.
   */
  ContainerContact contact(String container);

  /**
   * What a Compose file would say of it. Fails with {@link EngineException.Kind#NOT_FOUND} where
   * there is none.
   */
  DescribedContainer describe(String container);

  void putFiles(String container, List<ContainerFile> files);

  /**
   * Runs a command in a running container; past {@code timeout} it is abandoned and so reported.
   */
  ExecResult exec(String container, ExecRequest request, Duration timeout);

  /** By labels, in one call. */
  List<ObservedContainer> list(ContainerQuery query);

  /** Fails with {@link EngineException.Kind#CONFLICT} where it does not run. */
  ProcessTable top(String container);

  /** What it uses now; that takes an engine a second or two. */
  ContainerStats stats(String container);

  StatsStream followStats(String container);

  /** Begins a command in a running container, joined to the caller. */
  JoinedProcess exec(String container, ExecRequest request, StreamRequest streams);

  /** Begins a command in a running container, with a terminal or none, and leaves it to itself. */
  void execDetached(String container, ExecRequest request, Optional<TerminalSize> terminal);

  /** Joins the caller to the main process of a container, which may not have been started yet. */
  JoinedProcess attach(String container, StreamRequest streams, Until until);

  LogStream logs(String container, LogRequest request);
}
