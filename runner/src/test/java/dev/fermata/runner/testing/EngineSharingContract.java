package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine does with containers that share namespaces; see {@link EngineContract}. */
@Timeout(60)
public abstract class EngineSharingContract {
  private final String name = ContractProject.freshName();
  private Engine engine;
  private ContractProject tested;

  /** An engine for one test, with the image {@code busybox}. */
  protected abstract Engine connect();

  @BeforeEach
  void open() {
    engine = connect();
    tested = new ContractProject(name, engine);
  }

  @AfterEach
  void removeAll() {
    tested.close();
  }

  @Test
  void a_shared_namespace_is_observed_by_the_id_of_its_owner() {
    String owner = tested.started(ContractProject.sleeper());
    var shared = name + "-web-1";
    Service guest = Models.sharing(Models.service("guest", "sleep", "1000"), shared);
    Project project = Models.project(name, guest);
    engine
        .containers()
        .start(engine.containers().create(new PlanBuilder(project).spec("guest", 1)));

    ObservedContainer seen =
        engine.system().observe(ObserveRequest.closely(project)).containers().stream()
            .filter(it -> it.service().equals(guest.name()))
            .findFirst()
            .orElseThrow();

    assertThat(seen.joined("network_mode")).contains(owner);
    assertThat(seen.joined("pid")).contains(owner);
    assertThat(seen.started()).contains(engine.containers().inspect(seen.id()).startedAt());
  }

  @Test
  void whose_namespace_began_anew_is_told_by_when_it_started() {
    String owner = tested.started(ContractProject.sleeper());
    var shared = name + "-web-1";
    Service guest = Models.inNetworkOf(Models.service("guest", "sleep", "1000"), shared);
    Project project = Models.project(name, ContractProject.sleeper(), guest);
    engine
        .containers()
        .start(engine.containers().create(new PlanBuilder(project).spec("guest", 1)));
    engine.containers().stop(owner, Optional.of(Duration.ZERO));
    engine.containers().start(owner);

    List<ObservedContainer> seen =
        engine.system().observe(ObserveRequest.closely(project)).containers();

    assertThat(seen).extracting(ObservedContainer::name).contains(name + "-guest-1");
    assertThat(started(seen, "web")).isAfter(started(seen, "guest"));
  }

  private static Instant started(List<ObservedContainer> seen, String service) {
    return seen.stream()
        .filter(it -> it.service().text().equals(service))
        .findFirst()
        .flatMap(ObservedContainer::started)
        .orElseThrow();
  }

  @Test
  void what_shares_with_a_container_that_does_not_run_does_not_start() {
    String owner = tested.started(ContractProject.sleeper());
    Service guest = Models.sharing(Models.service("guest", "sleep", "1000"), name + "-web-1");
    ContainerSpec spec = new PlanBuilder(Models.project(name, guest)).spec("guest", 1);
    String id = engine.containers().create(spec);
    engine.containers().stop(owner, Optional.of(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> engine.containers().start(id)).isInstanceOf(EngineException.class);
  }
}
