package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElapsedTest {

  @ParameterizedTest
  @CsvSource({"PT0.35S,0.4s", "PT12S,12.0s", "PT2M5S,2m05s", "PT1H2M,1h02m"})
  void a_run_is_timed_shortly(Duration time, String text) {
    assertThat(Elapsed.text(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.5S,Less than a second",
    "PT1S,1 second",
    "PT59S,59 seconds",
    "PT90S,About a minute",
    "PT45M,45 minutes",
    "PT1H10M,About an hour",
    "PT30H,30 hours",
    "P3D,3 days",
    "P20D,2 weeks",
    "P90D,3 months",
    "P800D,2 years"
  })
  void an_age_is_told_as_the_docker_client_does(Duration age, String text) {
    assertThat(Elapsed.human(age)).isEqualTo(text);
  }
}
