package dev.fermata.cli.command.read;

import dev.fermata.cli.text.Columns;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.listing.ProcessTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Processes of several containers in one table; what one of them does not tell is a dash. */
final class TopText {
  private static final Columns.Spacing SPACING = new Columns.Spacing(4, 2);

  /** Of varying length, and so last. */
  private static final String COMMAND = "CMD";

  /** A container and what runs in it. */
  record Running(ObservedContainer container, ProcessTable table) {}

  private TopText() {}

  /** Nothing at all where nothing runs. */
  static List<String> table(List<Running> all) {
    List<String> titles = titles(all);
    var rows = new ArrayList<List<String>>();
    rows.add(titles);
    for (Running running : all) {
      for (List<String> process : running.table().processes()) {
        rows.add(row(running, process, titles));
      }
    }
    return rows.size() == 1 ? List.of() : Columns.lines(rows, SPACING);
  }

  private static List<String> titles(List<Running> all) {
    var titles = new LinkedHashSet<String>(List.of("SERVICE", "#"));
    all.forEach(running -> titles.addAll(running.table().titles()));
    if (titles.remove(COMMAND)) {
      titles.add(COMMAND);
    }
    return List.copyOf(titles);
  }

  private static List<String> row(Running running, List<String> process, List<String> titles) {
    ObservedContainer container = running.container();
    var row = new ArrayList<String>();
    row.add(container.service().text());
    row.add(container.oneOff() ? "" : String.valueOf(container.number()));
    List<String> known = running.table().titles();
    for (String title : titles.subList(row.size(), titles.size())) {
      int at = known.indexOf(title);
      row.add(at < 0 || at >= process.size() ? "-" : process.get(at));
    }
    return row;
  }
}
