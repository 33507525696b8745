package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.cli.doctor.Finding.Verdict;
import dev.fermata.cli.text.JsonText;
import dev.fermata.model.report.DiagnosticText.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings for people, and for programs. */
public final class DoctorText {
  private static final String FIX = "          ";

  private DoctorText() {}

  /** What was looked at, by area, and below what is wrong the commands that mend it. */
  public static List<String> lines(List<Finding> findings, Colours colours) {
    var lines = new ArrayList<String>();
    for (Area area : Area.values()) {
      List<Finding> here = findings.stream().filter(it -> it.area() == area).toList();
      if (!here.isEmpty()) {
        lines.add(word(area));
        here.forEach(finding -> lines.addAll(lines(finding, colours)));
      }
    }
    lines.add(summary(findings));
    return lines;
  }

  private static List<String> lines(Finding finding, Colours colours) {
    var lines = new ArrayList<String>();
    String verdict = "%-6s".formatted(word(finding.verdict()));
    lines.add("  " + colours.paint(colour(finding.verdict()), verdict) + "  " + finding.sentence());
    finding.fixes().forEach(fix -> lines.add(FIX + fix));
    return lines;
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case FINE -> "32";
      case NOTE -> "33";
      case WRONG -> "31";
    };
  }

  private static String summary(List<Finding> findings) {
    long wrong = findings.stream().filter(it -> it.verdict() == Verdict.WRONG).count();
    if (wrong == 0) {
      return "nothing is wrong";
    }
    return wrong == 1 ? "1 thing is wrong" : wrong + " things are wrong";
  }

  /** One object: {@code healthy}, and the {@code findings}. */
  public static String json(List<Finding> findings) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeBooleanField(
          "healthy", findings.stream().noneMatch(it -> it.verdict() == Verdict.WRONG));
      json.writeArrayFieldStart("findings");
      for (Finding finding : findings) {
        json.writeStartObject();
        json.writeStringField("area", word(finding.area()));
        json.writeStringField("verdict", word(finding.verdict()));
        json.writeStringField("message", finding.sentence());
        JsonText.writeTexts(json, "fixes", finding.fixes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static String word(Area area) {
    return area.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case FINE -> "ok";
      case NOTE -> "note";
      case WRONG -> "wrong";
    };
  }
}
