package dev.fermata.model.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a text, from the UTF-16 unit {@code from} up to but without {@code to}. */
public record Stretch(int from, int to) {
  public Stretch {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a bug: no stretch goes from " + from + " to " + to);
    }
  }

  public static Stretch whole(String text) {
    return new Stretch(0, text.length());
  }

  boolean isEmpty() {
    return from == to;
  }

  boolean covers(Stretch other) {
    return from <= other.from && other.to <= to;
  }

  /** What of it lies in the part of its text from {@code start} to {@code end}, seen from there. */
  Stretch within(int start, int end) {
    int low = Math.clamp(from, start, end) - start;
    return new Stretch(low, Math.max(low, Math.clamp(to, start, end) - start));
  }

  /** In order, those that touch or overlap made one; empty ones are left out. */
  static List<Stretch> united(List<Stretch> stretches) {
    var united = new ArrayList<Stretch>();
    stretches.stream()
        .filter(one -> !one.isEmpty())
        .sorted(Comparator.comparingInt(Stretch::from))
        .forEach(next -> add(united, next));
    return List.copyOf(united);
  }

  private static void add(List<Stretch> united, Stretch next) {
    if (united.isEmpty() || united.getLast().to < next.from) {
      united.add(next);
      return;
    }
    Stretch last = united.removeLast();
    united.add(new Stretch(last.from, Math.max(last.to, next.to)));
  }
}
