package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.model.Platform;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.plan.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A reason with its data. */
final class ReasonJson {
  private ReasonJson() {}

  static void write(JsonGenerator json, Reason reason) throws IOException {
    json.writeObjectFieldStart("reason");
    switch (reason) {
      case Reason.Missing missing -> kind(json, "missing");
      case Reason.Changed changed -> changed(json, changed.fields());
      case Reason.OtherPlatform platform -> platform(json, platform);
      case Reason.ImageChanged image -> image(json, image);
      case Reason.Asked asked -> kind(json, "asked", "by", asked.by());
      case Reason.NotRunning state -> kind(json, "not-running", "state", state.state().text());
      case Reason.Surplus surplus -> {
        kind(json, "surplus");
        json.writeNumberField("wanted", surplus.wanted());
      }
      case Reason.Orphan orphan -> kind(json, "orphan");
      case Reason.BuiltOn built -> kind(json, "built-on", "service", built.service().text());
      case Reason.Undecided undecided -> kind(json, "undecided");
      case Reason.Replaces replaces -> kind(json, "replaces", "container", replaces.container());
      case Reason.Leftover leftover -> kind(json, "leftover", "of", leftover.of());
      case Reason.Follows follows -> {
        kind(json, "follows", "service", follows.service().text());
        json.writeStringField("edge", follows.edge());
      }
      case Reason.Rejoins rejoins -> {
        kind(json, "rejoins", "container", rejoins.container());
        json.writeStringField("edge", rejoins.edge());
      }
      case Reason.ResourceChanged resource ->
          kind(json, "resource-changed", "resource", resource.resource());
      case Reason.Namesake namesake -> kind(json, "namesake", "kept", namesake.kept());
      case Reason.GivesAddress gives -> {
        kind(json, "gives-address", "address", gives.address());
        json.writeStringField("to", gives.to().text());
      }
      case Reason.SawFiles files -> {
        kind(json, "saw-files", "path", files.change().path());
        json.writeStringField("change", files.change().kind().name().toLowerCase(Locale.ROOT));
      }
      case Reason.SawVolume volume -> kind(json, "saw-volume", "volume", volume.volume());
      case Reason.SawContainer container ->
          kind(json, "saw-container", "service", container.service().text());
      case Reason.Gates gates -> {
        kind(json, "gates");
        json.writeArrayFieldStart("waiting");
        for (ServiceName service : gates.waiting()) {
          json.writeString(service.text());
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void kind(JsonGenerator json, String kind) throws IOException {
    json.writeStringField("kind", kind);
  }

  private static void kind(JsonGenerator json, String kind, String field, String value)
      throws IOException {
    kind(json, kind);
    json.writeStringField(field, value);
  }

  private static void changed(JsonGenerator json, List<FieldChange> fields) throws IOException {
    kind(json, "changed");
    json.writeArrayFieldStart("fields");
    for (FieldChange change : fields) {
      json.writeStartObject();
      json.writeStringField("field", change.field());
      json.writeStringField("change", change.kind().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void platform(JsonGenerator json, Reason.OtherPlatform platform)
      throws IOException {
    kind(json, "other-platform", "wanted", platform.wanted().toString());
    json.writeArrayFieldStart("there");
    for (Platform there : platform.there()) {
      json.writeString(there.toString());
    }
    json.writeEndArray();
  }

  private static void image(JsonGenerator json, Reason.ImageChanged image) throws IOException {
    kind(json, "image-changed", "image", image.image());
    json.writeStringField("from", image.from());
    json.writeStringField("to", image.to());
  }
}
