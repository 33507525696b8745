package dev.fermata.runner.docker.created;

import dev.fermata.runner.testing.Relay;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The calls that went through a relay to create containers. */
final class Creations {
  private static final Pattern CREATE =
      Pattern.compile(
          "POST \\S*/containers/create\\?(?:\\S*&)?name=([^ &]+)\\S* HTTP/1\\.1\\r\\n"
              + "(?:[^\\r]+\\r\\n)*?Content-Length: (\\d+)\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n",
          Pattern.CASE_INSENSITIVE);

  private Creations() {}

  /** The bodies so far, by the container's name. */
  static SortedMap<String, String> through(Relay relay) {
    var bodies = new TreeMap<String, String>();
    for (String text : relay.sent()) {
      var calls = CREATE.matcher(text);
      while (calls.find()) {
        // The length counts bytes, each of which is one char here.
        int end = calls.end() + Integer.parseInt(calls.group(2));
        if (end > text.length()) {
          // Cut off: a client that fails on one container leaves the calls for others.
          continue;
        }
        byte[] body = text.substring(calls.end(), end).getBytes(StandardCharsets.ISO_8859_1);
        String name = URLDecoder.decode(calls.group(1), StandardCharsets.UTF_8);
        bodies.put(name, new String(body, StandardCharsets.UTF_8));
      }
    }
    return bodies;
  }
}
