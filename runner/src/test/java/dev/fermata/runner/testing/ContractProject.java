package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The project of one test of a contract, and what such tests do with it. */
final class ContractProject implements AutoCloseable {
  private final String name;
  private final Engine engine;

  ContractProject(String name, Engine engine) {
    this.name = name;
    this.engine = engine;
  }

  static String freshName() {
    return "contract-" + UUID.randomUUID().toString().substring(0, 8);
  }

  Observed observed() {
    return engine.system().observe(ObserveRequest.of(new ProjectName(name)));
  }

  static Service sleeper() {
    return Models.service("web", "sleep", "1000");
  }

  ContainerSpec spec(Service service) {
    return new PlanBuilder(Models.project(name, service)).spec("web", 1);
  }

  String created(Service service) {
    return engine.containers().create(spec(service));
  }

  String started(Service service) {
    String id = created(service);
    engine.containers().start(id);
    return id;
  }

  static EngineException refuses(Kind kind, ThrowingCallable call) {
    EngineException refusal = catchThrowableOfType(EngineException.class, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(kind);
    return refusal;
  }

  void removeAll() {
    Observed left = observed();
    left.containers().forEach(it -> engine.containers().remove(it.id(), AnonymousVolumes.REMOVE));
    left.networks().forEach(it -> engine.networks().remove(it.id()));
    left.volumes().forEach(it -> engine.volumes().remove(it.name()));
  }

  @Override
  public void close() {
    removeAll();
    engine.close();
  }
}
