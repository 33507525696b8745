package dev.fermata.planner.plan;

import dev.fermata.model.Platform;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.Optional;

/**
 * Something that is so from a step on. A step says which facts it provides and which it requires;
 * {@link Numbering} makes an order and numbers of that, so nobody carries step numbers about.
 */
public record Fact(Kind kind, String of) {

  /** Where a fact comes from that a step requires. */
  enum Source {
    /** A step of the plan; that there is none is a bug. */
    STEP,
    /** A step, or it was so before; that it is neither is a bug. */
    STEP_OR_BEFORE,
    /** All steps that have to do with it; there may be none, and then nothing is waited for. */
    ANY_STEPS
  }

  /** What a fact says. */
  public enum Kind {
    IMAGE_READY(Source.STEP_OR_BEFORE),
    NETWORK_READY(Source.STEP_OR_BEFORE),
    VOLUME_READY(Source.STEP_OR_BEFORE),
    /** There is a container of this name. */
    NAMED(Source.STEP_OR_BEFORE),
    /** A container that a killed run left under another name has its own again. */
    NAME_RESTORED(Source.STEP),
    FILES_WRITTEN(Source.STEP),
    STOPPED(Source.STEP),
    /** A container is started, and its hooks are still to be run. */
    BEGUN(Source.STEP),
    /** A hook has ended well. */
    HOOK_RUN(Source.STEP),
    /** A program beside the engine has done what it was asked to. */
    CALLED(Source.STEP),
    /** A container has given its name to its successor. */
    SET_ASIDE(Source.STEP),
    NETWORK_REMOVED(Source.STEP),
    VOLUME_REMOVED(Source.STEP),
    /** A gate of a service is open. */
    READY(Source.STEP),
    /** A container runs, as far as anybody starts it here. */
    RUNS(Source.ANY_STEPS),
    REMOVED(Source.ANY_STEPS),
    NAME_FREE(Source.ANY_STEPS),
    /** The ports and addresses of a container are free for others. */
    PORTS_FREE(Source.ANY_STEPS),
    /** The containers that a service has too many are gone. */
    CLEARED(Source.ANY_STEPS),
    NETWORK_LEFT(Source.ANY_STEPS),
    /** No other network has its name. */
    NETWORK_UNIQUE(Source.ANY_STEPS),
    /** A container that goes on has given back what address it had on a network. */
    ADDRESS_LEFT(Source.ANY_STEPS),
    VOLUME_LEFT(Source.ANY_STEPS),
    /** A container is on its networks again. */
    CONNECTED(Source.ANY_STEPS);

    private final Source source;

    Kind(Source source) {
      this.source = source;
    }

    Source source() {
      return source;
    }
  }

  public static Fact imageReady(String name, Optional<Platform> platform) {
    return new Fact(Kind.IMAGE_READY, name + platform.map(it -> " for " + it).orElse(""));
  }

  public static Fact networkReady(String name) {
    return new Fact(Kind.NETWORK_READY, name);
  }

  public static Fact volumeReady(String name) {
    return new Fact(Kind.VOLUME_READY, name);
  }

  public static Fact named(String container) {
    return new Fact(Kind.NAMED, container);
  }

  public static Fact nameRestored(ObservedContainer container) {
    return new Fact(Kind.NAME_RESTORED, container.id());
  }

  public static Fact filesWritten(ContainerRef container) {
    return new Fact(Kind.FILES_WRITTEN, container.name());
  }

  public static Fact stopped(ObservedContainer container) {
    return new Fact(Kind.STOPPED, container.id());
  }

  public static Fact begun(ContainerRef container) {
    return new Fact(Kind.BEGUN, container.name());
  }

  /** {@code hook} tells the hooks of a container from each other. */
  public static Fact hookRun(ContainerRef container, String hook) {
    return new Fact(Kind.HOOK_RUN, container.name() + " " + hook);
  }

  /** {@code program} is whose: a service, or a model. */
  public static Fact called(String program) {
    return new Fact(Kind.CALLED, program);
  }

  public static Fact setAside(ObservedContainer container) {
    return new Fact(Kind.SET_ASIDE, container.id());
  }

  public static Fact networkRemoved(String name) {
    return new Fact(Kind.NETWORK_REMOVED, name);
  }

  public static Fact volumeRemoved(String name) {
    return new Fact(Kind.VOLUME_REMOVED, name);
  }

  /** {@code gate} tells the gates of a service from each other. */
  public static Fact ready(ServiceName service, String gate) {
    return new Fact(Kind.READY, service + " " + gate);
  }

  public static Fact runs(ContainerRef container) {
    return new Fact(Kind.RUNS, container.name());
  }

  public static Fact removed(ObservedContainer container) {
    return new Fact(Kind.REMOVED, container.id());
  }

  public static Fact nameFree(String container) {
    return new Fact(Kind.NAME_FREE, container);
  }

  public static Fact portsFree(ObservedContainer container) {
    return new Fact(Kind.PORTS_FREE, container.id());
  }

  public static Fact cleared(ServiceName service) {
    return new Fact(Kind.CLEARED, service.text());
  }

  public static Fact networkLeft(String idOrName) {
    return new Fact(Kind.NETWORK_LEFT, idOrName);
  }

  public static Fact networkUnique(String name) {
    return new Fact(Kind.NETWORK_UNIQUE, name);
  }

  public static Fact addressLeft(ObservedContainer container, String network) {
    return new Fact(Kind.ADDRESS_LEFT, container.id() + " " + network);
  }

  public static Fact volumeLeft(String name) {
    return new Fact(Kind.VOLUME_LEFT, name);
  }

  public static Fact connected(ObservedContainer container) {
    return new Fact(Kind.CONNECTED, container.id());
  }

  // A native image interprets the methods that a record is given, and these are keys of maps.
  @Override
  public boolean equals(Object other) {
    return other instanceof Fact fact && kind == fact.kind && of.equals(fact.of);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + of.hashCode();
  }

  @Override
  public String toString() {
    return kind + " " + of;
  }
}
