package dev.fermata.cli.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The batch mode of the corpus' runner: a JSON request per line in, an answer per line out. */
public final class BatchMain {
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
      json.writeNumberField("exit", answer.exit());
      json.writeStringField("stdout", answer.stdout());
      json.writeStringField("stderr", answer.stderr());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static Call.Answer call(Map<?, ?> request) {
    var env = new LinkedHashMap<String, String>();
    ((Map<?, ?>) request.get("env")).forEach((k, v) -> env.put((String) k, (String) v));
    List<String> args = ((List<?>) request.get("args")).stream().map(String.class::cast).toList();
    String stdin = request.get("stdin") instanceof String text ? text : "";
    try {
      return Call.run(args, (String) request.get("cwd"), env, stdin);
    } catch (RuntimeException bug) {
      var trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      // As a program that a signal kills: never a pass, not even where a rejection is expected.
      return new Call.Answer(126, "", trace.toString());
    }
  }
}
