package dev.fermata.cli.manual;

import dev.fermata.model.report.DiagnosticText.Colours;

/** What a word of a help page is, which is what its colour tells. */
enum Role {
  HEADING("1"),
  COMMAND("36"),
  FLAG("33"),
  VALUE("32"),
  REMARK("2");

  private final String ansi;

  Role(String ansi) {
    this.ansi = ansi;
  }

  String in(Colours colours, String text) {
    return colours.paint(ansi, text);
  }
}
