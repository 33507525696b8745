package dev.fermata.runner.docker;

import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.read.DiskReading;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.typed.TypedSystem;
import dev.fermata.runner.engine.EngineSystem;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.engine.listing.DiskUsage;
import dev.fermata.runner.engine.listing.EngineDetail;
import java.net.URI;
import java.util.Optional;

/** A real engine as a whole. */
record DockerSystem(Api api) implements EngineSystem {

  @Override
  public EngineVersion version() {
    Json version = api.get(Query.of("/version"));
    String platform = version.at("Platform", "Name").maybe().orElse("Docker Engine");
    return new EngineVersion(
        platform,
        version.text("Version"),
        api.version().toString(),
        version.text("Os"),
        version.text("Arch"));
  }

  /** Behind a socket may be a virtual machine, whose paths are then not to be found here. */
  @Override
  public boolean sharesFiles() {
    return api.transport().isLocal();
  }

  @Override
  public Optional<String> host() {
    return api.transport().isLocal()
        ? Optional.empty()
        : Optional.ofNullable(URI.create(api.transport().address()).getHost())
            .map(name -> name.replaceAll("[\\[\\]]", ""));
  }

  @Override
  public EngineDetail detail() {
    return new TypedSystem(api).detail(builder());
  }

  private String builder() {
    boolean isBuildKit = api.greeting().builder().filter("2"::equals).isPresent();
    return isBuildKit ? "BuildKit" : "the classic builder";
  }

  /** docker-java has no such command. */
  @Override
  public DiskUsage diskUsage() {
    return DiskReading.of(api.call(Outgoing.slow("GET", "/system/df")));
  }

  @Override
  public Observed observe(ObserveRequest request) {
    return new Observation(api, request).take();
  }
}
