package dev.fermata.cli.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The batch mode of the corpus' runner: a JSON request per line in, an answer per line out. */
public final class BatchMain {
  /** For the runner, a program that a signal ended: never a pass. */
  private static final int KILLED = 126;

  private BatchMain() {}

  public static void main(String[] args) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(Json.object(line)));
    }
  }

  private static String answer(Map<?, ?> request) throws IOException {
    Call.Answer answer = call(request);
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", (String) request.get("id"));
      json.writeNumberField("exit", answer.isCrash() ? KILLED : answer.exit());
      json.writeStringField("stdout", answer.stdout());
      json.writeStringField("stderr", answer.stderr());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static Call.Answer call(Map<?, ?> request) {
    var env = new LinkedHashMap<String, String>();
    ((Map<?, ?>) field(request, "env", Map.class))
        .forEach((k, v) -> env.put((String) k, (String) v));
    var args = new ArrayList<String>();
    ((List<?>) field(request, "args", List.class)).forEach(arg -> args.add((String) arg));
    String stdin = request.get("stdin") instanceof String text ? text : "";
    return Call.run(args, field(request, "cwd", String.class), env, stdin);
  }

  private static <T> T field(Map<?, ?> request, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(request.get(name), name));
  }
}
