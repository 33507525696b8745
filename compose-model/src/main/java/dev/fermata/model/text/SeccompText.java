package dev.fermata.model.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The security option {@code seccomp=PROFILE}. */
public final class SeccompText {
  private static final Pattern OPTION = Pattern.compile("seccomp[:=](.*)", Pattern.DOTALL);
  private static final Set<String> OF_THE_ENGINE = Set.of("unconfined", "builtin");

  private SeccompText() {}

  /** The file that an option takes its profile from; the engine has others by name. */
  public static Optional<String> profile(String option) {
    Matcher seccomp = OPTION.matcher(option);
    return seccomp.matches()
        ? Optional.of(seccomp.group(1))
            .filter(profile -> !OF_THE_ENGINE.contains(profile) && !profile.startsWith("{"))
        : Optional.empty();
  }
}
