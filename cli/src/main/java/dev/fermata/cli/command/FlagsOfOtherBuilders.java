package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flags of {@code build} that are for BuildKit, by which nothing is built yet: who gives one is
 * told so, since a build without it would be another one. Those of old builders do nothing in
 * Docker Compose either.
 */
final class FlagsOfOtherBuilders {
  private static final List<Flag<Boolean>> SWITCHES = List.of(refused("--push"));

  private static final List<Flag<Optional<String>>> VALUED =
      List.of(refusedText("--builder"), refusedText("-m", "--memory"));

  private static final List<Flag<?>> WITHOUT_EFFECT =
      List.of(
          Flag.withoutEffect("--parallel"),
          Flag.withoutEffect("--compress"),
          Flag.withoutEffect("--force-rm"),
          Flag.withoutEffect("--no-rm"));

  static final List<Flag<?>> ALL = all();

  private FlagsOfOtherBuilders() {}

  static void refuse(Arguments given) {
    SWITCHES.forEach(given::get);
    VALUED.forEach(given::get);
  }

  private static List<Flag<?>> all() {
    var all = new ArrayList<Flag<?>>(SWITCHES);
    all.addAll(VALUED);
    all.addAll(WITHOUT_EFFECT);
    return all;
  }

  private static Flag<Boolean> refused(String name) {
    return Flag.off("", name)
        .hidden()
        .as((flag, on) -> {
          if (on) {
            throw refusal(flag);
          }
          return false;
        });
  }

  private static Flag<Optional<String>> refusedText(String... names) {
    return Flag.text("VALUE", "", names)
        .hidden()
        .as((flag, text) -> {
          if (text.isPresent()) {
            throw refusal(flag);
          }
          return text;
        });
  }

  private static Misuse refusal(String flag) {
    return new Misuse("`" + flag + "` is for builders that Fermata does not build by yet");
  }
}
