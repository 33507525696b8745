package dev.fermata.runner.gate;

import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Collects what is known of containers when a gate shuts: runs of the check and last lines. */
record GateEvidence(Engine engine) {
  private static final int RUNS = 3;
  private static final int LINES = 20;

  /** What engines say of a check that ran past its time. */
  private static final String PAST_ITS_TIME = "Health check exceeded timeout";

  List<ContainerStory> of(List<Watch> watches, Optional<Watch> culprit) {
    return watches.stream().flatMap(watch -> of(watch, culprit).stream()).toList();
  }

  private Optional<ContainerStory> of(Watch watch, Optional<Watch> culprit) {
    return watch
        .view()
        .flatMap(GateEvidence::sighting)
        .map(sighting ->
            new ContainerStory(
                sighting.detail(),
                sighting.restarts(),
                runs(watch.runs(), sighting),
                lastLines(watch.container().handle()),
                culprit.filter(watch::equals).isPresent()));
  }

  /** What is known of a container without a run of ours. */
  ContainerStory of(Sighting seen) {
    return new ContainerStory(
        seen.detail(),
        seen.restarts(),
        runs(List.of(), seen),
        lastLines(seen.detail().id()),
        false);
  }

  private static Optional<Sighting> sighting(Watch.View view) {
    return switch (view) {
      case Watch.View.Seen seen -> Optional.of(seen.sighting());
      case Watch.View.Gone gone -> gone.last();
      case Watch.View.Broken broken -> Optional.empty();
    };
  }

  private static List<Run> runs(List<Run> ours, Sighting sighting) {
    List<ProbeRun> engines = sighting.engineRuns();
    String check = sighting.check().map(HealthcheckDetail::text).orElse("");
    Stream<Run> ofEngine =
        engines.subList(Math.max(0, engines.size() - RUNS), engines.size()).stream()
            .map(run -> ofEngine(check, run));
    return Stream.concat(ours.stream(), ofEngine).toList();
  }

  static Run ofEngine(String check, ProbeRun run) {
    // With -1, an engine reports a run past its time, and one that could not begin as well.
    boolean late = run.output().startsWith(PAST_ITS_TIME);
    Answer without = late ? Answer.LATE : Answer.NOT_BEGUN;
    Answer answer = run.exitCode() == -1 ? without : new Answer.Exit(run.exitCode());
    return new Run(Run.By.ENGINE, check, answer, run.took(), run.output());
  }

  private List<String> lastLines(String container) {
    LogRequest request =
        new LogRequest(OptionalInt.of(LINES), Optional.empty(), LogRequest.Mode.UNTIL_NOW);
    try (LogStream stream = engine.containers().logs(container, request)) {
      List<String> lines = new ArrayList<>();
      for (var line = stream.next(); line.isPresent(); line = stream.next()) {
        lines.add(line.get().text());
      }
      return lines;
    } catch (EngineException e) {
      // The story is told without its lines rather than not at all: the gate's failure is the news.
      return List.of("(no log lines: " + e.getMessage() + ")");
    }
  }
}
