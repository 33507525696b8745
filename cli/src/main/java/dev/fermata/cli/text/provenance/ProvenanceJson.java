package dev.fermata.cli.text.provenance;

import dev.fermata.cli.text.JsonText;
import dev.fermata.model.provenance.ContainerVariable;
import dev.fermata.model.provenance.Provenance;
import java.util.List;

/** Values with their origins as a JSON array, one object per line. */
public final class ProvenanceJson {
  private ProvenanceJson() {}

  public static String text(List<Provenance.Fact> facts) {
    return array(facts.stream().map(ProvenanceJson::object).toList());
  }

  /** Of the variables of a container, those without a value have {@code null}. */
  public static String environment(List<ContainerVariable> variables) {
    return array(variables.stream().map(ProvenanceJson::object).toList());
  }

  private static String object(Provenance.Fact fact) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("path", fact.path().toString());
      json.writeStringField("value", fact.shown());
      OriginJson.fields(json, fact.origin());
      OriginJson.replaced(json, fact.origin());
      json.writeEndObject();
    });
  }

  private static String object(ContainerVariable variable) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("name", variable.name());
      json.writeFieldName("value");
      json.writeObject(variable.shown().orElse(null));
      OriginJson.fields(json, variable.origin());
      json.writeArrayFieldStart("shadowed");
      for (ContainerVariable.Shadow shadow : variable.shadowed()) {
        json.writeStartObject();
        json.writeStringField("value", shadow.shown());
        OriginJson.place(json, "source", shadow.place());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static String array(List<String> objects) {
    return objects.isEmpty() ? "[]\n" : "[\n  " + String.join(",\n  ", objects) + "\n]\n";
  }
}
