package dev.fermata.runner.docker.image;

import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.Builders.BuildKit;
import dev.fermata.planner.observed.Builders.Buildx;
import dev.fermata.planner.observed.Builders.Use;
import dev.fermata.runner.docker.call.Greeting;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which builders there are, by what an engine says in its greeting and by the environment. */
public final class EngineBuilders {
  private static final String PREFERRED = "2";
  private static final Set<String> NO = Set.of("0", "f", "F", "false", "False", "FALSE");
  private static final ApiVersion OF_23 = new ApiVersion(1, 42);
  private static final ApiVersion OF_24 = new ApiVersion(1, 43);

  /** What can be had of an engine by the client that a program has given. */
  public enum Reach {
    CONNECTIONS,
    CALLS
  }

  private EngineBuilders() {}

  /** {@code reach} is whether connections can be handed over, by which BuildKit is spoken to. */
  public static Builders of(
      Greeting greeting, Reach reach, Map<String, String> environment, Buildx buildx) {
    boolean isOff =
        Optional.ofNullable(environment.get("DOCKER_BUILDKIT")).filter(NO::contains).isPresent();
    return new Builders(
        reach == Reach.CONNECTIONS ? buildKit(greeting) : BuildKit.ABSENT,
        isOff ? Use.SWITCHED_OFF : Use.USUAL,
        buildx,
        Optional.ofNullable(environment.get("BUILDX_BUILDER")).filter(name -> !name.isEmpty()));
  }

  /**
   * Each Docker engine that we speak to has it, if not as its usual builder. On Windows it is of
   * use only where the engine prefers it.
   */
  private static BuildKit buildKit(Greeting greeting) {
    boolean isPreferred = greeting.builder().filter(PREFERRED::equals).isPresent();
    boolean isDocker = greeting.builder().isPresent() || greeting.server().startsWith("Docker/");
    if (!isPreferred && !(isDocker && greeting.system().equals("linux"))) {
      return BuildKit.ABSENT;
    }
    if (greeting.newest().isBefore(OF_23)) {
      return BuildKit.OF_20_10;
    }
    return greeting.newest().isBefore(OF_24) ? BuildKit.OF_23 : BuildKit.OF_24;
  }
}
