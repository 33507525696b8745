package dev.fermata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP request to the engine that is played; the path is without the API's version. */
record Request(String method, String path, String query, String body) {

  /** The next one on a connection whose {@code first} line has been read. */
  static Request read(String first, InputStream in) throws IOException {
    int length = 0;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
    }
    String body = chunked ? chunks(in) : text(in, length);
    String[] words = first.split(" ", -1);
    String[] target = words[1].replaceFirst("^/v[0-9.]+", "").split("\\?", 2);
    return new Request(words[0], target[0], target.length > 1 ? target[1] : "", body);
  }

  static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      body.append(text(in, size));
      line(in);
      if (size == 0) {
        return body.toString();
      }
    }
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  boolean is(String wantedMethod, String pattern) {
    return method.equals(wantedMethod) && path.matches(pattern);
  }

  /** What stands between two slashes of the path; 0 is before the first. */
  String part(int index) {
    return path.split("/", -1)[index];
  }

  String parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** The string under a key of the body. */
  String string(String key) {
    int at = body.indexOf("\"" + key + "\":\"") + key.length() + 4;
    return body.substring(at, body.indexOf('"', at));
  }

  /** The first object under a key of the body; braces in strings are not expected. */
  String object(String key) {
    int at = body.indexOf("\"" + key + "\":{");
    if (at < 0) {
      return "{}";
    }
    int start = at + key.length() + 3;
    int depth = 0;
    for (int i = start; ; i++) {
      depth += body.charAt(i) == '{' ? 1 : body.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return body.substring(start, i + 1);
      }
    }
  }
}
