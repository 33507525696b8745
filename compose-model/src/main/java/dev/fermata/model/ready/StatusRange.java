package dev.fermata.model.ready;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP statuses, both ends included. */
public record StatusRange(int from, int to) {
  /** What counts as an answer where nothing is said: a redirection does. */
  public static final List<StatusRange> USUAL = List.of(new StatusRange(200, 399));

  private static final Pattern WRITTEN = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");

  /** {@code 200} or {@code 200-299}. */
  public static Optional<StatusRange> of(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(written.group(1));
    int to = Optional.ofNullable(written.group(2)).map(Integer::parseInt).orElse(from);
    return from <= to ? Optional.of(new StatusRange(from, to)) : Optional.empty();
  }

  public boolean contains(int status) {
    return from <= status && status <= to;
  }

  @Override
  public String toString() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }
}
