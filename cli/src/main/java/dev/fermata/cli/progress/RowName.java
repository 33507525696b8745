package dev.fermata.cli.progress;

/**
 * The name of a row in a narrow place. Names of one project begin alike and end apart: what is too
 * long loses its beginning, but for the word for the kind of thing.
 */
final class RowName {
  /** Below this the word for the kind would leave too little of the name. */
  private static final int ROOM_FOR_KIND = 24;

  private RowName() {}

  static String fitting(String id, int width) {
    if (Cells.width(id) <= width) {
      return id;
    }
    String kind = width < ROOM_FOR_KIND ? "" : id.substring(0, id.indexOf(' ') + 1);
    String name = id.substring(id.indexOf(' ') + 1);
    if (kind.length() + Cells.width(name) <= width) {
      return kind + name;
    }
    int room = Math.max(0, width - kind.length() - 1);
    int from = name.length();
    while (from > 0 && Cells.width(name.substring(from - 1)) <= room) {
      from--;
    }
    return kind + "…" + name.substring(from);
  }
}
