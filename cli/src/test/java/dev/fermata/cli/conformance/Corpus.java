package dev.fermata.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The corpus' cases, judged as its own runner does. */
final class Corpus {
  private final Path cases;
  private final Path home;

  Corpus(Path cases, Path home) {
    this.cases = cases;
    this.home = home;
  }

  /** {@code area/case}, sorted. */
  List<String> names() {
    try (Stream<Path> found =
        Files.find(cases, 2, (path, attributes) -> attributes.isDirectory())) {
      return found
          .map(path -> cases.relativize(path).toString())
          .filter(name -> name.contains("/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a case; nothing where it passes. */
  List<String> judge(String name) {
    Path folder = cases.resolve(name);
    Map<?, ?> command =
        Files.exists(folder.resolve("cmd")) ? Json.object(text(folder.resolve("cmd"))) : Map.of();
    Call.Answer answer = run(folder, command);
    if (!Files.exists(folder.resolve("expected.json"))) {
      return answer.exit() == 0 ? List.of("expected a rejection") : List.of();
    }
    if (answer.exit() != 0) {
      return List.of("expected success: " + answer.stderr());
    }
    Object expected = settled(Json.object(text(folder.resolve("expected.json"))));
    return Json.differences(expected, settled(Json.object(portable(answer.stdout(), folder))), "");
  }

  private Call.Answer run(Path folder, Map<?, ?> command) {
    var args = new ArrayList<>(texts(command, "args", folder));
    args.addAll(List.of("config", "--format", "json"));
    args.addAll(texts(command, "config_args", folder));
    var env = new LinkedHashMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString()));
    if (command.get("env") instanceof Map<?, ?> own) {
      own.forEach((key, value) -> env.put((String) key, filled((String) value, folder)));
    }
    String directory =
        command.get("cwd") instanceof String below
            ? folder.resolve(below).toString()
            : folder.toString();
    String stdin = command.get("stdin") instanceof String file ? text(folder.resolve(file)) : "";
    return Call.run(args, directory, env, stdin);
  }

  private static List<String> texts(Map<?, ?> command, String key, Path folder) {
    return command.get(key) instanceof List<?> items
        ? items.stream().map(item -> filled((String) item, folder)).toList()
        : List.of();
  }

  private static String filled(String text, Path folder) {
    return text.replace("${CASE_DIR}", folder.toString());
  }

  private String portable(String output, Path folder) {
    String area = cases.relativize(folder).getName(0).toString();
    return output
        .replace(folder.toString(), "${CASE_DIR}")
        .replace(cases.resolve(area).toString(), "${CASE_DIR}/..")
        .replace(cases.toString(), "${CASE_DIR}/../..")
        .replace(home.toString(), "${HOME}");
  }

  /** Without the accidents of the reference's JSON writer. */
  private static Object settled(Map<?, ?> model) {
    var settled = new LinkedHashMap<Object, Object>(model);
    settled.remove("models");
    return lowerBlkio(settled, "");
  }

  private static Object lowerBlkio(Object value, String key) {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> lowerBlkio(item, key)).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    var lowered = new LinkedHashMap<Object, Object>();
    boolean inside = key.startsWith("blkio_config.");
    map.forEach((name, below) ->
        lowered.put(
            inside ? ((String) name).toLowerCase(java.util.Locale.ROOT) : name,
            lowerBlkio(below, key.equals("blkio_config") ? key + "." : (String) name)));
    return lowered;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
