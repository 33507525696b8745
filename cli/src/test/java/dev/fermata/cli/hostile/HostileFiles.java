package dev.fermata.cli.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of the cases, made when they are asked for. */
final class HostileFiles {
  private static final int LARGE = 50_000_000;

  private HostileFiles() {}

  static Map<String, byte[]> compose(String text) {
    return files("compose.yaml", text);
  }

  static Map<String, byte[]> compose(byte[] content) {
    return Map.of("compose.yaml", content);
  }

  /** Names and contents in turn. */
  static Map<String, byte[]> files(String... namesAndTexts) {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** A sound project with one attribute more. */
  static String service(String attribute) {
    return "services:\n  web:\n    image: web\n    " + attribute + "\n";
  }

  static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  static String large(String repeated) {
    return repeated.repeat(LARGE / repeated.length() + 1);
  }

  /** Each level names the one before ten times. */
  static String aliasBomb() {
    return "x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + lines(12, i -> "x-%d: &a%d [%s]".formatted(i + 1, i + 1, list("*a" + i)));
  }

  /** Each level merges the one before into ten mappings. */
  static String mergeBomb() {
    return "x-0: &a0 {x: 1}\n"
        + lines(
            12,
            i -> {
              String one = "{<<: *a" + i + ", k: *a" + i + "}";
              return "x-%d: &a%d {%s}".formatted(i + 1, i + 1, keys(one));
            });
  }

  private static String list(String item) {
    return (item + ", ").repeat(9) + item;
  }

  private static String keys(String value) {
    return IntStream.range(0, 10)
        .mapToObj(i -> "k" + i + ": " + value)
        .collect(Collectors.joining(", "));
  }

  static Map<String, byte[]> includeChain(int length) {
    return chain(length, next -> "include: [" + next + ".yaml]\n");
  }

  static Map<String, byte[]> extendsChain(int length) {
    return chain(
        length, next -> "services: {web: {extends: {file: " + next + ".yaml, service: web}}}\n");
  }

  private static Map<String, byte[]> chain(int length, IntFunction<String> linkTo) {
    var files = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < length; i++) {
      String name = i == 0 ? "compose.yaml" : i + ".yaml";
      files.putAll(files(name, linkTo.apply(i + 1)));
    }
    files.putAll(files(length + ".yaml", service("init: true")));
    return files;
  }

  /** Each file includes the next one twice: as many loads as two to the power of the levels. */
  static Map<String, byte[]> includeBomb() {
    return chain(
        60,
        next ->
            "include: [{path: %d.yaml}, {path: %d.yaml, env_file: /dev/null}]\n"
                .formatted(next, next));
  }
}
