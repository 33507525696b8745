package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.ImageRef;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.report.DiagnosticText.Colours;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.VolumeSpec;
import dev.fermata.runner.docker.call.RefusalRecord;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The report of each refusal that was recorded of an engine, as its user reads it. */
class RefusalReportsTest {
  private static final DockerfileText DOCKERFILES =
      new DockerfileText(Path.of("/home/me"), Colours.NONE);

  private static final Path RECORDED = Path.of("../runner/src/test/cases/refusals");
  private static final Path EXPECTED = Path.of("src/test/cases/refusals");
  private static final ContainerRef CONTAINER = ContainerRef.named("refused-web-1");
  private static final ServiceName WEB = new ServiceName("web");

  @TestFactory
  Stream<DynamicTest> reports_name_service_and_thing_and_what_to_do() throws IOException {
    try (var files = Files.list(RECORDED)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path recorded) throws IOException {
    var all = new StringBuilder();
    for (RefusalRecord refusal : RefusalRecord.of(recorded)) {
      Optional<Action> action = action(refusal.call());
      if (action.isPresent()) {
        String report = report(refusal, action.get());
        assertSound(refusal.name(), report);
        all.append("--- ").append(refusal.name()).append('\n').append(report);
      }
    }
    Path expected = EXPECTED.resolve(recorded.getFileName().toString().replace(".tsv", ".txt"));
    if ("write".equals(System.getProperty("fermata.golden"))) {
      Files.createDirectories(EXPECTED);
      Files.writeString(expected, all.toString());
    }
    assertThat(all.toString()).isEqualTo(Files.readString(expected));
  }

  private static void assertSound(String name, String report) {
    String first = report.lines().findFirst().orElseThrow();
    assertThat(first).as(name).containsPattern("web|refused_|busybox");
    assertThat(report).as(name).doesNotContainPattern("[0-9a-f]{64}");
    assertThat(report).as(name).doesNotContainPattern("(?i)\\b([a-z]+) \\1\\b");
    assertThat(report).as(name).doesNotContain("Exception").doesNotContain("the engine refused");
  }

  private static String report(RefusalRecord refusal, Action action) {
    var step = new Step(1, action, new Reason.Missing(), new TreeSet<>(), Optional.empty());
    var create = new Step(2, created(), new Reason.Missing(), new TreeSet<>(), Optional.empty());
    var outcomes = new TreeMap<Integer, Outcome>();
    outcomes.put(1, new Outcome.Failed(new Failure.Refused(refusal.told()), Duration.ZERO));
    outcomes.put(2, new Outcome.Skipped(1));
    var plan = new Plan(new ProjectName("refused"), List.of(step, create), List.of(), List.of());
    return String.join(
            "\n", RunText.failure(new Report(plan, outcomes, Duration.ZERO), DOCKERFILES))
        + "\n";
  }

  private static Action created() {
    var project = Models.project("refused", Models.service("web", "sleep", "1000"));
    return new Action.CreateContainer(new PlanBuilder(project).spec("web", 1));
  }

  /** The step that makes such a call; empty for calls that are no steps. */
  private static Optional<Action> action(String call) {
    var service = Models.service("web", "sleep", "1000");
    return switch (call) {
      case "create-container" -> Optional.of(created());
      case "start" -> Optional.of(new Action.StartContainer(CONTAINER, WEB));
      case "stop", "kill" ->
          Optional.of(new Action.StopContainer(CONTAINER, WEB, Optional.empty()));
      case "remove-container" ->
          Optional.of(new Action.RemoveContainer(CONTAINER, WEB, AnonymousVolumes.KEEP));
      case "rename" -> Optional.of(new Action.RenameContainer(CONTAINER, "refused-web-2"));
      case "put-files" -> Optional.of(new Action.InjectFiles(CONTAINER, service.name(), List.of()));
      case "create-network" ->
          Optional.of(
              new Action.CreateNetwork(
                  NetworkSpec.of(Models.network("refused_back"), new TreeMap<>())));
      case "remove-network" -> Optional.of(new Action.RemoveNetwork("refused_back", "0123"));
      case "disconnect" -> Optional.of(new Action.DisconnectNetwork(CONTAINER, "refused_back"));
      case "create-volume" ->
          Optional.of(
              new Action.CreateVolume(
                  VolumeSpec.of(Models.volume("refused_data"), new TreeMap<>())));
      case "remove-volume" -> Optional.of(new Action.RemoveVolume("refused_data"));
      case "pull" ->
          Optional.of(
              new Action.PullImage(
                  new ImageRef("busybox"), Optional.empty(), new TreeSet<>(Set.of(WEB))));
      case "build" -> Optional.of(building(Models.building("web")));
      case "remove-image" -> Optional.of(new Action.RemoveImage("busybox:latest"));
      default -> Optional.empty();
    };
  }

  private static Action building(Service service) {
    return Action.BuildImage.of(Models.project("shop", service), service, new TreeMap<>());
  }
}
