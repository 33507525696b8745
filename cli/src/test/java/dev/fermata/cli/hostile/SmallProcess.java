package dev.fermata.cli.hostile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.conformance.BatchMain;
import dev.fermata.cli.conformance.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls the program in one process that has little memory; if a call ends it, that is a failure.
 */
final class SmallProcess implements Closeable {
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  /** What a call left behind, and the processor time that it took: other processes do not count. */
  record Answer(int exit, String stderr, Duration time) {}

  SmallProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BatchMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  Answer run(Path directory, List<String> args) throws IOException {
    Duration start = time();
    requests.write(request(directory, args));
    requests.newLine();
    requests.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new AssertionError("the process has ended");
    }
    Map<?, ?> answer = Json.object(line);
    return new Answer(
        ((Number) Objects.requireNonNull(answer.get("exit"))).intValue(),
        String.valueOf(answer.get("stderr")),
        time().minus(start));
  }

  private Duration time() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private static String request(Path directory, List<String> args) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", "");
      json.writeStringField("cwd", directory.toString());
      json.writeArrayFieldStart("args");
      for (String arg : args) {
        json.writeString(arg);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("env");
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    answers.close();
    process.destroy();
  }
}
