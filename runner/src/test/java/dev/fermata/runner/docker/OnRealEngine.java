package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** One engine and one project of its own for a test of the adapter, and what is left removed. */
@Timeout(120)
abstract class OnRealEngine {
  static final Duration SOON = Duration.ofSeconds(20);

  final String name = "docker-it-" + UUID.randomUUID().toString().substring(0, 8);
  final DockerEngine engine = DockerEngine.connect(System.getenv());

  @AfterEach
  void removeWhatIsLeft() {
    Observed left = observe();
    left.containers().forEach(it -> engine.containers().remove(it.id(), AnonymousVolumes.REMOVE));
    left.networks().forEach(it -> engine.networks().remove(it.id()));
    left.volumes().forEach(it -> engine.volumes().remove(it.name()));
    engine.images().remove(name + ":latest");
    engine.close();
  }

  Observed observe() {
    return engine.system().observe(ObserveRequest.of(new ProjectName(name)));
  }

  SortedMap<String, String> labels() {
    return new TreeMap<>(java.util.Map.of(Labels.PROJECT, name));
  }

  String start(Project project, String service) {
    String id = engine.containers().create(Wanted.container(project, service));
    engine.containers().start(id);
    return id;
  }

  String start(String script) {
    return start(Wanted.alone(name, script), "web");
  }

  String run(String container, String script) {
    ExecResult result =
        engine
            .containers()
            .exec(container, ExecRequest.of(List.of("sh", "-c", script)), Duration.ofSeconds(20));
    assertThat(result.exitCode()).as(result.output()).hasValue(0);
    return result.output().strip();
  }

  static EngineException failure(Runnable call) {
    return catchThrowableOfType(EngineException.class, call::run);
  }
}
