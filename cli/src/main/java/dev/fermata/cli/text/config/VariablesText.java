package dev.fermata.cli.text.config;

import dev.fermata.cli.text.Columns;
import dev.fermata.cli.text.JsonText;
import dev.fermata.model.load.interpolate.VariableUse;
import java.util.ArrayList;
import java.util.List;

/** The variables that files refer to, as {@code docker compose config --variables} has them. */
public final class VariablesText {
  private static final int LEAST = 20;

  private VariablesText() {}

  public static String of(List<VariableUse> uses, String format) {
    return switch (format) {
      case "json" -> json(uses);
      case "yaml" -> yaml(uses);
      default -> table(uses);
    };
  }

  private static String table(List<VariableUse> uses) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE"));
    for (VariableUse use : uses) {
      String required = String.valueOf(use.required());
      rows.add(List.of(use.name(), required, use.defaultValue(), use.alternateValue()));
    }
    return String.join("\n", Columns.lines(rows, LEAST)) + "\n";
  }

  private static String json(List<VariableUse> uses) {
    var json = new StringBuilder("{");
    for (VariableUse use : uses) {
      json.append(json.length() == 1 ? "" : ",")
          .append("\n    ")
          .append(quoted(use.name()))
          .append(": {\n        \"Name\": ")
          .append(quoted(use.name()))
          .append(",\n        \"DefaultValue\": ")
          .append(quoted(use.defaultValue()))
          .append(",\n        \"PresenceValue\": ")
          .append(quoted(use.alternateValue()))
          .append(",\n        \"Required\": ")
          .append(use.required())
          .append("\n    }");
    }
    return json.append(uses.isEmpty() ? "}\n\n" : "\n}\n\n").toString();
  }

  private static String quoted(String text) {
    return JsonText.of(generator -> generator.writeString(text));
  }

  private static String yaml(List<VariableUse> uses) {
    var yaml = new StringBuilder();
    for (VariableUse use : uses) {
      yaml.append(YamlText.inline(use.name()))
          .append(":\n    name: ")
          .append(YamlText.value(use.name(), 4))
          .append("\n    defaultvalue: ")
          .append(YamlText.value(use.defaultValue(), 4))
          .append("\n    presencevalue: ")
          .append(YamlText.value(use.alternateValue(), 4))
          .append("\n    required: ")
          .append(use.required())
          .append('\n');
    }
    return uses.isEmpty() ? "{}\n" : yaml.toString();
  }
}
