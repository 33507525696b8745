package dev.fermata.runner.docker.create;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.Labels;
import dev.fermata.planner.ResolvedService;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/cases/create} is a file with a service {@code web}, and the body
 * of its create call by API version. {@code -Dfermata.golden=write} rewrites the bodies.
 */
class CreateGoldenTest {
  private static final Path CASES = Path.of("src/test/cases/create");
  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));

  private static final SortedMap<String, String> PROXIES =
      new TreeMap<>(Map.of("HTTP_PROXY", "http://proxy:3128"));

  @TestFactory
  Stream<DynamicTest> the_model_becomes_the_body_of_the_call() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .flatMap(folder -> Stream.of("1.41", "1.51").map(version -> check(folder, version)));
    }
  }

  private static DynamicTest check(Path folder, String version) {
    return DynamicTest.dynamicTest(
        folder.getFileName() + " on " + version,
        () -> {
          Path expected = folder.resolve("api-" + version + ".json");
          String body = body(folder, ApiVersion.of(version)) + "\n";
          if (WRITE) {
            Files.writeString(expected, body);
          }
          assertThat(body).isEqualTo(Files.readString(expected));
        });
  }

  private static String body(Path folder, ApiVersion version) throws IOException {
    try {
      return pretty(CreateTable.body(spec(load(folder)), version, PROXIES).bytes());
    } catch (EngineException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static ContainerSpec spec(Project project) {
    Service web = project.service(new ServiceName("web"));
    var labels = new TreeMap<>(web.metadata().labels());
    labels.put(Labels.PROJECT, project.name().text());
    return ResolvedService.alone(project, web).container(project.name() + "-web-1", 1, labels);
  }

  private static Project load(Path folder) {
    var request = LoadRequest.of("/project", Map.of("CONTENT", "c", "HOME", "/home/me"));
    Result<Project> loaded =
        new Loader(path -> Sources.Content.of(read(folder, path))).load(request);
    assertThat(loaded.hasErrors()).as("" + loaded.diagnostics()).isFalse();
    return loaded.value().orElseThrow();
  }

  private static Optional<byte[]> read(Path folder, String path) {
    Path file = folder.resolve(path.replaceFirst("^/project/", ""));
    try {
      return path.startsWith("/project/") && Files.isRegularFile(file)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pretty(byte[] json) throws IOException {
    var text = new StringWriter();
    try (var parser = new JsonFactory().createParser(new String(json, StandardCharsets.UTF_8));
        var generator = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
