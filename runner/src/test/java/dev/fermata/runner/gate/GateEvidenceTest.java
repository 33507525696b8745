package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The engine gives the exit code -1 to a check that hangs and to one that cannot be run. */
class GateEvidenceTest {

  private static Run run(String output) {
    var engines = new ProbeRun(Instant.EPOCH, Duration.ofSeconds(3), -1, output);
    return GateEvidence.ofEngine("curl", engines);
  }

  @Test
  void a_check_past_its_time_has_no_exit_code() {
    assertThat(run("Health check exceeded timeout (3s)").answer()).isEqualTo(Answer.LATE);
    assertThat(run("Health check exceeded timeout (3s): some output").answer())
        .isEqualTo(Answer.LATE);
  }

  @Test
  void a_check_whose_program_is_missing_could_not_begin() {
    String said = "OCI runtime exec failed: exec failed: exec: \"curl\": executable file not found";
    assertThat(run(said).answer()).isEqualTo(Answer.NOT_BEGUN);
  }
}
