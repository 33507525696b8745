package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.transport.Outgoing;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/**
 * What was asked of an engine, and about which thing: known before it answers, so that nobody has
 * to look for it in the words of a refusal. For a container's creation the thing is its image.
 */
public record CallSubject(Call call, String subject) {

  /** By the request alone; without a subject where its path has none. */
  static CallSubject of(Outgoing request) {
    Call call = Call.of(request);
    Matcher path = call.path().matcher(request.path());
    boolean named = path.matches() && path.groupCount() > 0;
    String subject = named ? URLDecoder.decode(path.group(1), StandardCharsets.UTF_8) : "";
    return new CallSubject(call, subject);
  }
}
