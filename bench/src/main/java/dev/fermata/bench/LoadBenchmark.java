package dev.fermata.bench;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.testing.LargeProject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole load of a large project. What takes ten times as long for ten times as much is linear. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class LoadBenchmark {

  @Param({"1000", "3000", "10000"})
  private int services;

  private final Map<String, byte[]> files = new HashMap<>();

  @Setup
  public void write() {
    LargeProject.files(services)
        .forEach((name, text) -> files.put("/p/" + name, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Benchmark
  public Result<Project> load() {
    return new Loader(path -> Optional.ofNullable(files.get(path))).load(request());
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
