package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The status and the headers of an answer; header names match in any case. */
record Head(int status, Map<String, List<String>> headers) {
  private static final int LINE = 64 * 1024;
  private static final int HEADERS = 256;

  Head {
    headers = Collections.unmodifiableMap(headers);
  }

  /** Skips interim answers other than the switch of protocols. */
  static Head read(Connection connection) throws IOException {
    Head head = readOne(connection);
    while (head.status < 200 && head.status != 101) {
      head = readOne(connection);
    }
    return head;
  }

  private static Head readOne(Connection connection) throws IOException {
    int status = status(connection.line(LINE));
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    for (String line = connection.line(LINE); !line.isEmpty(); line = connection.line(LINE)) {
      int colon = line.indexOf(':');
      if (colon <= 0 || headers.size() >= HEADERS) {
        throw new IOException("the engine's answer has a header that is none: " + line);
      }
      headers
          .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>(1))
          .add(line.substring(colon + 1).strip());
    }
    return new Head(status, headers);
  }

  private static int status(String line) throws IOException {
    if (!line.startsWith("HTTP/1.") || line.length() < 12) {
      throw new IOException("this is not an engine: it answered `" + line + "`");
    }
    try {
      return Integer.parseInt(line.substring(9, 12));
    } catch (NumberFormatException e) {
      throw new IOException("this is not an engine: it answered `" + line + "`", e);
    }
  }

  Optional<String> header(String name) {
    List<String> values = headers.get(name);
    return values == null ? Optional.empty() : Optional.of(values.getFirst());
  }

  boolean says(String name, String token) {
    return header(name).filter(token::equalsIgnoreCase).isPresent();
  }
}
