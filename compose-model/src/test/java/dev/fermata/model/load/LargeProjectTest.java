package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.testing.LargeLoad;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
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
    Map<String, byte[]> files = LargeLoad.files(services);
    long start = THREADS.getCurrentThreadCpuTime();
    Result<Project> loaded = LargeLoad.load(files);
    long taken = THREADS.getCurrentThreadCpuTime() - start;
    assertThat(loaded.hasErrors()).isFalse();
    assertThat(loaded.value().orElseThrow().services()).hasSize(services);
    return taken;
  }
}
