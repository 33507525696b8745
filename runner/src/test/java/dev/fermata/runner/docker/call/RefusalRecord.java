package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One refusal as dev/record-refusals wrote it: {@code stream} is in an answer that began well. */
public record RefusalRecord(String name, String call, String status, String reported) {
  /** What the recording's calls are about, unless their words say something else. */
  private static final Map<Call, String> SUBJECTS =
      Map.of(
          Call.CREATE_CONTAINER, "shop/web:1",
          Call.PULL, "shop/web:1",
          Call.REMOVE_NETWORK, "refused_back",
          Call.CONNECT, "refused_back",
          Call.DISCONNECT, "refused_back",
          Call.REMOVE_VOLUME, "refused_data",
          Call.REMOVE_IMAGE, "shop/web:1",
          Call.INSPECT_IMAGE, "shop/web:1",
          Call.BUILD, "");

  public static List<RefusalRecord> of(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(parts -> new RefusalRecord(parts[0], parts[1], parts[2], text(parts[3])))
        .toList();
  }

  private static String text(String written) {
    return written.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
  }

  /** What we say of it. */
  public EngineException told() {
    Call asked = Call.valueOf(call.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    String subject = SUBJECTS.getOrDefault(asked, name.endsWith("gone") ? gone() : "refused-web-1");
    return Refusals.of(
        asked.about(subject), status.equals("stream") ? 500 : Integer.parseInt(status), reported);
  }

  private String gone() {
    return reported.replaceFirst("(?s).*No such container: ", "");
  }
}
