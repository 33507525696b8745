package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What some words of an engine mean where they answer a certain call: the kind of refusal, our
 * words for it and what to do. In the words, {@code $1} is a group of the text and {@code {}} the
 * subject of the call; in the pattern {@code {}} is the subject as well.
 */
record Rule(String text, Kind kind, String message, String hint) {

  /** One whose kind says what to do. */
  static Rule of(String text, Kind kind, String message) {
    return new Rule(text, kind, message, "");
  }

  static Rule of(String text, Kind kind, String message, String hint) {
    return new Rule(text, kind, message, hint);
  }

  Optional<EngineException> match(CallSubject asked, String reported) {
    String subject = asked.subject();
    var pattern =
        Pattern.compile(
            text.replace("{}", Pattern.quote(subject)), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Matcher match = pattern.matcher(reported);
    if (!match.find()) {
      return Optional.empty();
    }
    String words = filled(message, match, subject);
    String advice = filled(hint, match, subject);
    return Optional.of(new EngineException(kind, words, reported, advice, about(match)));
  }

  private static String about(Matcher match) {
    return match.groupCount() == 0 ? "" : group(match, 1).strip();
  }

  private static String group(Matcher match, int number) {
    return Optional.ofNullable(match.group(number)).orElse("");
  }

  private static String filled(String template, Matcher match, String subject) {
    String words = template.replace("{}", subject);
    for (int group = 1; group <= match.groupCount(); group++) {
      words = words.replace("$" + group, group(match, group));
    }
    return words;
  }
}
