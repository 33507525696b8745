package dev.fermata.model.text;

import dev.fermata.model.PullPolicy;
import dev.fermata.model.PullPolicy.Kind;
import dev.fermata.model.diagnostic.Message;
import java.time.Duration;
import java.util.Optional;

/** Pull policies: words, {@code daily}, {@code weekly} and {@code every_12h}. */
public final class PullPolicyText {
  private static final String EVERY = "every_";

  private PullPolicyText() {}

  public static Parsed<PullPolicy> parse(String text) {
    return switch (text) {
      case "always" -> Parsed.good(PullPolicy.of(Kind.ALWAYS));
      case "missing", "if_not_present" -> Parsed.good(PullPolicy.of(Kind.MISSING));
      case "never" -> Parsed.good(PullPolicy.of(Kind.NEVER));
      case "build" -> Parsed.good(PullPolicy.of(Kind.BUILD));
      case "refresh" -> Parsed.good(PullPolicy.of(Kind.REFRESH));
      case "daily" -> Parsed.good(refresh(Duration.ofDays(1)));
      case "weekly" -> Parsed.good(refresh(Duration.ofDays(7)));
      default -> every(text);
    };
  }

  private static PullPolicy refresh(Duration window) {
    return new PullPolicy(Kind.REFRESH, Optional.of(window));
  }

  private static Parsed<PullPolicy> every(String text) {
    if (!text.startsWith(EVERY)) {
      return Parsed.bad(text, whole -> Message.of("`%s` is not a pull policy", whole));
    }
    return switch (DurationText.parse(text.substring(EVERY.length()))) {
      case Parsed.Good<Duration> good -> Parsed.good(refresh(good.value()));
      case Parsed.Bad<Duration> bad -> bad.behind(EVERY.length());
    };
  }
}
