package dev.fermata.model.text;

import dev.fermata.model.RestartPolicy;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.diagnostic.Message;
import java.util.Arrays;

/** Restart policies: {@code no}, {@code always}, {@code on-failure[:N]}, {@code unless-stopped}. */
public final class RestartText {
  private RestartText() {}

  public static Parsed<RestartPolicy> parse(String text) {
    return Parsed.attempt(() -> policy(text));
  }

  private static RestartPolicy policy(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Condition condition =
        Arrays.stream(Condition.values())
            .filter(one -> one.text().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Mistake(
                    0,
                    Math.max(1, name.length()),
                    whole ->
                        Message.of(
                            "`%s` is none of `no`, `always`, `on-failure`, `unless-stopped`",
                            whole.part(0, name.length()))));
    return new RestartPolicy(condition, colon < 0 ? 0 : retries(text, colon + 1, condition));
  }

  private static int retries(String text, int from, Condition condition) {
    String digits = text.substring(from);
    if (condition != Condition.ON_FAILURE) {
      throw new Mistake(from - 1, digits.length() + 1, "only `on-failure` takes a number");
    }
    if (!digits.matches("[0-9]{1,9}")) {
      throw new Mistake(
          from,
          Math.max(1, digits.length()),
          whole -> Message.of("`%s` is not a number of retries", whole.from(from)));
    }
    return Integer.parseInt(digits);
  }
}
