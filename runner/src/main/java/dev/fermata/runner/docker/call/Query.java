package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A path with its parameters. */
public final class Query {
  private final StringBuilder text;
  private char separator = '?';

  private Query(String path) {
    this.text = new StringBuilder(path);
  }

  /** A path; each argument takes the place of a {@code {}}, encoded. */
  public static Query of(String path, String... arguments) {
    String filled = path;
    for (String argument : arguments) {
      filled =
          filled.replaceFirst("\\{}", java.util.regex.Matcher.quoteReplacement(segment(argument)));
    }
    return new Query(filled);
  }

  public Query with(String name, String value) {
    text.append(separator).append(name).append('=').append(code(value));
    separator = '&';
    return this;
  }

  public Query with(String name, Optional<String> value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  public Query filters(JsonObject filters) {
    return filters.isEmpty() ? this : with("filters", filters.toString());
  }

  /** Names of images have slashes and colons, which engines want as they are. */
  private static String segment(String argument) {
    return code(argument).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
  }

  private static String code(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
