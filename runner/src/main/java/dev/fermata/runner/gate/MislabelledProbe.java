package dev.fermata.runner.gate;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Labels from which nobody can tell what to ask. */
record MislabelledProbe(String container, List<Diagnostic> mistakes) implements ContainerProbe {

  @Override
  public String text() {
    return "the labels `fermata.ready`";
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Pace pace() {
    return Pace.OF_CONNECTIONS;
  }

  @Override
  public Optional<Run> run() {
    String output =
        mistakes.stream()
            .map(mistake -> mistake.message().shown())
            .collect(Collectors.joining("\n"));
    return Optional.of(new Run(Run.By.FERMATA, text(), Answer.UNREACHABLE, Duration.ZERO, output));
  }
}
