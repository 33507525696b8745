package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.testing.LargeProject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeProjectTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Four times the services are sixteen times the work for anything quadratic. */
  @Test
  void four_times_the_services_take_far_less_than_sixteen_times_the_work() {
    nanoseconds(500);
    long small = Math.min(nanoseconds(500), nanoseconds(500));
    long large = Math.min(nanoseconds(2_000), nanoseconds(2_000));
    assertThat((double) large / small).isLessThan(10);
  }

  /** Of processor time, which other processes do not add to. */
  private static long nanoseconds(int services) {
    var files = new HashMap<String, byte[]>();
    LargeProject.files(services)
        .forEach((name, text) -> files.put("/p/" + name, text.getBytes(StandardCharsets.UTF_8)));
    long start = THREADS.getCurrentThreadCpuTime();
    Result<Project> loaded =
        new Loader(path -> Optional.ofNullable(files.get(path))).load(request());
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.value().orElseThrow().services()).hasSize(services);
    return taken;
  }

  private static LoadRequest request() {
    return new LoadRequest(
        "/p",
        List.of("compose.yaml", "first.yaml", "second.yaml"),
        Optional.empty(),
        Optional.empty(),
        List.of("*"),
        List.of(),
        List.of(),
        Map.of("HOME", "/home/me"),
        Set.of(),
        "");
  }
}
