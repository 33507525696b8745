package dev.fermata.cli.completion;

import dev.fermata.cli.grammar.HelpPage.Entry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is offered, and what the shell makes of it. Written as Cobra does, whose scripts ask us by
 * way of the docker client: a line for each, and at last the sum of the directives.
 */
record Answer(List<Entry> offers, Set<Directive> directives) {

  /** The numbers are Cobra's. */
  enum Directive {
    ERROR(1),
    /** More is to be typed behind what is offered. */
    NO_SPACE(2),
    /** Names of files are of no use. */
    NO_FILES(4),
    /** What is offered is endings of files. */
    FILE_ENDINGS(8),
    /** Only folders are of use. */
    FOLDERS(16);

    private final int number;

    Directive(int number) {
      this.number = number;
    }
  }

  /** Whether an offer says what it is. */
  enum Style {
    DESCRIBED,
    BARE
  }

  static final Answer NOTHING = new Answer(List.of(), EnumSet.of(Directive.NO_FILES));
  static final Answer ANY_FILE = new Answer(List.of(), Set.of());
  static final Answer FOLDERS = new Answer(List.of(), EnumSet.of(Directive.FOLDERS));
  static final Answer SENSELESS = new Answer(List.of(), EnumSet.of(Directive.ERROR));
  static final Answer COMPOSE_FILES =
      new Answer(
          List.of(new Entry("yaml", ""), new Entry("yml", "")), EnumSet.of(Directive.FILE_ENDINGS));

  Answer {
    offers = List.copyOf(offers);
    directives = Set.copyOf(directives);
  }

  /** These alone. */
  static Answer of(List<Entry> offers) {
    return new Answer(offers, EnumSet.of(Directive.NO_FILES));
  }

  static Answer ofWords(List<String> words) {
    return of(words.stream().map(word -> new Entry(word, "")).toList());
  }

  /** These before. */
  Answer after(List<Entry> others) {
    var all = new ArrayList<>(others);
    all.addAll(offers);
    return new Answer(all, directives);
  }

  /** Those that begin with what is there; more has to follow where a word ends in a sign for it. */
  Answer startingWith(String text) {
    if (directives.contains(Directive.FILE_ENDINGS)) {
      return this;
    }
    List<Entry> fitting = offers.stream().filter(it -> it.name().startsWith(text)).toList();
    var all = EnumSet.noneOf(Directive.class);
    all.addAll(directives);
    if (fitting.stream().anyMatch(it -> it.name().endsWith("=") || it.name().endsWith(":"))) {
      all.add(Directive.NO_SPACE);
    }
    return new Answer(fitting, all);
  }

  String text(Style style) {
    var lines = new StringBuilder();
    for (Entry offer : offers) {
      lines.append(offer.name());
      if (style == Style.DESCRIBED && !offer.summary().isEmpty()) {
        lines.append('\t').append(offer.summary());
      }
      lines.append('\n');
    }
    int sum = directives.stream().mapToInt(it -> it.number).sum();
    return lines.append(':').append(sum).append('\n').toString();
  }
}
